import type { EngineChange } from '../../shared/bridge.ts';

/** At most so many times a second windows are told to read again, however much a run or an import writes. */
const pauseMs = 300;

type Listener = (change: EngineChange) => void;

/**
 * Tells windows what is no longer as they show it. The first change is told at once, those that follow within the pause together
 * at its end; that another company is open is never held back.
 */
export class ChangeFeed {
  private readonly listeners = new Set<Listener>();
  private readonly afterMs: (work: () => void, ms: number) => void;
  private isPausing = false;
  private isHeld = false;

  /** @param afterMs does something later; tests name a clock of their own */
  constructor(afterMs: (work: () => void, ms: number) => void = (work, ms) => void setTimeout(work, ms).unref()) {
    this.afterMs = afterMs;
  }

  /** Answers how to stop listening. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Something was written to the open company. */
  written(): void {
    if (this.isPausing) {
      this.isHeld = true;
      return;
    }
    this.tell('written');
    this.isPausing = true;
    this.afterMs(() => this.endPause(), pauseMs);
  }

  /** Another company is open, or none. */
  companyChanged(): void {
    this.tell('company');
  }

  private endPause(): void {
    this.isPausing = false;
    if (!this.isHeld) return;
    this.isHeld = false;
    this.written();
  }

  private tell(change: EngineChange): void {
    for (const listener of this.listeners) listener(change);
  }
}
