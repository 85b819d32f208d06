import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstMigration } from '../../../my-page/db/first-migration.ts';
import { openStore } from '../../../my-page/db/store.ts';
import { readHistoryPage } from '../../../my-page/histories/history-list-store.ts';
import { siteNow } from '../../support/my-page.ts';
import { makeHistory } from '../../support/my-page-documents.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'my-page-migrations-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A store as the first version left it, with one order. */
function makeFirstStore(path: string): { readonly accountId: string } {
  const accountId = randomUUID();
  const order = makeHistory({ accountId });
  const db = new Database(path);
  for (const statement of firstMigration) db.exec(statement);
  db.exec(`CREATE TABLE schema_migration(number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT;
    INSERT INTO schema_migration VALUES (1, '2026-01-01T00:00:00.000Z')`);
  db.prepare(
    `INSERT INTO order_history(order_id, version, bucket, body, account_id, web_order_no, order_date, as_of)
     VALUES (?, 1, 0, ?, ?, 'W-8841', '2026-03-01', '2026-03-03T08:12:00Z')`,
  ).run(order.orderId, JSON.stringify(order), accountId);
  db.close();
  return { accountId };
}

describe('migrations', () => {
  test('make orders of the first version searchable', async () => {
    const path = join(folder, 'first.sqlite');
    const { accountId } = makeFirstStore(path);
    const store = await openStore({ path, now: () => siteNow });
    const search = (word: string) =>
      readHistoryPage(store.read, {
        accountId,
        siteAccountId: randomUUID(),
        words: [word],
        page: 1,
        ordersPerPage: 25,
      });
    expect((await search('jacket')).orders).toHaveLength(1);
    expect((await search('rope')).orders).toHaveLength(0);
    await store.close();
  });

  test('refuse a store that a newer program wrote', async () => {
    const path = join(folder, 'newer.sqlite');
    makeFirstStore(path);
    const db = new Database(path);
    db.exec(`INSERT INTO schema_migration VALUES (99, '2026-01-01T00:00:00.000Z')`);
    db.close();
    await expect(openStore({ path, now: () => siteNow })).rejects.toThrow('Use a newer program');
  });
});
