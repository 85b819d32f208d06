import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMyPage } from '../../../my-page/server.ts';
import { apiProblem, enquiriesPage } from '../../../shared/my-page/protocol.ts';
import { type ApiReply, callApi, makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makePlacedOrder } from '../../support/my-page-documents.ts';

const clock = makeClock();
let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
});
afterAll(() => myPage.close());

function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<ApiReply> {
  return callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body, headers });
}

/** Sends bytes that JSON.stringify would not make. */
async function postText(body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json') {
  const headers = { authorization: `Bearer ${myPage.storefrontKey}`, 'content-type': contentType };
  const reply = await fetch(`${myPage.url}/api/v1/orders`, { method: 'POST', headers, body });
  return { status: reply.status, ...apiProblem.parse(await reply.json()) };
}

async function faultsOf(changes: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, string>>> {
  const reply = await post(makePlacedOrder(changes));
  expect(reply.status).toBe(400);
  const { error, faults = [] } = apiProblem.parse(reply.body);
  expect(error).toBe('bad-input');
  return Object.fromEntries(faults.map(({ field, message }) => [field, message]));
}

async function enquiries() {
  const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
  return enquiriesPage.parse(reply.body).enquiries;
}

const line = { description: 'Rope', quantityMilli: 1000, unitPriceMinor: 100 };

describe('a fault of an order', () => {
  test.each([
    [{ freightminor: 9900 }, 'freightminor', 'Unknown field. It is called freightMinor.'],
    [{ freight_minor: 9900 }, 'freight_minor', 'Unknown field. It is called freightMinor.'],
    [{ coupon: 'X' }, 'coupon', 'Unknown field.'],
    [{ customer: { name: 'A', email: 'a@b.example', adress: 'x' } }, 'customer.adress', 'Unknown field.'],
    [{ lines: [{ ...line, VATpermille: 0 }] }, 'lines.0.VATpermille', 'Unknown field. It is called vatPermille.'],
    [{ currency: 'KRO' }, 'currency', 'Expected a currency code of ISO 4217, for example EUR.'],
    [{ currency: 'nok' }, 'currency', 'Expected a currency code of ISO 4217, for example EUR.'],
    [{ currency: undefined }, 'currency', 'Missing.'],
    [{ language: 'norsk' }, 'language', 'Expected a language code, for example nb or de-AT.'],
    [{ freightMinor: '99' }, 'freightMinor', 'Expected a number, not a text.'],
    [{ freightMinor: 99.5 }, 'freightMinor', 'Expected a whole number, not a number with decimals.'],
    [{ freightMinor: -1 }, 'freightMinor', 'May not be below 0.'],
    [{ customer: null }, 'customer', 'Expected an object, not null.'],
    [{ customer: { name: ' \u200b ', email: 'a@b.example' } }, 'customer.name', 'May not be empty.'],
    [
      { customer: { name: 'x'.repeat(201), email: 'a@b.example' } },
      'customer.name',
      'May have at most 200 characters.',
    ],
    [{ lines: [] }, 'lines', 'Expected at least 1.'],
    [{ lines: Array.from({ length: 501 }, () => line) }, 'lines', 'May have at most 500.'],
    [{ siteAccountId: '17' }, 'siteAccountId', 'Expected a UUID, for example 5f0a3a52-4a55-4c0e-8a0e-2f6a4be4b0a1.'],
  ])('%j is named by its place', async (changes, field, message) => {
    expect(await faultsOf(changes)).toEqual({ [field]: message });
  });

  test.each([
    'kari',
    'kari@example',
    'a@b.example, c@d.example',
    'Kari <kari@b.example>',
    'a@b.example\r\nBcc: c@d.example',
  ])('%j is no e-mail address', async (email) => {
    const faults = await faultsOf({ customer: { name: 'Kari', email } });
    expect(faults).toEqual({ 'customer.email': 'Expected one e-mail address, for example kari@example.com.' });
  });

  test('sums that numbers cannot hold exactly are refused, as are prices in the wrong unit', async () => {
    const large = { ...line, quantityMilli: 1_000_000_000, unitPriceMinor: 100_000_000_000 };
    expect((await faultsOf({ lines: [large] })).lines).toMatch(/more than 1,000,000,000,000 minor units/);
    expect((await faultsOf({ freightMinor: 1_000_000_000_001 })).lines).toMatch(/minor units/);
    expect((await post(makePlacedOrder({ freightMinor: 999_999_000_000 }))).status).toBe(201);
  });

  test('a thousand faults are told a hundred at a time', async () => {
    const faulty = Array.from({ length: 500 }, () => ({ ...line, a: 1, b: 2 }));
    expect(Object.keys(await faultsOf({ lines: faulty }))).toHaveLength(100);
  });
});

describe('texts of an order', () => {
  test('lose control and direction characters before they are stored', async () => {
    const before = (await enquiries()).length;
    const customer = { name: '\u202eKari\u0000\n Nordmann\u2066', email: ' kari@example.com ', city: 'Oslo\u0007' };
    const lines = [{ ...line, description: 'Rope\u202e \ud800red' }];
    const body = makePlacedOrder({ customer, lines, note: 'One\r\ntwo\u0000\u202e', webOrderNo: 'A\u0000-\u202e1' });
    expect((await post(body)).status).toBe(201);
    const added = (await enquiries())[before];
    if (added?.kind !== 'order') throw new Error('No order came');
    expect(added.webOrderNo).toBe('A-1');
    expect(added.order.customer).toMatchObject({ name: 'Kari Nordmann', email: 'kari@example.com', city: 'Oslo' });
    expect([added.order.note, added.order.lines[0]?.description]).toEqual(['One\ntwo', 'Rope \ufffdred']);
  });
});

describe('a body that is read differently by different readers, or not at all', () => {
  const whole = JSON.stringify(makePlacedOrder());
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  test.each([
    ['cut off', whole.slice(0, -1), 'The body is not valid JSON'],
    ['with a trailing comma', `{\n  "currency": "NOK",\n}`, '(line 3, column 1)'],
    ['empty', '', 'empty'],
    ['with a field twice', `{"currency":"NOK","freightMinor":1,${whole.slice(1, -1)},"freightMinor":0}`, 'twice'],
    ['with a field twice, once in other letters', whole.replace('{', '{"\\u0063urrency":"EUR",'), 'twice'],
    ['with __proto__', whole.replace('{', '{"__proto__":{"isAdmin":true},'), '__proto__'],
    ['with constructor.prototype', whole.replace('{', '{"constructor":{"prototype":{}},'), 'constructor'],
    ['nested 21 deep', whole.replace('{', `{"note":${nested(20)},`), 'nested too deep'],
    ['nested without end', `{"note":${nested(200_000)}}`, 'nested too deep'],
    ['in UTF-16', new Uint8Array(Buffer.from(whole, 'utf16le')), 'not valid JSON'],
    ['with half a letter', new Uint8Array([...Buffer.from('{"note":"'), 0xc3, 0x22, 0x7d]), 'UTF-8'],
  ])('%s is refused in words, before anything is looked at', async (_name, body, words) => {
    const reply = await postText(body);
    expect([reply.status, reply.error]).toEqual([400, 'bad-json']);
    expect(reply.message).toContain(words);
    expect(reply.message).not.toContain('Nordmann');
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/json',
    'application/jsonx',
  ])('%s is not taken for JSON', async (contentType) => {
    const reply = await postText(whole, contentType);
    expect([reply.status, reply.error]).toEqual([415, 'not-json']);
  });

  test.each(['null', '[]', '"order"', '17', 'true'])('%s is no order', async (body) => {
    expect(await postText(body)).toMatchObject({ status: 400, error: 'bad-input', faults: [{ field: '' }] });
  });

  test('a megabyte of text or of escapes is read in a moment', async () => {
    for (const filling of ['x', '\\n', '\\"', '"a":1,']) {
      const note = filling === '"a":1,' ? `{${filling.repeat(160_000)}"b":1}` : `"${filling.repeat(500_000)}"`;
      const reply = await postText(`{"note":${note}}`);
      expect(reply.status).toBe(400);
    }
  });
});

describe('an order sent side by side to two instances', () => {
  test('with the same Idempotency-Key is one order, told the same to all', async () => {
    const other = await createMyPage({ clock: clock.now, ...myPage.place });
    const before = (await enquiries()).length;
    const headers = { 'idempotency-key': 'both-at-once' };
    const call = {
      key: myPage.storefrontKey,
      method: 'POST',
      path: '/orders',
      body: makePlacedOrder(),
      headers,
    } as const;
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => callApi([myPage, other][index % 2] ?? other, call)),
    );
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    expect(replies.filter(({ headers: told }) => told.get('idempotent-replayed') === 'true')).toHaveLength(11);
    expect(await enquiries()).toHaveLength(before + 1);
    await other.close();
  });
});

describe('the limit of a storefront', () => {
  test('is told with every answer, and when it opens again', async () => {
    const key = await myPage.createApiKey('storefront');
    const ask = async () => {
      const { headers } = await callApi(myPage, { key, path: '/site-settings' });
      return [headers.get('ratelimit-policy'), headers.get('ratelimit')];
    };
    expect(await ask()).toEqual(['"default";q=6000;w=60', '"default";r=5999;t=60']);
    clock.forward({ minutes: 0.5 });
    expect(await ask()).toEqual(['"default";q=6000;w=60', '"default";r=5998;t=30']);
    clock.forward({ minutes: 0.6 });
    expect((await ask())[1]).toBe('"default";r=5999;t=60');
  });
});

describe('settings and products', () => {
  test.each(['/site-settings', '/products'])('%s sends its body only when it has changed', async (path) => {
    const ask = (held?: string) =>
      callApi(myPage, {
        key: myPage.storefrontKey,
        path,
        headers: held === undefined ? {} : { 'if-none-match': held },
      });
    const first = await ask();
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await ask(held);
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, tag]);
    }
    expect((await ask('"other"')).body).toEqual(first.body);
  });

  test('what was published since has another entity tag', async () => {
    const ask = async () =>
      (await callApi(myPage, { key: myPage.storefrontKey, path: '/products' })).headers.get('etag');
    const before = await ask();
    const product = { productNo: 'N-1', name: 'Rope', unit: 'm', unitPriceMinor: 1, vatPermille: 0, currency: 'NOK' };
    const body = { products: [{ ...product, webStockMilli: 1 }] };
    await callApi(myPage, { key: myPage.desktopKey, method: 'PUT', path: '/products', body });
    expect(await ask()).not.toBe(before);
  });
});
