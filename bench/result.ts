/** The least and the most ratio of some rounds. */
export type Spread = readonly [least: number, most: number];

/** One measured ratio: the work against its bound, both of the same run. */
export type BenchResult = {
  readonly work: string;
  /** Of the medians or p95s of the rounds, as `detail` says. */
  readonly ratio: number;
  /** The least and the most of the rounds, where there were several. */
  readonly spread?: Spread;
  /** Infinity where the ratio is only told. */
  readonly goal: number;
  /** More is better, and the ratio is to be at least the goal; else at most. */
  readonly isLeast?: boolean;
  /** The time that is bound too, where one is. */
  readonly ms?: number;
  readonly goalMs?: number;
  readonly detail: string;
};

export function isMet({
  ratio,
  goal,
  isLeast = false,
  ms = 0,
  goalMs = Number.POSITIVE_INFINITY,
}: BenchResult): boolean {
  return (!Number.isFinite(goal) || (isLeast ? ratio >= goal : ratio <= goal)) && ms < goalMs;
}

/** What a result is held to; empty where nothing binds it. */
export function goalText({ goal, isLeast = false, goalMs = Number.POSITIVE_INFINITY }: BenchResult): string {
  const goals = [
    Number.isFinite(goal) ? `at ${isLeast ? 'least' : 'most'} ${goal} x` : '',
    Number.isFinite(goalMs) ? `below ${goalMs} ms` : '',
  ].filter((text) => text !== '');
  return goals.join(', ');
}

/** @throws Error when nothing was measured */
export function spreadOf(ratios: readonly number[]): Spread {
  if (ratios.length === 0) throw new Error('No ratio was measured');
  return [Math.min(...ratios), Math.max(...ratios)];
}

export function spreadText([least, most]: Spread): string {
  return `${least.toFixed(2)} to ${most.toFixed(2)}`;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that so many in a hundred do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}

/** Processor time of some work, in milliseconds: what else the machine does, and waiting for its disk, is not in it. */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
