import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import type { CompanyAccess } from '../../../../main/engine/website/company-access.ts';
import { readCursor } from '../../../../main/engine/website/enquiry-store.ts';
import { fetchEnquiries } from '../../../../main/engine/website/fetch-enquiries-service.ts';
import type { Enquiry } from '../../../../shared/my-page/protocol.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';
import {
  customer,
  orderEnquiry,
  registrationEnquiry,
  settingsEnquiry,
  siteHolding,
} from '../../../support/enquiries.ts';

function access(db: ReadDb): CompanyAccess {
  return { db, command: (work) => inTransaction(db, (tx) => work(tx, testContext)) };
}
const websiteId = 1;
const count = (db: ReadDb) => get<{ n: number }>(db, 'SELECT count(*) AS n FROM enquiry')?.n;
const manyOrders = (n: number): readonly Enquiry[] =>
  Array.from({ length: n }, (_unused, index) => orderEnquiry({ webOrderNo: `W-${index}` }));

function insertContact(db: ReadDb, publicId: string): number {
  return command(
    db,
    (tx, context) =>
      run(tx, `INSERT INTO contact(public_id, name, created_at) VALUES (@publicId, 'Kari', @now)`, {
        publicId,
        now: context.now,
      }).lastId,
  );
}
const contactRow = (db: ReadDb, id: number) =>
  get<{ customer_opted_out: number; language: string | null }>(
    db,
    'SELECT customer_opted_out, language FROM contact WHERE id = @id',
    { id },
  );

test('every page is read, in the order of the site, and counted', async () => {
  const db = await openTestCompany();
  const report = await fetchEnquiries(access(db), { websiteId, connector: siteHolding(manyOrders(7), 3) });
  expect(report).toEqual({ fetched: 7, known: 0, orders: 7, appliedSettings: 0, readFromStart: false });
  expect(readCursor(db, websiteId)).toBe('7');
  expect(all<{ no: string }>(db, `SELECT json_extract(body, '$.webOrderNo') AS no FROM enquiry ORDER BY id`)).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((n) => ({ no: `W-${n}` })),
  );
});

test('a page and its cursor are stored together: a program that dies before the commit has neither, and loses nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-fetch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'company.db');
  const db = await openTestCompany(path);
  const site = siteHolding(manyOrders(6), 2);
  let pages = 0;
  const dying: CompanyAccess = {
    db,
    command: (work) =>
      inTransaction(db, (tx) => {
        const result = work(tx, testContext);
        pages += 1;
        if (pages === 2) throw new Error('killed');
        return result;
      }),
  };
  await expect(fetchEnquiries(dying, { websiteId, connector: site })).rejects.toThrow('killed');
  db.close();
  const reopened = await openDatabase(path);
  expect([count(reopened), readCursor(reopened, websiteId)]).toEqual([2, '2']);
  const report = await fetchEnquiries(access(reopened), { websiteId, connector: site });
  expect(report).toMatchObject({ fetched: 4, known: 0 });
  expect(count(reopened)).toBe(6);
  reopened.close();
});

test('a page that comes again doubles nothing, and does not undo a decision', async () => {
  const db = await openTestCompany();
  const orders = manyOrders(3);
  await fetchEnquiries(access(db), { websiteId, connector: siteHolding(orders) });
  command(db, (tx) => {
    run(tx, `UPDATE enquiry SET state = 'rejected' WHERE id = 1`);
    run(tx, `UPDATE website SET enquiry_cursor = ''`);
  });
  const report = await fetchEnquiries(access(db), { websiteId, connector: siteHolding(orders) });
  expect(report).toMatchObject({ fetched: 0, known: 3, orders: 0 });
  expect(all(db, 'SELECT state FROM enquiry ORDER BY id')).toEqual([
    { state: 'rejected' },
    { state: 'waiting' },
    { state: 'waiting' },
  ]);
});

test('a cursor that the site does not know: read from the start, drop what is known', async () => {
  const db = await openTestCompany();
  const orders = manyOrders(4);
  await fetchEnquiries(access(db), { websiteId, connector: siteHolding(orders.slice(0, 2)) });
  command(db, (tx) => run(tx, `UPDATE website SET enquiry_cursor = 'from another life'`));
  const report = await fetchEnquiries(access(db), { websiteId, connector: siteHolding(orders, 3) });
  expect(report).toMatchObject({ fetched: 2, known: 2, readFromStart: true });
  expect([count(db), readCursor(db, websiteId)]).toEqual([4, '4']);
});

test('a site that knows not even the start, or whose cursor stands still, is a bad answer and no endless loop', async () => {
  const db = await openTestCompany();
  const optOutSecret = async () => null;
  const lost = { optOutSecret, fetchEnquiries: async () => ({ kind: 'unknown-cursor' }) as const };
  await expect(fetchEnquiries(access(db), { websiteId, connector: lost })).rejects.toMatchObject({
    code: 'website-bad-answer',
  });
  const still = {
    optOutSecret,
    fetchEnquiries: async () => ({ kind: 'page', enquiries: [], cursor: '', more: true }) as const,
  };
  await expect(fetchEnquiries(access(db), { websiteId, connector: still })).rejects.toMatchObject({
    code: 'website-bad-answer',
  });
});

test('a site that knows none of its own cursors is read from the start once, not for ever, and what it said stays', async () => {
  const db = await openTestCompany();
  const [order] = manyOrders(1);
  const known = siteHolding(order === undefined ? [] : [order]);
  let calls = 0;
  const forgetful: typeof known = {
    ...known,
    fetchEnquiries: async (after, limit) => {
      calls += 1;
      if (calls > 10) throw new Error('It asks for ever');
      if (after !== '') return { kind: 'unknown-cursor' };
      return { ...(await known.fetchEnquiries('', limit)), more: true };
    },
  };
  await expect(fetchEnquiries(access(db), { websiteId, connector: forgetful })).rejects.toMatchObject({
    code: 'website-bad-answer',
  });
  expect(count(db)).toBe(1);
});

test('a customer’s own settings are applied with the page, by opt-out link or by account', async () => {
  const db = await openTestCompany();
  const byLink = registrationEnquiry().siteAccountId;
  const contactId = insertContact(db, byLink);
  const site = siteHolding([settingsEnquiry({ contactId: byLink, orderStatusMails: false, language: 'no' })]);
  const report = await fetchEnquiries(access(db), { websiteId, connector: site });
  expect(report).toMatchObject({ fetched: 1, appliedSettings: 1 });
  expect(contactRow(db, contactId)).toEqual({ customer_opted_out: 1, language: 'no' });
  expect(all(db, 'SELECT state, contact_id AS contactId FROM enquiry')).toEqual([{ state: 'imported', contactId }]);
});

test('what a customer did with an account is confirmed at once, so that My page takes what this run publishes of it', async () => {
  const db = await openTestCompany();
  const { siteAccountId } = registrationEnquiry();
  const proposal: Enquiry = {
    kind: 'changed-details',
    id: crypto.randomUUID(),
    at: '2026-03-02T08:00:00.000Z',
    siteAccountId,
    customer: customer({ city: 'Oslo' }),
  };
  const cursorsAsked = async (enquiries: readonly Enquiry[]) => {
    const site = siteHolding(enquiries);
    const asked: string[] = [];
    const noted: typeof site.fetchEnquiries = (after, limit) => {
      asked.push(after);
      return site.fetchEnquiries(after, limit);
    };
    command(db, (tx) => run(tx, `UPDATE website SET enquiry_cursor = ''`));
    await fetchEnquiries(access(db), { websiteId, connector: { ...site, fetchEnquiries: noted } });
    return asked;
  };
  expect(await cursorsAsked([orderEnquiry()])).toEqual(['']);
  expect(await cursorsAsked([proposal])).toEqual(['', '1']);
});

test('the customer lifts a No of his own; a choice that names only the language leaves it', async () => {
  const db = await openTestCompany();
  const publicId = registrationEnquiry().siteAccountId;
  const contactId = insertContact(db, publicId);
  const choices: Enquiry[] = [settingsEnquiry({ contactId: publicId, orderStatusMails: false })];
  await fetchEnquiries(access(db), { websiteId, connector: siteHolding(choices) });
  choices.push(settingsEnquiry({ contactId: publicId, language: 'en' }));
  await fetchEnquiries(access(db), { websiteId, connector: siteHolding(choices) });
  expect(contactRow(db, contactId)).toEqual({ customer_opted_out: 1, language: 'en' });
  choices.push(settingsEnquiry({ contactId: publicId, orderStatusMails: true }));
  await fetchEnquiries(access(db), { websiteId, connector: siteHolding(choices) });
  expect(contactRow(db, contactId)).toEqual({ customer_opted_out: 0, language: 'en' });
});

test('a repeated opt-out does not mark the customer’s orders anew', async () => {
  const db = await openTestCompany();
  const publicId = registrationEnquiry().siteAccountId;
  const contactId = insertContact(db, publicId);
  command(db, (tx) =>
    run(
      tx,
      `INSERT INTO website_account(public_id, contact_id, website_id, email, status) VALUES ('a', @contactId, 1, 'a@b.example', 'approved')`,
      { contactId },
    ),
  );
  const choices = [1, 2].map(() => settingsEnquiry({ contactId: publicId, orderStatusMails: false }));
  await fetchEnquiries(access(db), { websiteId, connector: siteHolding(choices) });
  expect(get(db, 'SELECT version FROM website_account')).toEqual({ version: 2 });
});

test('an opt-out whose account is not known yet waits and is not lost', async () => {
  const db = await openTestCompany();
  const { siteAccountId } = registrationEnquiry();
  const site = siteHolding([settingsEnquiry({ siteAccountId, orderStatusMails: false })]);
  expect(await fetchEnquiries(access(db), { websiteId, connector: site })).toMatchObject({ appliedSettings: 0 });
  expect(all(db, 'SELECT state FROM enquiry')).toEqual([{ state: 'waiting' }]);
});
