import { expect, onTestFinished, test } from 'vitest';
import { get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import type { CompanyAccess } from '../../../../main/engine/website/company-access.ts';
import { fetchEnquiries } from '../../../../main/engine/website/fetch-enquiries-service.ts';
import { updateWebsite } from '../../../../main/engine/website/update-website-service.ts';
import { connectWebsite } from '../../../../main/engine/website/website-client.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';
import { orderEnquiry } from '../../../support/enquiries.ts';
import { callApi, openTestStore, startMyPage } from '../../../support/my-page.ts';

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

test('a real My page takes accounts, products and settings, and a refused account is named', async () => {
  const db = await openTestCompany();
  const myPage = await startMyPage();
  onTestFinished(() => myPage.close());
  command(db, (tx, context) => {
    for (const id of [1, 2]) {
      run(tx, 'INSERT INTO contact(id, public_id, name, created_at) VALUES (@id, @publicId, @name, @now)', {
        id,
        publicId: context.newUuid(),
        name: `Customer ${id}`,
        now: context.now,
      });
      run(
        tx,
        `INSERT INTO website_account(public_id, contact_id, website_id, email, status) VALUES (@publicId, @id, 1, 'same@x.example', 'approved')`,
        { publicId: context.newUuid(), id },
      );
    }
    run(tx, `INSERT INTO product(product_no, name) VALUES ('T-1', 'Tent')`);
  });
  const connector = connectWebsite({ siteAddress: myPage.url, key: myPage.desktopKey });
  expect(await updateWebsite(access(db), { websiteId, connector })).toEqual({
    accounts: 1,
    products: 1,
    siteSettings: true,
    accountMails: 'no-mail-server',
    failures: [{ what: 'account', name: 'Customer 2', reason: 'email-in-use' }],
  });
  expect(await connector.readSiteSettings()).toMatchObject({ siteName: 'Shop', timeZone: 'Europe/Oslo' });
});

test('a storefront’s key is refused what only the desktop may do', async () => {
  const myPage = await startMyPage();
  onTestFinished(() => myPage.close());
  const connector = connectWebsite({ siteAddress: myPage.url, key: myPage.storefrontKey });
  await expect(connector.state(0)).rejects.toMatchObject({ code: 'website-key-refused' });
});

test('an account as a restored backup has it goes to My page at once, though My page was told of later ones', async () => {
  const db = await openTestCompany();
  const myPage = await startMyPage();
  onTestFinished(() => myPage.close());
  command(db, (tx, context) => {
    const contact = 'INSERT INTO contact(id, public_id, name, created_at) VALUES (1, @publicId, @name, @now)';
    run(tx, contact, { publicId: context.newUuid(), name: 'Kari Nordmann', now: context.now });
    run(
      tx,
      `INSERT INTO website_account(public_id, contact_id, website_id, email, status, version)
       VALUES (@publicId, 1, 1, 'kari@x.example', 'declined', 7)`,
      { publicId: context.newUuid() },
    );
  });
  const connector = connectWebsite({ siteAddress: myPage.url, key: myPage.desktopKey });
  expect(await updateWebsite(access(db), { websiteId, connector })).toMatchObject({ accounts: 1, failures: [] });
  const restored = `UPDATE website_account SET status = 'approved', version = 3, answered_version = 2`;
  command(db, (tx) => run(tx, restored, {}));
  command(db, (tx) => run(tx, 'UPDATE website_account SET version = 3', {}));
  expect(await updateWebsite(access(db), { websiteId, connector })).toMatchObject({ accounts: 1, failures: [] });
  expect(get(db, 'SELECT version > 7 AS isNewer, version = answered_version AS isTold FROM website_account')).toEqual({
    isNewer: 1,
    isTold: 1,
  });
  const store = await openTestStore(myPage);
  onTestFinished(() => store.close());
  expect(await store.read.selectFrom('account').select('status').execute()).toEqual([{ status: 'approved' }]);
});
