/**
 * Runs of Get Website Data on a disk with little room, in a mount name space of their own:
 * `disk-full-run.ts <folder> <KiB left> ...`. Mounts a small disk on the folder, and tells on its output what became of each run.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupFolder } from '../../main/engine/db/backup-service.ts';
import { openEngineLog } from '../../main/engine/logging/engine-log.ts';
import { failureOf } from '../../main/engine/trpc.ts';
import { goOnToTheEnd } from './invariants.ts';
import { type FaultScene, openFaultScene } from './scene.ts';
import { ship } from './ship.ts';
import { readShopFacts } from './shop-facts.ts';

const [folder = '', ...left] = process.argv.slice(2);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'inherit' });
assert.equal(mounted.status, 0);

for (const kiB of left.map(Number)) {
  const scene = await openFaultScene({ folder });
  await backupIsMade(scene);
  const log = openEngineLog(folder);
  const ballast = join(folder, 'ballast');
  fillUp(ballast, kiB);
  const run = await outcomeOf(() => scene.shop.getWebsiteData({ onUnexpected: () => {} }));
  const edit = await outcomeOf(async () => ship(scene.shop.session.company().db, 1));
  if (edit.kind === 'done') scene.history.end(readShopFacts(scene.shop.session.company().db), true);
  rmSync(ballast);
  const asKilled = leaveAsKilled(scene);
  scene.shop.session.close();
  fillUp(ballast, kiB);
  const opening = await openAndClose(scene, scene.shop.companyPath);
  const openingKilled = await openAndClose(scene, asKilled);
  // What there is no room to note must not end the program
  for (let line = 0; line < 100; line++) log.unexpected('disk full', new Error('Something happened'));
  rmSync(ballast);
  const aftermath = await goOnToTheEnd(scene, { mostUncertain: 4 });
  const problems = run.kind === 'failed' ? [codeOf(run)] : problemsOf(run.value.website);
  process.stdout.write(
    `${JSON.stringify({ kiB, problems, isEditStored: edit.kind === 'done', opening: codeOf(opening), openingKilled: codeOf(openingKilled), ...aftermath })}\n`,
  );
  await scene.close();
}

type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown };

async function outcomeOf<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** A copy of the company as a program that was killed just now leaves it. */
function leaveAsKilled({ shop }: FaultScene): string {
  const copy = join(dirname(shop.companyPath), 'killed.orderbud');
  for (const end of ['', '-wal']) copyFileSync(`${shop.companyPath}${end}`, `${copy}${end}`);
  return copy;
}

async function openAndClose({ shop }: FaultScene, path: string): Promise<Outcome<unknown>> {
  const outcome = await outcomeOf(() => shop.session.open(path));
  shop.session.close();
  return outcome;
}

/** What a window would say of it. */
function codeOf(outcome: Outcome<unknown>): string {
  return outcome.kind === 'done' ? 'done' : failureOf(outcome.error).appCode;
}

/** Leaves so much room and no more. */
function fillUp(path: string, kiB: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - kiB * 1024)));
}

function problemsOf(report: {
  readonly fetchProblem: string | null;
  readonly publishProblem: string | null;
  readonly sendProblem: string | null;
  readonly updateProblem: string | null;
}): readonly string[] {
  const { fetchProblem, publishProblem, sendProblem, updateProblem } = report;
  return [fetchProblem, publishProblem, sendProblem, updateProblem].filter((problem) => problem !== null);
}

/** The daily backup begins when a company is opened and takes room beside the work. */
async function backupIsMade({ shop }: FaultScene): Promise<void> {
  const made = () => readdirSync(backupFolder(shop.companyPath)).some((name) => name.endsWith('.orderbud'));
  while (!made()) await new Promise(setImmediate);
}
