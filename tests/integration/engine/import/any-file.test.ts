import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all, get, inTransaction, type ReadDb } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { csvLine } from '../../../../main/engine/import/fault-words.ts';
import { inspectFile } from '../../../../main/engine/import/inspect-service.ts';
import { previewImport } from '../../../../main/engine/import/preview-service.ts';
import { type ImportCompany, runImport } from '../../../../main/engine/import/run-import-service.ts';
import { dropStaged, requireStaged } from '../../../../main/engine/import/staged-import.ts';
import { startLedger } from '../../../../main/engine/ledger/ledger-service.ts';
import { AppError, errorCodes } from '../../../../shared/errors.ts';
import {
  fieldsOfKind,
  type ImportField,
  type ImportFieldType,
  type ImportKind,
  type ImportPreview,
  type ImportReport,
  type InspectedFile,
  importFieldTypes,
  importKinds,
  neededFields,
  previewImportInput,
} from '../../../../shared/import.ts';
import { changedText } from '../../../support/any-change.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { casesOf, fuzzTimeoutMs } from '../../../support/fuzz.ts';
import { addContact, addProduct } from '../../../support/web-orders.ts';

/** Where the machine keeps files in memory, a case costs a quarter. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Each case has the company as it was, in a file of its own. */
let folder: string;
let pristine: string;
beforeAll(async () => {
  folder = mkdtempSync(join(memory, 'orderbud-any-file-'));
  pristine = join(folder, 'pristine.orderbud');
  const db = await openTestCompany(pristine);
  for (const name of ['A', 'B']) addProduct(db, { name, stockMilli: 1000 });
  addContact(db, { name: 'Kari' });
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cells: Readonly<Record<ImportFieldType, readonly string[]>> = {
  'line-text': ['P-A', 'P-B', 'P-C', 'Kari', 'Lars', 'Shop', 'Main', '1', '2', 'W-1', 'x'],
  text: ['', 'note', 'two\nlines'],
  email: ['kari@customer.example', 'x@y.example', 'x'],
  quantity: ['1', '2,5', '0', '1000', '1.000,5', '-1'],
  amount: ['10', '1 249,50', 'kr 5,-', '-1', '0'],
  percent: ['25', '0', '25 %', '101'],
  flag: ['ja', 'nei', '1', '0'],
  date: ['2026-03-04', '04.03.2026', '13/03/2026', '31.02.2026'],
  language: ['no', 'nb-NO', 'English', 'xx'],
  currency: ['NOK', 'kr', 'EUR'],
};
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '"',
    "'",
    ';',
    ',',
    '\t',
    '\r',
    '\n',
    '\0',
    '\u202e',
    '\ufeff',
    '=1+1',
    '1e309',
    'x'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

type AnyFile = {
  readonly kind: ImportKind;
  readonly fields: readonly ImportField[];
  readonly bytes: Buffer;
  readonly dateOrder: 'day-first' | 'month-first';
  readonly decimalSign: 'comma' | 'point';
  readonly leaveFaulty: boolean;
  readonly next: 'import' | 'leave' | 'import again';
};

/** Files of a kind with the columns that it needs and some more; then damaged, or not. */
const table: fc.Arbitrary<Pick<AnyFile, 'kind' | 'fields'> & { readonly text: string }> = fc
  .constantFrom(...importKinds)
  .chain((kind) => {
    const needed = neededFields[kind].map((group) => fc.constantFrom(...group));
    return fc.tuple(
      fc.constant(kind),
      fc.tuple(...needed),
      fc.subarray([...fieldsOfKind[kind]], { maxLength: Math.min(5, fieldsOfKind[kind].length) }),
    );
  })
  .chain(([kind, needed, some]) => {
    const fields = [...new Set([...needed, ...some])];
    const row = fc.tuple(
      ...fields.map((field) => {
        const usual = fc.constantFrom(...cells[importFieldTypes[field]]);
        return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
      }),
    );
    return fc.record({
      kind: fc.constant(kind),
      fields: fc.constant(fields),
      text: fc
        .tuple(fc.array(row, { maxLength: 8 }), fc.constantFrom(';', ',', '\t', '|'))
        .map(([rows, separator]) => [fields, ...rows].map((each) => csvLine(each, separator)).join('')),
    });
  });
const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
];
const choices = {
  dateOrder: fc.constantFrom('day-first' as const, 'month-first' as const),
  decimalSign: fc.constantFrom('comma' as const, 'point' as const),
  leaveFaulty: fc.boolean(),
  next: fc.constantFrom('import' as const, 'import' as const, 'leave' as const, 'import again' as const),
};
const anyFile = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(table, fc.constantFrom(...encodings), fc.record(choices))
      .map(([{ text, ...rest }, encode, chosen]) => ({ ...rest, ...chosen, bytes: encode(text) })),
  },
  {
    weight: 2,
    arbitrary: table.chain(({ kind, fields, text }) =>
      fc
        .tuple(
          changedText(fc.constant(text)),
          fc.constantFrom('', '', '"never closed;'),
          fc.constantFrom(...encodings),
          fc.record(choices),
        )
        .map(([changed, end, encode, chosen]) => ({ kind, fields, ...chosen, bytes: encode(changed + end) })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(table, fc.uint8Array({ maxLength: 300, size: 'max' }), fc.record(choices))
      .map(([{ kind, fields }, bytes, chosen]) => ({ kind, fields, ...chosen, bytes: Buffer.from(bytes) })),
  },
);

async function last<Event>(events: AsyncGenerator<Event>): Promise<Event> {
  let seen: Event | undefined;
  for await (const event of events) seen = event;
  if (seen === undefined) throw new Error('No event came');
  return seen;
}

type Steps = {
  readonly company: ImportCompany;
  readonly file: InspectedFile;
  readonly preview: () => Promise<ImportPreview>;
  readonly run: () => Promise<ImportReport>;
  /** Leaves the import just before it would be committed. */
  readonly leave: () => Promise<void>;
};

async function stepsOf(company: ImportCompany, path: string, given: Omit<AnyFile, 'next' | 'bytes'>): Promise<Steps> {
  const read = await last(inspectFile(company, { path, kind: given.kind }));
  if (read.kind !== 'inspected') throw new Error('The file was not read');
  const { file } = read;
  const staged = requireStaged(company, file.importId);
  const width = file.columns.length;
  const columns = given.fields
    .map((field, index) => ({ index, field, dateOrder: given.dateOrder, decimalSign: given.decimalSign }))
    .filter(({ index }) => index < width);
  const events = () =>
    runImport(company, {
      staged,
      leaveFaulty: given.leaveFaulty,
      effects: { orderImported: (tx, _context, orderId) => startLedger(tx, orderId) },
    });
  return {
    company,
    file,
    preview: async () => {
      if (columns.length === 0) throw new AppError('bad-input');
      const plan = previewImportInput.parse({ importId: file.importId, kind: given.kind, columns, websiteId: 1 });
      const seen = await last(previewImport(company.db, staged, plan));
      if (seen.kind !== 'previewed') throw new Error('Nothing was previewed');
      return seen.preview;
    },
    run: async () => {
      const event = await last(events());
      if (event.kind !== 'imported') throw new Error('Nothing was imported');
      return event.report;
    },
    leave: async () => {
      const running = events();
      await running.next();
      await running.return(undefined);
    },
  };
}

const tables = [
  'product',
  'contact',
  'product_stock',
  'purchase_order',
  'sales_order',
  'order_line',
  'log_entry',
] as const;
type Rows = Readonly<Record<(typeof tables)[number], string>>;

/** What an import may touch, row by row. */
function rowsOf(db: ReadDb): Rows {
  return Object.fromEntries(tables.map((name) => [name, JSON.stringify(all(db, `SELECT * FROM ${name}`))])) as Rows;
}
const countOf = (db: ReadDb, table: string): number =>
  get<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

/** How many units the last import left. */
function lastFaulty(db: ReadDb): number {
  const row = get<{ details: string }>(
    db,
    `SELECT details FROM log_entry WHERE what = 'file-imported' ORDER BY id DESC LIMIT 1`,
  );
  return row === undefined ? 0 : (JSON.parse(row.details) as { readonly faulty: number }).faulty;
}

const made: Readonly<Record<ImportKind, string | null>> = {
  products: 'product',
  contacts: 'contact',
  stock: null,
  purchases: 'purchase_order',
  orders: 'sales_order',
};

async function importAndJudge(steps: Steps, given: Omit<AnyFile, 'next' | 'bytes'>, next: string): Promise<string> {
  const { company, file } = steps;
  const { db } = company;
  const before = rowsOf(db);
  const preview = await steps.preview();
  expect(rowsOf(db)).toEqual(before);
  expect(preview.rowCount).toBe(file.rowCount);
  expect(preview.faultyRows).toBeLessThanOrEqual(file.rowCount);
  expect(preview.counts.faulty > 0).toBe(preview.faultCount > 0);
  if (next === 'leave') {
    await steps.leave().catch((error: unknown) => void codeOf(error));
    expect(rowsOf(db)).toEqual(before);
    return 'left';
  }
  const isRefused = preview.counts.faulty > 0 && !given.leaveFaulty;
  if (isRefused) {
    await expect(steps.run()).rejects.toThrow(expect.objectContaining({ code: 'import-has-faults' }));
    expect(rowsOf(db)).toEqual(before);
    return 'import-has-faults';
  }
  const table = made[given.kind];
  const had = table === null ? 0 : countOf(db, table);
  const { counts } = await steps.run();
  // What the preview said is what came to be: no row less, no row more
  expect(counts).toEqual(preview.counts);
  if (table !== null) expect(countOf(db, table) - had).toBe(counts.new);
  if (counts.new + counts.changed === 0) expect(rowsOf(db)).toEqual(before);
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  return 'imported';
}

function codeOf(error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  expect(errorCodes).toContain(error.code);
  return error.code;
}

test('whatever a file holds, it is imported as its preview said, or refused with a code, and never in part', {
  timeout: fuzzTimeoutMs,
}, async () => {
  const outcomes = new Set<string>();
  const path = join(folder, 'file.csv');
  const companyPath = join(folder, 'company.orderbud');
  await fc.assert(
    fc.asyncProperty(anyFile, async ({ bytes, next, ...given }) => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${companyPath}${end}`, { force: true });
      copyFileSync(pristine, companyPath);
      writeFileSync(path, bytes);
      const db = await openDatabase(companyPath);
      const company: ImportCompany = { db, command: (work) => inTransaction(db, (tx) => work(tx, testContext)) };
      const whole = rowsOf(db);
      try {
        const steps = await stepsOf(company, path, given).catch((error: unknown) => codeOf(error));
        if (typeof steps === 'string') {
          expect(rowsOf(db)).toEqual(whole);
          outcomes.add(steps);
          return;
        }
        const outcome = await importAndJudge(steps, given, next).catch((error: unknown) => codeOf(error));
        outcomes.add(outcome);
        if (outcome !== 'imported' || next !== 'import again') return;
        // The same file once more brings nothing new, unless it is what was left before
        const left = lastFaulty(company.db);
        const again = await steps.preview();
        expect(again.counts.new).toBeLessThanOrEqual(left);
      } finally {
        dropStaged(company);
        db.close();
      }
    }),
    casesOf('CSV files', { slice: 150, ofAMillion: 15_000 }),
  );
  expect([...outcomes]).toEqual(expect.arrayContaining(['imported', 'left', 'import-has-faults']));
});
