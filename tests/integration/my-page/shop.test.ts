import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enquiriesPage } from '../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { publish, testSettings } from '../../support/my-page-documents.ts';
import { hiddenFields, openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const product = { unit: 'pcs', vatPermille: 250, currency: 'NOK' };
const buyer = {
  name: 'Kari Nordmann',
  email: 'kari@example.com',
  addressLine1: 'Storgata 1',
  postcode: '0155',
  city: 'Oslo',
};

let myPage: TestMyPage;
let visitor: Visitor;
beforeAll(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
  await publish(myPage, '/products', {
    products: [
      { ...product, productNo: 'N-1', name: 'Rope', unitPriceMinor: 2400, webStockMilli: 5000 },
      { ...product, productNo: 'N-2', name: 'Torch', unitPriceMinor: 44_900, webStockMilli: 0 },
      { ...product, productNo: 'N-3', name: 'Tent', unitPriceMinor: 90_000, webStockMilli: 1000, currency: 'EUR' },
    ],
  });
});
afterAll(() => myPage.close());
beforeEach(() => {
  visitor = openVisitor(myPage.url);
});

async function orders() {
  const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
  return enquiriesPage.parse(reply.body).enquiries.filter((entry) => entry.kind === 'order');
}

describe('the shop', () => {
  test('shows prices with VAT and the web stock', async () => {
    const { text } = await visitor.get('/shop');
    for (const shown of ['NOK&nbsp;30.00', '5 pcs in stock', 'Not in stock, can be ordered']) {
      expect(text.replaceAll('\u00a0', '&nbsp;')).toContain(shown);
    }
  });

  test('takes an order from anyone, with the published prices, and shows its number', async () => {
    const fields = { ...buyer, 'quantity-N-1': '2', 'quantity-N-2': '1', message: 'Ring first' };
    const reply = await visitor.submit('/shop', '/shop/orders', fields);
    expect(reply.status).toBe(303);
    expect((await visitor.get(reply.location ?? '')).text).toContain('W-1001');
    const [placed] = await orders();
    expect(placed).toMatchObject({
      webOrderNo: 'W-1001',
      order: { currency: 'NOK', note: 'Ring first', siteAccountId: null, language: 'en', customer: buyer },
    });
    expect(placed?.order.lines).toEqual([
      { productNo: 'N-1', description: 'Rope', quantityMilli: 2000, unitPriceMinor: 2400, vatPermille: 250 },
      { productNo: 'N-2', description: 'Torch', quantityMilli: 1000, unitPriceMinor: 44_900, vatPermille: 250 },
    ]);
  });

  test('the same form sent twice is one order; changed and sent again it is another', async () => {
    const before = (await orders()).length;
    const form = { ...hiddenFields((await visitor.get('/shop')).text), ...buyer, 'quantity-N-1': '1' };
    const first = await visitor.post('/shop/orders', form);
    expect((await visitor.post('/shop/orders', form)).location).toBe(first.location);
    expect((await visitor.post('/shop/orders', { ...form, 'quantity-N-1': '2' })).location).not.toBe(first.location);
    expect((await orders()).length).toBe(before + 2);
  });

  test.each([
    [{}, 'Choose a quantity'],
    [{ 'quantity-N-1': '-1' }, 'Type whole numbers'],
    [{ 'quantity-N-1': '1.5' }, 'Type whole numbers'],
    [{ 'quantity-N-1': '1', 'quantity-N-3': '1' }, 'different currencies'],
    [{ 'quantity-N-1': '1', email: 'kari' }, 'Type a whole e-mail address'],
    [{ 'quantity-N-1': '1', city: '' }, 'Fill this in.'],
  ])('a faulty form (%j) keeps what was typed, says what is wrong and orders nothing', async (fields, text) => {
    const before = (await orders()).length;
    const reply = await visitor.submit('/shop', '/shop/orders', { ...buyer, ...fields });
    expect([reply.status, reply.text.includes(text)]).toEqual([422, true]);
    expect(reply.text).toContain('value="Kari Nordmann"');
    expect((await orders()).length).toBe(before);
  });

  test('asks for log-in where the password mode says so', async () => {
    for (const passwordMode of ['whole-website', 'webshop-only']) {
      await publish(myPage, '/site-settings', { ...testSettings, passwordMode });
      expect((await visitor.get('/shop')).location).toBe('/log-in?next=/shop');
    }
    await publish(myPage, '/site-settings', testSettings);
  });
});
