/** One measured ratio: the work against its bound, both of the same run. */
export type BenchResult = {
  readonly work: string;
  /** Median of the rounds. */
  readonly ratio: number;
  readonly goal: number;
  readonly detail: string;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
