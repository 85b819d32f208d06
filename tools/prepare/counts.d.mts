export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What the last lines say by name, since the output above is long: what failed, and what passed at the second try only. */
  readonly findings: readonly string[];
}

/** A runner's JSON report, of which each reader knows its own part. */
type Report = Readonly<Record<string, unknown>>;

export function sumCounts(all: readonly Counts[]): Counts;
export function countStep(isOk: boolean, name: string): Counts;
export function countRunner(exitCode: number, file: string, read: (report: Report) => Counts): Counts;
export function readVitest(report: Report): Counts;
export function readPlaywright(report: Report): Counts;
