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

export function minutesAfter(now: Date, minutes: number): string {
  return minutesBefore(now, -minutes);
}
