import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import {
  type InspectEvent,
  type InspectImportInput,
  inspectImportInput,
  mostImportRows,
} from '../../../shared/import.ts';
import { inTransaction, type ReadDb } from '../db/database.ts';
import { openScratchDatabase } from '../db/scratch-database.ts';
import { ColumnFinder } from './column-finder.ts';
import { type CsvRecord, findForm, readCsvFile, sizeOfFile } from './csv-file-client.ts';
import { matchHeaders } from './match-headers.ts';
import { keepStaged, nextImportId } from './staged-import.ts';
import { insertRow, stagingSchema } from './staging-store.ts';

const recordsPerWrite = 2000;
const mostColumns = 500;

/**
 * Reads a file once, whole: its encoding and separator, its columns and what their cells show, and its rows into a store of
 * their own, from which everything else is done. Leaving the generator early leaves nothing.
 *
 * @throws AppError 'import-file-unreadable', 'import-file-no-text', 'import-file-too-large', 'import-quote-not-closed'
 */
export async function* inspectFile(owner: object, given: InspectImportInput): AsyncGenerator<InspectEvent> {
  const { path, kind, encoding, separator, hasHeader } = inspectImportInput.parse(given);
  const size = await sizeOfFile(path);
  const form = await findForm(path, { ...(encoding && { encoding }), ...(separator && { separator }) });
  const rows = await openScratchDatabase(stagingSchema);
  const reader = new FileReader(rows, hasHeader);
  let isKept = false;
  try {
    let bytesRead = 0;
    const records = readCsvFile(path, form, (bytes) => {
      bytesRead = bytes;
    });
    for await (const batch of batchesOf(records)) {
      reader.take(batch);
      yield { kind: 'progress', phase: 'reading', done: bytesRead, of: size };
    }
    const { rowCount } = reader;
    const headers = reader.columns.map((_column, index) => reader.names[index] ?? '');
    const importId = nextImportId();
    keepStaged(owner, { importId, rows, headers, hasHeader, separator: form.separator, rowCount, preview: null });
    isKept = true;
    const fields = matchHeaders(kind, headers);
    const columns = reader.columns.map((column, index) => ({
      index,
      header: headers[index] ?? '',
      field: fields[index] ?? null,
      ...column.found(),
    }));
    yield { kind: 'inspected', file: { importId, fileName: basename(path), ...form, hasHeader, rowCount, columns } };
  } finally {
    if (!isKept) rows.close();
  }
}

/** Takes records as they come: the first one may name the columns. */
class FileReader {
  names: readonly string[] = [];
  rowCount = 0;
  readonly columns: ColumnFinder[] = [];
  private readonly rows: ReadDb;
  private isHeaderToCome: boolean;

  constructor(rows: ReadDb, hasHeader: boolean) {
    this.rows = rows;
    this.isHeaderToCome = hasHeader;
  }

  take(records: readonly CsvRecord[]): void {
    inTransaction(this.rows, (tx) => {
      for (const { line, cells } of records) {
        if (this.columns.length === 0) this.widen(cells.length);
        if (this.isHeaderToCome) {
          this.isHeaderToCome = false;
          this.names = cells.map((cell) => cell.trim());
          continue;
        }
        // A line of nothing but separators, as spreadsheets leave them at the end
        if (cells.every((cell) => cell.trim() === '')) continue;
        this.rowCount += 1;
        if (this.rowCount > mostImportRows) throw new AppError('import-file-too-large');
        insertRow(tx, { no: this.rowCount, line, cells });
        this.columns.forEach((column, index) => {
          column.add(cells[index] ?? '');
        });
      }
    });
  }

  private widen(width: number): void {
    if (width > mostColumns) throw new AppError('import-file-no-text');
    while (this.columns.length < width) this.columns.push(new ColumnFinder());
  }
}

async function* batchesOf(records: AsyncIterable<CsvRecord>): AsyncGenerator<readonly CsvRecord[]> {
  let batch: CsvRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < recordsPerWrite) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
