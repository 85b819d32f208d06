import type { RpcOutcome } from '../../shared/bridge.ts';
import type { CompanyState } from '../../shared/companies.ts';
import type { EngineCalls } from './engine-calls.ts';

/** No window has it: windows are numbered from 1. */
const shellItself = 0;

/** What the shell asks the engine for itself, so that it need not believe a page. */
export function askEngine(calls: EngineCalls) {
  let lastId = 0;
  function ask(path: string, input?: unknown): Promise<RpcOutcome> {
    lastId += 1;
    return calls.call(shellItself, { id: lastId, type: 'query', path, input });
  }
  return {
    /** The open company's file; null when none is open, or when the engine is gone. */
    async companyPath(): Promise<string | null> {
      const outcome = await ask('companies.state');
      if (outcome.kind === 'error') return null;
      const state = outcome.data as CompanyState;
      return state.kind === 'open' ? state.path : null;
    },
    /** Whether the program itself offers an address. */
    async offers(address: string): Promise<boolean> {
      const outcome = await ask('app.offers', { address });
      return outcome.kind === 'data' && outcome.data === true;
    },
  };
}

export type EngineQuestions = ReturnType<typeof askEngine>;
