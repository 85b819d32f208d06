/** `npm run bench [--json]`: each figure beside its bound, measured in the same run; ratios, not times, are compared. */
import { benchFindingChanges } from './finding-changes.ts';
import type { BenchResult } from './result.ts';

const results: readonly BenchResult[] = [...(await benchFindingChanges())];
if (process.argv.includes('--json')) console.log(JSON.stringify(results));
else {
  for (const { work, ratio, goal, detail } of results) {
    console.log(`${work}: ${ratio.toFixed(2)} x (goal: at most ${goal} x); ${detail}`);
  }
}
process.exitCode = results.every(({ ratio, goal }) => ratio <= goal) ? 0 : 1;
