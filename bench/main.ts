/**
 * `npm run bench [name ...] [--json] [--keep]`: each figure beside its bound, measured in the same run, and what got worse
 * since the baseline was kept; `--keep` keeps these, here and in docs/evidence/speed.md (bench/README.md).
 */
import { presentCommit } from '../tests/support/present-commit.ts';
import { keptAnew, readBaseline, standingOf, writeBaseline } from './baseline.ts';
import { writeEvidence } from './evidence.ts';
import { benchFindingChanges } from './finding-changes.ts';
import { benchFirstImport } from './first-import.ts';
import { benchMyPagePages, benchMyPagePublishing } from './my-page/my-page.ts';
import { benchPublishingRate } from './my-page/publishing-rate.ts';
import { benchOrderLists } from './order-lists.ts';
import { type BenchResult, goalText, isMet } from './result.ts';
import { type Compared, tableOf } from './table.ts';
import { benchDistance } from './telling/distance.ts';
import { benchMemory } from './telling/memory.ts';
import { benchTelling } from './telling/telling.ts';
import { benchWindow } from './window/window.ts';
import { benchWritingOrders } from './writing-orders.ts';

/** By name only: what takes long, or needs PostgreSQL or a screen. */
const benches = new Map<string, () => Promise<readonly BenchResult[]>>([
  ['finding-changes', benchFindingChanges],
  ['writing-orders', benchWritingOrders],
  ['order-lists', benchOrderLists],
  ['first-import', benchFirstImport],
  ['telling', benchTelling],
  ['distance', benchDistance],
  ['memory', benchMemory],
  ['window', benchWindow],
  ['publishing-rate', benchPublishingRate],
  ['my-page-pages', benchMyPagePages],
  ['my-page-publishing', benchMyPagePublishing],
]);
const withoutName = ['finding-changes', 'writing-orders', 'order-lists'];
const groups = new Map([['my-page', ['my-page-pages', 'my-page-publishing']]]);

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isJson = process.argv.includes('--json');
const baseline = await readBaseline();
const commit = presentCommit();
const results: Compared[] = [];
for (const name of (given.length > 0 ? given : withoutName).flatMap((name) => groups.get(name) ?? [name])) {
  const bench = benches.get(name);
  if (!bench) throw new Error(`No bench is called ${name}: ${[...benches.keys(), ...groups.keys()].join(', ')}`);
  const found = (await bench()).map((result) => compare(name, result));
  results.push(...found);
  // At once: the next may take minutes
  if (!isJson) for (const result of found) console.log(lineOf(result));
}
if (process.argv.includes('--keep')) {
  const kept = keptAnew(baseline, results);
  await writeBaseline(kept);
  await writeEvidence(kept);
}
console.log(isJson ? JSON.stringify(results) : `\n${tableOf(results)}`);
process.exitCode = results.every(isMet) ? 0 : 1;

function compare(bench: string, result: BenchResult): Compared {
  const kept = baseline[result.work];
  return { ...result, bench, commit, standing: standingOf(result, kept), keptRatio: kept?.ratio ?? null };
}

function lineOf(result: BenchResult): string {
  const mark = isMet(result) ? '   ' : '!! ';
  const goal = goalText(result);
  return `${mark}${result.work}: ${result.ratio.toFixed(2)} x${goal && ` (goal: ${goal})`}; ${result.detail}`;
}
