import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import { queueMails } from '../../../../main/engine/website-data/queue-mails-service.ts';
import { insertRun } from '../../../../main/engine/website-data/run-store.ts';
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
  const runId = inTransaction(company.db, (tx) => insertRun(tx, { at: '2026-03-03T09:00:00.000Z', who: 'killed' }));
  await queueMails(company, { runId, websiteId: 1, newUuid: randomUUID, now: () => new Date() });
  edit(company.db, 1, { picked: false });
  edit(company.db, 2, { picked: true });
  const spoil = (baseline: string) =>
    inTransaction(company.db, (tx) =>
      run(tx, 'UPDATE ledger SET baseline = @baseline WHERE order_id = 2', { baseline }),
    );
  const whole = get<{ baseline: string }>(company.db, 'SELECT baseline FROM ledger WHERE order_id = 2')?.baseline ?? '';
  spoil('not what this program writes');
  const failed = await shop.getWebsiteData({ onUnexpected: () => {} });
  expect(failed.website).toMatchObject({ sendProblem: 'unexpected', accepted: 0 });
  expect(shop.catcher.mails).toHaveLength(0);
  spoil(whole);
  expect((await shop.getWebsiteData()).website).toMatchObject({ accepted: 1 });
  expect(shop.catcher.mails.map((mail) => mail.to)).toEqual(['ola@customer.example']);
});
