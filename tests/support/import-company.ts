import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandContext } from '../../main/engine/db/context.ts';
import { inTransaction, type ReadDb, type WriteTx } from '../../main/engine/db/database.ts';
import { inspectFile } from '../../main/engine/import/inspect-service.ts';
import { previewImport } from '../../main/engine/import/preview-service.ts';
import { runImport } from '../../main/engine/import/run-import-service.ts';
import { requireStaged, type StagedImport } from '../../main/engine/import/staged-import.ts';
import { startLedger } from '../../main/engine/ledger/ledger-service.ts';
import {
  type ImportKind,
  type ImportPreview,
  type ImportReport,
  type InspectedFile,
  type InspectImportInput,
  type PreviewImportInput,
  previewImportInput,
} from '../../shared/import.ts';
import { openTestCompany, testContext } from './company.ts';

type PlanChoice = Partial<Pick<PreviewImportInput, 'columns' | 'websiteId' | 'purchasesAre'>>;

/** A company in a file of its own, and File - Import as the window goes through it. */
export type ImportCompany = {
  readonly db: ReadDb;
  readonly folder: string;
  readonly command: <Result>(work: (tx: WriteTx, context: CommandContext) => Result) => Result;
  readonly write: (text: string | Uint8Array) => string;
  readonly inspect: (
    text: string | Uint8Array,
    input: { kind: ImportKind } & Partial<InspectImportInput>,
  ) => Promise<InspectedFile>;
  readonly preview: (file: InspectedFile, kind: ImportKind, choice?: PlanChoice) => Promise<ImportPreview>;
  readonly staged: (file: InspectedFile) => StagedImport;
  readonly run: (file: InspectedFile, leaveFaulty?: boolean) => Promise<ImportReport>;
  /** All steps, as found by itself. */
  readonly import: (
    kind: ImportKind,
    text: string | Uint8Array,
    choice?: PlanChoice,
  ) => Promise<{ preview: ImportPreview; report: ImportReport }>;
  readonly close: () => void;
};

/** The last event of a generator. */
async function last<Event>(events: AsyncGenerator<Event>): Promise<Event> {
  let seen: Event | undefined;
  for await (const event of events) seen = event;
  if (seen === undefined) throw new Error('No event came');
  return seen;
}

export async function openImportCompany(): Promise<ImportCompany> {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-import-'));
  const db = await openTestCompany(join(folder, 'company.orderbud'));
  const command: ImportCompany['command'] = (work) => inTransaction(db, (tx) => work(tx, testContext));
  const company = { db, command };
  const write = (text: string | Uint8Array) => {
    const path = join(folder, `${randomUUID()}.csv`);
    writeFileSync(path, text);
    return path;
  };
  const staged = (file: InspectedFile) => requireStaged(company, file.importId);
  const inspect: ImportCompany['inspect'] = async (text, input) => {
    const event = await last(inspectFile(company, { ...input, path: write(text) }));
    if (event.kind !== 'inspected') throw new Error('The file was not read');
    return event.file;
  };
  const preview: ImportCompany['preview'] = async (file, kind, choice = {}) => {
    const columns = file.columns.flatMap(({ index, field, dates, decimals }) =>
      field === null
        ? []
        : [
            {
              index,
              field,
              dateOrder: dates['month-first'] > 0 ? ('month-first' as const) : ('day-first' as const),
              decimalSign: decimals.point > 0 ? ('point' as const) : ('comma' as const),
            },
          ],
    );
    const plan = previewImportInput.parse({ importId: file.importId, kind, columns, ...choice });
    const event = await last(previewImport(db, staged(file), plan));
    if (event.kind !== 'previewed') throw new Error('Nothing was previewed');
    return event.preview;
  };
  const run: ImportCompany['run'] = async (file, leaveFaulty = false) => {
    const effects = {
      orderImported: (tx: WriteTx, _context: CommandContext, orderId: number) => startLedger(tx, orderId),
    };
    const event = await last(runImport(company, { staged: staged(file), leaveFaulty, effects }));
    if (event.kind !== 'imported') throw new Error('Nothing was imported');
    return event.report;
  };
  return {
    db,
    folder,
    command,
    write,
    inspect,
    preview,
    staged,
    run,
    import: async (kind, text, choice) => {
      const file = await inspect(text, { kind });
      const seen = await preview(file, kind, choice);
      return { preview: seen, report: await run(file) };
    },
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
