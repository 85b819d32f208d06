import { afterEach, expect, it } from 'vitest';
import { goOnToTheEnd } from './invariants.ts';
import { runKilledAt } from './kill.ts';
import { type FaultScene, type Faults, openFaultScene } from './scene.ts';
import { sliceOf } from './slice.ts';

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

/** An answer that never comes. */
const silence = () => new Promise<undefined>(() => {});
const sessions = 3;

const cases: readonly (readonly [string, Faults, number])[] = [
  ['the mail server before its greeting', { mailServer: { onConnect: silence } }, 0],
  ['the mail server at the login', { mailServer: { onLogin: silence } }, 0],
  ['the mail server at MAIL FROM', { mailServer: { onSender: silence } }, 0],
  ['the mail server at RCPT TO', { mailServer: { onRecipient: silence } }, 0],
  ['the mail server after the body', { mailServer: { onMessage: silence } }, Number.POSITIVE_INFINITY],
  ['My page before it does anything', { website: { onCall: silence } }, 0],
  ['My page after it did what it was asked', { website: { onAnswer: silence } }, 0],
];

it.each(sliceOf(cases, ([who]) => /after/.test(who)))(
  '%s is silent for a whole run: it comes to its end, and the next ones lose and double nothing',
  async (_who, faults, mostUncertain) => {
    scene = await openFaultScene({ sessions });
    const { wasKilled } = await runKilledAt(scene, '', { faults, isHasty: true });
    expect(wasKilled).toBe(false);
    await goOnToTheEnd(scene, { mostUncertain });
  },
);
