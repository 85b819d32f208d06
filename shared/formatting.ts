import type { Language } from './language.ts';
import { minorDigits } from './my-page/minor-digits.ts';

export { minorDigits };

/** Values for people, by language. Dates are dates: no time zone can move them (pitfalls.md). */
export const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  no: 'nb-NO',
  sv: 'sv-SE',
  da: 'da-DK',
  nl: 'nl-NL',
  de: 'de-DE',
};

/** Own month names, so that a document reads the same whatever ICU the program runs on. */
const months: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  no: ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
  sv: ['jan.', 'feb.', 'mars', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  da: ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  de: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
};

/** Languages that write the day as an ordinal: "14. des. 2026". */
const ordinalDays: ReadonlySet<Language> = new Set(['no', 'da', 'de']);

const quantityFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: quantityFormat('en'),
  no: quantityFormat('no'),
  sv: quantityFormat('sv'),
  da: quantityFormat('da'),
  nl: quantityFormat('nl'),
  de: quantityFormat('de'),
};

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Thousandths of a unit as a number of up to three decimals: 2500 is "2.5" or "2,5". */
export function formatQuantity(milli: number, language: Language): string {
  // As all our languages write it: most quantities are a few whole ones
  if (milli > 0 && milli < 1_000_000 && milli % 1000 === 0) return String(milli / 1000);
  return quantityFormats[language].format(milli / 1000);
}

/** `YYYY-MM-DD` as "14 Dec 2026", "14. des. 2026" or "14 dec. 2026". @throws Error for anything else. */
export function formatDate(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const monthName = months[language][Number(month) - 1];
  if (year === undefined || monthName === undefined) throw new Error(`Not a date: ${date}`);
  return `${Number(day)}${ordinalDays.has(language) ? '.' : ''} ${monthName} ${year}`;
}

/** Minor units with the currency: 123450 NOK is "NOK 1,234.50" or "1 234,50 kr". */
export function formatMoney(amountMinor: number, currency: string, language: Language): string {
  return moneyFormat(currency, language, 'currency').format(toMajor(amountMinor, currency));
}

/** Minor units without the currency, for columns whose head names it: 123450 is "1,234.50" or "1 234,50". */
export function formatAmount(amountMinor: number, currency: string, language: Language): string {
  return moneyFormat(currency, language, 'decimal').format(toMajor(amountMinor, currency));
}

/** Permille as per cent: 250 is "25%" or "25 %". */
export function formatPermille(permille: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 }).format(
    permille / 1000,
  );
}

function quantityFormat(language: Language): Intl.NumberFormat {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 });
}

function moneyFormat(currency: string, language: Language, style: 'currency' | 'decimal'): Intl.NumberFormat {
  const key = `${language} ${currency} ${style}`;
  const known = moneyFormats.get(key);
  if (known !== undefined) return known;
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(locales[language], {
    style,
    ...(style === 'currency' ? { currency } : {}),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  moneyFormats.set(key, format);
  return format;
}

function toMajor(amountMinor: number, currency: string): number {
  return amountMinor / 10 ** minorDigits(currency);
}
