import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enquiriesPage, placeOrderAnswer, productsAnswer, siteSettings } from '../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { publish, testSettings } from '../../support/my-page-documents.ts';

const run = promisify(execFile);
const example = 'docs/my-page/storefront-example.mjs';
const product = { productNo: 'N-1001', name: 'Rain jacket', unit: 'pcs', unitPriceMinor: 100_000, vatPermille: 250 };
let myPage: TestMyPage;
let shop: ChildProcess;
let shopUrl: string;
beforeAll(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
  await publish(myPage, '/products', { products: [{ ...product, currency: 'NOK', webStockMilli: 12_000 }] });
  const env = { ...process.env, MY_PAGE_URL: myPage.url, MY_PAGE_KEY: myPage.storefrontKey, PORT: '0' };
  shop = spawn(process.execPath, [example], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!shop.stdout) throw new Error('The shop says nothing');
  const [line] = (await once(shop.stdout, 'data')) as [Buffer];
  shopUrl = /http:\S+/.exec(String(line))?.[0] ?? '';
});
afterAll(async () => {
  const exit = once(shop, 'exit');
  shop.kill();
  await exit;
  await myPage.close();
});

async function send(fields: Readonly<Record<string, string>>): Promise<string> {
  const basket = {
    name: 'Kari <b>',
    email: 'kari@example.com',
    productNo: 'N-1001',
    quantity: '1.5',
    once: 'basket-1',
  };
  const reply = await fetch(shopUrl, { method: 'POST', body: new URLSearchParams({ ...basket, ...fields }) });
  return reply.text();
}

async function orders() {
  const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries' });
  return enquiriesPage.parse(reply.body).enquiries.filter(({ kind }) => kind === 'order');
}

describe('the storefront of the documentation', () => {
  test('is thirty lines', async () => {
    const lines = (await readFile(example, 'utf8')).split('\n').filter((line) => !/^\s*($|\/\/)/.test(line));
    expect(lines.length).toBeLessThanOrEqual(30);
  });

  test('places an order at the published price, once, however often the form is sent', async () => {
    expect(await send({ unitPriceMinor: '1' })).toBe('Thank you. Your order no. is W-1001.');
    expect(await send({})).toBe('Thank you. Your order no. is W-1001.');
    const [placed, ...others] = await orders();
    expect(others).toEqual([]);
    expect(placed?.kind === 'order' && placed.order.lines).toEqual([
      {
        productNo: 'N-1001',
        description: 'Rain jacket',
        quantityMilli: 1500,
        unitPriceMinor: 100_000,
        vatPermille: 250,
      },
    ]);
  });

  test('tells what is wrong by its place', async () => {
    expect(await send({ email: 'kari', quantity: '0', once: 'basket-2' })).toBe(
      'The request has faults; nothing was stored.\n' +
        'customer.email: Expected one e-mail address, for example kari@example.com.\n' +
        'lines.0.quantityMilli: May not be below 1.',
    );
    expect(await send({ productNo: 'N-9', once: 'basket-3' })).toBe('There is no such product.');
  });

  test.each([
    ['none', 'Thank you'],
    ['voluntary', 'Thank you'],
    ['webshop-only', 'Log in to order'],
    ['whole-website', 'Log in to order'],
  ])('obeys the password mode %s', async (passwordMode, words) => {
    await publish(myPage, '/site-settings', { ...testSettings, passwordMode });
    expect(await send({ once: `basket-${passwordMode}` })).toContain(words);
    await publish(myPage, '/site-settings', testSettings);
  });
});

describe('the curl commands of the documentation', () => {
  test('do what it says', async () => {
    const page = await readFile('docs/my-page/storefront.md', 'utf8');
    const blocks = [...page.matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block);
    expect(blocks).toHaveLength(3);
    const env = { ...process.env, MY_PAGE_URL: myPage.url, MY_PAGE_KEY: myPage.storefrontKey };
    const answers = await Promise.all(blocks.map(async (block) => (await run('sh', ['-c', block], { env })).stdout));
    expect(siteSettings.parse(JSON.parse(answers[0] ?? '')).siteName).toBe('Test shop');
    expect(placeOrderAnswer.parse(JSON.parse(answers[1] ?? '')).webOrderNo).toMatch(/^W-/);
    const [products = '', headers] = (answers[2] ?? '').split(/(?=HTTP\/1\.1)/);
    expect(productsAnswer.parse(JSON.parse(products)).products).toHaveLength(1);
    expect(headers).toMatch(/^HTTP\/1\.1 200[\s\S]*etag: "/i);
  });
});
