/** An instant as date and time of the company's zone; UTC, and marked so, where the zone is not known. */
export function formatInstant(instant: string, language: string, timeZone: string | undefined): string {
  const shape = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const date = new Date(instant);
  if (timeZone !== undefined && isTimeZone(timeZone)) {
    return new Intl.DateTimeFormat(localeOf(language), { ...shape, timeZone }).format(date);
  }
  return `${new Intl.DateTimeFormat(localeOf(language), { ...shape, timeZone: 'UTC' }).format(date)} UTC`;
}

/** A date, `YYYY-MM-DD`, in words that cannot be misread: 3 Mar 2026. */
export function formatDate(date: string, language: string): string {
  const shape = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf(language), shape).format(new Date(`${date}T00:00:00Z`));
}

/** An instant's date in the company's zone. */
export function formatDay(instant: string, language: string, timeZone: string | undefined): string {
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC';
  const shape = { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const;
  return new Intl.DateTimeFormat(localeOf(language), shape).format(new Date(instant));
}

/** Money in minor units with its currency. */
export function formatMoney(amountMinor: number, currency: string, language: string): string {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}

/** A quantity given in thousandths, without needless decimals. */
export function formatQuantity(milli: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 }).format(milli / 1000);
}

/** A price with its VAT, in minor units. */
export function withVat(amountMinor: number, vatPermille: number): number {
  return Math.round((amountMinor * (1000 + vatPermille)) / 1000);
}

/** English dates in the order day, month, year: the shops are European. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
