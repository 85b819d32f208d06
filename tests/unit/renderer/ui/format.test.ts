import { expect, test } from 'vitest';
import { datePattern, formatTimeLeft } from '../../../../renderer/ui/format.ts';

test('time left is told in the unit a person thinks in', () => {
  expect(formatTimeLeft(20_000)).toBe('less than a minute left');
  expect(formatTimeLeft(130_000)).toBe('about 2 min left');
  expect(formatTimeLeft(3 * 3_600_000)).toBe('about 3 h left');
});

test('an empty date field shows how dates are typed here', () => {
  expect(datePattern).toBe('dd/mm/yyyy');
});
