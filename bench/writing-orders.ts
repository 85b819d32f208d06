import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, inTransaction, type ReadDb, type WriteTx } from '../main/engine/db/database.ts';
import { startLedger } from '../main/engine/ledger/ledger-service.ts';
import { createOrder } from '../main/engine/orders/create-order-service.ts';
import { openTestCompany, testContext } from '../tests/support/company.ts';
import { addContact, addProduct, edit } from '../tests/support/web-orders.ts';
import { type BenchResult, median, processorMs, spreadOf } from './result.ts';

const orders = 10_000;
const oneByOne = 2_000;
const edits = 1_000;
const block = 500;
/** Imports are held to the ratio, edits to what a person could notice. */
const mostTimes = 2;
const mostMs = 5;

/**
 * What it costs to keep lists and search up to date while orders come in and are edited: against the same company with the
 * list triggers gone. In turns, so that the machine's other work falls on both.
 */
export async function benchWritingOrders(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-bench-'));
  try {
    const listed = await aCompany(join(folder, 'listed.orderbud'), true);
    const bare = await aCompany(join(folder, 'bare.orderbud'), false);
    const results = [
      compare(`Importing ${orders} orders in batches of ${block}`, orders, importBatch, {
        listed,
        bare,
        isImport: true,
      }),
      compare(`Importing ${oneByOne} orders one by one`, oneByOne, importOneByOne, { listed, bare, isImport: true }),
      compare(`${edits} orders picked`, edits, pickEach, { listed, bare, isImport: false }),
      compare(`${edits} shipping nos. entered`, edits, shipEach, { listed, bare, isImport: false }),
    ];
    for (const { db } of [listed, bare]) db.close();
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Write = (company: Company, from: number) => void;
type Pair = { readonly listed: Company; readonly bare: Company; readonly isImport: boolean };

function compare(work: string, many: number, write: Write, { listed, bare, isImport }: Pair): BenchResult {
  // An import waits for the disk as its user does; an edit is so short that the machine's other work would be measured
  const msOf = isImport ? timeOf : processorMs;
  const pairs = Array.from({ length: many / block }, (_, n) => ({
    without: msOf(() => write(bare, n * block)) / block,
    withLists: msOf(() => write(listed, n * block)) / block,
  }));
  const each = {
    without: median(pairs.map((pair) => pair.without)),
    withLists: median(pairs.map((pair) => pair.withLists)),
  };
  const ratios = pairs.map((pair) => pair.withLists / pair.without);
  return {
    work: `${work}, lists and search kept against not`,
    ratio: median(ratios),
    spread: spreadOf(ratios),
    goal: isImport ? mostTimes : Number.POSITIVE_INFINITY,
    ms: each.withLists,
    goalMs: isImport ? Number.POSITIVE_INFINITY : mostMs,
    detail: `${each.without.toFixed(2)} -> ${each.withLists.toFixed(2)} ms each`,
  };
}

type Company = {
  readonly db: ReadDb;
  readonly contacts: readonly number[];
  readonly products: readonly number[];
  made: number;
};

async function aCompany(path: string, isListed: boolean): Promise<Company> {
  const db = await openTestCompany(path);
  if (!isListed) {
    inTransaction(db, (tx) => {
      for (const { name } of all<{ name: string }>(
        tx,
        `SELECT name FROM sqlite_master WHERE type = 'trigger' AND (name LIKE 'list_%' OR name LIKE 'group_of_%')`,
      ))
        tx.exec(`DROP TRIGGER ${name}`);
      for (const { name } of all<{ name: string }>(
        tx,
        `SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'order_by_group%'`,
      ))
        tx.exec(`DROP INDEX ${name}`);
    });
  }
  const many = (count: number, make: (n: number) => number) => Array.from({ length: count }, (_, n) => make(n));
  return {
    db,
    contacts: many(200, (n) => addContact(db, { name: `Kari Nordmann${n}` })),
    products: many(200, (n) => addProduct(db, { name: `Rain jacket ${n}`, stockMilli: 5_000_000 })),
    made: 0,
  };
}

function make(tx: WriteTx, company: Company): void {
  const n = company.made++;
  const productId = (of: number) => company.products[of % company.products.length] ?? 0;
  const orderId = createOrder(tx, testContext, {
    contactId: company.contacts[n % company.contacts.length] ?? 0,
    web: { websiteId: 1, webOrderNo: `W-${n}` },
    lines: [
      { productId: productId(n), orderedMilli: 2000 },
      { productId: productId(n * 7 + 1), orderedMilli: 1000 },
    ],
  });
  startLedger(tx, orderId);
}

function importBatch(company: Company): void {
  inTransaction(company.db, (tx) => {
    for (let n = 0; n < block; n++) make(tx, company);
  });
}

function importOneByOne(company: Company): void {
  for (let n = 0; n < block; n++) inTransaction(company.db, (tx) => make(tx, company));
}

function pickEach({ db }: Company, from: number): void {
  for (let n = 1; n <= block; n++) edit(db, (from + n) * 7, { picked: true });
}

function shipEach({ db }: Company, from: number): void {
  for (let n = 1; n <= block; n++) {
    edit(db, (from + n) * 7, { shipments: [{ id: null, carrier: 'Posten', shippingNo: `37043810${from + n}` }] });
  }
}

function timeOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
