import { afterEach, expect, it } from 'vitest';
import { queueRun } from '../../../support/queued-run.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { edit } from '../../../support/web-orders.ts';

let shop: RunShop;
afterEach(() => shop.close());

it('what a killed run had worded is never sent as it was, not even when finding changes fails (9.10, 9.17)', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.placeOrder('W-2', { name: 'Ola Hansen', email: 'ola@customer.example' });
  await shop.getWebsiteData();
  const company = shop.session.company();
  edit(company.db, 1, { picked: true });
  await queueRun(company);
  edit(company.db, 1, { picked: false });
  edit(company.db, 2, { picked: true });
  // A store in which a table is missing stands for whatever can fail in finding changes
  company.db.exec('ALTER TABLE website_text RENAME TO mislaid_text');
  const failed = await shop.getWebsiteData({ onUnexpected: () => {} });
  expect(failed.website).toMatchObject({ sendProblem: 'unexpected', accepted: 0 });
  expect(shop.catcher.mails).toHaveLength(0);
  company.db.exec('ALTER TABLE mislaid_text RENAME TO website_text');
  expect((await shop.getWebsiteData()).website).toMatchObject({ accepted: 1 });
  expect(shop.catcher.mails.map((mail) => mail.to)).toEqual(['ola@customer.example']);
});
