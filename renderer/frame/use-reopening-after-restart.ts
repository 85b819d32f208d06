import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CompanyState } from '../../shared/companies.ts';
import { api } from '../ui/api.ts';
import { useEngineState } from '../ui/use-engine-state.ts';

/**
 * A new engine has no company open: opens the one that was open when the last engine fell over, then reads everything anew. Where
 * that fails, reading the company's state leads to the start screen.
 */
export function useReopeningAfterRestart(company: CompanyState | undefined): void {
  const engine = useEngineState();
  const client = useQueryClient();
  const lastPath = useRef<string | null>(null);
  const restarts = engine.kind === 'running' ? engine.restarts : 0;

  useEffect(() => {
    if (company?.kind === 'open') lastPath.current = company.path;
  }, [company]);

  useEffect(() => {
    if (restarts === 0) return;
    const path = lastPath.current;
    const readAnew = () => client.invalidateQueries();
    void reopen(path).then(readAnew, readAnew);
  }, [restarts, client]);
}

/** Every window hears of the restart; the first one opens the company for all. */
async function reopen(path: string | null): Promise<void> {
  if (path === null) return;
  const { kind } = await api.companies.state.query();
  if (kind === 'none') await api.companies.open.mutate({ path });
}
