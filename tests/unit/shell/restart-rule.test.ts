import { expect, test } from 'vitest';
import { afterCrash } from '../../../main/shell/restart-rule.ts';

test('the first crash is answered at once, the next ones later, the fourth within a minute not at all', () => {
  expect(afterCrash([1000])).toEqual({ kind: 'restart', delayMs: 0 });
  expect(afterCrash([1000, 2000])).toEqual({ kind: 'restart', delayMs: 500 });
  expect(afterCrash([1000, 2000, 3000])).toEqual({ kind: 'restart', delayMs: 2000 });
  expect(afterCrash([1000, 2000, 3000, 4000])).toEqual({ kind: 'give-up' });
});

test('crashes of more than a minute ago are forgiven', () => {
  expect(afterCrash([1000, 2000, 3000, 64_000])).toEqual({ kind: 'restart', delayMs: 0 });
});
