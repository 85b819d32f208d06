/** `npm run bench [name ...] [--json]`: each figure beside its bound, measured in the same run (bench/README.md). */
import { benchFindingChanges } from './finding-changes.ts';
import { benchMyPagePages, benchMyPagePublishing } from './my-page/my-page.ts';
import { benchOrderLists } from './order-lists.ts';
import { type BenchResult, goalText, isMet } from './result.ts';
import { benchTelling } from './telling/telling.ts';
import { benchWritingOrders } from './writing-orders.ts';

/** Those of the desktop run without a name; My page needs PostgreSQL and more room. */
const benches = new Map<string, () => Promise<readonly BenchResult[]>>([
  ['finding-changes', benchFindingChanges],
  ['writing-orders', benchWritingOrders],
  ['order-lists', benchOrderLists],
  ['telling', benchTelling],
  ['my-page-pages', benchMyPagePages],
  ['my-page-publishing', benchMyPagePublishing],
]);
const ofDesktop = ['finding-changes', 'writing-orders', 'order-lists'];
const groups = new Map([['my-page', ['my-page-pages', 'my-page-publishing']]]);

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isJson = process.argv.includes('--json');
const results: BenchResult[] = [];
for (const name of (given.length > 0 ? given : ofDesktop).flatMap((name) => groups.get(name) ?? [name])) {
  const bench = benches.get(name);
  if (!bench) throw new Error(`No bench is called ${name}: ${[...benches.keys(), ...groups.keys()].join(', ')}`);
  const found = await bench();
  results.push(...found);
  // At once: the next may take minutes
  if (!isJson) for (const result of found) console.log(lineOf(result));
}
if (isJson) console.log(JSON.stringify(results));
process.exitCode = results.every(isMet) ? 0 : 1;

function lineOf(result: BenchResult): string {
  const mark = isMet(result) ? '   ' : '!! ';
  return `${mark}${result.work}: ${result.ratio.toFixed(2)} x${goalText(result)}; ${result.detail}`;
}
