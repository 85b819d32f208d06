import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOptOutToken } from '../../../shared/my-page/opt-out-token.ts';
import {
  type Enquiry,
  enquiriesPage,
  oneTimeLinkAnswer,
  optOutSecretAnswer,
  type PublishedAccount,
  placeOrderAnswer,
  publishAccountsAnswer,
} from '../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makeAccount, makeHistory, makePlacedOrder, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const kari = makeAccount({ email: 'kari@example.com' });
const ola = makeAccount({ email: 'ola@example.com', name: 'Ola', language: 'nb' });
let myPage: TestMyPage;
let kariBrowser: Visitor;
let olaBrowser: Visitor;
let kariSiteId: string;
beforeAll(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
  const { results } = publishAccountsAnswer.parse(await publish(myPage, '/accounts', { accounts: [kari, ola] }));
  kariSiteId = results[0]?.siteAccountId ?? '';
  kariBrowser = await browserOf(kari);
  olaBrowser = await browserOf(ola);
});
afterAll(() => myPage.close());

async function browserOf({ accountId }: PublishedAccount): Promise<Visitor> {
  const path = `/accounts/${accountId}/one-time-link`;
  const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'POST', path });
  const link = new URL(oneTimeLinkAnswer.parse(reply.body).url).pathname;
  const browser = openVisitor(myPage.url);
  await browser.submit(link, link, { password: 'correct horse battery' });
  return browser;
}

async function enquiries(): Promise<readonly Enquiry[]> {
  const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
  return enquiriesPage.parse(reply.body).enquiries;
}

function placeOrder(changes: Readonly<Record<string, unknown>>) {
  const { storefrontKey: key } = myPage;
  return callApi(myPage, { key, method: 'POST', path: '/orders', body: makePlacedOrder(changes) });
}

describe('orders', () => {
  test('show what was published: status, sentences, lines, parcels, total, and when', async () => {
    const order = makeHistory({ accountId: kari.accountId, statusText: 'Partly delivered' });
    await publish(myPage, '/order-histories', { histories: [order] });
    const list = (await kariBrowser.get('/orders')).text;
    for (const text of ['W-8841', 'Partly delivered', 'As of 3 Mar 2026, 09:12']) expect(list).toContain(text);
    const page = (await kariBrowser.get(`/orders/${order.orderId}`)).text;
    const shown = ['Your order has been picked.', 'Rain jacket', 'href="https://track.example/7012"', 'NOK 300.00'];
    for (const text of shown) expect(page).toContain(text);
  });

  test('of another account, deleted ones and unknown ones are all not found', async () => {
    const order = makeHistory({ accountId: kari.accountId });
    const gone = makeHistory({ accountId: ola.accountId });
    const tombstone = { orderId: gone.orderId, version: 2, deleted: true };
    await publish(myPage, '/order-histories', { histories: [order, gone, tombstone] });
    const replies = await Promise.all(
      [order.orderId, gone.orderId, randomUUID(), 'x', '%2e%2e%2fsettings'].map((id) =>
        olaBrowser.get(`/orders/${id}`),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await olaBrowser.get('/orders')).text).not.toContain(order.webOrderNo);
  });

  test('HTML in order data is shown as text, and a link that is no web address is not offered', async () => {
    const evil = '<script>alert(1)</script>"\'&';
    const order = makeHistory({
      accountId: kari.accountId,
      webOrderNo: evil,
      statusText: evil,
      expected: evil,
      total: evil,
      news: [{ at: '2026-03-02T10:00:00Z', sentences: [evil] }],
      lines: [
        {
          productNo: evil,
          description: evil,
          ordered: evil,
          delivered: evil,
          toCome: evil,
          expected: evil,
          price: evil,
          amount: evil,
        },
      ],
      shipments: [{ carrier: evil, shippingNo: evil, trackingUrl: 'javascript:alert(1)' }],
    });
    await publish(myPage, '/order-histories', { histories: [order] });
    const order2 = await placeOrder({
      siteAccountId: kariSiteId,
      webOrderNo: `2${evil}`,
      lines: [{ description: evil, quantityMilli: 1000, unitPriceMinor: 1 }],
    });
    const { enquiryId } = placeOrderAnswer.parse(order2.body);
    for (const path of [
      '/orders',
      `/orders/${order.orderId}`,
      `/orders/received/${enquiryId}`,
      `/shop/thanks/${enquiryId}`,
    ]) {
      const { status, text } = await kariBrowser.get(path);
      expect(status, path).toBe(200);
      expect(text, path).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
      expect(text, path).not.toMatch(/<script|javascript:/);
    }
  });

  test('placed but not yet handled stands in the list until its order history comes', async () => {
    const { body } = await placeOrder({ siteAccountId: kariSiteId, webOrderNo: 'W-77' });
    const { enquiryId } = placeOrderAnswer.parse(body);
    expect((await kariBrowser.get('/orders')).text).toContain('Received, not yet handled');
    expect((await kariBrowser.get(`/orders/received/${enquiryId}`)).text).toContain('Order W-77');
    expect((await olaBrowser.get(`/orders/received/${enquiryId}`)).location).toBe('/orders');
    const order = makeHistory({ accountId: kari.accountId, webOrderNo: 'W-77' });
    await publish(myPage, '/order-histories', { histories: [order] });
    const list = (await kariBrowser.get('/orders')).text;
    expect(list.match(/W-77/g)).toHaveLength(1);
    expect(list).not.toContain(`/orders/received/${enquiryId}`);
  });

  test('a page asked for without log-in comes after it', async () => {
    const { orderId } = makeHistory();
    expect((await openVisitor(myPage.url).get(`/orders/${orderId}`)).location).toBe(`/log-in?next=/orders/${orderId}`);
  });
});

describe('every page', () => {
  test.each(['/log-in', '/register', '/shop', '/nowhere'])('%s forbids scripts, frames and guesses', async (path) => {
    const { headers, text } = await openVisitor(myPage.url).get(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script|<style| style="| on[a-z]+="/);
  });

  test("the stylesheet carries the shop's colour and may be kept for good", async () => {
    const { text } = await openVisitor(myPage.url).get('/log-in');
    const path = /href="(\/style\.css\?v=[^"]+)"/.exec(text)?.[1] ?? '';
    const styles = await openVisitor(myPage.url).get(path);
    expect(styles.headers.get('cache-control')).toContain('immutable');
    expect(styles.text).toContain('--brand:#1d6b4f');
  });

  test('speaks the language of the account', async () => {
    expect((await olaBrowser.get('/orders')).text).toContain('<html lang="nb">');
    expect((await kariBrowser.get('/orders')).text).toContain('<html lang="en">');
  });
});

describe('my settings', () => {
  test('are told to the desktop, and its older wish does not undo them', async () => {
    await kariBrowser.submit('/settings', '/settings', { language: 'nb' });
    const told = (await enquiries()).at(-1);
    expect(told).toMatchObject({
      kind: 'customer-settings',
      siteAccountId: kariSiteId,
      contactId: null,
      orderStatusMails: false,
      language: 'nb',
    });
    await publish(myPage, '/accounts', { accounts: [kari] });
    expect((await kariBrowser.get('/settings')).text).toContain('<html lang="nb">');
  });

  test('follow the desktop again once it has fetched them', async () => {
    const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
    const { cursor } = enquiriesPage.parse(reply.body);
    await callApi(myPage, { key: myPage.desktopKey, path: `/enquiries?after=${cursor}` });
    await publish(myPage, '/accounts', { accounts: [kari] });
    const page = (await kariBrowser.get('/settings')).text;
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/name="order-status-mails"[^>]* checked/);
  });

  test('saved without a change tell nothing', async () => {
    const before = (await enquiries()).length;
    await kariBrowser.submit('/settings', '/settings', { language: 'en', 'order-status-mails': 'yes' });
    expect((await enquiries()).length).toBe(before);
  });
});

describe('the opt-out link', () => {
  async function linkFor(contactId: string): Promise<string> {
    const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/opt-out-secret' });
    return `/opt-out/${makeOptOutToken(contactId, optOutSecretAnswer.parse(reply.body).secret)}`;
  }

  test('looked at changes nothing; its button stops the mails, and twice is once', async () => {
    const contactId = randomUUID();
    const link = await linkFor(contactId);
    const before = (await enquiries()).length;
    const page = await openVisitor(myPage.url).get(link);
    expect(page.text).toContain(`action="${link}"`);
    expect((await enquiries()).length).toBe(before);
    for (let count = 0; count < 2; count++) {
      expect((await openVisitor(myPage.url).post(link, {})).status).toBe(200);
    }
    const told = (await enquiries()).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      kind: 'customer-settings',
      siteAccountId: null,
      contactId,
      orderStatusMails: false,
      language: null,
    });
  });

  test('takes the one-click post of a mail program, without cookie or origin (RFC 8058)', async () => {
    const link = await linkFor(ola.contactId);
    const reply = await openVisitor(myPage.url).post(link, { 'List-Unsubscribe': 'One-Click' }, {});
    expect(reply.status).toBe(200);
    expect((await olaBrowser.get('/settings')).text).not.toMatch(/name="order-status-mails"[^>]* checked/);
  });

  test('takes the one-click post as multipart, too', async () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    const link = await linkFor(randomUUID());
    const before = (await enquiries()).length;
    expect((await fetch(`${myPage.url}${link}`, { method: 'POST', body })).status).toBe(200);
    expect((await enquiries()).length).toBe(before + 1);
  });

  test('counts again once the desktop has fetched the first wish', async () => {
    const contactId = randomUUID();
    const link = await linkFor(contactId);
    const own = async () =>
      (await enquiries()).filter((entry) => 'contactId' in entry && entry.contactId === contactId);
    await openVisitor(myPage.url).post(link, {});
    const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
    const { cursor } = enquiriesPage.parse(reply.body);
    await callApi(myPage, { key: myPage.desktopKey, path: `/enquiries?after=${cursor}` });
    await openVisitor(myPage.url).post(link, {});
    expect(await own()).toHaveLength(2);
  });

  test('with another signature, or none, is refused and changes nothing', async () => {
    const before = (await enquiries()).length;
    const good = await linkFor(randomUUID());
    const swapped = good.replace(/^\/opt-out\/[^.]+/, `/opt-out/${randomUUID()}`);
    for (const link of [swapped, good.slice(0, -2), `/opt-out/${randomUUID()}`, '/opt-out/x.y']) {
      expect((await openVisitor(myPage.url).get(link)).status).toBe(404);
      expect((await openVisitor(myPage.url).post(link, {})).status).toBe(404);
    }
    expect((await enquiries()).length).toBe(before);
  });
});
