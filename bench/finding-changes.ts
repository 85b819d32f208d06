import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction, type ReadDb, run, type WriteTx } from '../main/engine/db/database.ts';
import { openDatabase } from '../main/engine/db/open-database.ts';
import { planFor } from '../main/engine/website-data/queue-mails-service.ts';
import { openTestCompany } from '../tests/support/company.ts';
import { companyOver } from '../tests/support/web-orders.ts';
import { takeTriggersAway, upTo } from './big-company.ts';
import { type BenchResult, median, processorMs, spreadOf } from './result.ts';

const smallest = 10_000;
const changed = 100;
/** On the list, and not to be looked at: half rest, half are another website's. */
const standing = 1_000;
const rounds = 9;
const goal = 1.5;

/**
 * Finding 100 changed orders costs what changed, not how many there are, nor how many stand on the list besides: the
 * processor time among 100,000 and 1,000,000 orders over that among 10,000, and among 100,000 of which half rest.
 */
export async function benchFindingChanges(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-bench-'));
  try {
    const company = (name: string, size: Size) => companyWith(join(folder, `${name}.orderbud`), size);
    const small = await company('small', { orders: smallest, resting: standing / 2 });
    const others = [
      { what: '100000 orders', db: await company('large', { orders: 100_000, resting: standing / 2 }) },
      { what: '1000000 orders', db: await company('largest', { orders: 1_000_000, resting: standing / 2 }) },
      { what: '100000 orders, half resting,', db: await company('resting', { orders: 100_000, resting: 50_000 }) },
    ];
    const results = compare(small, others);
    for (const { db } of [{ db: small }, ...others]) db.close();
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In turns; the first round only warms. */
function compare(small: ReadDb, others: readonly { readonly what: string; readonly db: ReadDb }[]) {
  const measured = others.map((other) => ({ ...other, ratios: [] as number[], ms: [] as number[] }));
  const smallMs: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ofSmall = timeToPlan(small);
    const times = measured.map(({ db }) => timeToPlan(db));
    if (round === 0) continue;
    smallMs.push(ofSmall);
    measured.forEach(({ ratios, ms }, index) => {
      const took = times[index] ?? Number.NaN;
      ms.push(took);
      ratios.push(took / ofSmall);
    });
  }
  return measured.map(
    ({ what, ratios, ms }): BenchResult => ({
      work: `Finding ${changed} changed of ${what} against ${smallest}`,
      ratio: median(ratios),
      spread: spreadOf(ratios),
      goal,
      detail: `${median(smallMs).toFixed(1)} -> ${median(ms).toFixed(1)} ms of processor time`,
    }),
  );
}

function timeToPlan(db: ReadDb): number {
  const company = companyOver(db);
  let looked = 0;
  const took = processorMs(() => {
    looked = planFor(company, 1).orders.length;
  });
  if (looked !== changed) throw new Error(`${looked} orders were looked at`);
  return took;
}

type Size = { readonly orders: number; readonly resting: number };

/** Orders written in bulk, all known to their customers; the last ones were picked since. */
async function companyWith(path: string, { orders, resting }: Size): Promise<ReadDb> {
  const db = await openTestCompany(path);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  const others = standing / 2;
  inTransaction(db, (tx) => {
    const triggers = takeTriggersAway(tx);
    addOrders(tx, orders, others);
    for (const sql of triggers) tx.exec(sql);
    run(
      tx,
      `INSERT INTO order_to_check(order_id, look_again_on) SELECT id, '9999-12-31' FROM sales_order WHERE id BETWEEN @from AND @to`,
      { from: others + 1, to: others + resting },
    );
    run(tx, 'UPDATE sales_order SET picked = 1 WHERE website_id = 2 OR id > @from', { from: orders - changed });
  });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return openDatabase(path);
}

function addOrders(tx: WriteTx, orders: number, others: number): void {
  run(
    tx,
    `INSERT INTO website(id, public_id, name, sender_address) VALUES (2, 'site-2', 'Second shop', 'post@second.example')`,
  );
  run(
    tx,
    `${upTo('@contacts')} INSERT INTO contact(id, public_id, name, email, created_at)
     SELECT i, 'contact-' || i, 'Kari Nordmann ' || i, 'customer' || i || '@mail.example', '2026-01-01T00:00:00.000Z' FROM n`,
    { contacts: orders / 10 },
  );
  run(
    tx,
    `${upTo('@products')} INSERT INTO product(id, product_no, name) SELECT i, 'P-' || i, 'Rain jacket ' || i FROM n`,
    { products: orders / 10 },
  );
  run(tx, 'INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) SELECT id, 1, 1000 FROM product');
  run(
    tx,
    `${upTo('@orders')} INSERT INTO sales_order(id, public_id, order_no, status, contact_id, customer_name, website_id, web_order_no,
       order_date, currency, created_at)
     SELECT i, 'order-' || i, i, 'order', 1 + (i * 7919) % (@orders / 10), 'Kari Nordmann', CASE WHEN i <= @others THEN 2 ELSE 1 END, 'W-' || i,
       '2026-03-01', 'NOK', '2026-03-01T00:00:00.000Z' FROM n`,
    { orders, others },
  );
  run(
    tx,
    `INSERT INTO order_line(order_id, position, product_id, description, ordered_milli, to_be_delivered_milli)
     SELECT id, 1, 1 + (id * 104729) % (@orders / 10), 'Rain jacket', 2000, 2000 FROM sales_order`,
    { orders },
  );
  run(tx, 'INSERT INTO ledger(order_id, version, baseline) SELECT id, 1, @baseline FROM sales_order', {
    baseline: JSON.stringify({ status: 'order', picked: false, originalNotes: 0 }),
  });
}
