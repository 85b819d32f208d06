import type { RunEvent, RunStep } from '../../../shared/website-data.ts';

export type OnRunEvent = (event: RunEvent) => void;

/** Tells a window how far one step of one website has come, and how long the rest may take. */
export class StepProgress {
  private readonly startedMs: number;
  private readonly tell: (progress: {
    state: 'running' | 'done' | 'failed';
    done: number;
    of: number | null;
    etaMs: number | null;
  }) => void;
  private readonly nowMs: () => number;
  private done = 0;
  private of: number | null = null;

  constructor(
    step: RunStep,
    websiteName: string,
    parts: { readonly onEvent: OnRunEvent; readonly nowMs: () => number },
  ) {
    this.nowMs = parts.nowMs;
    this.startedMs = parts.nowMs();
    this.tell = (progress) => parts.onEvent({ kind: 'step', websiteName, step, ...progress });
    this.tell({ state: 'running', done: 0, of: null, etaMs: null });
  }

  at(done: number, of: number | null): void {
    this.done = done;
    this.of = of;
    this.tell({ state: 'running', done, of, etaMs: remainingMs(this.nowMs() - this.startedMs, done, of) });
  }

  end(state: 'done' | 'failed'): void {
    this.tell({ state, done: this.done, of: this.of, etaMs: 0 });
  }
}

/** How long the rest takes if it goes on as it went; null while nothing can be said. */
export function remainingMs(elapsedMs: number, done: number, of: number | null): number | null {
  if (of === null || done === 0) return null;
  return Math.round((elapsedMs / done) * Math.max(0, of - done));
}
