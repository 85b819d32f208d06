import { randomUUID } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { orderRequest } from '../../../../my-page/orders/order-request.ts';
import {
  type OrderHistory,
  orderHistory,
  type PublishedAccount,
  placeOrderAnswer,
  publishedAccount,
  publishedProduct,
  siteSettings,
} from '../../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink, registrationLink } from '../../../support/my-page-accounts.ts';
import { evil, type Route } from '../../../support/my-page-attack.ts';
import {
  makeAccount,
  makeHistory,
  makePlacedOrder,
  publish,
  testSettings,
} from '../../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../../support/my-page-visitor.ts';

/** Attacks that a text may carry; each text of a document takes the first that its schema lets through. */
const attacks = [evil, 'https://x.example/"><script>alert(1)</script>'];
/** Addresses that a browser would run, or that lead out of the web. */
const runAddresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://x.example/1',
];

/** The document with an attack in every text that takes one. */
function poison<Document>(schema: z.ZodType<unknown>, document: Document): Document {
  let present: unknown = document;
  for (const path of textPaths(document)) {
    for (const attack of attacks) {
      const tried = withText(present, path, attack);
      if (!schema.safeParse(tried).success) continue;
      present = tried;
      break;
    }
  }
  return present as Document;
}

function textPaths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textPaths(inner, [...path, name]));
}

function withText(value: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (name === undefined) return text;
  const inner = (value as Record<string, unknown>)[name];
  const changed = withText(inner, rest, text);
  return Array.isArray(value)
    ? value.map((each, index) => (String(index) === name ? changed : each))
    : { ...(value as object), [name]: changed };
}

type Node = DefaultTreeAdapterMap['node'];

/** Elements and attribute names of a page, without its texts. */
function skeletonOf(node: Node): unknown {
  const children = 'childNodes' in node ? node.childNodes : [];
  const attributes = 'attrs' in node ? node.attrs.map(({ name }) => name).sort() : [];
  return [
    node.nodeName,
    ...attributes,
    children.filter(({ nodeName }) => nodeName !== '#text').map((child) => skeletonOf(child)),
  ];
}

function addressesOf(node: Node): readonly string[] {
  const own = 'attrs' in node ? node.attrs : [];
  const named = own.filter(({ name }) => ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name));
  const inner = 'childNodes' in node ? node.childNodes.flatMap(addressesOf) : [];
  return [...named.map(({ value }) => value), ...inner];
}

let routes: Route[];
let myPage: TestMyPage;
beforeEach(async () => {
  routes = [];
  myPage = await startMyPage({ onRoute: (route) => routes.push(route) });
});
afterEach(() => myPage.close());

type Shop = { readonly account: PublishedAccount; readonly history: OrderHistory; readonly visitor: Visitor };

/** A whole shop: settings, products, an account with orders, one of them with a back order, one not handled yet. */
async function fillShop(isEvil: boolean, email: string): Promise<Shop & { readonly enquiryId: string }> {
  const dress = <Document>(schema: z.ZodType<unknown>, document: Document): Document =>
    isEvil ? poison(schema, document) : document;
  await publish(myPage, '/site-settings', { ...dress(siteSettings, testSettings), language: 'en', timeZone: 'UTC' });
  const product = { productNo: 'N-1001', name: 'Rope', unit: 'm', unitPriceMinor: 1, vatPermille: 0, currency: 'NOK' };
  await publish(myPage, '/products', { products: [{ ...dress(publishedProduct, { ...product, webStockMilli: 1 }) }] });
  const details = { name: 'Kari', email: 'd@example.com', phone: '1', addressLine1: 'a', addressLine2: 'b', city: 'c' };
  const made = makeAccount({ details: { ...allDetails, ...details } });
  const account = { ...dress(publishedAccount, made), email, language: 'en', status: 'approved' as const };
  await publish(myPage, '/accounts', { accounts: [account] });
  const paper = { id: 'invoice-1', kind: 'invoice', title: 'Invoice 1', date: '2026-03-02' } as const;
  const base = makeHistory({ accountId: account.accountId, expected: '14 Dec', papers: [paper] });
  const history = { ...dress(orderHistory, base), language: 'en' };
  const backOrder = { ...history, orderId: randomUUID(), originOrderId: history.orderId };
  await publish(myPage, '/order-histories', { histories: [history, backOrder] });
  const visitor = await loggedInVisitor(myPage, account);
  const siteAccountId = JSON.parse((await visitor.get('/settings/my-data.json')).text).account.id as string;
  const order = { ...(makePlacedOrder({ note: 'note' }) as object), siteAccountId };
  const body = { ...dress(orderRequest, order), language: 'en', currency: 'NOK', siteAccountId };
  const { customer } = order as unknown as { customer: object };
  const sent = { ...body, customer: { ...dressed(isEvil, customer), email: 'kari@example.com' } };
  const reply = await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body: sent });
  await visitor.submit('/settings/details', '/settings/details', {
    name: isEvil ? evil : 'Kari',
    email: account.email,
    phone: isEvil ? evil : '1',
    city: isEvil ? evil : 'c',
  });
  return { account, history, visitor, enquiryId: placeOrderAnswer.parse(reply.body).enquiryId };
}

const allDetails = { companyNo: '', contactPerson: '', postcode: '1', country: 'NO' };

function dressed(isEvil: boolean, customer: object): object {
  return isEvil ? { ...customer, name: evil } : customer;
}

/** Every page, by its route. A new one has to be named here, or the test says so. */
function placesOf(
  route: string,
  shop: Shop & { readonly enquiryId: string; readonly link: string; readonly registrationLink: string },
): readonly string[] {
  switch (route) {
    case '/orders':
      return ['/orders', `/orders?${new URLSearchParams({ search: shop.history.lines[0]?.description ?? '' })}`];
    case '/orders/:orderId':
      return [`/orders/${shop.history.orderId}`];
    case '/orders/:orderId/papers/:id':
      return [`/orders/${shop.history.orderId}/papers/invoice-1`];
    case '/orders/received/:enquiryId':
      return [`/orders/received/${shop.enquiryId}`];
    case '/shop/thanks/:enquiryId':
      return [`/shop/thanks/${shop.enquiryId}`];
    case '/register/:token':
      return [shop.registrationLink];
    case '/set-password/:token':
      return [shop.link];
    case '/look-up/:token':
      return ['/look-up/x'];
    case '/look-up/order/:orderId':
      return [`/look-up/order/${shop.history.orderId}`];
    case '/opt-out/:token':
      return ['/opt-out/x'];
    default:
      return route.includes(':') || route === '*' ? [] : [route];
  }
}

describe('stored HTML', () => {
  test('no text of a document makes an element, an attribute or a link that the template did not make', async () => {
    const skeletons = async (isEvil: boolean) => {
      const shop = await fillShop(isEvil, `${isEvil ? 'evil' : 'good'}@example.com`);
      const link = await newPasswordLink(myPage, shop.account.accountId);
      const wish = { name: isEvil ? evil : 'Ola', email: 'ola@example.com', city: isEvil ? evil : 'Oslo' };
      await openVisitor(myPage.url).submit('/register', '/register', wish);
      const asked = await registrationLink(myPage, wish.email);
      const pages = new Map<string, unknown>();
      const stranger = openVisitor(myPage.url);
      const readable = routes.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'));
      for (const { path } of readable) {
        const places = placesOf(path, { ...shop, link, registrationLink: asked });
        expect(places, `${path} is not looked at`).not.toEqual([]);
        for (const [index, place] of places.entries()) {
          for (const [who, browser] of Object.entries({ member: shop.visitor, stranger })) {
            const reply = await browser.get(place);
            expect(reply.status, place).toBeLessThan(500);
            if (!/html|svg/.test(reply.headers.get('content-type') ?? '')) continue;
            const tree = path.endsWith('.svg') ? parseFragment(reply.text) : parse(reply.text);
            for (const address of addressesOf(tree)) expect(address, place).toMatch(/^(https?:\/\/|\/(?!\/)|#)/);
            pages.set(`${path} ${index} ${who}`, skeletonOf(tree));
          }
        }
      }
      return pages;
    };
    const good = await skeletons(false);
    await myPage.close();
    routes = [];
    myPage = await startMyPage({ onRoute: (route) => routes.push(route) });
    const bad = await skeletons(true);
    expect(good.size).toBeGreaterThan(15);
    for (const [page, skeleton] of good) {
      // The link in the footer goes when the shop's address is none.
      expect(withoutFooterLink(bad.get(page)), page).toEqual(withoutFooterLink(skeleton));
    }
  });

  test('an address that a browser would run is no link', async () => {
    for (const address of runAddresses) {
      await publish(myPage, '/site-settings', { ...testSettings, shopUrl: address });
      const account = makeAccount({ email: `${randomUUID()}@example.com` });
      await publish(myPage, '/accounts', { accounts: [account] });
      const shipments = [{ carrier: 'Post', shippingNo: '7012', trackingUrl: address }];
      const history = makeHistory({ accountId: account.accountId, shipments });
      await publish(myPage, '/order-histories', { histories: [history] });
      const { status, text } = await (await loggedInVisitor(myPage, account)).get(`/orders/${history.orderId}`);
      expect([status, text.includes('7012')], address).toEqual([200, true]);
      for (const link of addressesOf(parse(text))) expect(link, address).toMatch(/^(\/(?!\/)|#)/);
    }
    await publish(myPage, '/site-settings', testSettings);
  });

  test('what a visitor types comes back as text: in forms, searches and addresses', async () => {
    const visitor = openVisitor(myPage.url, evil);
    const typed = await visitor.submit('/register', '/register', {
      name: evil,
      email: evil,
      city: evil,
    });
    const searched = await visitor.get(`/log-in?${new URLSearchParams({ next: evil, left: evil })}`);
    const lost = await visitor.get(`/${encodeURIComponent(evil)}`);
    for (const { text } of [typed, searched, lost]) {
      const names = JSON.stringify(skeletonOf(parse(text)));
      expect(names).not.toMatch(/script|"img"|onerror|comment/);
    }
    expect(typed.text).toContain('&lt;script&gt;');
  });
});

function withoutFooterLink(skeleton: unknown): unknown {
  return JSON.parse(JSON.stringify(skeleton).replace('["footer",[["a","href",[]],', '["footer",['));
}
