import { parse } from 'csv-parse/sync';
import { type ImportSeparator, importSeparators } from '../../../shared/import.ts';

/** Excel's own way to name the separator: a first line `sep=;`. */
const namedSeparator = /^\ufeff?"?sep=(.)"?(\r\n|\n|\r)/i;

/** The line that only names the separator, if the text begins with one. */
export function readSeparatorLine(
  text: string,
): { readonly separator: ImportSeparator | null; readonly length: number } | null {
  const match = namedSeparator.exec(text);
  if (match === null) return null;
  return { separator: importSeparators.find((known) => known === match[1]) ?? null, length: match[0].length };
}

const rowsLookedAt = 100;

/**
 * Finds what stands between the cells: the separator by which most of the first rows have as many cells as the first one,
 * and of those the one with the most cells. A file of one column has none; a semicolon is as good as any.
 */
export function findSeparator(text: string): ImportSeparator {
  let best: { readonly separator: ImportSeparator; readonly score: number } = { separator: ';', score: 0 };
  for (const separator of importSeparators) {
    const widths = widthsBy(text, separator);
    const first = widths[0] ?? 0;
    const alike = widths.filter((width) => width === first).length;
    const score = first < 2 ? 0 : (alike / widths.length) * 1000 + first;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function widthsBy(text: string, separator: ImportSeparator): readonly number[] {
  try {
    const records = parse(text, {
      delimiter: separator,
      to: rowsLookedAt,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
    }) as readonly (readonly string[])[];
    return records.map((record) => record.length);
  } catch {
    // A quote that only another separator closes
    return [];
  }
}
