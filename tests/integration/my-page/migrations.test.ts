import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../my-page/db/store.ts';
import { readHistoryPage } from '../../../my-page/histories/history-list-store.ts';
import { siteNow } from '../../support/my-page.ts';
import { makeHistory } from '../../support/my-page-documents.ts';
import { makeFirstStore, recordMigration } from '../../support/my-page-first-store.ts';
import { makeStorePlace, openStoreAt, type TestStorePlace } from '../../support/my-page-store.ts';

const now = () => siteNow;
let made: TestStorePlace;
beforeEach(async () => {
  made = await makeStorePlace();
});
afterEach(() => made.remove());

describe('migrations', () => {
  test('make orders of the first version searchable', async () => {
    const accountId = randomUUID();
    await makeFirstStore(made.place, makeHistory({ accountId }));
    const store = await openStoreAt(made.place, now);
    const search = (word: string) =>
      readHistoryPage(store.read, {
        accountId,
        siteAccountId: randomUUID(),
        words: [word],
        page: 1,
      });
    expect((await search('jacket')).orders).toHaveLength(1);
    expect((await search('rope')).orders).toHaveLength(0);
    await store.close();
  });

  test('refuse a store that a newer program wrote', async () => {
    await makeFirstStore(made.place, makeHistory());
    await recordMigration(made.place, 99);
    await expect(openStoreAt(made.place, now)).rejects.toThrow('Use a newer program');
  });

  test('run once when several open a new store at once', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStoreAt(made.place, now)));
    const [store] = stores;
    const rows = await store?.read.selectFrom('schema_migration').select('number').orderBy('number').execute();
    expect(rows?.map(({ number }, index) => number === index + 1)).not.toContain(false);
    expect(rows?.length).toBeGreaterThan(4);
    for (const open of stores) await open.close();
  });
});

test('a store in memory needs no place', async () => {
  const store = await openStore({ now });
  expect(await store.read.selectFrom('account').selectAll().execute()).toEqual([]);
  await store.close();
});
