import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../ui/api.ts';
import { useEngineState } from '../ui/use-engine-state.ts';

/** Reads what the window shows again whenever somebody changed it: another window, a run, an import. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  const engine = useEngineState();
  const restarts = engine.kind === 'running' ? engine.restarts : null;
  useEffect(() => {
    if (restarts === null) return;
    const listening = api.app.changes.subscribe(undefined, {
      onData: (change) => void (change === 'company' ? readOtherCompany(client) : client.invalidateQueries()),
    });
    return () => listening.unsubscribe();
  }, [client, restarts]);
}

/** First which company is open, so that the pages of the one before are gone when theirs is forgotten. */
async function readOtherCompany(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['companies'] });
  await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'companies' && queryKey[0] !== 'shell' });
}
