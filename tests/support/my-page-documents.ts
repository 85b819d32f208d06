import { randomUUID } from 'node:crypto';
import type { OrderHistory, PublishedAccount, SiteSettings } from '../../shared/my-page/protocol.ts';
import { callApi } from './call-api.ts';
import type { TestMyPage } from './my-page.ts';

/** An order document that a test changes where it matters. */
export function makeHistory(changes: Partial<OrderHistory> = {}): OrderHistory {
  return {
    orderId: randomUUID(),
    version: 1,
    deleted: false,
    accountId: null,
    webOrderNo: 'W-8841',
    originOrderId: null,
    customerName: 'Kari Nordmann',
    email: 'kari@example.com',
    language: 'en',
    orderDate: '2026-03-01',
    statusText: 'Order',
    isFinished: false,
    expected: '14 Dec 2026',
    asOf: '2026-03-03T08:12:00Z',
    news: [{ at: '2026-03-02T10:00:00Z', sentences: ['Your order has been picked.'] }],
    lines: [
      {
        productNo: 'N-1001',
        description: 'Rain jacket',
        ordered: '3',
        delivered: '2',
        toCome: '1',
        expected: '14 Dec 2026',
        price: '100.00',
        amount: '300.00',
      },
    ],
    shipments: [{ carrier: 'Posten', shippingNo: '7012', trackingUrl: 'https://track.example/7012' }],
    papers: [],
    total: 'NOK 300.00',
    ...changes,
  };
}

/** An approved account that a test changes where it matters. */
export function makeAccount(changes: Partial<PublishedAccount> = {}): PublishedAccount {
  return {
    accountId: randomUUID(),
    siteAccountId: null,
    contactId: randomUUID(),
    email: 'kari@example.com',
    status: 'approved',
    name: 'Kari Nordmann',
    language: 'en',
    orderStatusMails: true,
    ...changes,
  };
}

/** An order as a storefront sends it. */
export function makePlacedOrder(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    customer: { name: 'Kari Nordmann', email: 'kari@example.com' },
    currency: 'NOK',
    lines: [{ productNo: 'N-1001', description: 'Rain jacket', quantityMilli: 1000, unitPriceMinor: 10_000 }],
    ...changes,
  };
}

export const testSettings: SiteSettings = {
  siteName: 'Test shop',
  shopUrl: 'https://shop.example',
  language: 'en',
  currency: 'NOK',
  colour: '#1d6b4f',
  passwordMode: 'voluntary',
  approval: 'manual',
  timeZone: 'Europe/Oslo',
  showsRegisterLink: true,
};

/** Publishes as the desktop does, and hands back the answer. @throws Error when the site refuses. */
export async function publish(
  myPage: Pick<TestMyPage, 'url' | 'desktopKey'>,
  path: string,
  body: unknown,
): Promise<unknown> {
  const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'PUT', path, body });
  if (reply.status !== 200) throw new Error(`PUT ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}
