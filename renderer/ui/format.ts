/**
 * Numbers, dates and money as the windows show them. Dates are short and cannot be misread (14 Dec 2026); numbers carry a thin
 * space between thousands, never a comma, so that a shown number typed back in is the same number (parse.ts). What customers
 * read is worded by the engine (shared/formatting.ts).
 */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const noValue = '–';

/** `YYYY-MM-DD` as `14 Dec 2026`; a dash when there is no date. */
export function formatDate(date: string | null | undefined): string {
  if (!date) return noValue;
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const name = months[(month ?? 0) - 1];
  if (year === undefined || day === undefined || name === undefined) return date;
  return `${day} ${name} ${year}`;
}

/** Like `formatDate`, without the year when it is that of `today`. */
export function formatShortDate(date: string | null | undefined, today: string): string {
  const text = formatDate(date);
  return text.endsWith(` ${today.slice(0, 4)}`) ? text.slice(0, -5) : text;
}

/** The day on which an instant falls, `YYYY-MM-DD`; in this computer's time zone unless one is named. */
export function dayOf(instant: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    instant,
  );
}

/** An instant (UTC, ISO 8601) as `09:12` on the same day, else as `3 Mar 09:12` or `3 Mar 2025 09:12`. */
export function formatInstant(instant: string | null | undefined, now: Date, timeZone?: string): string {
  if (!instant) return noValue;
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  const day = dayOf(at, timeZone);
  const today = dayOf(now, timeZone);
  return day === today ? time : `${formatShortDate(day, today)} ${time}`;
}

function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

/** Thousandths of a unit as `2`, `0.5` or `1 250`. */
export function formatQuantity(milli: number): string {
  const sign = milli < 0 ? '\u2212' : '';
  const whole = Math.floor(Math.abs(milli) / 1000);
  const rest = Math.abs(milli) % 1000;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
  return `${sign}${withThousands(String(whole))}${decimals}`;
}

/** Minor units as `1 249.00`. Currencies without minor units are not in use here yet. */
export function formatAmount(minor: number): string {
  const sign = minor < 0 ? '\u2212' : '';
  const whole = Math.floor(Math.abs(minor) / 100);
  return `${sign}${withThousands(String(whole))}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;
}

/** Minor units with the currency's code before them: `NOK 1 249.00`. */
export function formatMoney(minor: number, currency: string): string {
  return `${currency}\u00a0${formatAmount(minor)}`;
}

/** A time to wait in plain words: `about 2 min left`, `less than a minute left`. */
export function formatTimeLeft(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'less than a minute left';
  if (minutes < 60) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 60)} h left`;
}

/** `1 customer`, `2 customers`, `1 250 customers`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${withThousands(String(count))} ${count === 1 ? one : many}`;
}
