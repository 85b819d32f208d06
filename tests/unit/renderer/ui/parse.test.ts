import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAmount, formatDate, formatQuantity } from '../../../../renderer/ui/format.ts';
import { looksLikeAddress, parseAmount, parseDate, parseQuantity } from '../../../../renderer/ui/parse.ts';

test('a shown quantity or amount typed back in is the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_000 }), (number) => {
      expect(parseQuantity(formatQuantity(number))).toBe(number);
      expect(parseAmount(formatAmount(Math.min(number, 99_999_999_999)))).toBe(Math.min(number, 99_999_999_999));
    }),
  );
});

test.each([
  ['2', 2000],
  ['0,5', 500],
  ['.5', null],
  ['1 250', 1_250_000],
  ['1.2345', null],
  ['-1', null],
  ['', null],
  ['two', null],
])('the quantity %j is %j thousandths', (text, milli) => {
  expect(parseQuantity(text)).toBe(milli);
});

test.each([
  ['2026-12-14', '2026-12-14'],
  ['14 Dec 2026', '2026-12-14'],
  ['14 december', '2026-12-14'],
  ['14.12.26', '2026-12-14'],
  ['14/12', '2026-12-14'],
  ['1.2', '2027-02-01'],
  ['29.2', null],
  ['31.11.2026', null],
  ['12/31/2026', null],
  ['soon', null],
])('the date %j is %j when today is 23 Nov 2026', (text, date) => {
  expect(parseDate(text, '2026-11-23')).toBe(date);
});

test('a shown date typed back in is the same day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(parseDate(formatDate(day), '2026-11-23')).toBe(day);
    }),
  );
});

test('an address needs one @ with something on both sides', () => {
  expect(looksLikeAddress('kari@shop.example')).toBe(true);
  for (const text of ['kari', 'kari@', '@shop.example', 'a b@shop.example', 'kari@shop', 'a@b.c,d@e.f']) {
    expect(looksLikeAddress(text)).toBe(false);
  }
});
