import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrderHistory, PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { publishAccountsAnswer } from '../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, makePlacedOrder, publish, testSettings } from '../../support/my-page-documents.ts';
import type { Visitor } from '../../support/my-page-visitor.ts';

let myPage: TestMyPage;
let account: PublishedAccount;
let siteAccountId: string;
let visitor: Visitor;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());
beforeEach(async () => {
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com` });
  const answer = publishAccountsAnswer.parse(await publish(myPage, '/accounts', { accounts: [account] }));
  siteAccountId = answer.results[0]?.siteAccountId ?? '';
  visitor = await loggedInVisitor(myPage, account);
});

async function publishOrders(...orders: readonly Partial<OrderHistory>[]): Promise<readonly OrderHistory[]> {
  const histories = orders.map((order) => makeHistory({ accountId: account.accountId, ...order }));
  await publish(myPage, '/order-histories', { histories });
  return histories;
}

function withProduct(description: string): Pick<OrderHistory, 'lines'> {
  return { lines: makeHistory().lines.map((line) => ({ ...line, productNo: '', description })) };
}

/** The order numbers on the page, as they stand from top to bottom. */
async function listed(query = ''): Promise<readonly string[]> {
  const { text } = await visitor.get(`/orders${query}`);
  return [...text.matchAll(/class="order-no">([^<]*)</g)].map(([, orderNo = '']) => orderNo);
}

describe('back orders', () => {
  test('stand under their origin, in all generations, wherever their own date would put them', async () => {
    const [origin] = await publishOrders({ webOrderNo: 'A', orderDate: '2026-01-01' });
    const [rest] = await publishOrders({ webOrderNo: 'A / rest 1', originOrderId: origin?.orderId ?? null });
    await publishOrders(
      { webOrderNo: 'A / rest 2', originOrderId: rest?.orderId ?? null, orderDate: '2026-03-02' },
      { webOrderNo: 'B', orderDate: '2026-02-01' },
    );
    expect(await listed()).toEqual(['B', 'A', 'A / rest 1', 'A / rest 2']);
    const { text } = await visitor.get('/orders');
    expect(text).toMatch(/<ul aria-label="Belongs to order A">.*A \/ rest 2.*<\/ul><\/li>/s);
  });

  test('whose origin is gone, or is not of this account, stand for themselves', async () => {
    const foreign = makeHistory({ webOrderNo: 'FOREIGN' });
    const gone = makeHistory({ accountId: account.accountId });
    const tombstone = { orderId: gone.orderId, version: 2, deleted: true };
    await publish(myPage, '/order-histories', { histories: [foreign, gone, tombstone] });
    await publishOrders(
      { webOrderNo: 'C', originOrderId: foreign.orderId, orderDate: '2026-02-02' },
      { webOrderNo: 'D', originOrderId: gone.orderId, orderDate: '2026-02-01' },
    );
    expect(await listed()).toEqual(['C', 'D']);
  });
});

describe('pages', () => {
  test('hold 25 orders each, newest first, none missing and none twice; a page beyond is the last', async () => {
    const dates = Array.from({ length: 53 }, (_, index) => `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`);
    await publishOrders(...dates.map((orderDate, index) => ({ orderDate, webOrderNo: `P-${index}` })));
    const pages = [await listed(), await listed('?page=2'), await listed('?page=3')];
    expect(pages.map(({ length }) => length)).toEqual([25, 25, 3]);
    expect(new Set(pages.flat()).size).toBe(53);
    expect(await listed('?page=99')).toEqual(pages[2]);
    for (const odd of ['0', '-1', 'x', '1e9', '']) expect((await visitor.get(`/orders?page=${odd}`)).status).toBe(200);
    expect((await visitor.get('/orders?page=2')).text).toContain('Page 2 of 3');
  });

  test('count orders, not their back orders', async () => {
    const roots = await publishOrders(...Array.from({ length: 25 }, (_, index) => ({ webOrderNo: `Q-${index}` })));
    await publishOrders(...roots.map(({ orderId }) => ({ webOrderNo: 'Q / rest', originOrderId: orderId })));
    expect(await listed()).toHaveLength(50);
    expect((await visitor.get('/orders')).text).not.toContain('class="pager"');
  });

  test('orders not yet handled stay at the top of the first', async () => {
    await publishOrders(...Array.from({ length: 26 }, () => ({ webOrderNo: 'OLD', orderDate: '2027-01-01' })));
    const body = makePlacedOrder({ siteAccountId, webOrderNo: 'NEW' });
    await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
    expect((await listed())[0]).toBe('NEW');
    expect(await listed('?page=2')).toEqual(['OLD']);
  });
});

describe('search', () => {
  test('finds orders by number and product, all words, in any case', async () => {
    const [origin] = await publishOrders(
      { webOrderNo: 'S-1', orderDate: '2026-02-03', ...withProduct('Blå jakke') },
      { webOrderNo: 'S-2', orderDate: '2026-02-02', ...withProduct('Rød jakke') },
    );
    await publishOrders({ webOrderNo: 'S-1 / rest', originOrderId: origin?.orderId ?? null, ...withProduct('Tau') });
    expect(await listed('?search=JAKKE')).toEqual(['S-1', 'S-2']);
    expect(await listed('?search=s-2+jakke')).toEqual(['S-2']);
    expect(await listed('?search=tau')).toEqual(['S-1 / rest']);
    expect(await listed(`?search=${encodeURIComponent('BLÅ')}`)).toEqual(['S-1']);
  });

  test('finds orders not yet handled, too', async () => {
    const place = (webOrderNo: string, description: string) => {
      const lines = [{ description, quantityMilli: 1000, unitPriceMinor: 1 }];
      const body = makePlacedOrder({ siteAccountId, webOrderNo, lines });
      return callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
    };
    await place('U-1', 'Tent');
    await place('U-2', 'Torch');
    expect(await listed('?search=torch')).toEqual(['U-2']);
  });

  test('follows a document that is published anew, or deleted', async () => {
    const [order] = await publishOrders({ ...withProduct('Rope') });
    if (!order) throw new Error('Nothing was published');
    const publishAgain = (document: unknown) => publish(myPage, '/order-histories', { histories: [document] });
    await publishAgain({ ...order, version: 2, ...withProduct('Torch') });
    expect([await listed('?search=rope'), await listed('?search=torch')]).toEqual([[], ['W-8841']]);
    await publishAgain({ orderId: order.orderId, version: 3, deleted: true });
    expect(await listed('?search=torch')).toEqual([]);
  });

  test('takes signs as they are, says so when nothing fits, and keeps what was searched for', async () => {
    await publishOrders({ ...withProduct('Wool 100 %') });
    expect(await listed('?search=%25')).toEqual(['W-8841']);
    expect(await listed('?search=_')).toEqual([]);
    const { status, text } = await visitor.get('/orders?search=%22%3E%3Cscript%3E');
    expect([status, text.includes('No order has')]).toEqual([200, true]);
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(text).not.toContain('<script');
  });

  test('goes on over pages, and never into the orders of others', async () => {
    const histories = [makeHistory({ accountId: makeAccount().accountId, webOrderNo: 'THEIRS' })];
    await publish(myPage, '/order-histories', { histories });
    await publishOrders(...Array.from({ length: 30 }, (_, index) => ({ webOrderNo: `R-${index}` })));
    const { text } = await visitor.get('/orders?search=rain+jacket');
    expect(text).toContain('href="/orders?search=rain+jacket&amp;page=2"');
    expect(await listed('?search=rain+jacket&page=2')).toHaveLength(5);
    expect(await listed('?search=theirs')).toEqual([]);
  });
});
