import type { z } from 'zod';
import type { RowFault, saveFaultsInput } from '../../../shared/import.ts';

type Words = Pick<z.infer<typeof saveFaultsInput>, 'reasons' | 'fieldNames'>;

/** What is wrong with a row, as one text: `Price: not a number: 12,x`. Templates name `{{line}}` for another line of the file. */
export function faultText(faults: readonly RowFault[], words: Words): string {
  return faults
    .map(({ field, reason, otherLine }) => {
      const text = (words.reasons[reason] ?? reason).replaceAll('{{line}}', String(otherLine ?? ''));
      return field === null ? text : `${words.fieldNames[field] ?? field}: ${text}`;
    })
    .join(' ');
}

/** One line of a CSV file. Cells stay as they were in the file that was read, so that it can be read again. */
export function csvLine(cells: readonly string[], separator: string): string {
  const fields = cells.map((cell) =>
    /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${fields.join(separator)}\r\n`;
}
