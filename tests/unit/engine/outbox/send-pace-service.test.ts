import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SendPace } from '../../../../main/engine/outbox/send-pace-service.ts';
import { runs } from '../../../support/runs.ts';

/** A clock that waiting moves on. */
function clockAt(startMs = 0) {
  const clock = { nowMs: startMs };
  const wait = async (ms: number) => {
    clock.nowMs += ms;
  };
  return { clock, timing: { nowMs: () => clock.nowMs, wait } };
}

const goOn = new AbortController().signal;

test('no minute holds more mails than the limit, however long each takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 100, maxLength: 100 }),
      async (perMinute, lastsMs) => {
        const { clock, timing } = clockAt();
        const pace = new SendPace({ perMinute, earlierMs: [], timing });
        const starts: number[] = [];
        for (const lastMs of lastsMs) {
          await pace.takeTurn(goOn);
          starts.push(clock.nowMs);
          clock.nowMs += lastMs;
          pace.endTurn();
        }
        for (const [index, startMs] of starts.entries()) {
          const earlier = starts[index - perMinute];
          if (earlier !== undefined) expect(startMs - earlier).toBeGreaterThan(60_000);
        }
      },
    ),
    { numRuns: runs(50) },
  );
});

test('mails go without a pause until the limit is reached', async () => {
  const { clock, timing } = clockAt();
  const pace = new SendPace({ perMinute: 3, earlierMs: [], timing });
  for (const _mail of [1, 2, 3]) {
    expect(await pace.takeTurn(goOn)).toBe(true);
    pace.endTurn();
  }
  expect(clock.nowMs).toBe(0);
  expect(pace.pauseMs()).toBe(61_000);
});

test('a mail that is under way counts until a minute after its end', async () => {
  const { clock, timing } = clockAt();
  const pace = new SendPace({ perMinute: 1, earlierMs: [], timing });
  await pace.takeTurn(goOn);
  const second = pace.takeTurn(goOn);
  clock.nowMs = 9_000;
  pace.endTurn();
  await second;
  expect(clock.nowMs).toBe(70_000);
});

test('what left before counts until its minute is over', () => {
  const { clock, timing } = clockAt(0);
  const pace = new SendPace({ perMinute: 2, earlierMs: [-50_000, -20_000], timing });
  expect(pace.pauseMs()).toBe(11_000);
  clock.nowMs = 11_000;
  expect(pace.pauseMs()).toBe(0);
});

test('a turn that is given back is there for the next', async () => {
  const { clock, timing } = clockAt();
  const pace = new SendPace({ perMinute: 1, earlierMs: [], timing });
  await pace.takeTurn(goOn);
  const second = pace.takeTurn(goOn);
  pace.giveTurnBack();
  expect(await second).toBe(true);
  expect(clock.nowMs).toBe(0);
});

test('who no longer wants a turn gets none', async () => {
  const { timing } = clockAt();
  const pace = new SendPace({ perMinute: 1, earlierMs: [], timing });
  await pace.takeTurn(goOn);
  const cancel = new AbortController();
  const second = pace.takeTurn(cancel.signal);
  cancel.abort();
  expect(await second).toBe(false);
});

test('without a limit nothing waits', async () => {
  const { clock, timing } = clockAt();
  const pace = new SendPace({ perMinute: 0, earlierMs: [0, 0, 0], timing });
  expect(await pace.takeTurn(goOn)).toBe(true);
  expect([pace.pauseMs(), clock.nowMs]).toEqual([0, 0]);
});
