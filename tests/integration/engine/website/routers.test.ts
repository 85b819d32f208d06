import { expect, onTestFinished, test } from 'vitest';
import { get, run } from '../../../../main/engine/db/database.ts';
import { createCallerFactory, router } from '../../../../main/engine/trpc.ts';
import { enquiriesRouter } from '../../../../main/engine/website/enquiries-router.ts';
import { fetchEnquiries } from '../../../../main/engine/website/fetch-enquiries-service.ts';
import { updateWebsiteRouter } from '../../../../main/engine/website/update-website-router.ts';
import { websitesRouter } from '../../../../main/engine/website/websites-router.ts';
import { customerFieldNames } from '../../../../shared/enquiries.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Enquiry } from '../../../../shared/my-page/protocol.ts';
import { openEngineSession } from '../../../support/engine-session.ts';
import { activityEnquiry, orderEnquiry, siteHolding } from '../../../support/enquiries.ts';
import { sendJson, startScriptedSite } from '../../../support/scripted-site.ts';

const appRouter = router({ enquiries: enquiriesRouter, websites: websitesRouter, updateWebsite: updateWebsiteRouter });

async function openSession({
  enquiries = [],
  myPageUrl = '',
}: {
  enquiries?: readonly Enquiry[];
  myPageUrl?: string;
} = {}) {
  const { session, secrets, company, close } = await openEngineSession();
  onTestFinished(close);
  company.command((tx) =>
    run(tx, `INSERT INTO website(id, public_id, name, my_page_url) VALUES (1, 'site-1', 'Shop', @myPageUrl)`, {
      myPageUrl,
    }),
  );
  await fetchEnquiries(company, { websiteId: 1, connector: siteHolding(enquiries) });
  return { caller: createCallerFactory(appRouter)({ session }), secrets, company };
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: { cause?: unknown }) => (error.cause instanceof AppError ? error.cause.code : String(error)),
  );

test('the comparison list shows what came in beside the register, and why a row waits', async () => {
  const order = orderEnquiry({ webOrderNo: 'W-8841', customer: { name: 'Kari', postcode: '0150' } });
  const { caller, company } = await openSession({ enquiries: [order, orderEnquiry({ webOrderNo: 'W-8842' })] });
  company.command((tx, context) =>
    run(
      tx,
      `INSERT INTO contact(public_id, name, postcode, city, created_at) VALUES ('c', 'Ola', '0150', 'Oslo', @now)`,
      { now: context.now },
    ),
  );
  const rows = await caller.enquiries.list();
  expect(rows).toEqual([
    expect.objectContaining({
      kind: 'order',
      websiteName: 'Shop',
      summary: 'W-8841',
      match: 'probable',
      contactName: 'Ola',
      incoming: expect.objectContaining({ name: 'Kari', city: 'Bergen' }),
      register: expect.objectContaining({ name: 'Ola', city: 'Oslo' }),
      waitsBecause: 'probable-customer',
    }),
    expect.objectContaining({ match: 'new', contactId: null, register: null, waitsBecause: null }),
  ]);
  expect(await caller.enquiries.linkableContacts({ enquiryId: rows[0]?.id, search: '' })).toEqual([
    expect.objectContaining({ name: 'Ola', matchedOn: ['postcode'] }),
  ]);
  expect(await caller.enquiries.linkableContacts({ search: 'ol' })).toEqual([expect.objectContaining({ name: 'Ola' })]);
  expect(await caller.enquiries.importAll()).toMatchObject({ importedOrders: 1, waiting: { 'probable-customer': 1 } });
  await caller.enquiries.reject({ enquiryId: rows[0]?.id ?? 0 });
  expect(await caller.enquiries.list()).toEqual([]);
});

test('an activity waits to be read, and its whole text is there to read', async () => {
  const asks = activityEnquiry('Delete my account\u202e', 'Hello,\r\nI want to be deleted.\u0007\n\nKari');
  const { caller } = await openSession({ enquiries: [asks, orderEnquiry()] });
  expect(await caller.enquiries.list()).toEqual([
    expect.objectContaining({
      kind: 'activity',
      summary: 'Delete my account',
      message: 'Hello,\nI want to be deleted.\n\nKari',
      waitsBecause: 'needs-reading',
    }),
    expect.objectContaining({ kind: 'order', message: null }),
  ]);
  expect(await caller.enquiries.importAll()).toMatchObject({ importedOrders: 1, waiting: { 'needs-reading': 1 } });
});

test('the register of a contact that staff chose themselves is shown field by field', async () => {
  const { caller, company } = await openSession();
  const text = `INSERT INTO contact(public_id, name, city, created_at) VALUES ('c', 'Ola', 'Oslo', @now)`;
  const { lastId } = company.command((tx, context) => run(tx, text, { now: context.now }));
  const fields = await caller.enquiries.contactFields({ contactId: lastId });
  expect(fields).toMatchObject({ name: 'Ola', city: 'Oslo', email: '' });
  expect(Object.keys(fields)).toEqual([...customerFieldNames]);
  expect(await codeOf(caller.enquiries.contactFields({ contactId: 999 }))).toBe('not-found');
});

test('a key is kept in the keychain only, and an empty one forgets it', async () => {
  const { caller, secrets, company } = await openSession();
  await caller.websites.setKey({ websiteId: 1, key: ' the-key-of-the-shop ' });
  expect([...secrets.kept]).toEqual([['website-key:site-1', 'the-key-of-the-shop']]);
  expect(await caller.websites.list()).toEqual([
    { id: 1, name: 'Shop', myPageUrl: '', hasKey: true, waitingEnquiries: 0 },
  ]);
  expect(company.db.serialize().includes('the-key-of-the-shop')).toBe(false);
  await caller.websites.setKey({ websiteId: 1, key: '' });
  expect(secrets.kept.size).toBe(0);
});

test('Test connection says what is missing or wrong, and proves address and key', async () => {
  const site = await startScriptedSite((request, response) => {
    if (request.authorization !== 'Bearer right') sendJson(response, { error: 'key', message: '' }, { status: 401 });
    else if (request.url.endsWith('opt-out-secret')) sendJson(response, { secret: 's'.repeat(40) });
    else sendJson(response, { highestVersion: 0, buckets: [] });
  });
  onTestFinished(() => site.close());
  const { caller, company } = await openSession();
  const attempt = () => codeOf(caller.websites.testConnection({ websiteId: 1 }));
  expect(await attempt()).toBe('website-address-missing');
  company.command((tx) => run(tx, 'UPDATE website SET my_page_url = @url', { url: site.url }));
  expect(await attempt()).toBe('secret-missing');
  await caller.websites.setKey({ websiteId: 1, key: 'wrong' });
  expect(await attempt()).toBe('website-key-refused');
  await caller.websites.setKey({ websiteId: 1, key: 'right' });
  expect(await attempt()).toBe('no failure');
  expect(get(company.db, 'SELECT length(opt_out_secret) AS n FROM website')).toEqual({ n: 40 });
  await site.close();
  expect(await attempt()).toBe('website-unreachable');
});

test('Update Website reports a website that could not be updated by its code', async () => {
  const { caller } = await openSession();
  expect(await codeOf(caller.updateWebsite.run())).toBe('website-address-missing');
});
