import { z } from 'zod';
import { kept } from './kept.ts';
import { minorDigits } from './minor-digits.ts';

/** Settings Webshop (domain.md 2.2): how amounts are written for customers, in mails and on My page. */
export const decimalSymbols = ['language', 'point', 'comma'] as const;
export const thousandSeparators = ['language', 'none', 'space', 'point', 'comma'] as const;
export const roundings = ['nearest', 'up', 'down'] as const;
const affix = z
  .string()
  .trim()
  .max(10)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u);
export const priceDisplay = z.object({
  /** Null for the currency's code. */
  prefix: affix.nullable(),
  suffix: affix,
  includesVat: z.boolean(),
  /** `language`: as the customer's language writes numbers. */
  decimalSymbol: z.enum(decimalSymbols),
  thousandSeparator: z.enum(thousandSeparators),
  /** Null for as many as the currency has. */
  decimals: z.int().min(0).max(4).nullable(),
  rounding: z.enum(roundings),
});
export type PriceDisplay = Readonly<z.infer<typeof priceDisplay>>;

/** What a new website has: amounts as customers' languages write them, all decimals, the currency's code before them. */
export const plainPriceDisplay: PriceDisplay = {
  prefix: null,
  suffix: '',
  includesVat: true,
  decimalSymbol: 'language',
  thousandSeparator: 'language',
  decimals: null,
  rounding: 'nearest',
};

export type PriceWriting = {
  readonly display: PriceDisplay;
  /** Of the amount. */
  readonly currency: string;
  /** Own prefix and suffix speak of this currency; amounts in any other bear its code. */
  readonly companyCurrency: string;
  /** BCP 47 tag of who reads it. */
  readonly locale: string;
};

const noBreak = '\u00a0';

/**
 * An amount in minor units as the website shows it: "NOK 1,234.50", "1 234,50 kr". Nothing in it can be torn apart at the
 * end of a line. Digits are reckoned in whole numbers, so none is off by a binary fraction.
 */
export function formatPrice(amountMinor: number, { display, currency, companyCurrency, locale }: PriceWriting): string {
  const symbols = symbolsOf(display, locale);
  const { digits, isZero } = roundedDigits(amountMinor, minorDigits(currency), display);
  const [whole = '', ...fraction] = digits;
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, symbols.thousand) : whole;
  const number = [grouped, ...fraction].join(symbols.decimal);
  const isOwn = currency === companyCurrency;
  const prefix = isOwn ? (display.prefix ?? currency) : currency;
  const sign = amountMinor < 0 && !isZero ? symbols.minus : '';
  return `${sign}${before(prefix)}${number}${isOwn ? after(display.suffix) : ''}`;
}

/** Digits before and, where there are any, after the decimal symbol. */
function roundedDigits(
  amountMinor: number,
  currencyDigits: number,
  { decimals, rounding }: PriceDisplay,
): { readonly digits: readonly string[]; readonly isZero: boolean } {
  const shown = decimals ?? currencyDigits;
  const step = 10 ** Math.max(0, currencyDigits - shown);
  const rounded = roundToStep(Math.abs(amountMinor), step, rounding);
  const all = `${rounded}${'0'.repeat(Math.max(0, shown - currencyDigits))}`.padStart(shown + 1, '0');
  const digits = shown === 0 ? [all] : [all.slice(0, -shown), all.slice(-shown)];
  return { digits, isZero: rounded === 0 };
}

/** Steps in an amount without sign; up is away from nothing, so that what is credited mirrors what was invoiced. */
function roundToStep(amount: number, step: number, rounding: PriceDisplay['rounding']): number {
  const whole = Math.floor(amount / step);
  const rest = amount - whole * step;
  if (rest === 0 || rounding === 'down') return whole;
  return rounding === 'up' || rest * 2 >= step ? whole + 1 : whole;
}

const written = { none: '', space: noBreak, point: '.', comma: ',' } as const;

/** A number whose two symbols were the same could be misread a thousandfold: the thousands are then parted by a space. */
function symbolsOf(display: PriceDisplay, locale: string) {
  const own = symbolsOfLocale(locale);
  const decimal = display.decimalSymbol === 'language' ? own.decimal : written[display.decimalSymbol];
  const thousand = display.thousandSeparator === 'language' ? own.thousand : written[display.thousandSeparator];
  return { decimal, minus: own.minus, thousand: thousand === decimal ? noBreak : thousand };
}

type Symbols = { readonly decimal: string; readonly thousand: string; readonly minus: string };

const symbolsOfLocale = kept((locale): Symbols => {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(-1_234_567.5);
  const part = (type: Intl.NumberFormatPartTypes, otherwise: string) =>
    parts.find((each) => each.type === type)?.value ?? otherwise;
  return { decimal: part('decimal', '.'), thousand: part('group', noBreak), minus: part('minusSign', '-') };
});

/** Letters keep a distance from the number, signs such as € do not. */
const before = kept((prefix) => (/[\p{L}\p{N}.:]$/u.test(prefix) ? `${prefix}${noBreak}` : prefix));

const after = kept((suffix) => (/^[\p{L}\p{N}\p{Sc}]/u.test(suffix) ? `${noBreak}${suffix}` : suffix));
