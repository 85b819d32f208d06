import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inTransaction, type ReadDb, run } from '../../main/engine/db/database.ts';
import { openDatabase } from '../../main/engine/db/open-database.ts';
import { buildBigCompany } from '../big-company.ts';
import { cacheFolder } from './sqlite-shop.ts';

/** Four of five orders of a big company came from its first website. */
const orders = 125_000;
export const publishedOrders = 100_000;

/** A company file, made once, whose first website has 100,000 orders with lines, news and shipments, all due. */
export async function publishingCompany(): Promise<ReadDb> {
  const path = join(cacheFolder(), 'company.orderbud');
  if (!existsSync(path)) await make(path);
  const db = await openDatabase(path);
  inTransaction(db, (tx) => {
    run(tx, 'UPDATE order_publication SET version = 1, answered_version = 0, is_deleted = 0');
  });
  return db;
}

async function make(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await mkdir(cacheFolder(), { recursive: true });
  await rm(unfinished, { force: true });
  const db = await buildBigCompany(unfinished, orders);
  inTransaction(db, (tx) => {
    run(tx, `UPDATE sales_order SET public_id = printf('%08x-0000-4000-a000-%012x', id * 2654435761 % 4294967296, id)`);
    run(tx, 'UPDATE website SET history_months = 600 WHERE id = 1');
    for (const version of [1, 2, 3]) {
      run(
        tx,
        `INSERT OR REPLACE INTO order_news(order_id, ledger_version, at, sentences)
         SELECT id, @version, @at, @sentences FROM sales_order WHERE website_id = 1`,
        {
          version,
          at: `2026-02-0${version}T10:00:00.000Z`,
          sentences: JSON.stringify(['Your order has been picked.', 'The parcel is on its way with Posten.']),
        },
      );
    }
    run(tx, 'DELETE FROM order_publication');
    run(tx, 'INSERT INTO order_publication(order_id) SELECT id FROM sales_order WHERE website_id = 1');
  });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  await rename(unfinished, path);
}
