import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const mostBytes = 50_000;
const mostRequests = 5;

let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());

/** What a browser loads for a page: the page, and everything it names that is not a link to click. */
async function weigh(visitor: Visitor, path: string): Promise<{ bytes: number; requests: number; origins: string[] }> {
  const page = await visitor.get(path);
  expect(page.status).toBe(200);
  const named = [
    ...page.text.matchAll(/<(?:link|img|script|iframe|source|object|embed)\b[^>]*?\s(?:href|src|data)="([^"]+)"/g),
  ];
  const addresses = named.map(
    ([, address = '']) => new URL(address.replaceAll('&amp;', '&'), new URL(path, myPage.url)),
  );
  let bytes = Buffer.byteLength(page.text);
  for (const address of addresses) {
    const part = await visitor.get(address.pathname + address.search);
    expect(part.status).toBe(200);
    // Nor does what was loaded load more
    expect(part.text).not.toMatch(/@import|url\(\s*['"]?(?!data:)/);
    bytes += Buffer.byteLength(part.text);
  }
  return { bytes, requests: 1 + addresses.length, origins: addresses.map(({ origin }) => origin) };
}

function expectLight({ bytes, requests, origins }: Awaited<ReturnType<typeof weigh>>): void {
  expect(bytes).toBeLessThan(mostBytes);
  expect(requests).toBeLessThanOrEqual(mostRequests);
  expect(requests).toBeGreaterThan(1);
  expect(new Set(origins)).toEqual(new Set([new URL(myPage.url).origin]));
}

test('the first page is below 50 kB in at most 5 requests, all to the site itself, uncompressed', async () => {
  expectLight(await weigh(openVisitor(myPage.url), '/log-in'));
});

test('so is a full page of orders', async () => {
  const account = makeAccount();
  await publish(myPage, '/accounts', { accounts: [account] });
  const visitor = await loggedInVisitor(myPage, account);
  const histories = Array.from({ length: 30 }, (_, index) =>
    makeHistory({ accountId: account.accountId, webOrderNo: `W-${10_000 + index}` }),
  );
  await publish(myPage, '/order-histories', { histories });
  expectLight(await weigh(visitor, '/orders'));
});
