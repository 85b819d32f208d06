/** `npm run bench [--json]`: each figure beside its bound, measured in the same run (bench/README.md). */
import { benchFindingChanges } from './finding-changes.ts';
import { benchOrderLists } from './order-lists.ts';
import { type BenchResult, isMet } from './result.ts';
import { benchWritingOrders } from './writing-orders.ts';

const results: readonly BenchResult[] = [
  ...(await benchFindingChanges()),
  ...(await benchWritingOrders()),
  ...(await benchOrderLists()),
];
if (process.argv.includes('--json')) console.log(JSON.stringify(results));
else {
  for (const result of results) {
    const goal = Number.isFinite(result.goal) ? ` (goal: at most ${result.goal} x)` : '';
    console.log(
      `${isMet(result) ? '   ' : '!! '}${result.work}: ${result.ratio.toFixed(2)} x${goal}; ${result.detail}`,
    );
  }
}
process.exitCode = results.every(isMet) ? 0 : 1;
