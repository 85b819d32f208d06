/** There is more to do than this process can take on. Nothing was done; asked again in a moment it will be. */
export class BusyError extends Error {
  constructor() {
    super('Too much work is waiting');
    this.name = 'BusyError';
  }
}

export type QueueLimits = { readonly atOnce: number; readonly waiting: number };

/**
 * Runs work a few at a time, in the order it came. @throws BusyError at once when as much waits as may.
 *
 * A matter of one process: it bounds the memory and the processors of that one.
 */
export function makeWorkQueue(limits: QueueLimits): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limits.atOnce) {
      if (waiting.length >= limits.waiting) throw new BusyError();
      // Whoever ends hands its place on, so that nobody can slip in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
