import { kept } from '../../../shared/my-page/kept.ts';

/** Who does something and when: fixed for one command, so that all it writes carries one time. */
export type CommandContext = {
  /** UTC, ISO 8601. */
  readonly now: string;
  /** The day in the company's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The OS user. */
  readonly who: string;
  readonly newUuid: () => string;
};

/** The day on which an instant falls in a time zone, `YYYY-MM-DD`. @throws RangeError for an unknown zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return dayFormat(timeZone).format(instant);
}

const dayFormat = kept(
  (timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
);
