import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeOrderAnswer } from '../../../shared/my-page/protocol.ts';
import { callApi, makeClock, startMyPage, type TestClock, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, makePlacedOrder, publish, testSettings } from '../../support/my-page-documents.ts';
import type { Visitor } from '../../support/my-page-visitor.ts';

const account = makeAccount();
let clock: TestClock;
let myPage: TestMyPage;
let kari: Visitor;
let siteAccountId: string;

beforeEach(async () => {
  clock = makeClock(new Date('2026-01-01T10:00:00Z'));
  myPage = await startMyPage({ clock: clock.now });
  await publish(myPage, '/site-settings', testSettings);
  const answer = (await publish(myPage, '/accounts', { accounts: [account] })) as {
    results: { siteAccountId: string }[];
  };
  siteAccountId = answer.results[0]?.siteAccountId ?? '';
  kari = await loggedInVisitor(myPage, account);
});
afterEach(() => myPage.close());

async function placeOrder(webOrderNo: string) {
  const body = { ...makePlacedOrder({ siteAccountId }), webOrderNo };
  const reply = await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
  return placeOrderAnswer.parse(reply.body);
}

function reject(...enquiryIds: readonly string[]) {
  const outcomes = enquiryIds.map((enquiryId) => ({ enquiryId, outcome: 'rejected' }));
  return publish(myPage, '/enquiry-outcomes', { outcomes });
}

test('an order that the shop rejects says so, with a sentence, instead of waiting for ever', async () => {
  const { enquiryId } = await placeOrder('W-1');
  expect((await kari.get('/orders')).text).toContain('Received, not yet handled');
  expect(await reject(enquiryId, randomUUID())).toEqual({ stored: 1 });
  expect(await reject(enquiryId)).toEqual({ stored: 1 });
  const list = (await kari.get('/orders')).text;
  expect(list).toContain('Rejected by the shop');
  expect(list).not.toContain('Received, not yet handled');
  const page = (await kari.get(`/orders/received/${enquiryId}`)).text;
  expect(page).toContain('Rejected by the shop');
  expect(page).toContain('The shop does not carry out this order.');
});

test('the words are the customer’s', async () => {
  const { enquiryId } = await placeOrder('W-1');
  await reject(enquiryId);
  await kari.submit('/settings', '/settings', { language: 'nb', 'order-status-mails': '1' });
  expect((await kari.get(`/orders/received/${enquiryId}`)).text).toContain('Avvist av butikken');
});

test('a rejected order stands among the orders of its time, on one page only', async () => {
  const { enquiryId } = await placeOrder('W-REJECTED');
  await reject(enquiryId);
  const histories = Array.from({ length: 60 }, (_, index) =>
    makeHistory({
      accountId: account.accountId,
      webOrderNo: `W-${index}`,
      orderDate: new Date(Date.UTC(2025, 11, 2 + index)).toISOString().slice(0, 10),
    }),
  );
  await publish(myPage, '/order-histories', { histories });
  const pages = await Promise.all([1, 2, 3].map(async (page) => (await kari.get(`/orders?page=${page}`)).text));
  expect(pages.map((text) => text.includes('W-REJECTED'))).toEqual([false, true, false]);
  expect(pages[1]?.indexOf('W-30<') ?? -1).toBeLessThan(pages[1]?.indexOf('W-REJECTED') ?? -1);
  expect((await kari.get('/orders?search=rejected')).text).toContain('W-REJECTED');
  expect((await kari.get('/orders?search=w-31')).text).not.toContain('W-REJECTED');
});

test('a storefront may not say what became of orders', async () => {
  const { enquiryId } = await placeOrder('W-1');
  const body = { outcomes: [{ enquiryId, outcome: 'rejected' }] };
  const reply = await callApi(myPage, { key: myPage.storefrontKey, method: 'PUT', path: '/enquiry-outcomes', body });
  expect(reply.status).toBe(403);
});
