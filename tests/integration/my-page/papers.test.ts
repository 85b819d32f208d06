import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertGuestPass } from '../../../my-page/guests/guest-pass-store.ts';
import { minutesAfter } from '../../../my-page/site/time.ts';
import { maximumPaperBytes, type OrderHistory, publishHistoriesAnswer } from '../../../shared/my-page/protocol.ts';
import { openTestStore, siteNow, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const invoice = { id: 'invoice-7', kind: 'invoice', title: 'Invoice 1043', date: '2026-03-02' } as const;
const note = { id: 'note-3', kind: 'delivery-note', title: 'Delivery note 8841-1', date: '2026-03-01' } as const;
const pdf = `%PDF-1.3\n${'x'.repeat(2000)}\n%%EOF`;
const account = makeAccount();

let myPage: TestMyPage;
let kari: Visitor;

beforeEach(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
  await publish(myPage, '/accounts', { accounts: [account] });
  kari = await loggedInVisitor(myPage, account);
});
afterEach(() => myPage.close());

function orderOf(changes: Partial<OrderHistory> = {}): OrderHistory {
  return makeHistory({ accountId: account.accountId, papers: [invoice], ...changes });
}

async function publishOrder(order: unknown) {
  const answer = publishHistoriesAnswer.parse(await publish(myPage, '/order-histories', { histories: [order] }));
  return answer.results[0];
}

async function sendPaper(
  { orderId }: { readonly orderId: string },
  id: string,
  paper: { readonly body?: string | Uint8Array<ArrayBuffer>; readonly type?: string; readonly key?: string } = {},
): Promise<number> {
  const response = await fetch(`${myPage.url}/api/v1/order-histories/${orderId}/documents/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${paper.key ?? myPage.desktopKey}`,
      'content-type': paper.type ?? 'application/pdf',
    },
    body: paper.body ?? pdf,
  });
  await response.text();
  return response.status;
}

test('the site asks for the papers that it does not hold, again and again until they have come', async () => {
  const order = orderOf({ papers: [note, invoice] });
  expect(await publishOrder(order)).toMatchObject({ outcome: 'stored', missingPapers: [note.id, invoice.id] });
  expect(await sendPaper(order, note.id)).toBe(200);
  expect(await publishOrder(order)).toMatchObject({ outcome: 'unchanged', missingPapers: [invoice.id] });
  expect(await sendPaper(order, invoice.id)).toBe(200);
  expect(await publishOrder(order)).not.toHaveProperty('missingPapers');
  expect(await publishOrder({ ...order, version: 2 })).not.toHaveProperty('missingPapers');
});

test('a customer downloads the papers of an own order, byte for byte, under their names', async () => {
  const named = { ...invoice, title: 'Fäktura 1043/b' };
  const order = orderOf({ papers: [named] });
  await publishOrder(order);
  await sendPaper(order, named.id);
  expect((await kari.get(`/orders/${order.orderId}`)).text).toContain(`/orders/${order.orderId}/papers/${named.id}`);
  const paper = await kari.get(`/orders/${order.orderId}/papers/${named.id}`);
  expect(paper.text).toBe(pdf);
  expect(Object.fromEntries(paper.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="F_ktura 1043-b.pdf"; filename*=UTF-8''F%C3%A4ktura%201043-b.pdf`,
  });
  expect(paper.headers.get('content-security-policy')).toContain("default-src 'none'; sandbox");
});

test('the order page lists only papers that are here, with date and size', async () => {
  const order = orderOf({ papers: [note, invoice] });
  await publishOrder(order);
  await sendPaper(order, invoice.id);
  const { text } = await kari.get(`/orders/${order.orderId}`);
  expect(text).toContain('Invoice 1043');
  expect(text).toContain('2 Mar 2026, PDF, 2 kB');
  expect(text).not.toContain('Delivery note 8841-1');
});

test('nobody but the account of the order gets a paper', async () => {
  const ola = makeAccount({ email: 'ola@example.com', name: 'Ola' });
  await publish(myPage, '/accounts', { accounts: [ola] });
  const order = orderOf();
  await publishOrder(order);
  await sendPaper(order, invoice.id);
  const path = `/orders/${order.orderId}/papers/${invoice.id}`;
  expect(await (await loggedInVisitor(myPage, ola)).get(path)).toMatchObject({ status: 404 });
  expect(await openVisitor(myPage.url).get(path)).toMatchObject({
    status: 303,
    location: `/log-in?next=/orders/${order.orderId}`,
  });
  await publishOrder({ ...order, version: 2, accountId: ola.accountId });
  expect(await kari.get(path)).toMatchObject({ status: 404 });
});

test('a guest who looked an order up gets its papers, and those of its back orders, of no other order', async () => {
  const order = orderOf({ accountId: null, email: 'guest@example.com' });
  const backOrder = orderOf({ accountId: null, originOrderId: order.orderId, webOrderNo: 'W-8841 / rest 1' });
  const other = orderOf({ accountId: null, webOrderNo: 'W-1' });
  for (const each of [order, backOrder, other]) {
    await publishOrder(each);
    await sendPaper(each, invoice.id);
  }
  const store = await openTestStore(myPage);
  const pass = { orderId: order.orderId, enquiryId: null, expiresAt: minutesAfter(siteNow, 30) };
  const token = await store.write((tx) => insertGuestPass(tx, 'view', pass));
  await store.close();
  const guest = openVisitor(myPage.url);
  const path = ({ orderId }: { readonly orderId: string }) => `/orders/${orderId}/papers/${invoice.id}`;
  expect(await guest.get(path(order))).toMatchObject({ status: 303 });
  guest.cookies.set('my-page-guest', token);
  expect((await guest.get('/look-up/order')).text).toContain(path(order));
  expect((await guest.get(path(order))).text).toBe(pdf);
  expect((await guest.get(path(backOrder))).text).toBe(pdf);
  expect(await guest.get(path(other))).toMatchObject({ status: 303 });
});

test('a paper goes when its document no longer names it, or is taken off My page', async () => {
  const order = orderOf({ papers: [note, invoice] });
  await publishOrder(order);
  for (const { id } of [note, invoice]) await sendPaper(order, id);
  const path = (id: string) => `/orders/${order.orderId}/papers/${id}`;
  await publishOrder({ ...order, version: 2, papers: [invoice] });
  expect(await kari.get(path(note.id))).toMatchObject({ status: 404 });
  expect(await kari.get(path(invoice.id))).toMatchObject({ status: 200 });
  // Named again: had its bytes stayed, the site would not ask for them
  expect(await publishOrder({ ...order, version: 3 })).toMatchObject({ missingPapers: [note.id] });
  await publishOrder({ orderId: order.orderId, version: 4, deleted: true });
  expect(await publishOrder({ ...order, version: 5 })).toMatchObject({ missingPapers: [note.id, invoice.id] });
  expect(await kari.get(path(invoice.id))).toMatchObject({ status: 404 });
});

test('an older document asks for no paper that the held one does not name', async () => {
  const order = orderOf({ version: 5, papers: [] });
  await publishOrder(order);
  expect(await publishOrder({ ...order, version: 4, papers: [invoice] })).not.toHaveProperty('missingPapers');
  expect(await sendPaper(order, invoice.id)).toBe(404);
});

test('only a PDF that a held document names is stored, from the desktop, up to its size', async () => {
  const order = orderOf();
  await publishOrder(order);
  expect(await sendPaper(order, invoice.id, { body: '<script>alert(1)</script>' })).toBe(400);
  expect(await sendPaper(order, invoice.id, { body: '{}', type: 'application/json' })).toBe(415);
  expect(await sendPaper(order, invoice.id, { key: myPage.storefrontKey })).toBe(403);
  expect(await sendPaper(order, 'other')).toBe(404);
  expect(await sendPaper(order, '..%2F..%2Fetc')).toBe(400);
  expect(await sendPaper({ orderId: randomUUID() }, invoice.id)).toBe(404);
  const tooLarge = new Uint8Array(maximumPaperBytes + 1);
  tooLarge.set(new TextEncoder().encode('%PDF-'));
  expect(await sendPaper(order, invoice.id, { body: tooLarge })).toBe(413);
  expect(await sendPaper(order, invoice.id, { body: tooLarge.slice(0, maximumPaperBytes) })).toBe(200);
});

test('no other end point takes a PDF', async () => {
  const response = await fetch(`${myPage.url}/api/v1/order-histories`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${myPage.desktopKey}`, 'content-type': 'application/pdf' },
    body: pdf,
  });
  expect(response.status).toBe(415);
  await response.text();
});
