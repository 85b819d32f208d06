import type { ProgramLanguage, ProgramLocale } from '../../shared/program-language.ts';
import { findMonth } from './month-names.ts';
import { knownLocale } from './numbers.ts';
import { type DateOrder, readDate } from './read-date.ts';

/** What stands for a day, a month and a year where a date's form is shown: `dd`, `mm`, `yyyy`. */
export type DateLetters = { readonly day: string; readonly month: string; readonly year: string };

/** Dates as one computer writes them, and as people there may type them. */
export type Dates = {
  /** `YYYY-MM-DD` as `14 Dec 2026`; a dash when there is no date. */
  readonly formatDate: (date: string | null | undefined) => string;
  /** Like `formatDate`, without the year when it is that of `today`. */
  readonly formatShortDate: (date: string | null | undefined, today: string) => string;
  /** `YYYY-MM-DD` in digits, in the region's order: `14/12/2026`. */
  readonly formatNumericDate: (date: string) => string;
  /** An instant (UTC, ISO 8601) as `09:12` on the same day, else as `3 Mar 09:12` or `3 Mar 2025 09:12`. */
  readonly formatInstant: (instant: string | null | undefined, now: Date, timeZone?: string) => string;
  /** The form in which dates are typed here, such as `dd/mm/yyyy`. */
  readonly datePattern: (letters: DateLetters) => string;
  /**
   * A date as `YYYY-MM-DD`, or null. Reads `2026-12-14` everywhere, the month as a word, and digits in the region's order. Without
   * a year the next such day from `today` (`YYYY-MM-DD`) on is meant.
   */
  readonly parseDate: (text: string, today: string) => string | null;
};

const noValue = '–';
const fallbacks: Readonly<Record<ProgramLanguage, string>> = { en: 'en-GB', nb: 'nb-NO' };
const gregorian = { calendar: 'gregory', numberingSystem: 'latn' } as const;
const wholeDate = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

/** Months are words of the windows' language, in the region's form where it speaks that language; digits follow the region. */
export function datesFor({ language, region }: ProgramLocale): Dates {
  const regionLocale = knownLocale(region);
  const words = speaks(regionLocale, language) ? regionLocale : fallbacks[language];
  const long = new Intl.DateTimeFormat(words, { ...gregorian, ...wholeDate });
  const short = new Intl.DateTimeFormat(words, { ...gregorian, day: 'numeric', month: 'short', timeZone: 'UTC' });
  const numeric = new Intl.DateTimeFormat(regionLocale, {
    ...gregorian,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const formatShortDate = (date: string | null | undefined, today: string) =>
    formatWith(date?.slice(0, 4) === today.slice(0, 4) ? short : long, date);
  const timeIn = timeFormats(words, regionLocale);
  const numericParts = numeric.formatToParts(0);
  return {
    formatDate: (date) => formatWith(long, date),
    formatShortDate,
    formatNumericDate: (date) => formatWith(numeric, date),
    formatInstant: (instant, now, timeZone) => {
      if (!instant) return noValue;
      const at = new Date(instant);
      const day = dayOf(at, timeZone);
      const today = dayOf(now, timeZone);
      const time = timeIn(timeZone).format(at);
      return day === today ? time : `${formatShortDate(day, today)} ${time}`;
    },
    datePattern: (letters) =>
      numericParts.map(({ type, value }) => (isDatePart(type) ? letters[type] : value)).join(''),
    parseDate: (text, today) =>
      readDate(text, today, {
        order: orderOf(numericParts),
        monthOf: (word) => findMonth(word, [words, regionLocale, 'en-GB']),
      }),
  };
}

const dayFormats = new Map<string | undefined, Intl.DateTimeFormat>();

/** The day on which an instant falls, `YYYY-MM-DD`; in this computer's time zone unless one is named. */
export function dayOf(instant: Date, timeZone?: string): string {
  const known = dayFormats.get(timeZone);
  // This locale writes dates as ISO 8601 does.
  const format =
    known ?? new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  if (known === undefined) dayFormats.set(timeZone, format);
  return format.format(instant);
}

function speaks(locale: string, language: ProgramLanguage): boolean {
  const spoken = new Intl.Locale(locale).language;
  return spoken === language || (language === 'nb' && (spoken === 'nn' || spoken === 'no'));
}

function formatWith(format: Intl.DateTimeFormat, date: string | null | undefined): string {
  if (!date) return noValue;
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? date : format.format(at);
}

/** The clock of the region, 12 or 24 hours, with `am` and `pm` in the windows' language; one format for each time zone. */
function timeFormats(words: string, region: string): (timeZone: string | undefined) => Intl.DateTimeFormat {
  const known = new Map<string | undefined, Intl.DateTimeFormat>();
  const { hour12 = false } = new Intl.DateTimeFormat(region, { hour: 'numeric' }).resolvedOptions();
  return (timeZone) => {
    const format =
      known.get(timeZone) ??
      new Intl.DateTimeFormat(words, {
        numberingSystem: 'latn',
        hour: hour12 ? 'numeric' : '2-digit',
        minute: '2-digit',
        hourCycle: hour12 ? 'h12' : 'h23',
        timeZone,
      });
    known.set(timeZone, format);
    return format;
  };
}

function isDatePart(type: string): type is keyof DateLetters {
  return type === 'day' || type === 'month' || type === 'year';
}

function orderOf(parts: readonly Intl.DateTimeFormatPart[]): DateOrder {
  const first = parts.find((part) => isDatePart(part.type))?.type;
  return first === 'month' ? 'month-first' : first === 'year' ? 'year-first' : 'day-first';
}
