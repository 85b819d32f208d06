import { daysAfter, daysBefore } from '../site/time.ts';

/**
 * How long a log-in lasts. Customers of a shop come back every few days while an order is on its way, on their own phones;
 * what they see is their orders, and whatever could hurt them asks for the password again. So: a fortnight without a visit,
 * a month in all. Longer than NIST SP 800-63B's half hour and twelve hours, which are for accounts of an office.
 */
const idleDays = 14;
const longestDays = 30;

export const longestSessionSeconds = longestDays * 86_400;

export function sessionEnd(now: Date): string {
  return daysAfter(now, longestDays);
}

/** A session last seen before this has been idle for too long. */
export function idleSince(now: Date): string {
  return daysBefore(now, idleDays);
}
