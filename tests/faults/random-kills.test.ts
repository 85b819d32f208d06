import fc from 'fast-check';
import { expect, it } from 'vitest';
import { goOnToTheEnd } from './invariants.ts';
import { keptCases, seedOfCase } from './kept-cases.ts';
import { type KillAt, runKilledAt } from './kill.ts';
import { openFaultScene } from './scene.ts';

const seed = fc.readConfigureGlobal().seed ?? 0;
const wanted = process.env.ORDERBUD_KILLS;
/** One case alone, to see a failure again. */
const single = process.env.ORDERBUD_KILL_CASE;

const killAt: fc.Arbitrary<KillAt> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((own) => ({ own })),
  fc.integer({ min: 1, max: 30 }).map((outside) => ({ outside })),
  fc.integer({ min: 100, max: 1500 }).map((afterMs) => ({ afterMs })),
);
/** Up to three runs in a row are killed, while staff work at any time. */
const killing = fc.record({
  sessions: fc.constantFrom(1, 3, 5),
  together: fc.constantFrom(1, 1, 3),
  staffWorkAt: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
  kills: fc.array(killAt, { minLength: 1, maxLength: 3 }),
});

/** What one case came to: the kills that hit, and the mails about which staff were asked. */
type Entry = {
  readonly n: number;
  readonly kills: number;
  readonly uncertain: number;
  readonly uncertainThatArrived: number;
};

function caseOf(n: number) {
  const [first] = fc.sample(killing, { numRuns: 1, seed: seedOfCase(seed, n) });
  if (first === undefined) throw new Error('No case');
  return first;
}

async function play(n: number): Promise<Entry> {
  const { sessions, together, staffWorkAt, kills } = caseOf(n);
  const scene = await openFaultScene({ sessions });
  try {
    let hit = 0;
    for (const [index, at] of kills.entries()) {
      // Later runs may have fewer mails than could be waited for
      const atOnce = index === 0 ? Math.min(together, sessions) : 1;
      const { wasKilled } = await runKilledAt(scene, at, { together: atOnce, staffWorkAt });
      if (wasKilled) hit += 1;
      scene.shop.passTime(5);
    }
    return { n, kills: hit, ...(await goOnToTheEnd(scene, { mostUncertain: sessions * hit })) };
  } catch (error) {
    throw new Error(`See it again: npm run faults -- --seed ${seed} --case ${n}`, { cause: error });
  } finally {
    await scene.close();
  }
}

it('killed at any points, once or again and again, with staff at work: nothing is lost, nothing told twice', async () => {
  if (single !== undefined) return void (await play(Number(single)));
  if (wanted === undefined) {
    for (let n = 0; n < 4; n++) await play(n);
    return;
  }
  const report = keptCases<Entry>(`kills-${seed}`);
  const played = report.read();
  while (sumOf(played).kills < Number(wanted)) {
    const entry = await play(played.length);
    played.push(entry);
    report.add(entry);
  }
  console.log(JSON.stringify({ seed, cases: played.length, ...sumOf(played), violations: 0 }));
  expect(sumOf(played).kills).toBeGreaterThanOrEqual(Number(wanted));
}, 86_400_000);

function sumOf(entries: readonly Entry[]): Omit<Entry, 'n'> {
  const sum = (of: keyof Entry) => entries.reduce((total, entry) => total + entry[of], 0);
  return { kills: sum('kills'), uncertain: sum('uncertain'), uncertainThatArrived: sum('uncertainThatArrived') };
}
