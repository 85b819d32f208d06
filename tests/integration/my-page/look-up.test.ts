import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type OrderHistory, placeOrderAnswer } from '../../../shared/my-page/protocol.ts';
import { callApi, makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makeHistory, makePlacedOrder, publish, testSettings } from '../../support/my-page-documents.ts';
import { lastMailTo, linkIn, startMailServer } from '../../support/my-page-mails.ts';
import { openVisitor, type PageReply, type Visitor } from '../../support/my-page-visitor.ts';

const clock = makeClock();
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let myPage: TestMyPage;
let visitor: Visitor;
let order: OrderHistory;
let guests = 0;
beforeAll(async () => {
  mailServer = await startMailServer();
  myPage = await startMyPage({ clock: clock.now, mailServer: mailServer.server });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(async () => {
  await myPage.close();
  await mailServer.close();
});
beforeEach(async () => {
  clock.forward({ minutes: 16 });
  guests += 1;
  order = makeHistory({ webOrderNo: `W-${guests}`, email: `guest-${guests}@example.com` });
  await publish(myPage, '/order-histories', { histories: [order] });
  visitor = openVisitor(myPage.url);
});

function lookUp(webOrderNo: string, email: string, by = visitor): Promise<PageReply> {
  return by.submit('/look-up', '/look-up', { 'order-number': webOrderNo, email });
}

async function mailsTo(email: string): Promise<number> {
  await myPage.sendDueMails();
  return mailServer.mails.filter(({ to }) => to === email).length;
}

async function openOrder(by = visitor): Promise<PageReply> {
  await lookUp(order.webOrderNo, order.email);
  await myPage.sendDueMails();
  const link = linkIn(lastMailTo(mailServer.mails, order.email));
  return by.submit(link, link, {});
}

const comparable = (page: string): string => page.replace(/value="[^"]*"/g, '');

describe('looking up an order without an account', () => {
  test('mails a link that opens the order once, for half an hour, in this browser only', async () => {
    await lookUp(order.webOrderNo.toLowerCase(), order.email.toUpperCase());
    expect(await mailsTo(order.email)).toBe(1);
    const mail = lastMailTo(mailServer.mails, order.email);
    expect(mail.parsed.subject).toBe(`Your order ${order.webOrderNo} - Test shop`);
    const link = linkIn(mail);
    const looked = await visitor.get(link);
    expect(looked.text).not.toContain('Rain jacket');
    expect(looked.headers.get('referrer-policy')).toBe('strict-origin');
    expect(await visitor.submit(link, link, {})).toMatchObject({ status: 303, location: '/look-up/order' });
    expect((await visitor.get('/look-up/order')).text).toContain('Rain jacket');
    expect((await openVisitor(myPage.url).get('/look-up/order')).status).toBe(410);
    expect((await openVisitor(myPage.url).get(link)).status).toBe(410);
    clock.forward({ minutes: 30 });
    expect((await visitor.get('/look-up/order')).status).toBe(410);
  });

  test('a link is too old after 60 minutes', async () => {
    await lookUp(order.webOrderNo, order.email);
    await myPage.sendDueMails();
    clock.forward({ minutes: 60 });
    const link = linkIn(lastMailTo(mailServer.mails, order.email));
    expect((await visitor.get(link)).status).toBe(410);
  });

  test('answers the same whether number and address fit or not, and mails only where both do', async () => {
    const removed = makeHistory({ webOrderNo: `W-${guests}-gone`, email: order.email });
    const tombstone = { orderId: removed.orderId, version: 2, deleted: true };
    await publish(myPage, '/order-histories', { histories: [removed, tombstone] });
    const asked = [
      [order.webOrderNo, order.email],
      [order.webOrderNo, 'somebody-else@example.com'],
      ['W-none', order.email],
      [removed.webOrderNo, order.email],
    ] as const;
    const pages: string[] = [];
    for (const [webOrderNo, email] of asked) {
      const { status, text } = await lookUp(webOrderNo, email);
      pages.push(`${status} ${comparable(text)}`);
    }
    expect(new Set(pages).size).toBe(1);
    expect([await mailsTo(order.email), await mailsTo('somebody-else@example.com')]).toEqual([1, 0]);
  });

  test('shows its back orders, and no other order of anybody', async () => {
    const backOrder = makeHistory({ originOrderId: order.orderId, webOrderNo: `${order.webOrderNo} / rest 1` });
    const second = makeHistory({ originOrderId: backOrder.orderId, webOrderNo: `${order.webOrderNo} / rest 2` });
    const foreign = makeHistory({ webOrderNo: 'W-foreign', email: order.email });
    await publish(myPage, '/order-histories', { histories: [backOrder, second, foreign] });
    await openOrder();
    const { text } = await visitor.get('/look-up/order');
    expect(text).toContain(`href="/look-up/order/${backOrder.orderId}"`);
    for (const { orderId } of [backOrder, second]) {
      expect((await visitor.get(`/look-up/order/${orderId}`)).status).toBe(200);
    }
    for (const orderId of [foreign.orderId, randomUUID(), 'x']) {
      expect((await visitor.get(`/look-up/order/${orderId}`)).status).toBe(404);
    }
    for (const path of ['/orders', `/orders/${order.orderId}`, '/settings']) {
      expect((await visitor.get(path)).status).toBe(303);
    }
    expect(text).not.toMatch(/href="\/orders/);
  });

  test('shows an order that was received and not handled yet, and the published one once it is', async () => {
    const body = makePlacedOrder({ webOrderNo: `P-${guests}`, customer: { name: 'Kari', email: order.email } });
    const placed = await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
    placeOrderAnswer.parse(placed.body);
    await lookUp(`P-${guests}`, order.email);
    await myPage.sendDueMails();
    const link = linkIn(lastMailTo(mailServer.mails, order.email));
    await visitor.submit(link, link, {});
    expect((await visitor.get('/look-up/order')).text).toContain('Received, not yet handled');
    const handled = makeHistory({ webOrderNo: `P-${guests}`, email: order.email, statusText: 'On its way' });
    await publish(myPage, '/order-histories', { histories: [handled] });
    expect((await visitor.get('/look-up/order')).text).toContain('On its way');
  });

  test('an order that the shop moved to another address is mailed to that one only', async () => {
    await publish(myPage, '/order-histories', { histories: [{ ...order, version: 2, email: `new-${order.email}` }] });
    await lookUp(order.webOrderNo, order.email);
    expect(await mailsTo(order.email)).toBe(0);
    await lookUp(order.webOrderNo, `new-${order.email}`);
    expect(await mailsTo(`new-${order.email}`)).toBe(1);
  });

  test('a link is of no use as a cookie, nor a cookie as a link', async () => {
    await openOrder();
    const cookie = visitor.cookies.get('my-page-guest') ?? '';
    expect((await openVisitor(myPage.url).get(`/look-up/${cookie}`)).status).toBe(410);
    await lookUp(order.webOrderNo, order.email);
    await myPage.sendDueMails();
    const thief = openVisitor(myPage.url);
    thief.cookies.set('my-page-guest', linkIn(lastMailTo(mailServer.mails, order.email)).split('/').at(-1) ?? '');
    expect((await thief.get('/look-up/order')).status).toBe(410);
  });

  test('needs a whole address and a number, and takes no form from another site', async () => {
    expect((await lookUp('', 'kari')).status).toBe(422);
    const fields = { 'order-number': order.webOrderNo, email: order.email };
    expect((await visitor.post('/look-up', fields, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await visitor.post('/look-up', fields)).status).toBe(403);
  });

  test('fills no inbox, and waits in words once too many have asked from one network', async () => {
    for (let count = 0; count < 20; count++) await lookUp(order.webOrderNo, order.email);
    expect(await mailsTo(order.email)).toBe(5);
    const refused = await lookUp(order.webOrderNo, order.email);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
    expect(refused.text).toContain('Try again in 15 minutes.');
  });
});
