import type { RunEvent, RunNews } from '../../../shared/website-data.ts';

type Listener = (news: RunNews) => void;

/** Tells every window of the run that goes on, whichever of them started it. */
export class RunFeed {
  private readonly listeners = new Set<Listener>();
  /** What steps each website takes and the last event of each, in the order in which they began; null while nothing runs. */
  private soFar: Map<string, RunEvent> | null = null;

  /** What was told before is told again to whoever comes late. Answers how to stop listening. */
  listen(listener: Listener): () => void {
    if (this.soFar !== null) {
      listener({ kind: 'started' });
      for (const event of this.soFar.values()) listener({ kind: 'event', event });
    }
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  started(): void {
    this.soFar = new Map();
    this.tell({ kind: 'started' });
  }

  event(event: RunEvent): void {
    this.soFar?.set(nameOf(event), event);
    this.tell({ kind: 'event', event });
  }

  ended(): void {
    this.soFar = null;
    this.tell({ kind: 'ended' });
  }

  private tell(news: RunNews): void {
    for (const listener of this.listeners) listener(news);
  }
}

function nameOf(event: RunEvent): string {
  if (event.kind === 'finished') return event.kind;
  return `${event.kind === 'step' ? event.step : event.kind} ${event.websiteName}`;
}
