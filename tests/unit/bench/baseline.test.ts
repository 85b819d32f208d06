import { describe, expect, it } from 'vitest';
import { keptAnew, standingOf } from '../../../bench/baseline.ts';
import type { BenchResult } from '../../../bench/result.ts';

const measured = (part: Partial<BenchResult>): BenchResult => ({
  work: 'Finding changes',
  ratio: 1,
  goal: 1.5,
  detail: '',
  ...part,
});

describe('a measured ratio against the one that was kept', () => {
  it('is new where nothing was kept of its work', () => {
    expect(standingOf(measured({}), undefined)).toBe('new');
  });

  it('is the same within what a busy machine moves a ratio by itself', () => {
    expect(standingOf(measured({ ratio: 1.14 }), { ratio: 1 })).toBe('same');
    expect(standingOf(measured({ ratio: 0.86 }), { ratio: 1 })).toBe('same');
  });

  it('is worse when it rose beyond that where less is better', () => {
    expect(standingOf(measured({ ratio: 1.2 }), { ratio: 1 })).toBe('worse');
    expect(standingOf(measured({ ratio: 0.8 }), { ratio: 1 })).toBe('better');
  });

  it('is worse when it fell beyond that where more is better', () => {
    expect(standingOf(measured({ ratio: 0.8, isLeast: true }), { ratio: 1 })).toBe('worse');
    expect(standingOf(measured({ ratio: 1.2, isLeast: true }), { ratio: 1 })).toBe('better');
  });

  it('is the same within the rounds of either measurement', () => {
    expect(standingOf(measured({ ratio: 1.3 }), { ratio: 1, spread: [0.9, 1.35] })).toBe('same');
    expect(standingOf(measured({ ratio: 1.3, spread: [0.95, 1.4] }), { ratio: 1 })).toBe('same');
  });

  it('is worse beyond the rounds of both, whatever they reached on the other side', () => {
    const kept = { ratio: 1, spread: [0.4, 1.1] } as const;
    expect(standingOf(measured({ ratio: 1.3, spread: [1.25, 2] }), kept)).toBe('worse');
  });
});

it('a baseline kept anew holds what was measured now, and of other works what it held', () => {
  const before = { 'Sending mails': { ratio: 0.95 }, 'Finding changes': { ratio: 1.4, spread: [1, 2] } } as const;
  const results = [measured({ ratio: 1.00049, spread: [0.9, 1.23456] }), measured({ work: 'A first', ratio: 2 })];
  expect(keptAnew(before, results)).toEqual({
    'A first': { ratio: 2 },
    'Finding changes': { ratio: 1, spread: [0.9, 1.235] },
    'Sending mails': { ratio: 0.95 },
  });
});
