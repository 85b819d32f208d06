const dayMs = 86_400_000;

export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * dayMs).toISOString();
}

export function daysAfter(now: Date, days: number): string {
  return daysBefore(now, -days);
}

export function minutesBefore(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

/** The day of an instant in a zone, `YYYY-MM-DD`; in UTC where the zone is not known. */
export function dayOf(instant: string, timeZone: string | undefined): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone: timeZone ?? 'UTC' }).format(new Date(instant));
  } catch {
    return instant.slice(0, 10);
  }
}

export function minutesAfter(now: Date, minutes: number): string {
  return minutesBefore(now, -minutes);
}
