import { type AnyTRPCRouter, callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import { isObservable, observableToAsyncIterable } from '@trpc/server/observable';
import type { ChosenPath, EngineRequest, RpcErrorShape, RpcOutcome } from '../../../shared/bridge.ts';
import type { EngineContext } from '../trpc.ts';
import type { EnginePort } from './port.ts';

export interface RpcServerParts {
  readonly router: AnyTRPCRouter;
  readonly port: Pick<EnginePort, 'post'>;
  readonly context: EngineContext;
  /** Told of every bug, with the path of the call; the window hears only that there was one. */
  readonly onUnexpected: (error: unknown, path: string) => void;
}

interface Question {
  readonly id: number;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly path: string;
  readonly input: unknown;
  readonly chosenPaths: readonly ChosenPath[];
}

/** Answers calls and subscriptions over a port; what is cancelled gets its abort signal and no answer. */
export function createRpcServer(parts: RpcServerParts) {
  const { router, port, context } = parts;
  const open = new Map<number, AbortController>();

  async function answer(question: Question): Promise<unknown> {
    const { type, path, input, chosenPaths } = question;
    const abort = new AbortController();
    open.set(question.id, abort);
    const { signal } = abort;
    return callTRPCProcedure({
      router,
      path,
      type,
      ctx: { ...context, chosenPaths },
      getRawInput: async () => input,
      signal,
      batchIndex: 0,
    });
  }

  function errorShape(thrown: unknown, { type, path, input }: Question): RpcErrorShape {
    const error = getTRPCErrorFromUnknown(thrown);
    const shape = getTRPCErrorShape({ config: router._def._config, error, type, path, input, ctx: context });
    if (shape.data.appCode === 'unexpected') parts.onUnexpected(error.cause ?? error, path);
    return shape;
  }

  async function call(question: Question): Promise<void> {
    const outcome: RpcOutcome = await answer(question).then(
      (data) => ({ kind: 'data', data }),
      (thrown: unknown) => ({ kind: 'error', error: errorShape(thrown, question) }),
    );
    const isWanted = open.get(question.id)?.signal.aborted === false;
    open.delete(question.id);
    if (isWanted) port.post({ kind: 'outcome', id: question.id, outcome });
  }

  async function subscribe(question: Question): Promise<void> {
    const { id } = question;
    const isWanted = () => open.get(id)?.signal.aborted === false;
    try {
      const answered = await answer(question);
      for await (const data of iterate(answered, open.get(id)?.signal)) {
        if (!isWanted()) break;
        port.post({ kind: 'event', id, event: { kind: 'data', data } });
      }
      if (isWanted()) port.post({ kind: 'event', id, event: { kind: 'done' } });
    } catch (thrown) {
      if (isWanted()) port.post({ kind: 'event', id, event: { kind: 'error', error: errorShape(thrown, question) } });
    } finally {
      open.delete(id);
    }
  }

  return {
    /** Handles everything but `stop`, which is the process's own business. */
    handle(request: Exclude<EngineRequest, { readonly kind: 'stop' }>): void {
      if (request.kind === 'call') void call({ ...request.call, chosenPaths: request.chosenPaths });
      else if (request.kind === 'subscribe') {
        const { subscription, chosenPaths } = request;
        void subscribe({ ...subscription, chosenPaths, type: 'subscription' });
      } else open.get(request.id)?.abort();
    },
    /** Lets go of all that is open. */
    close(): void {
      for (const abort of open.values()) abort.abort();
    },
  };
}

function iterate(answered: unknown, signal: AbortSignal | undefined): AsyncIterable<unknown> {
  if (isObservable(answered)) return observableToAsyncIterable(answered, signal ?? new AbortController().signal);
  return answered as AsyncIterable<unknown>;
}
