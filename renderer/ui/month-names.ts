const known = new Map<string, readonly (readonly string[])[]>();

/**
 * The month, 1 to 12, that a typed word means in the first of the languages that knows it: its name, its short form, or the first
 * three letters or more of it. Null when no language knows it, or it can be two months.
 */
export function findMonth(word: string, locales: readonly string[]): number | null {
  const typed = plain(word);
  for (const locale of locales) {
    const months = namesIn(locale);
    const exact = months.findIndex((names) => names.includes(typed));
    if (exact >= 0) return exact + 1;
    const begun = months.flatMap((names, index) => (names.some((name) => name.startsWith(typed)) ? [index + 1] : []));
    if (typed.length >= 3 && begun.length > 0) return begun.length === 1 ? (begun[0] ?? null) : null;
  }
  return null;
}

function namesIn(locale: string): readonly (readonly string[])[] {
  const found = known.get(locale);
  if (found !== undefined) return found;
  const options = { calendar: 'gregory', timeZone: 'UTC' } as const;
  // A month beside a day can have another ending than one that stands alone.
  const formats = (['short', 'long'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { ...options, month }),
    new Intl.DateTimeFormat(locale, { ...options, month, day: 'numeric' }),
  ]);
  const names = Array.from({ length: 12 }, (_none, index) =>
    formats.map((format) => plain(partOf(format, Date.UTC(2026, index, 14)))),
  );
  known.set(locale, names);
  return names;
}

function partOf(format: Intl.DateTimeFormat, at: number): string {
  return format.formatToParts(at).find((part) => part.type === 'month')?.value ?? '';
}

/** Letters only, without accents: people leave them out. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
