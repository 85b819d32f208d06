import { describe, expect, test } from 'vitest';
import { formatDate, formatInstant, formatMoney, formatQuantity, withVat } from '../../../my-page/pages/formats.ts';
import { labelsFor } from '../../../my-page/pages/labels.ts';
import { labelsEn } from '../../../my-page/pages/labels-en.ts';
import { labelsNb } from '../../../my-page/pages/labels-nb.ts';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('times', () => {
  test.each([
    ['2026-03-29T00:59:00Z', '29 Mar 2026, 01:59'],
    ['2026-03-29T01:00:00Z', '29 Mar 2026, 03:00'],
    ['2026-10-25T00:30:00Z', '25 Oct 2026, 02:30'],
    ['2026-10-25T01:30:00Z', '25 Oct 2026, 02:30'],
  ])("%s is shown in the company's zone, summer time or not", (instant, shown) => {
    expect(formatInstant(instant, 'en', 'Europe/Oslo')).toBe(shown);
  });

  test.each([undefined, 'Mars/Olympus'])('in a zone that is not known (%s) they are UTC and say so', (zone) => {
    expect(formatInstant('2026-03-03T09:12:00Z', 'en', zone)).toBe('3 Mar 2026, 09:12 UTC');
  });

  test('a date stays the date it is', () => {
    expect(formatDate('2026-12-14', 'en')).toBe('14 Dec 2026');
    expect(formatDate('2026-12-14', 'nb')).toBe('14. des. 2026');
  });
});

describe('money and quantities', () => {
  test('minor units follow the currency', () => {
    expect(plain(formatMoney(149_875, 'NOK', 'en'))).toBe('NOK 1,498.75');
    expect(plain(formatMoney(149_875, 'NOK', 'nb'))).toBe('1 498,75 kr');
    expect(plain(formatMoney(1500, 'JPY', 'en'))).toContain('1,500');
  });

  test('thousandths are shown as far as they go', () => {
    expect(formatQuantity(2000, 'en')).toBe('2');
    expect(formatQuantity(12_500, 'en')).toBe('12.5');
    expect(formatQuantity(12_500, 'nb')).toBe('12,5');
  });

  test('VAT is rounded to minor units', () => {
    expect(withVat(2400, 250)).toBe(3000);
    expect(withVat(33, 150)).toBe(38);
  });
});

describe('labels', () => {
  test('are complete in every language', () => {
    expect(Object.keys(labelsNb).sort()).toEqual(Object.keys(labelsEn).sort());
    expect(Object.values({ ...labelsEn, ...labelsNb }).filter((label) => label === '')).toEqual([]);
  });

  test.each([
    ['nb', 'nb'],
    ['nn-NO', 'nb'],
    ['no', 'nb'],
    ['en-GB', 'en'],
    ['fi', 'en'],
  ])('for %s are in %s', (code, language) => {
    expect(labelsFor(code).language).toBe(language);
  });
});
