import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, get, inTransaction, type ReadDb, run, type SqlRow } from '../main/engine/db/database.ts';
import { startLedger } from '../main/engine/ledger/ledger-service.ts';
import { fetchEnquiries } from '../main/engine/website/fetch-enquiries-service.ts';
import { importAll } from '../main/engine/website/import-all-service.ts';
import type { EnquiriesAnswer } from '../main/engine/website/website-connector.ts';
import { type Enquiry, enquiry } from '../shared/my-page/protocol.ts';
import { openTestCompany } from '../tests/support/company.ts';
import { companyOver } from '../tests/support/web-orders.ts';
import { upTo } from './big-company.ts';
import { type BenchResult, median, spreadOf } from './result.ts';

const orders = 100_000;
/** Of so many orders at a time: the work and its bound take turns. */
const portion = 2_000;
/** So many enquiries a page, as the program asks for; the bound commits as many at a time. */
const page = 200;
const customers = 30_000;
const products = 1_000;
const goal = 0.5;

/**
 * The first import of 100,000 orders, as the website gives them, fetched page by page and imported, against inserting the
 * same rows into the same tables by prepared statements. Both by the clock, in turns, lists and search kept up to date.
 */
export async function benchFirstImport(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-bench-'));
  try {
    const ours = await companyWith(join(folder, 'ours.orderbud'));
    const bound = await companyWith(join(folder, 'bound.orderbud'));
    const portions: { readonly ours: Took; readonly bound: Took }[] = [];
    for (let from = 0; from < orders; from += portion) {
      const enquiries = Array.from({ length: portion }, (_, n) => received(from + n));
      const before = lastIds(ours);
      const oursTook = await timed(() => importPortion(ours, enquiries));
      const rows = rowsSince(ours, before);
      portions.push({ ours: oursTook, bound: await timed(async () => insertRows(bound, rows)) });
    }
    const imported = countOrders(ours);
    if (imported !== orders || countOrders(bound) !== orders) throw new Error(`${imported} orders were imported`);
    ours.close();
    bound.close();
    return [resultOf(portions)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Took = { readonly ms: number; readonly processorMs: number };

function resultOf(portions: readonly { readonly ours: Took; readonly bound: Took }[]): BenchResult {
  const ratios = portions.map(({ ours, bound }) => bound.ms / ours.ms);
  const each = (of: 'ours' | 'bound') => (median(portions.map((took) => took[of].ms)) / portion).toFixed(2);
  const ofProcessor = median(portions.map(({ ours, bound }) => bound.processorMs / ours.processorMs));
  return {
    work: `First import of ${orders} orders against inserting the same rows by prepared statements`,
    ratio: median(ratios),
    spread: spreadOf(ratios),
    goal,
    isLeast: true,
    detail: `${each('bound')} -> ${each('ours')} ms an order; of processor time ${ofProcessor.toFixed(2)}`,
  };
}

async function timed(work: () => Promise<void>): Promise<Took> {
  const [before, usedBefore] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(usedBefore);
  return { ms: performance.now() - before, processorMs: (user + system) / 1000 };
}

async function companyWith(path: string): Promise<ReadDb> {
  const db = await openTestCompany(path);
  inTransaction(db, (tx) => {
    run(tx, `${upTo('@products')} INSERT INTO product(product_no, name) SELECT 'P-' || i, 'Rain jacket ' || i FROM n`, {
      products,
    });
    run(tx, 'INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) SELECT id, 1, 50000 FROM product');
  });
  return db;
}

/** An order of a customer who ordered before, once there are enough. */
function received(n: number): Enquiry {
  const who = (n * 7919) % customers;
  const lineOf = (product: number) => ({
    productNo: `P-${1 + (product % products)}`,
    description: `Rain jacket ${product % products}`,
    quantityMilli: 1000 + 1000 * (n % 3),
    unitPriceMinor: 9900 + (product % 1000),
    vatPermille: 250,
  });
  return enquiry.parse({
    kind: 'order',
    id: randomUUID(),
    at: '2026-03-02T08:00:00.000Z',
    webOrderNo: `W-${n}`,
    order: {
      customer: {
        name: `Kari Nordmann ${nameOf(who)}`,
        email: `customer${who}@mail.example`,
        phone: `4${String(who).padStart(7, '0')}`,
        addressLine1: `Storgata ${who % 200}`,
        // One alike would make a person look at each
        postcode: `N${who}`,
        city: 'Oslo',
        country: 'NO',
      },
      currency: 'NOK',
      freightMinor: 4900,
      lines: [lineOf(n), lineOf(n * 31 + 7)],
    },
  });
}

/** A family name of its own for each customer. */
function nameOf(who: number): string {
  const syllables = 'nes vik dal berg haug li moen sund lund strand'.split(' ');
  return [...String(who)].map((digit) => syllables[Number(digit)]).join('');
}

async function importPortion(db: ReadDb, enquiries: readonly Enquiry[]): Promise<void> {
  const company = companyOver(db);
  await fetchEnquiries(company, { websiteId: 1, connector: siteGiving(enquiries) });
  const effects = {
    orderImported: (tx: Parameters<typeof startLedger>[0], _: unknown, id: number) => startLedger(tx, id),
  };
  const report = await importAll(company, { effects, websiteId: 1 });
  if (report.importedOrders !== enquiries.length) throw new Error(`Not imported: ${JSON.stringify(report)}`);
}

/** A website that gives these, a page at a time. */
function siteGiving(enquiries: readonly Enquiry[]) {
  let given = 0;
  return {
    optOutSecret: async () => null,
    fetchEnquiries: async (): Promise<EnquiriesAnswer> => {
      const some = enquiries.slice(given, given + page);
      given += some.length;
      return {
        kind: 'page',
        enquiries: some.map((one) => ({
          siteEnquiryId: one.id,
          kind: one.kind,
          body: JSON.stringify(one),
          enquiry: one,
        })),
        cursor: `${some.at(-1)?.id}`,
        more: given < enquiries.length,
      };
    },
  };
}

/** What the import itself writes, in the order in which one names the other; triggers and lists write the rest of both. */
const tables = ['contact', 'sales_order', 'order_line', 'ledger', 'enquiry', 'log_entry'] as const;
type Table = (typeof tables)[number];
const keyOf = (table: Table) => (table === 'ledger' ? 'order_id' : 'id');
/** These follow when a transaction ends, in both. */
const ofLists: readonly string[] = ['list_group', 'expected_date', 'total_minor'];

function lastIds(db: ReadDb): ReadonlyMap<Table, number> {
  return new Map(
    tables.map((table) => [
      table,
      get<{ last: number }>(db, `SELECT coalesce(max(${keyOf(table)}), 0) AS last FROM ${table}`)?.last ?? 0,
    ]),
  );
}

type Rows = { readonly table: Table; readonly columns: readonly string[]; readonly rows: readonly SqlRow[] };

function rowsSince(db: ReadDb, ids: ReadonlyMap<Table, number>): readonly Rows[] {
  return tables.map((table) => {
    const columns = all<{ name: string }>(db, `SELECT name FROM pragma_table_info('${table}')`)
      .map(({ name }) => name)
      .filter((name) => table !== 'sales_order' || !ofLists.includes(name));
    const text = `SELECT ${columns.join(', ')} FROM ${table} WHERE ${keyOf(table)} > @last ORDER BY ${keyOf(table)}`;
    return { table, columns, rows: all<SqlRow>(db, text, { last: ids.get(table) ?? 0 }) };
  });
}

/** As many orders a commit as the import reads at a time, with the rows of all tables that belong to them. */
function insertRows(db: ReadDb, all: readonly Rows[]): void {
  const commits = portion / page;
  for (let n = 0; n < commits; n++) {
    inTransaction(db, (tx) => {
      for (const { table, columns, rows } of all) {
        const text = `INSERT INTO ${table}(${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
        const share = (part: number) => Math.round((rows.length * part) / commits);
        for (const row of rows.slice(share(n), share(n + 1))) run(tx, text, row);
      }
      run(tx, 'DELETE FROM order_to_check');
    });
  }
}

function countOrders(db: ReadDb): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM sales_order')?.n ?? 0;
}
