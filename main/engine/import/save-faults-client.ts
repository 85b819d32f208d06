import { open } from 'node:fs/promises';
import type { z } from 'zod';
import type { saveFaultsInput } from '../../../shared/import.ts';
import { csvLine, faultText } from './fault-words.ts';
import type { StagedImport } from './staged-import.ts';
import { type FileRow, faultsOfRow, faultyRowsAfter } from './staging-store.ts';

const rowsPerWrite = 1000;

/**
 * Writes the rows that would not be imported as a CSV file like the one that was read, with the reason as a last column, to be
 * mended and imported again: all rows of an order of which one is at fault. Answers how many. UTF-8 with a byte order mark.
 */
export async function saveFaults(
  staged: StagedImport,
  { path, reasonHeader, ...words }: z.infer<typeof saveFaultsInput>,
): Promise<{ readonly rows: number }> {
  const file = await open(path, 'w');
  try {
    const { separator, headers, hasHeader } = staged;
    await file.write(`\ufeff${hasHeader ? csvLine([...headers, reasonHeader], separator) : ''}`);
    const lineOf = ({ no, cells }: FileRow) => {
      const faults = faultsOfRow(staged.rows, no);
      const elsewhere = [{ line: 0, field: null, reason: 'order-has-fault', value: '', otherLine: null }] as const;
      const padded = headers.map((_header, index) => cells[index] ?? '').concat(cells.slice(headers.length));
      return csvLine([...padded, faultText(faults.length === 0 ? elsewhere : faults, words)], separator);
    };
    let rows = 0;
    for (let after = 0; ; ) {
      const some = faultyRowsAfter(staged.rows, after, rowsPerWrite);
      if (some.length === 0) return { rows };
      await file.write(some.map(lineOf).join(''));
      after = some.at(-1)?.no ?? after;
      rows += some.length;
    }
  } finally {
    await file.close();
  }
}
