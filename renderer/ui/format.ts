import { datesFor } from './dates.ts';
import { numbersFor } from './numbers.ts';
import { programLocale } from './program-locale.ts';
import { t } from './texts.ts';

/**
 * Numbers, dates and money as the windows show them: numbers by the region of this computer, dates short and with the month as a
 * word (14 Dec 2026), so that they cannot be misread. What is shown can be typed back in (parse.ts). What customers read is
 * worded by the engine (shared/formatting.ts).
 */
export const { formatCount, formatQuantity, formatAmount, formatMoney } = numbersFor(programLocale.region);
export const { formatDate, formatShortDate, formatNumericDate, formatInstant } = datesFor(programLocale);
export { dayOf } from './dates.ts';

/** How a date is typed on this computer, for empty fields: `dd/mm/yyyy`. */
export const datePattern = datesFor(programLocale).datePattern({
  day: t('common:date.dayLetters'),
  month: t('common:date.monthLetters'),
  year: t('common:date.yearLetters'),
});

/** A time to wait in plain words: `about 2 min left`, `less than a minute left`. */
export function formatTimeLeft(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return t('common:time.lessThanMinuteLeft');
  if (minutes < 60) return t('common:time.minutesLeft', { minutes });
  return t('common:time.hoursLeft', { hours: Math.round(minutes / 60) });
}
