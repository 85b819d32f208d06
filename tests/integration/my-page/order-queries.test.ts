import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionAndSettings } from '../../../my-page/accounts/session-store.ts';
import type { Store } from '../../../my-page/db/store.ts';
import { families, rootCount } from '../../../my-page/histories/history-list-store.ts';
import { historyWithOrigin } from '../../../my-page/histories/history-store.ts';
import { openTestStore, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { readPlan, stepsWithoutKey } from '../../support/query-plan.ts';

let myPage: TestMyPage;
let store: Store;
beforeAll(async () => {
  myPage = await startMyPage();
  store = await openTestStore(myPage);
});
afterAll(async () => {
  await store.close();
  await myPage.close();
});

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
