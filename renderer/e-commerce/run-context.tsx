import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { RunNews } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { useEngineState } from '../ui/use-engine-state.ts';
import { afterEvent, afterNews, type RunState, startedRun } from './run-progress.ts';

export type RunControl = {
  readonly run: RunState;
  readonly start: () => void;
  readonly cancel: () => void;
  /** Puts the report away and shows what the next run would do. */
  readonly putAway: () => void;
};

const RunContext = createContext<RunControl | null>(null);

type Props = {
  /** Rises when another company is open, or the same one restored: the last report is not of its runs. */
  readonly companies: number;
  readonly children: ReactNode;
};

/** Holds the run above the pages, so that one can look at orders while it goes on and come back to it. */
export function RunProvider({ companies, children }: Props) {
  const client = useQueryClient();
  const [run, setRun] = useState<RunState>({ kind: 'idle' });
  const listening = useRef<{ unsubscribe(): void } | null>(null);
  const reportOf = useRef(companies);
  useEffect(() => {
    if (reportOf.current === companies) return;
    reportOf.current = companies;
    setRun((before) => (before.kind === 'running' ? before : { kind: 'idle' }));
  }, [companies]);
  useEffect(() => () => listening.current?.unsubscribe(), []);
  useEngineRuns((news) => {
    // A run of this window tells it more than others hear: how it failed
    if (listening.current === null) setRun((before) => afterNews(before, news));
  });

  const start = useCallback(() => {
    setRun((before) => {
      if (before.kind === 'running') return before;
      return startedRun;
    });
    if (listening.current !== null) return;
    const stopListening = () => {
      listening.current = null;
      void client.invalidateQueries();
    };
    listening.current = api.websiteData.start.subscribe(undefined, {
      onData: (event) => setRun((before) => afterEvent(before, event)),
      onError: (error) => {
        setRun({ kind: 'failed', error });
        stopListening();
      },
      onComplete: stopListening,
    });
  }, [client]);

  const cancel = useCallback(() => {
    setRun((before) => (before.kind === 'running' ? { ...before, isCancelling: true } : before));
    void api.websiteData.cancel.mutate();
  }, []);
  const putAway = useCallback(() => setRun((before) => (before.kind === 'running' ? before : { kind: 'idle' })), []);

  const control = useMemo(() => ({ run, start, cancel, putAway }), [run, start, cancel, putAway]);
  return <RunContext value={control}>{children}</RunContext>;
}

/** Hears of every run, whichever window started it; anew when the engine was started anew. */
function useEngineRuns(onNews: (news: RunNews) => void): void {
  const engine = useEngineState();
  const restarts = engine.kind === 'running' ? engine.restarts : null;
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    if (restarts === null) return;
    const listening = api.websiteData.watch.subscribe(undefined, { onData: (news) => latest.current(news) });
    return () => listening.unsubscribe();
  }, [restarts]);
}

export function useRun(): RunControl {
  const control = useContext(RunContext);
  if (control === null) throw new Error('useRun stands outside RunProvider');
  return control;
}
