const dayShape = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const instantShape = { ...dayShape, hour: '2-digit', minute: '2-digit' } as const;
/** Languages, zones and currencies of one shop are few; this only keeps a strange one from filling the memory. */
const mostFormats = 200;
/** Ten years in two languages. */
const mostDates = 7300;

/** An instant as date and time of the company's zone; UTC, and marked so, where the zone is not known. */
export function formatInstant(instant: string, language: string, timeZone: string | undefined): string {
  const date = new Date(instant);
  if (timeZone !== undefined && isTimeZone(timeZone)) return dateFormat(language, timeZone, instantShape).format(date);
  return `${dateFormat(language, 'UTC', instantShape).format(date)} UTC`;
}

/** An instant's date in the company's zone. */
export function formatDay(instant: string, language: string, timeZone: string | undefined): string {
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC';
  return dateFormat(language, zone, dayShape).format(new Date(instant));
}

/** Money in minor units with its currency. */
export function formatMoney(amountMinor: number, currency: string, language: string): string {
  const format = moneyFormat(language, currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}

/** A quantity given in thousandths, without needless decimals. */
export function formatQuantity(milli: number, language: string): string {
  return quantityFormat(language).format(milli / 1000);
}

/** A price with its VAT, in minor units. */
export function withVat(amountMinor: number, vatPermille: number): number {
  return Math.round((amountMinor * (1000 + vatPermille)) / 1000);
}

/** English dates in the order day, month, year: the shops are European. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** Making a format takes a hundred times as long as using it. */
function keepFormats<Format, Wish extends readonly unknown[]>(
  make: (...wish: Wish) => Format,
  nameOf: (...wish: Wish) => string,
  most = mostFormats,
): (...wish: Wish) => Format {
  const made = new Map<string, Format>();
  return (...wish) => {
    const name = nameOf(...wish);
    const known = made.get(name);
    if (known !== undefined) return known;
    const format = make(...wish);
    if (made.size >= most) made.clear();
    made.set(name, format);
    return format;
  };
}

type DateShape = typeof dayShape | typeof instantShape;
const dateFormat = keepFormats(
  (language: string, timeZone: string, shape: DateShape) =>
    new Intl.DateTimeFormat(localeOf(language), { ...shape, timeZone }),
  (language, timeZone, shape) => `${language} ${timeZone} ${shape === dayShape ? 'day' : 'instant'}`,
);
const moneyFormat = keepFormats(
  (language: string, currency: string) => new Intl.NumberFormat(localeOf(language), { style: 'currency', currency }),
  (language, currency) => `${language} ${currency}`,
);
const quantityFormat = keepFormats(
  (language: string) => new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 }),
  (language) => language,
);
/** A date, `YYYY-MM-DD`, in words that cannot be misread: 3 Mar 2026. Lists say the same days over and over. */
export const formatDate = keepFormats(
  (date: string, language: string) => dateFormat(language, 'UTC', dayShape).format(new Date(`${date}T00:00:00Z`)),
  (date, language) => `${date} ${language}`,
  mostDates,
);
const isTimeZone = keepFormats(
  (name: string) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
    } catch {
      return false;
    }
  },
  (name) => name,
);
