import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { registerCustomer } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, makePlacedOrder, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';

let myPage: TestMyPage;
afterEach(() => myPage.close());

test('an order whose history comes before its account stays in the list until the account comes (9.26)', async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', { ...testSettings, approval: 'automatic' });
  const browser = openVisitor(myPage.url);
  const registered = await registerCustomer(
    myPage,
    {
      name: 'Kari Nordmann',
      email: 'kari@example.com',
      addressLine1: 'Storgata 1',
      postcode: '0150',
      city: 'Oslo',
      country: 'NO',
    },
    { visitor: browser },
  );
  expect(registered.location).toBe('/orders');
  const enquiries = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=10' });
  const [registration] = z
    .object({ enquiries: z.array(z.looseObject({ siteAccountId: z.string() })) })
    .parse(enquiries.body).enquiries;
  const siteAccountId = registration?.siteAccountId ?? '';
  const body = makePlacedOrder({ webOrderNo: 'W-77', siteAccountId });
  await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
  expect((await browser.get('/orders')).text).toContain('W-77');

  const account = makeAccount({ siteAccountId });
  await publish(myPage, '/order-histories', {
    histories: [makeHistory({ accountId: account.accountId, webOrderNo: 'W-77' })],
  });
  expect((await browser.get('/orders')).text).toContain('W-77');
  await publish(myPage, '/accounts', { accounts: [account] });
  const list = (await browser.get('/orders')).text;
  expect(list).toContain('W-77');
  expect(list).not.toContain('Received, not yet handled');
});

test('a storefront’s number is kept as the desktop writes it, so that the order is not shown twice (9.26)', async () => {
  myPage = await startMyPage();
  const body = makePlacedOrder({ webOrderNo: ' W  78\u202e ' });
  const reply = await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
  expect(reply.body).toMatchObject({ webOrderNo: 'W 78' });
  const again = await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
  expect(again.status).toBe(409);
});
