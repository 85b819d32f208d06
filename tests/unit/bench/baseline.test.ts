import { describe, expect, it } from 'vitest';
import { type Baseline, keptAnew, standingOf } from '../../../bench/baseline.ts';
import { evidenceOf } from '../../../bench/evidence.ts';
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

describe('a baseline kept anew', () => {
  const before = {
    'Sending mails': { ratio: 0.95 },
    'Finding changes': { ratio: 1.4, spread: [1, 2] },
  } satisfies Baseline;
  const by = { bench: 'finding-changes', commit: 'abc1234' };
  const anew = keptAnew(before, [
    { ...measured({ ratio: 1.00049, spread: [0.9, 1.23456], detail: '1 -> 1 ms' }), ...by },
    { ...measured({ work: 'A first', ratio: 2, goal: Number.POSITIVE_INFINITY }), ...by },
  ]);

  it('holds what was measured now with where it comes from, and of other works what it held', () => {
    expect(anew).toEqual({
      'A first': { ratio: 2, evidence: { ...by, goal: '', isMet: true, detail: '' } },
      'Finding changes': {
        ratio: 1,
        spread: [0.9, 1.235],
        evidence: { ...by, goal: 'at most 1.5 x', isMet: true, detail: '1 -> 1 ms' },
      },
      'Sending mails': { ratio: 0.95 },
    });
  });

  it('is told to people with its goals, commands and commits, as far as it has them', () => {
    const page = evidenceOf({
      ...anew,
      Late: { ratio: 3, evidence: { ...by, goal: 'at most 2 x', isMet: false, detail: '' } },
    });
    expect(page.split('\n').filter((line) => line.startsWith('| ') && line.includes('abc1234'))).toEqual([
      '| A first | 2.00 |  |  |  |  | `finding-changes` at abc1234 |',
      '| Finding changes | 1.00 | 0.90 to 1.24 | at most 1.5 x | met | 1 -> 1 ms | `finding-changes` at abc1234 |',
      '| Late | 3.00 |  | at most 2 x | **not met** |  | `finding-changes` at abc1234 |',
    ]);
    expect(page).not.toContain('Sending mails');
  });
});
