/** What people type into fields, read generously; null when it cannot be meant. */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A decimal number with point or comma, spaces between thousands allowed, in units of 10^-digits. */
function parseFixed(text: string, digits: number): number | null {
  const match = /^(\d{1,9})(?:[.,](\d*))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  if (match === null) return null;
  const decimals = match[2] ?? '';
  if (decimals.length > digits) return null;
  return Number(match[1]) * 10 ** digits + Number(decimals.padEnd(digits, '0') || '0');
}

/** `2`, `0,5` or `1 250` as thousandths; null for anything negative, finer than a thousandth or not a number. */
export function parseQuantity(text: string): number | null {
  return parseFixed(text, 3);
}

/** `1 249,50` as minor units. */
export function parseAmount(text: string): number | null {
  return parseFixed(text, 2);
}

function validDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/**
 * A date as `YYYY-MM-DD`. Reads `2026-12-14`, `14 Dec 2026`, `14.12.2026`, `14/12` (the day first, always).
 * Without a year the next such day from `today` (`YYYY-MM-DD`) on is meant.
 */
export function parseDate(text: string, today: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return validDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\.?$/.exec(trimmed);
  const named = /^(\d{1,2})\.?\s*([a-z]{3})[a-z]*\.?(?:\s*,?\s*(\d{4}|\d{2}))?$/.exec(trimmed);
  const match = numeric ?? named;
  if (match === null) return null;
  const month = numeric ? Number(match[2]) : monthNames.indexOf(match[2] ?? '') + 1;
  const day = Number(match[1]);
  const year = yearOf(match[3]);
  if (year !== null) return validDate(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = validDate(thisYear, month, day);
  return date === null || date < today ? (validDate(thisYear + 1, month, day) ?? date) : date;
}

/** Whether a text has the form of an e-mail address; the mail server decides the rest. */
export function looksLikeAddress(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(text);
}
