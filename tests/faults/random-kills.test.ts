import fc from 'fast-check';
import { expect, it } from 'vitest';
import { killedProgram } from './killed-program.ts';
import { KillsReport } from './kills-report.ts';
import { playCase } from './play-case.ts';

const seed = fc.readConfigureGlobal().seed ?? 0;
const wanted = process.env.ORDERBUD_KILLS;
const jobs = Number(process.env.ORDERBUD_JOBS ?? 2);
/** One case alone, to see a failure again. */
const single = process.env.ORDERBUD_KILL_CASE;

/** Plays cases, so many at a time, until there are enough kills; none is begun after one that failed. */
async function playUntil(report: KillsReport, kills: number): Promise<void> {
  const played = new Set(report.present().map(({ n }) => n));
  let next = 0;
  let hasFailed = false;
  const work = async () => {
    while (!hasFailed && report.sum().kills < kills) {
      while (played.has(next)) next += 1;
      const n = next++;
      report.add(
        await playCase(seed, n).catch((error: unknown) => {
          hasFailed = true;
          throw error;
        }),
      );
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: jobs }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
}

it('killed at any points, again and again, with staff at work: nothing is lost, nothing told twice, nothing told that is not so', async () => {
  if (single !== undefined) return void console.log(JSON.stringify(await playCase(seed, Number(single))));
  if (wanted === undefined) {
    for (let n = 0; n < 4; n++) await playCase(seed, n);
    return;
  }
  const report = new KillsReport(seed, (await killedProgram()).textHash);
  await playUntil(report, Number(wanted));
  console.log(JSON.stringify({ seed, ...report.sum(), violations: 0 }));
  expect(report.sum().kills).toBeGreaterThanOrEqual(Number(wanted));
  if (Number(wanted) >= 1000) report.write();
}, 86_400_000);
