import fc from 'fast-check';
import type { Misbehaviour } from '../../demo/mail-catcher.ts';
import type { FaultyAnswer } from '../support/faulty-proxy.ts';
import { anyDeed } from './deeds.ts';
import { seedOfCase } from './kept-cases.ts';
import type { KillAt } from './kill.ts';
import type { Faults } from './scene.ts';

/** Points of its own, of the other side, and moments: a run on an idle machine takes about 0.4 s. */
const killAt: fc.Arbitrary<KillAt> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((own) => ({ own })),
  fc.integer({ min: 1, max: 30 }).map((outside) => ({ outside })),
  fc.integer({ min: 0, max: 600 }).map((afterMs) => ({ afterMs })),
);

const mailPoints = ['onConnect', 'onLogin', 'onSender', 'onRecipient', 'onMessage'] as const;
const mailFault = fc.record({
  side: fc.constant('mail' as const),
  point: fc.constantFrom(...mailPoints),
  how: fc.constantFrom('421 4.3.2 closing', '450 4.2.0 greylisted', '452 4.5.3 too many', 'cut', 'reset', 'silence'),
  every: fc.constantFrom(1, 2, 3),
});
const websiteFault = fc.record({
  side: fc.constant('website' as const),
  call: fc.integer({ min: 1, max: 6 }),
  how: fc.constantFrom('500', 'cut', 'HTML', 'silence'),
  isDone: fc.boolean(),
});
export type RandomFault =
  typeof mailFault extends fc.Arbitrary<infer A>
    ? typeof websiteFault extends fc.Arbitrary<infer B>
      ? A | B
      : never
    : never;

const round = fc.record({
  kill: killAt,
  work: fc.array(
    fc.record({
      atEvent: fc.oneof(
        { weight: 1, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
      ),
      deed: anyDeed,
    }),
    { maxLength: 6 },
  ),
  /** Of our clock until the next run; it may be set back. */
  minutes: fc.constantFrom(5, 5, 5, 5, 180, 25 * 60, -1, -60, -24 * 60),
  hasNewOrder: fc.constantFrom(false, false, true),
  fault: fc.option(fc.oneof(mailFault, websiteFault), { freq: 3, nil: null }),
});

/** Runs in a row, most of them killed, while staff work before and during them, and the other side goes wrong now and then. */
const anyCase = fc.record({
  sessions: fc.constantFrom(1, 3, 5),
  together: fc.constantFrom(1, 1, 3),
  /** An ordinary day, the nights in which clocks change in Europe, the night of a new year. */
  startsAt: fc.constantFrom(
    '2026-03-03T09:12:00.000Z',
    '2026-03-28T22:40:00.000Z',
    '2026-10-24T23:40:00.000Z',
    '2026-12-31T22:40:00.000Z',
  ),
  rounds: fc.array(round, { minLength: 4, maxLength: 8 }),
});
export type RandomCase = typeof anyCase extends fc.Arbitrary<infer One> ? One : never;

export function caseOf(seed: number, n: number): RandomCase {
  const [first] = fc.sample(anyCase, { numRuns: 1, seed: seedOfCase(seed, n) });
  if (first === undefined) throw new Error('No case');
  return first;
}

/** What a fault does on the other side. @param onBodyLost told of each mail whose sender may not know what became of it */
export function faultsOf(fault: RandomFault | null, onBodyLost: () => void): Faults {
  if (fault === null) return {};
  let time = 0;
  if (fault.side === 'website') {
    const answer = async () => {
      time += 1;
      return time === fault.call ? answerOf(fault.how) : undefined;
    };
    return { website: fault.isDone ? { onAnswer: answer } : { onCall: answer } };
  }
  const misbehave = (): Misbehaviour | undefined | Promise<undefined> => {
    time += 1;
    if (time % fault.every !== 0) return undefined;
    if (fault.how === 'silence' || fault.how === 'cut' || fault.how === 'reset') onBodyLost();
    if (fault.how === 'silence') return new Promise<undefined>(() => {});
    return fault.how === 'cut' || fault.how === 'reset' ? fault.how : { reply: fault.how };
  };
  return { mailServer: { [fault.point]: misbehave } };
}

function answerOf(how: 'cut' | '500' | 'HTML' | 'silence'): FaultyAnswer | Promise<undefined> {
  if (how === 'silence') return new Promise<undefined>(() => {});
  if (how === 'cut') return 'cut';
  return how === '500'
    ? { status: 500, headers: { 'content-type': 'application/json' }, body: '{"error":"unavailable","message":""}' }
    : { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Under maintenance</html>' };
}
