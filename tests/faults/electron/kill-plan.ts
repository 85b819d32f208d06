import fc from 'fast-check';
import { seedOfCase } from '../kept-cases.ts';

/** Whose process is killed: the engine alone, the shell, which takes windows and program with it, or both at once. */
export const victims = ['engine', 'shell', 'both'] as const;
export type Victim = (typeof victims)[number];

/**
 * When: at what the mail server and My page hear, by name or by its number since the click on Start; a while after that click; or a
 * while after the program, or its new engine, came up, before staff did anything.
 */
export type Moment =
  | { readonly point: string }
  | { readonly outside: number }
  | { readonly afterMs: number }
  | { readonly openingMs: number };

/** What staff do to one order of the list, by its place in it. */
export type StaffWork = { readonly kind: 'ship' | 'pick' | 'note'; readonly order: number };

export type PlannedKill = {
  readonly victim: Victim;
  readonly at: Moment;
  /** Orders that customers place before the run. */
  readonly newOrders: number;
  readonly workBefore: readonly StaffWork[];
  /** Work beside the run: at which event outside. */
  readonly workAt: readonly (StaffWork & { readonly event: number })[];
};

export type Plan = { readonly sessions: number; readonly kills: readonly PlannedKill[] };

const work = {
  kind: fc.constantFrom<StaffWork['kind']>('ship', 'ship', 'pick', 'note'),
  order: fc.integer({ min: 0, max: 99 }),
};
/** Where a kill decides what becomes of a mail. */
const mailPoint = fc
  .tuple(fc.constantFrom('MAIL FROM', 'RCPT TO', 'DATA', 'the whole body came'), fc.integer({ min: 1, max: 5 }))
  .map(([command, time]) => ({ point: `mail server: ${command} #${time}` }));
const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 3, arbitrary: mailPoint },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }).map((outside) => ({ outside })) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 900 }).map((afterMs) => ({ afterMs })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 300 }).map((openingMs) => ({ openingMs })) },
);
const plan = fc.record({
  sessions: fc.constantFrom(1, 3, 5),
  kills: fc.array(
    fc.record({
      victim: fc.constantFrom(...victims),
      at: moment,
      newOrders: fc.constantFrom(0, 0, 1),
      workBefore: fc.array(fc.record(work), { minLength: 1, maxLength: 5 }),
      workAt: fc.array(fc.record({ ...work, event: fc.integer({ min: 1, max: 30 }) }), { maxLength: 3 }),
    }),
    { minLength: 4, maxLength: 6 },
  ),
});

export function planOfCase(seed: number, n: number): Plan {
  const [first] = fc.sample(plan, { numRuns: 1, seed: seedOfCase(seed, n) });
  if (first === undefined) throw new Error('No case');
  return first;
}
