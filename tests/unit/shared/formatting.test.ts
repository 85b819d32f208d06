import { describe, expect, test } from 'vitest';
import {
  formatAmount,
  formatDate,
  formatMoney,
  formatPermille,
  formatQuantity,
  locales,
} from '../../../shared/formatting.ts';
import { type Language, languageFor, languages } from '../../../shared/language.ts';

/** Intl puts no-break spaces where a number must not be torn apart. */
const spaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-');

/** Columns of the tables below. */
const inOrder: readonly Language[] = ['en', 'no', 'sv', 'da', 'nl', 'de'];

describe('quantities are thousandths', () => {
  test.each([
    [0, ['0', '0', '0', '0', '0', '0']],
    [1000, ['1', '1', '1', '1', '1', '1']],
    [2500, ['2.5', '2,5', '2,5', '2,5', '2,5', '2,5']],
    [1, ['0.001', '0,001', '0,001', '0,001', '0,001', '0,001']],
    [-1500, ['-1.5', '-1,5', '-1,5', '-1,5', '-1,5', '-1,5']],
    [1_234_567_890, ['1,234,567.89', '1 234 567,89', '1 234 567,89', '1.234.567,89', '1.234.567,89', '1.234.567,89']],
  ])('%i', (milli, expected) => {
    expect(inOrder.map((language) => spaces(formatQuantity(milli, language)))).toEqual(expected);
  });
});

test('whole quantities read as Intl writes them, in every language', () => {
  for (const language of languages) {
    const { format } = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 });
    for (const whole of [1, 2, 9, 10, 99, 100, 999, 1000, 1001]) {
      expect(formatQuantity(whole * 1000, language)).toBe(format(whole));
    }
  }
});

describe('dates are dates, in no time zone', () => {
  test.each([
    ['2026-12-14', ['14 Dec 2026', '14. des. 2026', '14 dec. 2026', '14. dec. 2026', '14 dec 2026', '14. Dez. 2026']],
    ['2026-03-01', ['1 Mar 2026', '1. mars 2026', '1 mars 2026', '1. mar. 2026', '1 mrt 2026', '1. März 2026']],
    ['2024-02-29', ['29 Feb 2024', '29. feb. 2024', '29 feb. 2024', '29. feb. 2024', '29 feb 2024', '29. Feb. 2024']],
  ])('%s', (date, expected) => {
    expect(inOrder.map((language) => formatDate(date, language))).toEqual(expected);
  });

  test.each(languages)('twelve months of their own in %s', (language) => {
    const days = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`);
    expect(new Set(days.map((day) => formatDate(day, language))).size).toBe(12);
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
  ['sv', 'SEK', '1 234,50 kr', '25 %'],
  ['da', 'DKK', '1.234,50 kr.', '25 %'],
  ['nl', 'EUR', '€ 1.234,50', '25%'],
  ['de', 'EUR', '1.234,50 €', '25 %'],
] as const)('money and per cent as written in %s', (language, currency, money, perCent) => {
  expect(spaces(formatMoney(123_450, currency, language))).toBe(money);
  expect(spaces(formatPermille(250, language))).toBe(perCent);
});

test.each([
  ['nb-NO', 'no'],
  ['nn', 'no'],
  ['no', 'no'],
  ['EN_us', 'en'],
  ['sv-FI', 'sv'],
  ['da_DK', 'da'],
  ['nl-BE', 'nl'],
  ['de-AT', 'de'],
  [' DE ', 'de'],
  ['fi', null],
  ['den', null],
  ['toString', null],
  ['', null],
] as const)('language code %j is worded in %j', (code, expected) => {
  expect(languageFor(code)).toBe(expected);
});
