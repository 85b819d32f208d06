import { expect, test } from 'vitest';
import {
  countOf,
  formatAmount,
  formatDate,
  formatInstant,
  formatMoney,
  formatQuantity,
  formatShortDate,
  formatTimeLeft,
} from '../../../../renderer/ui/format.ts';

test('dates are short and cannot be misread', () => {
  expect(formatDate('2026-12-04')).toBe('4 Dec 2026');
  expect(formatDate(null)).toBe('–');
  expect(formatShortDate('2026-12-04', '2026-01-01')).toBe('4 Dec');
  expect(formatShortDate('2025-12-04', '2026-01-01')).toBe('4 Dec 2025');
});

test('an instant of today shows its time only, another day its date too', () => {
  const now = new Date('2026-03-03T12:00:00Z');
  expect(formatInstant('2026-03-03T09:12:00Z', now, 'UTC')).toBe('09:12');
  expect(formatInstant('2026-03-02T09:12:00Z', now, 'UTC')).toBe('2 Mar 09:12');
  expect(formatInstant('2025-03-02T23:30:00Z', now, 'Europe/Oslo')).toBe('3 Mar 2025 00:30');
  expect(formatInstant(null, now)).toBe('–');
});

test('quantities show the decimals they have and no more', () => {
  expect(formatQuantity(2000)).toBe('2');
  expect(formatQuantity(500)).toBe('0.5');
  expect(formatQuantity(1_250_125)).toBe('1\u202f250.125');
  expect(formatQuantity(-1500)).toBe('\u22121.5');
});

test('amounts of nine digits stay readable', () => {
  expect(formatAmount(123_456_789_05)).toBe('123\u202f456\u202f789.05');
  expect(formatMoney(-100, 'NOK')).toBe('NOK\u00a0\u22121.00');
});

test('time left is told in the unit a person thinks in', () => {
  expect(formatTimeLeft(20_000)).toBe('less than a minute left');
  expect(formatTimeLeft(130_000)).toBe('about 2 min left');
  expect(formatTimeLeft(3 * 3_600_000)).toBe('about 3 h left');
});

test('one is counted in the singular', () => {
  expect(countOf(1, 'customer')).toBe('1 customer');
  expect(countOf(0, 'enquiry', 'enquiries')).toBe('0 enquiries');
});
