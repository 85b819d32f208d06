import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../ui/api.ts';
import { useEngineState } from '../ui/use-engine-state.ts';

/**
 * Reads what the window shows again whenever somebody changed it: another window, a run, an import. Answers how often another
 * company, or the same one restored, was opened.
 */
export function useLiveRefresh(): number {
  const client = useQueryClient();
  const [companies, setCompanies] = useState(0);
  const engine = useEngineState();
  const restarts = engine.kind === 'running' ? engine.restarts : null;
  useEffect(() => {
    if (restarts === null) return;
    const listening = api.app.changes.subscribe(undefined, {
      onData: (change) => {
        if (change !== 'company') return void client.invalidateQueries();
        setCompanies((before) => before + 1);
        void readOtherCompany(client);
      },
    });
    return () => listening.unsubscribe();
  }, [client, restarts]);
  return companies;
}

/** First which company is open, so that the pages of the one before are gone when theirs is forgotten. */
async function readOtherCompany(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['companies'] });
  await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'companies' && queryKey[0] !== 'shell' });
}
