import type { SendTiming } from './send-service.ts';

/** A minute, and a second for clocks that do not run alike. */
const windowMs = 61_000;

export type PaceParts = {
  /** 0 for no limit. */
  readonly perMinute: number;
  /** When mails of an earlier run ended, in order of time. */
  readonly earlierMs: readonly number[];
  readonly timing: SendTiming;
};

/**
 * Keeps the mails of a minute below a limit, over all sessions together. A mail counts from its turn until a minute after its
 * end: the server hears of it somewhere between, and a login may take seconds.
 */
export class SendPace {
  private readonly perMinute: number;
  private readonly timing: SendTiming;
  private underWay = 0;
  /** When mails ended, in order of time. */
  private endsMs: readonly number[];
  private waiters: (() => void)[] = [];

  constructor(pace: PaceParts) {
    this.perMinute = pace.perMinute;
    this.timing = pace.timing;
    this.endsMs = pace.earlierMs;
  }

  /** Waits until one more mail may begin. Every turn is ended or given back. @returns false, without a turn, once the signal was given */
  async takeTurn(signal: AbortSignal): Promise<boolean> {
    while (!this.hasRoom()) {
      if (signal.aborted) return false;
      if (this.endsMs.length > 0) await this.timing.wait(this.pauseMs(), signal);
      else await this.nextEnd(signal);
    }
    this.underWay += 1;
    return true;
  }

  /** How long the next mail would have to wait as things stand. */
  pauseMs(): number {
    if (this.hasRoom()) return 0;
    const [oldest] = this.endsMs;
    return oldest === undefined ? windowMs : Math.max(0, oldest + windowMs - this.timing.nowMs());
  }

  endTurn(): void {
    if (this.perMinute > 0) this.endsMs = [...this.endsMs, this.timing.nowMs()];
    this.giveTurnBack();
  }

  /** The server heard of no mail. */
  giveTurnBack(): void {
    this.underWay -= 1;
    for (const wake of this.waiters.splice(0)) wake();
  }

  private nextEnd(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiters.push(wake);
      signal.addEventListener('abort', wake);
    });
  }

  private hasRoom(): boolean {
    const nowMs = this.timing.nowMs();
    this.endsMs = this.endsMs.filter((endMs) => endMs + windowMs > nowMs);
    return this.perMinute === 0 || this.underWay + this.endsMs.length < this.perMinute;
  }
}

/** What ends the waiting for a turn: the cancel of the run, or `wake`. */
export type Waiting = { readonly signal: AbortSignal; readonly wake: () => void };

export function waitingUntil(cancelled: AbortSignal | undefined): Waiting {
  const woken = new AbortController();
  return {
    signal: cancelled === undefined ? woken.signal : AbortSignal.any([cancelled, woken.signal]),
    wake: () => woken.abort(),
  };
}
