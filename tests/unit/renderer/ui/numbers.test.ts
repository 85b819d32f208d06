import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersFor } from '../../../../renderer/ui/numbers.ts';
import { runs } from '../../../support/runs.ts';

const regions = ['en-GB', 'en-US', 'nb-NO', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'pl-PL', 'ar-EG', 'en-US-u-va-posix'];

/** Spaces of any width as one, so that expectations can be read. */
function spaces(text: string): string {
  return text.replace(/\s/g, ' ');
}

test.each([
  ['en-GB', '1,249.00', '1,250.125', 'NOK -1.00'],
  ['nb-NO', '1 249,00', '1 250,125', 'NOK −1,00'],
  ['de-DE', '1.249,00', '1.250,125', 'NOK -1,00'],
])('amounts and quantities in %s are written as people there write them', (region, amount, quantity, money) => {
  const numbers = numbersFor(region);
  expect(spaces(numbers.formatAmount(1_249_00, 'NOK'))).toBe(amount);
  expect(spaces(numbers.formatQuantity(1_250_125))).toBe(quantity);
  expect(spaces(numbers.formatMoney(-100, 'NOK'))).toBe(money);
});

test('quantities show the decimals they have and no more; amounts of nine digits stay readable', () => {
  const numbers = numbersFor('en-GB');
  expect(numbers.formatQuantity(2000)).toBe('2');
  expect(numbers.formatQuantity(500)).toBe('0.5');
  expect(numbers.formatQuantity(-1500)).toBe('-1.5');
  expect(numbers.formatAmount(123_456_789_05, 'NOK')).toBe('123,456,789.05');
});

test.each(regions)('a quantity or amount shown in %s and typed back in is the same number', (region) => {
  const numbers = numbersFor(region);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999_999 }),
      fc.integer({ min: 0, max: 5_000_000 }),
      (large, small) => {
        for (const milli of [large, small, small * 1000]) {
          expect(numbers.parseQuantity(numbers.formatQuantity(milli))).toBe(milli);
        }
        for (const minor of [large % 100_000_000_000, small]) {
          expect(numbers.parseAmount(numbers.formatAmount(minor, 'NOK'), 'NOK')).toBe(minor);
        }
      },
    ),
    { numRuns: runs(40) },
  );
});

test.each(regions)('nothing typed in %s is read as a thousand times what another region writes', (region) => {
  const here = numbersFor(region);
  fc.assert(
    fc.property(fc.constantFrom(...regions), fc.integer({ min: 1, max: 999_999_999 }), (elsewhere, minor) => {
      const read = here.parseAmount(numbersFor(elsewhere).formatAmount(minor, 'NOK'), 'NOK');
      expect([minor, null]).toContain(read);
    }),
    { numRuns: runs(40) },
  );
});

describe.each([
  ['en-GB', '2.5', 2500],
  ['en-GB', '2,5', 2500],
  ['en-GB', '1,250', 1_250_000],
  ['en-GB', '1.250', 1250],
  ['en-GB', '1.250,5', 1_250_500],
  ['nb-NO', '2.5', 2500],
  ['nb-NO', '1 250', 1_250_000],
  ['nb-NO', '1 250,5', 1_250_500],
  ['nb-NO', '1,250', 1250],
  ['nb-NO', '1.250', null],
  ['nb-NO', '0.250', 250],
  ['nb-NO', '1250.125', 1_250_125],
  ['nb-NO', '1.250.000', 1_250_000_000],
  ['de-DE', '1.250', 1_250_000],
  ['de-DE', '2.5', 2500],
  ['de-CH', "1'250.5", 1_250_500],
  ['de-CH', '1,250', null],
  ['en-IN', '1,23,456', 123_456_000],
  ['en-GB', '2.', 2000],
  ['en-GB', '.5', null],
  ['en-GB', '1.2345', null],
  ['en-GB', '12 34', null],
  ['en-GB', '1,2.3,4', null],
  ['en-GB', '1234567890', null],
  ['en-GB', '-1', null],
  ['en-GB', '', null],
  ['en-GB', 'two', null],
] as const)('in %s', (region, text, milli) => {
  test(`the quantity ${JSON.stringify(text)} is ${milli} thousandths`, () => {
    expect(numbersFor(region).parseQuantity(text)).toBe(milli);
  });
});

test('a system that names no real region writes as in Britain', () => {
  expect(numbersFor('C').formatAmount(1_249_00, 'NOK')).toBe('1,249.00');
});

test.each([
  ['JPY', 124_900, '124,900'],
  ['ISK', 79, '79'],
  ['KWD', 1_249_500, '1,249.500'],
  ['', 1_249_00, '1,249.00'],
])('an amount in %j is shown and typed with the decimals that the currency has', (currency, minor, shown) => {
  const numbers = numbersFor('en-GB');
  expect(numbers.formatAmount(minor, currency)).toBe(shown);
  expect(numbers.parseAmount(shown, currency)).toBe(minor);
});

test('half a yen cannot be typed', () => {
  expect(numbersFor('en-GB').parseAmount('12.5', 'JPY')).toBeNull();
});
