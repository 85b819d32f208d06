import { setTimeout as after } from 'node:timers/promises';
import { WebsiteDataPage } from '../../e2e/pages/website-data-page.ts';
import { numbered } from '../points.ts';
import type { FaultScene } from '../scene.ts';
import type { PlannedKill } from './kill-plan.ts';
import type { Program } from './program.ts';
import type { Staff } from './staff.ts';

type Place = { readonly scene: FaultScene; readonly program: Program; readonly staff: Staff };

/**
 * Staff work, click Get Website Data and Start in the window; then the program is killed as planned. A run that is over before its
 * moment came is followed by the kill. @returns whether the run was under way when it was killed
 */
export async function killInWindow({ scene, program, staff }: Place, kill: PlannedKill): Promise<boolean> {
  await program.up();
  if ('openingMs' in kill.at) {
    await after(kill.at.openingMs);
    program.kill(kill.victim);
    await program.afterKill(kill.victim);
    return false;
  }
  await program.ready();
  const page = program.page();
  for (const work of kill.workBefore) await staff.work(page, work);
  const window = new WebsiteDataPage(page);
  await window.open();
  const strike = struckOnce(scene, { program, staff }, kill);
  await window.start().click();
  if ('afterMs' in kill.at) void after(kill.at.afterMs).then(strike.kill);
  const isOver = window
    .finish()
    .waitFor({ timeout: 60_000 })
    .then(
      () => true,
      // The window has gone, or the engine, whose failed run ends without a report
      () => false,
    );
  const wasOver = await Promise.race([strike.done.then(() => false), isOver]);
  strike.kill();
  await strike.settled();
  await program.afterKill(kill.victim);
  scene.faults.mailServer = {};
  scene.faults.website = {};
  return !wasOver;
}

/** Watches what comes to the outside and kills once, there or when it is told to. */
function struckOnce(
  { faults }: FaultScene,
  { program, staff }: Omit<Place, 'scene'>,
  { victim, at, workAt }: PlannedKill,
) {
  let isKilled = false;
  let tellDone = () => {};
  const done = new Promise<void>((resolve) => {
    tellDone = resolve;
  });
  const kill = () => {
    if (isKilled) return;
    isKilled = true;
    program.kill(victim);
    tellDone();
  };
  const page = program.page();
  const beside: Promise<void>[] = [];
  let events = 0;
  const reach = numbered((point) => {
    if (isKilled) return;
    events += 1;
    for (const { event, ...work } of workAt) if (event === events) beside.push(staff.work(page, work));
    if (('point' in at && at.point === point) || ('outside' in at && at.outside === events)) kill();
  });
  // What comes to the outside counts as come only once the engine is gone
  const reached = async (name: string) => {
    reach(name);
    if (isKilled) await program.engineGone();
    return undefined;
  };
  faults.mailServer = {
    onConnect: () => reached('mail server: a line is opened'),
    onLogin: () => reached('mail server: login'),
    onSender: () => reached('mail server: MAIL FROM'),
    onRecipient: () => reached('mail server: RCPT TO'),
    onBody: () => reached('mail server: DATA'),
    onMessage: () => reached('mail server: the whole body came'),
  };
  faults.website = {
    onCall: ({ method, path }) => reached(`My page: ${method} ${path} came`),
    onAnswer: ({ method, path }) => reached(`My page: ${method} ${path} was done`),
  };
  return { kill, done, settled: () => Promise.all(beside) };
}
