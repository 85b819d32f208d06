import { closeSync, openSync, readSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { goOnToTheEnd } from './invariants.ts';
import { runKilledAt } from './kill.ts';
import { type FaultScene, openFaultScene } from './scene.ts';
import { isLong, sliceOf } from './slice.ts';

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

/** Where in what was not yet on the disk, as a share of it, and what became of the bytes behind. */
type Loss = { readonly from: number; readonly how: 'cut off' | 'scrambled' };

/** Takes back what the disk had not promised to keep. The index beside the log is no file of the disk's, and goes. */
function losePower(companyPath: string, [kept, written]: readonly [number, number], loss: Loss): void {
  const wal = `${companyPath}-wal`;
  expect(statSync(wal).size).toBe(written);
  const at = kept + Math.floor((written - kept) * loss.from);
  if (loss.how === 'cut off') truncateSync(wal, at);
  else scramble(wal, at, written);
  rmSync(`${companyPath}-shm`, { force: true });
}

function scramble(path: string, from: number, to: number): void {
  const file = openSync(path, 'r+');
  const bytes = Buffer.alloc(to - from);
  readSync(file, bytes, 0, bytes.length, from);
  for (let at = 0; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
}

const commits = await listCommits();

/** Those of a run that write something, by what they write. */
async function listCommits(): Promise<readonly string[]> {
  const undisturbed = await openFaultScene({ sessions: 1 });
  const { points, walBytes } = await runKilledAt(undisturbed);
  await undisturbed.close();
  return points
    .filter((point) => point.startsWith('after '))
    .map((point) => point.slice('after '.length))
    .filter((commit) => (walBytes.get(`after ${commit}`) ?? 0) > (walBytes.get(`before ${commit}`) ?? 0));
}

const ways: fc.Arbitrary<Loss> = fc.record({
  from: fc.double({ min: 0, max: 0.999, noNaN: true }),
  how: fc.constantFrom('cut off', 'scrambled'),
});
const lossesPerCommit = isLong ? 20 : 1;
/** The same ways in every run of the tests (fixed-seed.ts). */
const losses = fc.sample(ways, {
  numRuns: commits.length * lossesPerCommit,
  seed: fc.readConfigureGlobal().seed ?? 0,
});

const cases = sliceOf(
  losses.map((loss, n) => ({ commit: commits[Math.floor(n / lossesPerCommit)] ?? '', ...loss })),
  ({ commit }) => /^commit of (mail|\+order_news|\+contact|order_publication).* #1$/.test(commit),
);

it.each(cases)(
  'the power fails in the $commit, what the disk had not confirmed is $how: the file opens, and nothing is lost or told twice',
  async ({ commit, ...loss }) => {
    scene = await openFaultScene({ sessions: 1 });
    const { wasKilled, walBytes } = await runKilledAt(scene, `after ${commit}`);
    expect(wasKilled).toBe(true);
    const kept = walBytes.get(`before ${commit}`) ?? 0;
    losePower(scene.shop.companyPath, [kept, walBytes.get(`after ${commit}`) ?? 0], loss);
    await goOnToTheEnd(scene, { mostUncertain: 1 });
  },
);

it('every commit waits for the disk', async () => {
  scene = await openFaultScene();
  const { db } = scene.shop.session.company();
  expect([db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })]).toEqual(['wal', 2]);
});
