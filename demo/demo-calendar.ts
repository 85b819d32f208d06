import { type CommandContext, dayIn } from '../main/engine/db/context.ts';

/** Moments of the demo's history, counted from the day on which it is made. */
export type DemoCalendar = {
  /** `YYYY-MM-DD`; negative days have passed. */
  readonly dayIn: (days: number) => string;
  /** A command's context at working hours of a day `daysAgo`, never later than now. */
  readonly contextAt: (daysAgo: number, minuteOfDay: number) => CommandContext;
};

/** Who worked in the shop while its history was made. */
const staff = ['Anne', 'Lars', 'Ingvild'] as const;
const firstMinute = 7 * 60;

/** A calendar whose day 0 is today in the company's time zone. */
export function demoCalendar(now: Date, timeZone: string, newUuid: () => string): DemoCalendar {
  const today = dayIn(timeZone, now);
  const shifted = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return {
    dayIn: shifted,
    contextAt: (daysAgo, minuteOfDay) => {
      const wished = Date.parse(`${shifted(-daysAgo)}T00:00:00Z`) + (firstMinute + minuteOfDay) * 60_000;
      return {
        now: new Date(Math.min(wished, now.getTime())).toISOString(),
        today: shifted(-daysAgo),
        who: staff[(daysAgo + minuteOfDay) % staff.length] ?? staff[0],
        newUuid,
      };
    },
  };
}
