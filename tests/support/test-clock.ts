/** The moment at which test sites stand still unless a test moves their clock. */
export const siteNow = new Date('2026-03-03T09:12:00.000Z');

/** A clock that a test moves; it never moves by itself. */
export type TestClock = { readonly now: () => Date; readonly forward: (step: { readonly minutes: number }) => void };

export function makeClock(start = siteNow): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    forward: ({ minutes }) => {
      at += minutes * 60_000;
    },
  };
}
