import type { DateOrder, Evidence } from '../../../shared/import.ts';

/** A time of day after a date, as data bases export it. */
const timeOfDay = /[T\s]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]m|z|[+-]\d{2}:?\d{2})?$/i;
const isoDate = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const compactDate = /^(\d{4})(\d{2})(\d{2})$/;
const dottedDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\.?$/;
const openDate = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/;

/**
 * A date as `YYYY-MM-DD`, null when it is none or not in the calendar. With the year first, or with points, it can be read in
 * one way only (day first); `03/04/2026` and `03-04-2026` are read by `order`. A time of day is left out.
 */
export function readDate(text: string, order: DateOrder): string | null {
  const date = text.trim().replace(timeOfDay, '');
  const [, year, month, day] = isoDate.exec(date) ?? compactDate.exec(date) ?? [];
  if (year !== undefined) return calendarDay(year, month, day);
  const [, dottedDay, dottedMonth, dottedYear] = dottedDate.exec(date) ?? [];
  if (dottedYear !== undefined) return calendarDay(dottedYear, dottedMonth, dottedDay);
  const [, first, second, openYear] = openDate.exec(date) ?? [];
  if (openYear === undefined) return null;
  return order === 'day-first' ? calendarDay(openYear, second, first) : calendarDay(openYear, first, second);
}

function calendarDay(year: string, month: string | undefined, day: string | undefined): string | null {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const text = `${fullYear}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text ? null : text;
}

/** In which ways a cell can be a date; null when it is none or can be read in one way only, whatever is chosen. */
export function dateEvidence(text: string): keyof Evidence<DateOrder> | null {
  const asDayFirst = readDate(text, 'day-first');
  const asMonthFirst = readDate(text, 'month-first');
  if (asDayFirst === asMonthFirst) return null;
  if (asDayFirst === null) return 'month-first';
  return asMonthFirst === null ? 'day-first' : 'either';
}
