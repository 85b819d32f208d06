import Database from 'better-sqlite3';
import pg from 'pg';
import { firstMigration } from '../../my-page/db/first-migration.ts';
import { toPostgresStatement } from '../../my-page/db/postgres-statement.ts';
import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { StorePlace } from './my-page-store.ts';

const migrationTable = 'CREATE TABLE schema_migration(number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT';
const insertMigration = "INSERT INTO schema_migration VALUES ($1, '2026-01-01T00:00:00.000Z')";
const insertHistory = `INSERT INTO order_history(order_id, version, bucket, body, account_id, web_order_no, order_date, as_of)
  VALUES ($1, 1, 0, $2, $3, $4, $5, $6)`;

/** A store as the first version left it, with one order. */
export async function makeFirstStore(place: StorePlace, order: OrderHistory): Promise<void> {
  const { orderId, accountId, webOrderNo, orderDate, asOf } = order;
  await runAll(place, [
    ...[...firstMigration, migrationTable].map((text) => ({ text, values: [] })),
    { text: insertMigration, values: [1] },
    { text: insertHistory, values: [orderId, JSON.stringify(order), accountId, webOrderNo, orderDate, asOf] },
  ]);
}

/** Writes down that a migration was applied. */
export function recordMigration(place: StorePlace, number: number): Promise<void> {
  return runAll(place, [{ text: insertMigration, values: [number] }]);
}

type Statement = { readonly text: string; readonly values: readonly unknown[] };

async function runAll(place: StorePlace, statements: readonly Statement[]): Promise<void> {
  if ('storePath' in place) {
    const db = new Database(place.storePath);
    for (const { text, values } of statements) db.prepare(text.replace(/\$\d/g, '?')).run(...values);
    db.close();
    return;
  }
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  for (const { text, values } of statements) await client.query(toPostgresStatement(text), [...values]);
  await client.end();
}
