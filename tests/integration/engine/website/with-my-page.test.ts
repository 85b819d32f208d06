import { expect, onTestFinished, test } from 'vitest';
import { get, inTransaction, type ReadDb } from '../../../../main/engine/db/database.ts';
import type { CompanyAccess } from '../../../../main/engine/website/company-access.ts';
import { fetchEnquiries } from '../../../../main/engine/website/fetch-enquiries-service.ts';
import { connectWebsite } from '../../../../main/engine/website/website-client.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { orderEnquiry } from '../../../support/enquiries.ts';
import { callApi, startMyPage } from '../../../support/my-page.ts';

const websiteId = 1;
function access(db: ReadDb): CompanyAccess {
  return { db, command: (work) => inTransaction(db, (tx) => work(tx, testContext)) };
}

test('orders placed at a real My page arrive once, and the secret of its opt-out links is kept', async () => {
  const db = await openTestCompany();
  const myPage = await startMyPage();
  onTestFinished(() => myPage.close());
  const { customer, ...order } = orderEnquiry().order;
  for (const webOrderNo of ['W-1', 'W-2', 'W-3'])
    await callApi(myPage, {
      key: myPage.storefrontKey,
      method: 'POST',
      path: '/orders',
      body: { ...order, customer: { ...customer, name: '<b>Kari</b>\r\nBcc: x@y.example' }, webOrderNo },
    });
  const connector = connectWebsite({ siteAddress: myPage.url, key: myPage.desktopKey });
  expect(await fetchEnquiries(access(db), { websiteId, connector })).toMatchObject({ fetched: 3, orders: 3 });
  expect(await fetchEnquiries(access(db), { websiteId, connector })).toMatchObject({ fetched: 0, known: 0 });
  expect(get<{ secret: string }>(db, 'SELECT opt_out_secret AS secret FROM website')?.secret).toBe(
    await connector.optOutSecret(),
  );
});
