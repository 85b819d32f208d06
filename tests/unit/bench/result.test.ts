import { expect, it } from 'vitest';
import { isMet } from '../../../bench/result.ts';

it('a ratio that is only told binds nothing, whichever way is better', () => {
  const told = { work: 'Sending', ratio: 0.8, goal: Number.POSITIVE_INFINITY, detail: '' };
  expect([isMet(told), isMet({ ...told, isLeast: true }), isMet({ ...told, ms: 60, goalMs: 50 })]).toEqual([
    true,
    true,
    false,
  ]);
});
