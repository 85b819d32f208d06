import { expect, test } from 'vitest';
import { readTrustedProxies } from '../../../my-page/site/proxy.ts';
import { callApi, openTestStore, startMyPage } from '../../support/my-page.ts';

/** As how many network addresses two requests with a wrong key are counted. */
async function countAddresses(proxies: string | undefined, forwardedFor: (count: number) => string): Promise<number> {
  const myPage = await startMyPage({ trustedProxies: readTrustedProxies(proxies) });
  for (const count of [1, 2]) {
    await callApi(myPage, { key: 'guess', path: '/enquiries', headers: { 'x-forwarded-for': forwardedFor(count) } });
  }
  const store = await openTestStore(myPage);
  const rows = await store.read.selectFrom('throttle').select('tries').execute();
  await store.close();
  await myPage.close();
  return rows.length;
}

test('without a proxy X-Forwarded-For is not believed', async () => {
  expect(await countAddresses(undefined, (count) => `203.0.113.${count}`)).toBe(1);
});

test('behind a proxy its last entry is believed, so that customers are told apart', async () => {
  expect(await countAddresses('1', (count) => `203.0.113.${count}`)).toBe(2);
});

test('what a client writes before it is not: nobody takes a new address by himself', async () => {
  expect(await countAddresses('1', (count) => `198.51.100.${count}, 203.0.113.7`)).toBe(1);
});

test('a proxy before the proxy is believed only when it is named', async () => {
  const chain = (count: number) => `203.0.113.${count}, 192.0.2.1`;
  expect(await countAddresses('1', chain)).toBe(1);
  expect(await countAddresses('127.0.0.1, 192.0.2.0/24', chain)).toBe(2);
});

test('a proxy that is not on the list is a client like any other', async () => {
  expect(await countAddresses('10.0.0.0/8', (count) => `203.0.113.${count}`)).toBe(1);
});
