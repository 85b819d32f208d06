import { goOnToTheEnd } from './invariants.ts';
import { type KillAt, runKilledAt } from './kill.ts';
import type { PlayedCase } from './kills-report.ts';
import { caseOf, faultsOf } from './random-case.ts';
import { openFaultScene } from './scene.ts';

/** @throws Error that names the case, so that it can be seen again */
export async function playCase(seed: number, n: number): Promise<PlayedCase> {
  const { sessions, together, startsAt, rounds } = caseOf(seed, n);
  const scene = await openFaultScene({ sessions, startsAt });
  const kills = { own: 0, outside: 0, timed: 0 };
  let mostUncertain = 0;
  try {
    for (const [index, round] of rounds.entries()) {
      if (round.hasNewOrder) await scene.placeOrder(`W-1${index}${index}`, `customer${index}@late.example`);
      const { wasKilled } = await runKilledAt(scene, round.kill, {
        // Later runs may have fewer mails than could be waited for, and so may one in which something else goes wrong
        together: index === 0 && round.fault === null ? Math.min(together, sessions) : 1,
        work: round.work,
        faults: faultsOf(round.fault, () => {
          mostUncertain += 1;
        }),
        isHasty: round.fault?.how === 'silence',
      });
      if (wasKilled) {
        kills[kindOf(round.kill)] += 1;
        mostUncertain += sessions;
      }
      scene.shop.passTime(round.minutes);
    }
    const { uncertain, uncertainThatArrived } = await goOnToTheEnd(scene, { mostUncertain });
    const { acknowledged } = scene.history;
    return {
      n,
      kills,
      runs: rounds.length,
      acknowledged,
      mails: scene.arrived.length,
      uncertain,
      uncertainThatArrived,
    };
  } catch (error) {
    throw new Error(`See it again: npm run faults -- --seed ${seed} --case ${n}`, { cause: error });
  } finally {
    await scene.close();
  }
}

function kindOf(kill: KillAt): keyof PlayedCase['kills'] {
  if (typeof kill === 'object' && 'afterMs' in kill) return 'timed';
  return typeof kill === 'object' && 'outside' in kill ? 'outside' : 'own';
}
