const dayMs = 86_400_000;

/** Days from one date to another, both `YYYY-MM-DD`. Dates are dates: counted in UTC, where every day has 24 hours. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** The date so many days after another. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
