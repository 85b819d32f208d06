import { datesFor } from './dates.ts';
import { formatAmount, formatDate, formatNumericDate, formatQuantity } from './format.ts';
import { numbersFor } from './numbers.ts';
import { programLocale } from './program-locale.ts';
import { t } from './texts.ts';

/** What people type into fields, read generously; null when it cannot be meant, or could be meant in two ways. */
export const { parseQuantity, parseAmount, parseHundredths } = numbersFor(programLocale.region);
export const { parseDate } = datesFor(programLocale);

/** A whole number from 0 up, in digits alone: what is counted by hand is never so long that it needs grouping. */
export function parseWholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

/** The check of a field by the rule that the engine keeps for its text in shared/; `words` say what is wrong. */
export function checkBy(
  rule: { safeParse(text: string): { readonly success: boolean } },
  words: string,
): (text: string) => string | null {
  return (text) => (rule.safeParse(text).success ? null : words);
}

/** Words for the field whose date, amount, quantity or address cannot be read, with an example as it is written here. */
export const cannotRead = {
  date: t('common:wrong.date', { long: formatDate('2026-12-14'), short: formatNumericDate('2026-12-14') }),
  quantity: t('common:wrong.quantity', { example: formatQuantity(500) }),
  address: t('common:wrong.address'),
} as const;

/** Words for the field whose amount of a currency cannot be read. */
export function cannotReadAmount(currency: string): string {
  return t('common:wrong.amount', { example: formatAmount(249_50, currency) });
}

/** Whether a text has the form of an e-mail address; the mail server decides the rest. */
export function looksLikeAddress(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(text);
}
