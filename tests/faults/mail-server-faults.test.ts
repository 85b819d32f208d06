import { afterEach, describe, expect, it } from 'vitest';
import type { MailCatcherHooks, Misbehaviour } from '../../demo/mail-catcher.ts';
import { goOnToTheEnd } from './invariants.ts';
import { type FaultScene, openFaultScene } from './scene.ts';
import { sliceOf } from './slice.ts';

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

type Point = Exclude<keyof MailCatcherHooks, 'onBody'>;
const points: readonly Point[] = ['onConnect', 'onLogin', 'onSender', 'onRecipient', 'onMessage'];
const replies = [
  '421 4.3.2 closing',
  '450 4.2.0 greylisted, come again',
  '451 4.3.0 later',
  '452 4.5.3 too many',
  '535 5.7.8 wrong login',
  '550 5.7.1 relay denied',
  '553 5.7.1 not your sender',
  '554 5.7.1 policy',
] as const;
const misbehaviours: readonly (readonly [string, Misbehaviour])[] = [
  ...replies.map((reply): [string, Misbehaviour] => [reply, { reply }]),
  ['the line cut', 'cut'],
  ['the line reset', 'reset'],
];
const chosen = ['421 4.3.2 closing', '451 4.3.0 later', '550 5.7.1 relay denied', 'the line cut'];

/** Where a server goes wrong: the first time, every second time, or always. */
const often = {
  once: (time: number) => time === 1,
  'every second time': (time: number) => time % 2 === 1,
  always: () => true,
};

/** Customers with news whose mails would go out. */
const mails = 4;

async function runAndGoOn(hooks: MailCatcherHooks): Promise<void> {
  scene = await openFaultScene();
  scene.faults.mailServer = hooks;
  const { website } = await scene.shop.getWebsiteData();
  const { planned, accepted, waiting, refused, uncertain, held } = website;
  expect(planned).toBe(mails);
  expect(accepted + waiting + refused + uncertain + held).toBe(planned);
  expect(website).toMatchObject({ fetchProblem: null, publishProblem: null, updateProblem: null });
  await goOnToTheEnd(scene, { mostUncertain: uncertain });
}

describe.each(points)('%s', (point) => {
  describe.each(sliceOf(Object.entries(often), ([how]) => how === 'every second time'))('%s', (_how, isNow) => {
    it.each(sliceOf(misbehaviours, ([what]) => chosen.includes(what)))(
      '%s: all is kept, and the next runs tell each customer once',
      async (_what, misbehaviour) => {
        let time = 0;
        const misbehave = () => {
          time += 1;
          return isNow(time) ? misbehaviour : undefined;
        };
        await runAndGoOn({ [point]: misbehave });
        expect(time).toBeGreaterThan(0);
      },
    );
  });
});

it.each(['cut', 'reset'] as const)(
  'the line %s in the body: staff are asked, and tell anew what did not arrive',
  async (how) => {
    await runAndGoOn({ onBody: () => how });
  },
);
