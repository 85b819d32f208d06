import { expect, onTestFinished, test } from 'vitest';
import { all, run } from '../../../../main/engine/db/database.ts';
import { rejectEnquiry } from '../../../../main/engine/website/import-enquiry-service.ts';
import { publishOutcomes } from '../../../../main/engine/website/publish-outcomes-service.ts';
import { readWebOrderByNo } from '../../../../my-page/orders/web-order-store.ts';
import { openTestStore } from '../../../support/my-page.ts';
import { openRunShop } from '../../../support/run-shop.ts';

/** A shop whose staff decide by hand, and have just rejected an order. */
async function openRejectingShop() {
  const shop = await openRunShop();
  const company = shop.session.company();
  const store = await openTestStore(shop.myPage);
  onTestFinished(async () => {
    await store.close();
    await shop.close();
  });
  company.command((tx) => run(tx, 'UPDATE company SET import_by_itself = 0'));
  for (const webOrderNo of ['W-1', 'W-2']) await shop.placeOrder(webOrderNo);
  await shop.getWebsiteData();
  company.command((tx, context) => rejectEnquiry(tx, context, 1));
  const isRejected = async (webOrderNo: string) => (await readWebOrderByNo(store.read, webOrderNo))?.isRejected;
  const told = () => all<{ told: number }>(company.db, 'SELECT outcome_told AS told FROM enquiry ORDER BY id');
  return { shop, company, isRejected, told };
}

test('an order that staff reject is told to the website by the next run, once', async () => {
  const { shop, company, isRejected, told } = await openRejectingShop();
  expect(await isRejected('W-1')).toBe(false);
  const { website } = await shop.getWebsiteData();
  expect(website.publishProblem).toBeNull();
  expect([await isRejected('W-1'), await isRejected('W-2')]).toEqual([true, false]);
  expect(told()).toEqual([{ told: 1 }, { told: 0 }]);
  const again = { publishOutcomes: async () => Promise.reject(new Error('told twice')) };
  await publishOutcomes(company, { websiteId: 1, connector: again });
});

test('until the website has answered it stays to be told; a site that does not know the question is no failure', async () => {
  const { shop, company, isRejected, told } = await openRejectingShop();
  await publishOutcomes(company, { websiteId: 1, connector: { publishOutcomes: async () => false } });
  expect(told()).toEqual([{ told: 0 }, { told: 0 }]);
  const failing = { publishOutcomes: async () => Promise.reject(new Error('line lost')) };
  await expect(publishOutcomes(company, { websiteId: 1, connector: failing })).rejects.toThrow('line lost');
  expect(told()).toEqual([{ told: 0 }, { told: 0 }]);
  await shop.getWebsiteData();
  expect(await isRejected('W-1')).toBe(true);
});
