import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openKeychain } from '../../../main/engine/secrets/keychain-client.ts';
import { findElectron } from '../../../tools/prepare/find-electron.mjs';
import { WebsiteDataPage } from '../../e2e/pages/website-data-page.ts';
import { presentCommit } from '../../support/present-commit.ts';
import { goOnToTheEnd } from '../invariants.ts';
import { keptCases } from '../kept-cases.ts';
import { openFaultScene } from '../scene.ts';
import { type Entry, entry, killsOf, sumOf, writeEvidence } from './evidence.ts';
import { type Plan, type PlannedKill, planOfCase, victims } from './kill-plan.ts';
import { killInWindow } from './killed-window.ts';
import { Program } from './program.ts';
import { Staff } from './staff.ts';

const seed = Number(process.env.ORDERBUD_SEED ?? 20_261_123);
const wanted = process.env.ORDERBUD_ELECTRON_KILLS;
/** One case alone, to see a failure again. */
const single = process.env.ORDERBUD_KILL_CASE;
/** Read once: what was built for this command is killed in all of it. */
const commit = presentCommit();

/** Kills as planned, lets the program run to its end in the window, and holds all invariants in the file it leaves. */
async function play({ sessions, kills }: Plan): Promise<Omit<Entry, 'n' | 'commit'>> {
  const scene = await openFaultScene({ sessions, customers: 8, isClockRunning: true, keychain: openKeychain() });
  const userData = await mkdtemp(join(tmpdir(), 'orderbud-killed-'));
  const program = new Program(scene.shop.companyPath, userData);
  try {
    scene.shop.session.close();
    const staff = new Staff(scene);
    const hits: PlannedKill[] = [];
    let inRun = 0;
    for (const [index, kill] of kills.entries()) {
      for (let n = 0; n < kill.newOrders; n++) {
        const who = `new${index}-${n}`;
        await scene.placeOrder(`W-${who}`, `${who}@new.example`);
      }
      if (await killInWindow({ scene, program, staff }, kill)) inRun += 1;
      hits.push(kill);
    }
    await program.up();
    await program.ready();
    const window = new WebsiteDataPage(program.page());
    await window.open();
    await window.run();
    await program.close();
    const aftermath = await goOnToTheEnd(scene, { mostUncertain: sessions * inRun });
    staff.findTexts();
    const count = (victim: PlannedKill['victim']) => hits.filter((kill) => kill.victim === victim).length;
    return {
      kills: { engine: count('engine'), shell: count('shell'), both: count('both') },
      inRun,
      arrived: scene.arrived.length,
      acknowledged: scene.history.acknowledged,
      ...aftermath,
    };
  } finally {
    await program.close().catch(() => {});
    await scene.close();
    await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function playCase(n: number): Promise<Entry> {
  try {
    return { n, commit, ...(await play(planOfCase(seed, n))) };
  } catch (error) {
    throw new Error(`See it again: npm run faults -- --electron-kills 1 --seed ${seed} --case ${n}`, { cause: error });
  }
}

if (wanted === undefined) {
  test('engine, shell and both killed with a body under way: all goes on, only those mails are before staff (9.11, 9.17)', async () => {
    const kills = victims.map((victim, index) => ({
      victim,
      at: { point: 'mail server: the whole body came #1' },
      newOrders: 1,
      workBefore: [{ kind: 'ship' as const, order: index }],
      workAt: [{ kind: 'ship' as const, order: 4, event: 3 }],
    }));
    expect(await play({ sessions: 1, kills })).toMatchObject({ inRun: 3, uncertain: 3, uncertainThatArrived: 3 });
  });
} else {
  test('killed again and again in real Electron, with staff at work: nothing is lost, nothing told twice', async () => {
    test.setTimeout(0);
    if (single !== undefined) return void console.log(JSON.stringify(await playCase(Number(single))));
    const kept = keptCases(`electron-kills-${seed}`, entry);
    const played = kept.read();
    while (killsOf(sumOf(played)) < Number(wanted)) {
      const entry = await playCase(played.length);
      kept.add(entry);
      played.push(entry);
      console.log(JSON.stringify(entry));
    }
    if (Number(wanted) >= 100) writeEvidence(seed, Number(wanted), nameOfElectron(), played);
    console.log(JSON.stringify({ seed, cases: played.length, ...sumOf(played), violations: 0 }));
  });
}

/** The shipped engine is a utility process; an Electron too old for the store runs the same file under plain Node. */
function nameOfElectron(): string {
  const electron = findElectron();
  const way = electron?.isOffline ? ', the engine in a plain Node' : ', the engine in a utility process';
  return `Electron ${electron?.version ?? '?'}${way}`;
}
