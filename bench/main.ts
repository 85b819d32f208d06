/** `npm run bench [name ...] [--json]`: each figure beside its bound, measured in the same run (bench/README.md). */
import { benchFindingChanges } from './finding-changes.ts';
import { benchMyPage } from './my-page/my-page.ts';
import { benchOrderLists } from './order-lists.ts';
import { type BenchResult, goalText, isMet } from './result.ts';
import { benchWritingOrders } from './writing-orders.ts';

/** Those of the desktop run without a name; My page needs PostgreSQL and more room. */
const benches = new Map<string, () => Promise<readonly BenchResult[]>>([
  ['finding-changes', benchFindingChanges],
  ['writing-orders', benchWritingOrders],
  ['order-lists', benchOrderLists],
  ['my-page', benchMyPage],
]);
const ofDesktop = ['finding-changes', 'writing-orders', 'order-lists'];

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const results: BenchResult[] = [];
for (const name of given.length > 0 ? given : ofDesktop) {
  const bench = benches.get(name);
  if (!bench) throw new Error(`No bench is called ${name}: ${[...benches.keys()].join(', ')}`);
  results.push(...(await bench()));
}
if (process.argv.includes('--json')) console.log(JSON.stringify(results));
else {
  for (const result of results) {
    console.log(
      `${isMet(result) ? '   ' : '!! '}${result.work}: ${result.ratio.toFixed(2)} x${goalText(result)}; ${result.detail}`,
    );
  }
}
process.exitCode = results.every(isMet) ? 0 : 1;
