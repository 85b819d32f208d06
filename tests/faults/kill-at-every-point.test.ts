import { afterEach, expect, it } from 'vitest';
import { goOnToTheEnd } from './invariants.ts';
import { runKilledAt } from './kill.ts';
import { type FaultScene, openFaultScene } from './scene.ts';
import { sliceOf } from './slice.ts';

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

/** What a run comes by when nothing is wrong: a new commit or call of the program is a new point by itself. */
async function listPoints(): Promise<readonly string[]> {
  const undisturbed = await openFaultScene({ sessions: 1 });
  const { points } = await runKilledAt(undisturbed);
  await goOnToTheEnd(undisturbed, { mostUncertain: 0 });
  await undisturbed.close();
  return points;
}

const all = await listPoints();
/** Every name once; what is after a commit that no mail has a part in is before the next point too. */
const points = sliceOf(all, (point) => point.endsWith(' #1') && !/^after commit of (?!mail)/.test(point));

it('a run has more than 40 points of different names', () => {
  expect(new Set(all.map((point) => point.replace(/ #\d+$/, ''))).size).toBeGreaterThan(40);
});

it.each(points)('killed at "%s": nothing is lost, nothing told twice, nothing shown wrong (9.17)', async (point) => {
  scene = await openFaultScene({ sessions: 1 });
  expect(await runKilledAt(scene, point)).toMatchObject({ wasKilled: true });
  await goOnToTheEnd(scene, { mostUncertain: 1 });
});

it('killed with a body under way in every session: each is before staff, no other mail is (9.11)', async () => {
  const sessions = 3;
  scene = await openFaultScene({ sessions });
  expect(await runKilledAt(scene, 'mail server: the whole body came #1', { together: sessions })).toMatchObject({
    wasKilled: true,
  });
  const aftermath = await goOnToTheEnd(scene, { mostUncertain: sessions });
  expect(aftermath).toEqual({ uncertain: sessions, uncertainThatArrived: sessions });
});

it.each([
  ['mail server: the whole body came #1', "before commit of run(step = 'interrupted')"],
  ['mail server: DATA #1', 'mail server: the whole body came #1'],
  ['before commit of mail +ledger', 'mail server: DATA #1'],
  ['My page: PUT /api/v1/order-histories was done #1', 'My page: PUT /api/v1/order-histories came #1'],
  ['after keychain keeps last-run #1', 'before keychain keeps last-run #1'],
])('killed at "%s" and, going on, at "%s": the same', async (first, second) => {
  scene = await openFaultScene({ sessions: 1 });
  const pointLike = (start: string) => all.find((point) => point.startsWith(start)) ?? start;
  expect(await runKilledAt(scene, pointLike(first))).toMatchObject({ wasKilled: true });
  scene.shop.passTime(5);
  expect(await runKilledAt(scene, pointLike(second))).toMatchObject({ wasKilled: true });
  await goOnToTheEnd(scene, { mostUncertain: 2 });
});
