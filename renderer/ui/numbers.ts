import { minorDigits } from '../../shared/formatting.ts';

/** Numbers, quantities and amounts as one region writes them, and as people there may type them. */
export type Numbers = {
  /** `1,250`; with up to three decimals where it has some. */
  readonly formatCount: (count: number) => string;
  /** Thousandths of a unit as `2`, `0.5` or `1,250`. */
  readonly formatQuantity: (milli: number) => string;
  /** Minor units of a currency as `1,249.00`, or `1,249` where it has no hundredths, such as ISK. */
  readonly formatAmount: (minor: number, currency: string) => string;
  /** Minor units with the currency's code before them: `NOK 1,249.00`. */
  readonly formatMoney: (minor: number, currency: string) => string;
  /** Thousandths; null for anything negative, finer than a thousandth, not a number, or readable in two ways. */
  readonly parseQuantity: (text: string) => number | null;
  /** Minor units of a currency; null as for quantities. */
  readonly parseAmount: (text: string, currency: string) => number | null;
  /** Hundredths of anything, such as per cent; null as for quantities. */
  readonly parseHundredths: (text: string) => number | null;
};

type Signs = { readonly decimal: string; readonly group: string };

/** What numbers look like in a region (BCP 47), such as `nb-NO`. A name that the system made up is taken as `en-GB`. */
export function numbersFor(region: string): Numbers {
  const locale = knownLocale(region);
  const plain = new Intl.NumberFormat(locale, { numberingSystem: 'latn', maximumFractionDigits: 3 });
  const withDigits = (digits: number) =>
    new Intl.NumberFormat(locale, {
      numberingSystem: 'latn',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const hundredths = withDigits(2);
  const parts = hundredths.formatToParts(1_234_567.5);
  const signs: Signs = {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: parts.find((part) => part.type === 'group')?.value ?? '',
  };
  const amounts = new Map<string, { readonly digits: number; readonly format: Intl.NumberFormat }>();
  const amountOf = (currency: string) => {
    const known = amounts.get(currency);
    if (known !== undefined) return known;
    const digits = digitsOf(currency);
    const amount = { digits, format: digits === 2 ? hundredths : withDigits(digits) };
    amounts.set(currency, amount);
    return amount;
  };
  const formatAmount = (minor: number, currency: string) => {
    const { digits, format } = amountOf(currency);
    return format.format(minor / 10 ** digits);
  };
  return {
    formatCount: (count) => plain.format(count),
    formatQuantity: (milli) => plain.format(milli / 1000),
    formatAmount,
    formatMoney: (minor, currency) => `${currency}\u00a0${formatAmount(minor, currency)}`,
    parseQuantity: (text) => parseFixed(text, 3, signs),
    parseAmount: (text, currency) => parseFixed(text, amountOf(currency).digits, signs),
    parseHundredths: (text) => parseFixed(text, 2, signs),
  };
}

/** A currency that cannot be one, such as an empty field, has hundredths as most have. */
function digitsOf(currency: string): number {
  return /^[A-Za-z]{3}$/.test(currency) ? minorDigits(currency) : 2;
}

/** The locale itself, or `en-GB` for what is no locale at all. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** A number in units of 10^-digits. */
function parseFixed(text: string, digits: number, signs: Signs): number | null {
  const typed = text.trim().replace(/\s+|['’]/g, ' ');
  const at = decimalAt(typed, signs);
  if (at === null) return null;
  const whole = typed.slice(0, at);
  const decimals = typed.slice(at + 1);
  // Groups have three digits; in India all but the last have two.
  const isGrouped = /^\d{1,3}([ .,])(?:\d{2,3}\1)*\d{3}$/.test(whole);
  const ungrouped = isGrouped ? whole.replace(/\D/g, '') : whole;
  if (!/^\d{1,9}$/.test(ungrouped) || !/^\d*$/.test(decimals) || decimals.length > digits) return null;
  return Number(ungrouped) * 10 ** digits + Number(decimals.padEnd(digits, '0'));
}

/**
 * Where the decimal sign stands; the text's length where there is none; null where a point or comma can be meant as either, such
 * as `1.249` in Norway: 1249 to one, a little more than 1 to another. Better asked than wrong by a thousand.
 */
function decimalAt(typed: string, signs: Signs): number | null {
  const separators = [...typed.matchAll(/[.,]/g)];
  const last = separators.at(-1);
  if (last === undefined) return typed.length;
  // 1.249.000 has no decimals, 1.249.000,50 and 1,249.50 have, wherever it is.
  if (separators.length > 1) {
    const isRepeated = separators.slice(0, -1).some((each) => each[0] === last[0]);
    return isRepeated ? typed.length : last.index;
  }
  if (last[0] === signs.decimal) return last.index;
  const before = typed.slice(0, last.index);
  const hasThreeAfter = typed.length - last.index - 1 === 3;
  const canGroup = hasThreeAfter && /^[1-9]\d{0,2}$/.test(before);
  if (!canGroup) return last.index;
  return last[0] === signs.group ? typed.length : null;
}
