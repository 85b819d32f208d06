import { afterEach, expect, it } from 'vitest';
import { get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import { registerCustomer } from '../../../support/my-page-accounts.ts';
import { openVisitor } from '../../../support/my-page-visitor.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';

let shop: RunShop;
afterEach(() => shop.close());

it('My page shows what holds: a customer’s Yes that staff’s No overrules is shown as No after the same run (9.14, 9.24)', async () => {
  shop = await openRunShop();
  const browser = openVisitor(shop.myPage.url);
  const password = 'correct horse battery';
  await shop.getWebsiteData();
  const kari = { name: 'Kari Nordmann', email: 'kari@customer.example' };
  await registerCustomer(shop.myPage, kari, { password, now: new Date('2026-03-03T09:12:00.000Z') });
  await browser.logIn('kari@customer.example', password);
  await shop.getWebsiteData();
  const isChosen = async () => /name="order-status-mails"[^>]* checked/.test((await browser.get('/settings')).text);
  expect(await isChosen()).toBe(true);
  inTransaction(shop.session.company().db, (tx) => run(tx, 'UPDATE contact SET order_status_mails = 0'));
  await shop.getWebsiteData();
  expect(await isChosen()).toBe(false);

  await browser.submit('/settings', '/settings', { language: 'en', 'order-status-mails': 'yes' });
  expect(await isChosen()).toBe(true);
  await shop.getWebsiteData();
  expect(get(shop.session.company().db, 'SELECT order_status_mails AS yes FROM contact')).toEqual({ yes: 0 });
  expect(await isChosen()).toBe(false);
});
