export type CsvCell = string | number | null;

const byteOrderMark = '\ufeff';
/** What a spreadsheet would take for a formula, not for text (OWASP, CSV injection). */
const beginsFormula = /^[=+\-@\t\r]/;

/**
 * A table as CSV that the spreadsheets of a region open with a double click: UTF-8 with a byte order mark, CRLF, fields quoted
 * where they must be (RFC 4180), semicolons where the decimal sign is a comma. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it; numbers are written as they are, with the region's decimal sign.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], region: string): string {
  const decimal = decimalSignOf(region);
  const separator = decimal === ',' ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => fieldFor(cell, { decimal, separator })).join(separator));
  return byteOrderMark + lines.map((line) => `${line}\r\n`).join('');
}

function fieldFor(cell: CsvCell, signs: { readonly decimal: string; readonly separator: string }): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', signs.decimal);
  const text = beginsFormula.test(cell) ? `'${cell}` : cell;
  const needsQuotes = /["\r\n]/.test(text) || text.includes(signs.separator);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function decimalSignOf(region: string): string {
  return new Intl.NumberFormat(region).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
}
