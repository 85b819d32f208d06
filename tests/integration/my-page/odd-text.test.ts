import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccountByEmail } from '../../../my-page/accounts/account-store.ts';
import { productsAnswer } from '../../../shared/my-page/protocol.ts';
import { callApi, openTestStore, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makeHistory, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';

let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());

// PostgreSQL's text cannot hold U+0000, and no UTF-8 holds half a surrogate pair.
const oddTexts = ['a\0b', 'a\ud800b', '\u{1F600}', "'; DROP TABLE account; --", '\\', '%_'];

test.each(oddTexts)('a form with the text %j is answered, not failed on', async (odd) => {
  const visitor = openVisitor(myPage.url);
  expect((await visitor.logIn(`${odd}@example.com`, odd)).status).toBe(422);
  expect((await visitor.get(`/set-password/${encodeURIComponent('a\0b')}`)).status).toBeLessThan(500);
  expect((await visitor.get(`/orders?search=${encodeURIComponent('a\0b')}`)).status).toBeLessThan(500);
});

test.each(oddTexts)('a published document with the text %j is stored', async (odd) => {
  const order = makeHistory({ customerName: odd, webOrderNo: odd, statusText: odd });
  const answer = await publish(myPage, '/order-histories', { histories: [order] });
  expect(answer).toMatchObject({ results: [{ outcome: 'stored' }] });
});

test.each(oddTexts)('the store can be asked for the text %j', async (odd) => {
  const store = await openTestStore(myPage);
  expect(await findAccountByEmail(store.read, odd)).toBeNull();
  await store.close();
});

test('text is sorted byte by byte, whatever order of letters the database has', async () => {
  const numbers = ['b', 'B', 'a', 'Z', '\u00e4', '10', '9'];
  const facts = { name: 'x', unit: '', unitPriceMinor: 0, vatPermille: 0, currency: 'NOK', webStockMilli: null };
  await publish(myPage, '/products', { products: numbers.map((productNo) => ({ productNo, ...facts })) });
  const reply = await callApi(myPage, { key: myPage.storefrontKey, path: '/products' });
  const { products } = productsAnswer.parse(reply.body);
  expect(products.map(({ productNo }) => productNo)).toEqual(['10', '9', 'B', 'Z', 'a', 'b', '\u00e4']);
});
