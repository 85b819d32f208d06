import { describe, expect, test } from 'vitest';
import { formatAmount, formatDate, formatMoney, formatPermille, formatQuantity } from '../../../shared/formatting.ts';
import { languageFor } from '../../../shared/language.ts';

/** Intl puts no-break spaces where a number must not be torn apart. */
const spaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-');

describe('quantities are thousandths', () => {
  test.each([
    [0, '0', '0'],
    [1000, '1', '1'],
    [2500, '2.5', '2,5'],
    [1, '0.001', '0,001'],
    [-1500, '-1.5', '-1,5'],
    [1_234_567_890, '1,234,567.89', '1 234 567,89'],
  ])('%i', (milli, english, norwegian) => {
    expect(spaces(formatQuantity(milli, 'en'))).toBe(english);
    expect(spaces(formatQuantity(milli, 'no'))).toBe(norwegian);
  });
});

describe('dates are dates, in no time zone', () => {
  test.each([
    ['2026-12-14', '14 Dec 2026', '14. des. 2026'],
    ['2026-03-01', '1 Mar 2026', '1. mars 2026'],
    ['2024-02-29', '29 Feb 2024', '29. feb. 2024'],
  ])('%s', (date, english, norwegian) => {
    expect(formatDate(date, 'en')).toBe(english);
    expect(formatDate(date, 'no')).toBe(norwegian);
  });

  test('anything else is a bug of the caller', () => {
    expect(() => formatDate('14.12.2026', 'en')).toThrow('Not a date');
    expect(() => formatDate('2026-13-01', 'en')).toThrow('Not a date');
  });
});

test('money has the digits of its currency', () => {
  expect(spaces(formatMoney(123_450, 'NOK', 'en'))).toBe('NOK 1,234.50');
  expect(spaces(formatMoney(123_450, 'NOK', 'no'))).toBe('1 234,50 kr');
  expect(spaces(formatMoney(5, 'EUR', 'en'))).toBe('€0.05');
  expect(spaces(formatAmount(1234, 'JPY', 'en'))).toBe('1,234');
  expect(spaces(formatAmount(-99_999_999_900, 'NOK', 'no'))).toBe('-999 999 999,00');
  expect(spaces(formatPermille(250, 'no'))).toBe('25 %');
  expect(formatPermille(125, 'en')).toBe('12.5%');
});

test.each([
  ['nb-NO', 'no'],
  ['nn', 'no'],
  ['no', 'no'],
  ['EN_us', 'en'],
  ['de', null],
  ['', null],
] as const)('language code %j is worded in %j', (code, expected) => {
  expect(languageFor(code)).toBe(expected);
});
