/** Which of day, month and year comes first where dates are written in digits. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

type Reading = { readonly order: DateOrder; readonly monthOf: (word: string) => number | null };
type Typed = { readonly day: number; readonly month: number; readonly year: number | null };

/**
 * A typed date as `YYYY-MM-DD`, or null. Reads `2026-12-14` everywhere, the month as a word, and digits in the given order.
 * Without a year the next such day from `today` (`YYYY-MM-DD`) on is meant.
 */
export function readDate(text: string, today: string, reading: Reading): string | null {
  const typed = typedDate(text.trim().toLowerCase(), reading);
  if (typed === null) return null;
  if (typed.year !== null) return validDate(typed.year, typed);
  const thisYear = Number(today.slice(0, 4));
  const date = validDate(thisYear, typed);
  return date === null || date < today ? (validDate(thisYear + 1, typed) ?? date) : date;
}

function typedDate(text: string, { order, monthOf }: Reading): Typed | null {
  const yearFirst = /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\.?$/.exec(text);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
  const digits = /^(\d{1,2})[./-]\s?(\d{1,2})(?:(?:[./-]\s?|\s)(\d{4}|\d{2}))?\.?$/.exec(text);
  if (digits) return fromDigits(Number(digits[1]), Number(digits[2]), yearOf(digits[3]), order);
  const dayThenMonth = /^(\d{1,2})\.?\s*(\p{L}[\p{L}\p{M}]*)\.?[\s,]*(\d{4}|\d{2})?$/u.exec(text);
  const monthThenDay = /^(\p{L}[\p{L}\p{M}]*)\.?\s*(\d{1,2})\.?(?:[\s,]+(\d{4}|\d{2}))?$/u.exec(text);
  const named = dayThenMonth ?? monthThenDay;
  if (named === null) return null;
  const [, first = '', second = '', year] = named;
  const month = monthOf(dayThenMonth ? second : first);
  return month === null ? null : { day: Number(dayThenMonth ? first : second), month, year: yearOf(year) };
}

/** Where dates begin with the year, people write the rest either way round: read only what can be read one way. */
function fromDigits(first: number, second: number, year: number | null, order: DateOrder): Typed | null {
  const dayFirst = { day: first, month: second, year };
  const monthFirst = { day: second, month: first, year };
  if (order === 'day-first') return dayFirst;
  if (order === 'month-first') return monthFirst;
  if (second > 12) return monthFirst;
  return first > 12 || first === second ? dayFirst : null;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function validDate(year: number, { month, day }: Typed): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
