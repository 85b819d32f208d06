import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, locales } from '../../../shared/formatting.ts';
import { languages } from '../../../shared/language.ts';
import {
  decimalSymbols,
  formatPrice,
  type PriceDisplay,
  plainPriceDisplay,
  priceDisplay,
  roundings,
  thousandSeparators,
} from '../../../shared/price-display.ts';

function shown(amountMinor: number, display: Partial<PriceDisplay> = {}, currency = 'NOK', locale = 'en-GB'): string {
  const writing = { display: { ...plainPriceDisplay, ...display }, currency, companyCurrency: 'NOK', locale };
  return formatPrice(amountMinor, writing).replaceAll('\u00a0', ' ');
}

describe('every option', () => {
  test.each<[Partial<PriceDisplay>, string]>([
    [{}, 'NOK 1,234,567.89'],
    [{ prefix: '' }, '1,234,567.89'],
    [{ prefix: 'kr' }, 'kr 1,234,567.89'],
    [{ prefix: '€' }, '€1,234,567.89'],
    [{ prefix: 'Pris:' }, 'Pris: 1,234,567.89'],
    [{ prefix: '', suffix: 'kr' }, '1,234,567.89 kr'],
    [{ prefix: '', suffix: '€' }, '1,234,567.89 €'],
    [{ prefix: '', suffix: ',-', decimals: 0 }, '1,234,568,-'],
    [{ decimalSymbol: 'comma', thousandSeparator: 'point' }, 'NOK 1.234.567,89'],
    [{ decimalSymbol: 'point', thousandSeparator: 'space' }, 'NOK 1 234 567.89'],
    [{ thousandSeparator: 'none' }, 'NOK 1234567.89'],
    [{ thousandSeparator: 'comma' }, 'NOK 1,234,567.89'],
    [{ decimals: 0 }, 'NOK 1,234,568'],
    [{ decimals: 1 }, 'NOK 1,234,567.9'],
    [{ decimals: 4 }, 'NOK 1,234,567.8900'],
  ])('%j', (display, expected) => {
    expect(shown(123_456_789, display)).toBe(expected);
  });
});

describe('no option makes an amount that reads as another', () => {
  test.each(['comma', 'point'] as const)('both symbols %s: the thousands are parted by a space', (symbol) => {
    const mark = symbol === 'comma' ? ',' : '.';
    expect(shown(123_456_789, { decimalSymbol: symbol, thousandSeparator: symbol })).toBe(`NOK 1 234 567${mark}89`);
  });

  test('a decimal comma where the language parts thousands by commas', () => {
    expect(shown(123_456_789, { decimalSymbol: 'comma' })).toBe('NOK 1 234 567,89');
  });

  test('own prefix and suffix speak of the company’s currency alone', () => {
    expect(shown(1000, { prefix: 'kr', suffix: ',-' }, 'EUR')).toBe('EUR 10.00');
  });
});

describe('rounding is by size, so that a credit mirrors its invoice', () => {
  test.each([
    ['nearest', 1250, '13', '-13'],
    ['nearest', 1249, '12', '-12'],
    ['up', 1201, '13', '-13'],
    ['up', 1200, '12', '-12'],
    ['down', 1299, '12', '-12'],
    ['down', 99, '0', '0'],
    ['nearest', 49, '0', '0'],
  ] as const)('%s of %i', (rounding, amountMinor, expected, credited) => {
    const display = { prefix: '', decimals: 0, rounding };
    expect([shown(amountMinor, display), shown(-amountMinor, display)]).toEqual([expected, credited]);
  });
});

describe('currencies with other decimals, large and negative amounts', () => {
  test.each([
    [1234, 'JPY', {}, 'JPY 1,234'],
    [1234, 'JPY', { decimals: 2 }, 'JPY 1,234.00'],
    [1_234_567, 'KWD', {}, 'KWD 1,234.567'],
    [1_234_567, 'KWD', { decimals: 2 }, 'KWD 1,234.57'],
    [5, 'NOK', {}, 'NOK 0.05'],
    [0, 'NOK', {}, 'NOK 0.00'],
    [99_999_999_999, 'NOK', {}, 'NOK 999,999,999.99'],
    [-99_999_999_999, 'NOK', {}, '-NOK 999,999,999.99'],
    [99_999, 'NOK', { decimals: 1 }, 'NOK 1,000.0'],
  ] as const)('%i %s %j', (amountMinor, currency, display, expected) => {
    expect(shown(amountMinor, display, currency)).toBe(expected);
  });

  test('the sign of the language', () => {
    expect(shown(-123_456, {}, 'NOK', 'nb-NO')).toBe('\u2212NOK 1 234,56');
  });
});

test('what a new website shows has the digits and symbols that each language writes', () => {
  const digits = (text: string) => text.replaceAll(/[^\d.,\u00a0\u202f ]/g, '').trim();
  for (const language of languages) {
    for (const amountMinor of [0, 5, 123_456, 99_999_999_999]) {
      const writing = {
        display: plainPriceDisplay,
        currency: 'EUR',
        companyCurrency: 'EUR',
        locale: locales[language],
      };
      const price = formatPrice(amountMinor, writing);
      expect(price.startsWith('EUR\u00a0')).toBe(true);
      expect(digits(price)).toBe(digits(formatMoney(amountMinor, 'EUR', language)));
    }
  }
});

test('whatever is chosen, the amount can be read back, and stands on one line', () => {
  const anyDisplay = fc.record({
    prefix: fc.constantFrom(null, '', 'kr', '€'),
    suffix: fc.constantFrom('', 'kr', ',-'),
    includesVat: fc.boolean(),
    decimalSymbol: fc.constantFrom(...decimalSymbols),
    thousandSeparator: fc.constantFrom(...thousandSeparators),
    decimals: fc.constantFrom(null, 2, 3, 4),
    rounding: fc.constantFrom(...roundings),
  });
  const amounts = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 });
  fc.assert(
    fc.property(anyDisplay, amounts, fc.constantFrom(...languages), (display, amountMinor, language) => {
      expect(priceDisplay.parse(display)).toEqual(display);
      const bare = { ...display, prefix: '', suffix: '' };
      const writing = { display: bare, currency: 'NOK', companyCurrency: 'NOK', locale: locales[language] };
      const text = formatPrice(amountMinor, writing);
      expect(text).not.toMatch(/[ \n]/);
      const [, whole = '', fraction = ''] = /^[-\u2212]?(.*)[.,](\d+)$/.exec(text) ?? [];
      const read = Number(whole.replaceAll(/\D/g, '')) * 100 + Number(fraction.slice(0, 2));
      expect(read).toBe(Math.abs(amountMinor));
      expect(fraction.slice(2)).toMatch(/^0*$/);
    }),
  );
});
