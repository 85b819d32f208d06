import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../main/engine/db/context.ts';
import { inTransaction, type ReadDb, run, type WriteTx } from '../../main/engine/db/database.ts';
import { migrate } from '../../main/engine/db/migrate.ts';
import { openDatabase } from '../../main/engine/db/open-database.ts';
import type { EngineLog } from '../../main/engine/logging/engine-log.ts';

/** A fixed moment; tests that need another pass it. */
export const testContext: CommandContext = {
  now: '2026-03-03T10:12:00.000Z',
  today: '2026-03-03',
  who: 'tester',
  newUuid: () => randomUUID(),
};

/** An empty company in a real SQLite database, with one warehouse and one website (ids 1). */
export async function openTestCompany(path = ':memory:'): Promise<ReadDb> {
  const db = await openDatabase(path);
  migrate(db);
  inTransaction(db, (tx) => {
    run(
      tx,
      `INSERT INTO company(id, public_id, name, email, created_at) VALUES (1, @publicId, 'Test company', 'post@shop.example', @now)`,
      { publicId: randomUUID(), now: testContext.now },
    );
    run(tx, `INSERT INTO warehouse(id, name) VALUES (1, 'Main')`);
    run(
      tx,
      `INSERT INTO website(id, public_id, name, sender_name, sender_address) VALUES (1, @publicId, 'Shop', 'Shop', 'post@shop.example')`,
      { publicId: randomUUID() },
    );
    run(tx, 'INSERT INTO website_warehouse(website_id, warehouse_id) VALUES (1, 1)');
  });
  return db;
}

/** Runs a command in a transaction of its own. */
export function command<Result>(
  db: ReadDb,
  work: (tx: WriteTx, context: CommandContext) => Result,
  context = testContext,
): Result {
  return inTransaction(db, (tx) => work(tx, context));
}

/** A log for tests in which nothing unforeseen may happen. */
export const failingLog: EngineLog = {
  unexpected: (where, error) => {
    throw new Error(`Unforeseen in ${where}`, { cause: error });
  },
};
