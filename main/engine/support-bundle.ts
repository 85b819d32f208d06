/** What a support bundle may show of a row of settings: numbers, and texts of the columns named; of others, whether they are filled in. */
export function maskRow(
  row: Readonly<Record<string, unknown>>,
  plainColumns: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && !plainColumns.has(column) ? maskText(value) : value,
    ]),
  );
}

function maskText(value: string): string {
  return value === '' ? '(empty)' : '(filled in)';
}

/** Counts and codes of one website's part of a run's report; names of websites and orders stay out. */
export function countsOfReport(report: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(report).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      if (typeof value === 'number' || typeof value === 'boolean' || value === null) return [[key, value]];
      if (key.endsWith('Problem') && typeof value === 'string') return [[key, value]];
      return Array.isArray(value) ? [[`${key}Count`, value.length]] : [];
    }),
  );
}

/** Who and where, which a line of the log might name by the path of a file. */
export type Whereabouts = { readonly folders: readonly string[]; readonly names: readonly string[] };

/** Shorter ones stand in other words. */
const shortestName = 4;

/** A line of the log without addresses, without the folders of this computer and without who uses it. */
export function scrubLogLine(line: string, where: Whereabouts): string {
  let text = line.replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '<address>');
  const folders = where.folders.flatMap((folder) => [folder, JSON.stringify(folder).slice(1, -1)]);
  for (const folder of folders) if (folder !== '') text = text.replaceAll(folder, '<folder>');
  for (const name of where.names) if (name.length >= shortestName) text = text.replaceAll(name, '<name>');
  return text;
}
