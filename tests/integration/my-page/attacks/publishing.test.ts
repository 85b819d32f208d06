import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type OrderHistory,
  type PublishedAccount,
  publishAccountsAnswer,
  publishHistoriesAnswer,
} from '../../../../shared/my-page/protocol.ts';
import { callApi, makeClock, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink } from '../../../support/my-page-accounts.ts';
import {
  makeAccount,
  makeHistory,
  makePlacedOrder,
  publish,
  testSettings,
} from '../../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../../support/my-page-visitor.ts';

/** Requests of the desktop that come again, late, or in another order: by a proxy, a retry, a restored backup. */

const clock = makeClock();
let myPage: TestMyPage;
let account: PublishedAccount;
let visitor: Visitor;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());
beforeEach(async () => {
  clock.forward({ minutes: 20 });
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com` });
  await publish(myPage, '/accounts', { accounts: [account] });
  visitor = await loggedInVisitor(myPage, account);
});

const send = async (document: unknown) =>
  publishHistoriesAnswer.parse(await publish(myPage, '/order-histories', { histories: [document] })).results[0];

describe('order histories replayed or out of order', () => {
  test('leave the highest version, whatever comes again and in whichever order', async () => {
    const order = makeHistory({ accountId: account.accountId });
    const version = (number: number): OrderHistory => ({ ...order, version: number, statusText: `State ${number}` });
    for (const number of [3, 1, 5, 2, 5, 4]) await send(version(number));
    expect((await visitor.get(`/orders/${order.orderId}`)).text).toContain('State 5');
    await send({ orderId: order.orderId, version: 6, deleted: true });
    await send(version(5));
    expect((await visitor.get(`/orders/${order.orderId}`)).status).toBe(404);
  });

  test('of all orders of six versions no order of arrival ends otherwise', async () => {
    const orders = [1, 2, 3].flatMap((first) =>
      [1, 2, 3].flatMap((second) => [1, 2, 3].map((third) => [first, second, third])),
    );
    const shuffled = orders.filter((versions) => new Set(versions).size === 3);
    expect(shuffled).toHaveLength(6);
    for (const versions of shuffled) {
      const orderId = randomUUID();
      const arrivals = versions.map((version) => makeHistory({ orderId, version, statusText: `State ${version}` }));
      await Promise.all(arrivals.map(send));
      expect((await send({ orderId, version: 1, deleted: true }))?.version).toBe(3);
    }
  });

  test('an equal version with other words changes nothing', async () => {
    const order = makeHistory({ accountId: account.accountId, statusText: 'First' });
    await send(order);
    expect(await send({ ...order, statusText: 'Second' })).toMatchObject({ outcome: 'unchanged' });
    expect((await visitor.get(`/orders/${order.orderId}`)).text).not.toContain('Second');
  });

  test('a stale version cannot hand an order to another account, a new one takes it away at once', async () => {
    const thief = makeAccount({ email: `thief-${customers}@example.com` });
    await publish(myPage, '/accounts', { accounts: [thief] });
    const order = makeHistory({ accountId: account.accountId, version: 2 });
    await send(order);
    await send({ ...order, version: 1, accountId: thief.accountId });
    const browser = await loggedInVisitor(myPage, thief);
    expect((await browser.get(`/orders/${order.orderId}`)).status).toBe(404);
    await send({ ...order, version: 3, accountId: thief.accountId });
    expect((await visitor.get(`/orders/${order.orderId}`)).status).toBe(404);
    expect((await visitor.get('/settings/my-data.json')).text).not.toContain(order.orderId);
  });

  test('a back order shows under an origin of the same account only', async () => {
    const origin = makeHistory({ accountId: account.accountId, webOrderNo: 'W-MINE' });
    const theirs = makeHistory({ accountId: randomUUID(), webOrderNo: 'W-THEIRS', originOrderId: origin.orderId });
    const mine = makeHistory({ accountId: account.accountId, webOrderNo: 'W-REST', originOrderId: theirs.orderId });
    await publish(myPage, '/order-histories', { histories: [origin, theirs, mine] });
    const list = await visitor.get('/orders');
    expect([list.text.includes('W-REST'), list.text.includes('W-THEIRS')]).toEqual([true, false]);
    const page = await visitor.get(`/orders/${mine.orderId}`);
    expect([page.status, page.text.includes('W-THEIRS')]).toEqual([200, false]);
  });

  test('versions that are no versions are refused, each by itself', async () => {
    for (const version of [0, -1, 1.5, 2 ** 53, '7', null]) {
      const order = { ...makeHistory(), version };
      expect(await send(order)).toMatchObject({ outcome: 'rejected', version: 0 });
    }
  });
});

describe('accounts replayed or out of order', () => {
  const publishAll = async (...accounts: readonly unknown[]) =>
    publishAccountsAnswer.parse(await publish(myPage, '/accounts', { accounts })).results;

  test('sent twice is one account, with its password and its sessions', async () => {
    const [first] = await publishAll(account);
    const [again] = await publishAll(account);
    expect(again).toEqual(first);
    expect((await visitor.get('/orders')).status).toBe(200);
  });

  test('an older "approved" does not bring back the sessions that "declined" ended, nor a spent link', async () => {
    const link = await newPasswordLink(myPage, account.accountId);
    await publishAll({ ...account, status: 'declined' });
    const browser = openVisitor(myPage.url);
    await browser.submit(link, link, { password: 'another long one' });
    expect((await browser.get('/orders')).status).toBe(303);
    await publishAll(account);
    expect((await visitor.get('/orders')).status).toBe(303);
    expect((await browser.get('/orders')).status).toBe(303);
  });

  test('leave the highest version, whatever comes again; what comes without one counts as it comes', async () => {
    const outcomes = async (...accounts: readonly unknown[]) =>
      (await publishAll(...accounts)).map(({ outcome, version }) => [outcome, version]);
    expect(await outcomes({ ...account, version: 4, status: 'declined' })).toEqual([['stored', undefined]]);
    expect(await outcomes({ ...account, version: 3 })).toEqual([['older', 4]]);
    expect((await openVisitor(myPage.url).logIn(account.email, 'correct horse battery')).status).toBe(422);
    expect(await outcomes({ ...account, version: 4, status: 'declined' })).toEqual([['stored', undefined]]);
    expect(await outcomes({ ...account, version: 5 })).toEqual([['stored', undefined]]);
    expect((await openVisitor(myPage.url).logIn(account.email, 'correct horse battery')).status).toBe(303);
    expect(await outcomes({ ...account, status: 'declined' })).toEqual([['stored', undefined]]);
    expect(await outcomes({ ...account, version: 4 })).toEqual([['older', 5]]);
  });

  test('an account cannot be taken over by the id or the address of another one', async () => {
    const [{ siteAccountId } = { siteAccountId: null }] = await publishAll(account);
    const thief = makeAccount({ email: `thief-${customers}@example.com` });
    const [byId] = await publishAll({ ...thief, siteAccountId });
    const [byAddress] = await publishAll({ ...thief, email: account.email.toUpperCase() });
    expect([byId?.outcome, byAddress?.outcome]).toEqual(['rejected', 'rejected']);
    expect((await visitor.get('/settings')).text).toContain(account.email);
  });

  test("a choice of the customer that the desktop has not fetched outlives the desktop's older one", async () => {
    await visitor.submit('/settings', '/settings', { language: 'nb' });
    await publishAll(account);
    expect((await visitor.get('/settings')).text).toContain('lang="nb"');
  });
});

describe('enquiries', () => {
  test('come again for an older cursor, and none is lost by one that is made up', async () => {
    const place = () =>
      callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body: makePlacedOrder() });
    await place();
    await place();
    const read = async (after: string) => {
      const path = `/enquiries?limit=500&after=${encodeURIComponent(after)}`;
      const reply = await callApi(myPage, { key: myPage.desktopKey, path });
      return { status: reply.status, body: reply.body as { cursor: string; enquiries: readonly unknown[] } };
    };
    const all = await read('');
    expect((await read(all.body.cursor)).body.enquiries).toEqual([]);
    expect((await read('')).body).toEqual(all.body);
    const [number, id] = all.body.cursor.split('.');
    for (const made of [`${Number(number) + 5}.${id}`, `${number}.${randomUUID()}`, '1', 'x.y', '-1.x']) {
      expect((await read(made)).status, made).toBe(410);
    }
    for (const crooked of ['\0', "' OR 1=1", 'x'.repeat(101)]) expect((await read(crooked)).status).toBe(400);
    expect((await read('')).body).toEqual(all.body);
  });
});
