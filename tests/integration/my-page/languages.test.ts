import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allLabels, pageLanguages } from '../../../my-page/pages/labels.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../support/my-page-documents.ts';

let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', { ...testSettings, language: 'nl' });
});
afterAll(() => myPage.close());

async function languageOf(path: string, acceptLanguage: string): Promise<string> {
  const response = await fetch(`${myPage.url}${path}`, { headers: { 'accept-language': acceptLanguage } });
  return /<html lang="([^"]+)">/.exec(await response.text())?.[1] ?? '';
}

describe('the language of the pages', () => {
  test.each(pageLanguages)('$name: all pages of an account that has it', async ({ code }) => {
    const account = makeAccount({ email: `${code}@example.com`, language: code });
    await publish(myPage, '/accounts', { accounts: [account] });
    const order = makeHistory({ accountId: account.accountId, language: code });
    await publish(myPage, '/order-histories', { histories: [order] });
    const visitor = await loggedInVisitor(myPage, account);
    const paths = [
      '/orders',
      `/orders/${order.orderId}`,
      '/settings',
      '/settings/details',
      '/settings/delete',
      '/settings/second-factor',
      '/shop',
    ];
    for (const path of [...paths, '/nowhere']) {
      expect((await visitor.get(path)).text, path).toContain(`<html lang="${code}">`);
    }
    expect((await visitor.get('/orders')).text).toContain(`<h1>${allLabels[code].yourOrders}</h1>`);
  });

  test('before log-in is what the browser asks for, else the shop’s', async () => {
    expect(await languageOf('/log-in', 'de-AT,de;q=0.9,en;q=0.5')).toBe('de');
    expect(await languageOf('/register', 'fr,sv;q=0.5')).toBe('sv');
    for (const none of ['fr', '*', ';;;q=9']) expect(await languageOf('/shop', none)).toBe('nl');
  });

  test('another way to write the same language is no change to tell', async () => {
    const account = makeAccount({ email: 'no@example.com', language: 'no' });
    await publish(myPage, '/accounts', { accounts: [account] });
    const visitor = await loggedInVisitor(myPage, account);
    expect((await visitor.get('/settings')).text).toContain('<option value="nb" selected>Norsk</option>');
    await visitor.submit('/settings', '/settings', { language: 'nb', 'order-status-mails': 'yes' });
    const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries' });
    expect(reply.body).toMatchObject({ enquiries: [] });
  });
});
