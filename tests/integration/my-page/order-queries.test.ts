import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionAndSettings } from '../../../my-page/accounts/session-store.ts';
import type { Store } from '../../../my-page/db/store.ts';
import { families, rootCount } from '../../../my-page/histories/history-list-store.ts';
import { historyWithOrigin } from '../../../my-page/histories/history-store.ts';
import { openTestStore, siteNow, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { testDatabase } from '../../support/my-page-store.ts';
import { readPlan, stepsWithoutKey } from '../../support/query-plan.ts';

let myPage: TestMyPage;
let store: Store;
beforeAll(async () => {
  myPage = await startMyPage();
  store = await openTestStore(myPage);
  await register(300);
});
afterAll(async () => {
  await store.close();
  await myPage.close();
});

/** Accounts that no desktop has published: enough for a planner not to take the table for empty. */
async function register(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    desktop_account_id: null,
    contact_id: null,
    email: `customer-${index}@example.com`,
    email_folded: `customer-${index}@example.com`,
    status: 'pending',
    name: 'Kari Nordmann',
    language: 'en',
    order_status_mails: 1,
    settings_number: 0,
    password_hash: null,
    created_at: siteNow.toISOString(),
    deletion_asked_at: null,
    version: 0,
  }));
  await store.write((tx) => tx.insertInto('account').values(rows).execute());
}

const queries = { sessionAndSettings, families, rootCount, historyWithOrigin };

describe.each(Object.entries(queries))('what an order page asks the store: %s', (_name, query) => {
  test('every step has a key: what others ordered costs nothing', async () => {
    expect(stepsWithoutKey(await readPlan(myPage.place, query.textFor(store.read)))).toEqual([]);
  });

  test('every parameter is cast, so that SQLite keeps the statement prepared', () => {
    const text = query.textFor(store.read);
    expect(text.match(/\?|\$\d+/g)?.length).toBe(text.match(/cast\((\?|\$\d+) as (text|integer)\)/g)?.length);
  });
});

test('orders, back orders, the moment and orders not yet handled are found by indexes made for them', async () => {
  const plan = await readPlan(myPage.place, families.textFor(store.read));
  for (const index of [
    'order_history_listed',
    'order_history_origin',
    'order_history_as_of',
    'web_order_account',
    'order_history_web_order',
  ]) {
    expect(plan).toContain(index);
  }
});

test.runIf(testDatabase === 'SQLite')(
  'on SQLite the list is read from its index alone, not from an order’s page each',
  async () => {
    const plan = await readPlan(myPage.place, families.textFor(store.read));
    expect(plan).toContain('USING COVERING INDEX order_history_listed');
  },
);
