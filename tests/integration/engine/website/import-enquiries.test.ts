import { expect, test } from 'vitest';
import { listActivities } from '../../../../main/engine/contacts/activity-store.ts';
import { readContact } from '../../../../main/engine/contacts/contact-store.ts';
import { all, get, inTransaction, onCommit, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { assessEnquiry } from '../../../../main/engine/website/assess-enquiry-service.ts';
import type { CompanyAccess } from '../../../../main/engine/website/company-access.ts';
import { readEnquiry } from '../../../../main/engine/website/enquiry-store.ts';
import { fetchEnquiries } from '../../../../main/engine/website/fetch-enquiries-service.ts';
import { importAll } from '../../../../main/engine/website/import-all-service.ts';
import { importEnquiry, rejectEnquiry } from '../../../../main/engine/website/import-enquiry-service.ts';
import { listEnquiries } from '../../../../main/engine/website/list-enquiries-service.ts';
import type { ImportEnquiryInput } from '../../../../shared/enquiries.ts';
import { AppError } from '../../../../shared/errors.ts';
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

/** Notes the orders whose ledger would be set. */
function recorder() {
  const imported: number[] = [];
  return { imported, orderImported: (_tx: unknown, _context: unknown, orderId: number) => void imported.push(orderId) };
}

async function companyWith(enquiries: readonly Enquiry[]): Promise<ReadDb> {
  const db = await openTestCompany();
  await fetchMore(db, enquiries);
  return db;
}
async function fetchMore(db: ReadDb, enquiries: readonly Enquiry[]): Promise<void> {
  command(db, (tx) => run(tx, `UPDATE website SET enquiry_cursor = ''`));
  await fetchEnquiries(access(db), { websiteId: 1, connector: siteHolding(enquiries) });
}
const takeAll = (db: ReadDb, effects = recorder()) => importAll(access(db), { effects, websiteId: null });
const take = (db: ReadDb, input: ImportEnquiryInput, effects = recorder()) =>
  command(db, (tx, context) => importEnquiry(tx, context, { ...input, effects }));
const reasonOf = (db: ReadDb, enquiryId = 1) => assessEnquiry(db, readEnquiry(db, enquiryId)).waitsBecause;

function insertContact(
  db: ReadDb,
  fields: { name: string; email?: string; postcode?: string; phone?: string },
): number {
  return command(
    db,
    (tx, context) =>
      run(
        tx,
        `INSERT INTO contact(public_id, name, email, postcode, phone, created_at) VALUES (@publicId, @name, @email, @postcode, @phone, @now)`,
        { email: '', postcode: '', phone: '', ...fields, publicId: context.newUuid(), now: context.now },
      ).lastId,
  );
}
function insertAccount(db: ReadDb, contactId: number, email: string, siteAccountId: string | null = null): void {
  command(db, (tx, context) =>
    run(
      tx,
      `INSERT INTO website_account(public_id, contact_id, website_id, site_account_id, email, status)
       VALUES (@publicId, @contactId, 1, @siteAccountId, @email, 'approved')`,
      { publicId: context.newUuid(), contactId, siteAccountId, email },
    ),
  );
}
const contacts = (db: ReadDb) =>
  all<{ id: number; name: string; email: string }>(db, 'SELECT id, name, email FROM contact');
const orders = (db: ReadDb) => all<Record<string, unknown>>(db, 'SELECT * FROM sales_order ORDER BY id');
const states = (db: ReadDb) =>
  all<{ state: string }>(db, 'SELECT state FROM enquiry ORDER BY id').map((row) => row.state);

test.each(['0001-01-01T00:00:00Z', '0999-06-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
  'an order placed at %s, which no calendar writes, is of the day it is imported: My page takes it',
  async (at) => {
    const db = await companyWith([{ ...orderEnquiry(), at }]);
    await takeAll(db);
    expect(all(db, 'SELECT order_date FROM sales_order')).toEqual([{ order_date: testContext.today }]);
  },
);

test('a new customer’s order makes a contact and a webshop order with all that was entered', async () => {
  const db = await companyWith([
    orderEnquiry({
      webOrderNo: 'W-8841',
      language: null,
      note: 'Ring the bell\r\ntwice',
      customer: { contactPerson: 'Kari' },
    }),
  ]);
  command(db, (tx) =>
    run(
      tx,
      `INSERT INTO product(id, product_no, name, unit, unit_price_minor) VALUES (7, 'T-100', 'Tent for two', 'pcs', 1)`,
    ),
  );
  const effects = recorder();
  expect(await takeAll(db, effects)).toEqual({
    importedOrders: 1,
    importedOthers: 0,
    newContacts: 1,
    waiting: {},
    failed: [],
  });
  expect(contacts(db)).toEqual([{ id: 1, name: 'Fjell og Fjord AS', email: 'post@fjellfjord.example' }]);
  expect(orders(db)).toEqual([
    expect.objectContaining({
      status: 'order',
      website_id: 1,
      web_order_no: 'W-8841',
      contact_id: 1,
      customer_name: 'Fjell og Fjord AS',
      contact_person: 'Kari',
      address_line1: 'Storgata 1',
      ordering_email: 'post@fjellfjord.example',
      // neither order nor contact names one: the website's, frozen
      language: 'en',
      // 20:30 UTC is still 2 March in Oslo
      order_date: '2026-03-02',
      currency: 'NOK',
      freight_minor: 9900,
      text: 'Ring the bell\ntwice',
    }),
  ]);
  expect(
    all(db, 'SELECT product_id, description, ordered_milli, to_be_delivered_milli, unit_price_minor FROM order_line'),
  ).toEqual([
    { product_id: 7, description: 'Tent', ordered_milli: 2000, to_be_delivered_milli: 2000, unit_price_minor: 100_000 },
  ]);
  expect(effects.imported).toEqual([1]);
  expect(all(db, 'SELECT what, order_id FROM log_entry WHERE order_id = 1 ORDER BY id')).toContainEqual({
    what: 'enquiry-imported',
    order_id: 1,
  });
});

test('an unknown product number becomes a line of free text that keeps the number', async () => {
  const db = await companyWith([orderEnquiry()]);
  await takeAll(db);
  expect(all(db, 'SELECT product_id, product_no, description FROM order_line')).toEqual([
    { product_id: null, product_no: 'T-100', description: 'Tent' },
  ]);
});

test('line breaks, control and direction characters of a website reach no register; markup stays plain text', async () => {
  const db = await companyWith([
    orderEnquiry({ customer: { name: '<img src=x>\r\nBcc: all@x.example\u202e', city: 'Ber\u0000gen' } }),
  ]);
  await takeAll(db);
  expect(orders(db)[0]).toMatchObject({ customer_name: '<img src=x> Bcc: all@x.example', city: 'Bergen' });
  expect(contacts(db)[0]?.name).toBe('<img src=x> Bcc: all@x.example');
});

test('Existing is taken by itself and nothing in the register is overwritten', async () => {
  const db = await companyWith([
    orderEnquiry({ customer: { name: 'FJELL OG FJORD AS', phone: '99 99 99 99', city: 'Oslo' } }),
  ]);
  const contactId = insertContact(db, {
    name: 'Fjell og Fjord AS',
    email: 'old@fjellfjord.example',
    phone: '11 11 11 11',
  });
  const before = get(db, 'SELECT * FROM contact WHERE id = @contactId', { contactId });
  expect(await takeAll(db)).toMatchObject({ importedOrders: 1, newContacts: 0 });
  expect(get(db, 'SELECT * FROM contact WHERE id = @contactId', { contactId })).toEqual(before);
  expect(orders(db)[0]).toMatchObject({ contact_id: contactId, city: 'Oslo' });
});

test('Probable and several matches wait, hold back nothing else, and are imported when decided', async () => {
  const db = await companyWith([
    orderEnquiry({ webOrderNo: 'W-1', customer: { name: 'Kari', postcode: '0150' } }),
    orderEnquiry({ webOrderNo: 'W-2', customer: { name: 'Twin AS', email: 'twin@x.example' } }),
    orderEnquiry({ webOrderNo: 'W-3', customer: { name: 'Newcomer', email: 'new@x.example' } }),
  ]);
  const near = insertContact(db, { name: 'Ola', postcode: '0150' });
  insertContact(db, { name: 'Twin AS' });
  insertContact(db, { name: 'twin as' });
  expect(await takeAll(db)).toEqual({
    importedOrders: 1,
    importedOthers: 0,
    newContacts: 1,
    waiting: { 'probable-customer': 1, 'several-customers': 1 },
    failed: [],
  });
  expect(states(db)).toEqual(['waiting', 'waiting', 'imported']);
  take(db, { enquiryId: 1, decision: { kind: 'link', contactId: near, fields: { name: 'Ola Nordmann' } } });
  take(db, { enquiryId: 2, decision: { kind: 'new' } });
  expect(states(db)).toEqual(['imported', 'imported', 'imported']);
  expect(contacts(db).find((row) => row.id === near)).toMatchObject({ name: 'Ola Nordmann', email: '' });
  expect(contacts(db)).toHaveLength(5);
});

test('two orders of one new customer in a row make one contact', async () => {
  const db = await companyWith([orderEnquiry({ webOrderNo: 'W-1' }), orderEnquiry({ webOrderNo: 'W-2' })]);
  expect(await takeAll(db)).toMatchObject({ importedOrders: 2, newContacts: 1 });
  expect(orders(db).map((order) => order.contact_id)).toEqual([1, 1]);
});

test('a second enquiry with the number of an order in the register is not doubled: it waits and says why', async () => {
  const db = await companyWith([orderEnquiry({ webOrderNo: 'W-1' }), orderEnquiry({ webOrderNo: 'W-1' })]);
  expect(await takeAll(db)).toMatchObject({ importedOrders: 1, waiting: { 'web-order-no-taken': 1 } });
  expect(() => take(db, { enquiryId: 2, decision: { kind: 'new' } })).toThrow(
    expect.objectContaining({ code: 'web-order-no-taken' }),
  );
  // the refused import left nothing behind, no contact either
  expect([orders(db).length, contacts(db).length, states(db)]).toEqual([1, 1, ['imported', 'waiting']]);
});

test('an import that fails at its end leaves no contact, no order and no decision', async () => {
  const db = await companyWith([orderEnquiry()]);
  const failing = {
    orderImported: () => {
      throw new Error('no ledger');
    },
  };
  expect(() =>
    command(db, (tx, context) =>
      importEnquiry(tx, context, { enquiryId: 1, decision: { kind: 'new' }, effects: failing }),
    ),
  ).toThrow('no ledger');
  expect([orders(db), contacts(db), states(db)]).toEqual([[], [], ['waiting']]);
});

test('a decided enquiry cannot be decided again', async () => {
  const db = await companyWith([orderEnquiry()]);
  command(db, (tx, context) => rejectEnquiry(tx, context, 1));
  expect(() => take(db, { enquiryId: 1, decision: { kind: 'new' } })).toThrow(
    expect.objectContaining({ code: 'enquiry-not-waiting' }),
  );
  expect(() => command(db, (tx, context) => rejectEnquiry(tx, context, 1))).toThrow(
    expect.objectContaining({ code: 'enquiry-not-waiting' }),
  );
  expect([states(db), contacts(db)]).toEqual([['rejected'], []]);
});

test('a registration gives its contact an account; later orders of that account are the contact’s, whatever name is typed', async () => {
  const registration = registrationEnquiry({ name: 'Kari Nordmann', email: 'kari@x.example' });
  const { siteAccountId } = registration;
  const order = orderEnquiry({ siteAccountId, language: null, customer: { name: 'K. N.', email: 'work@y.example' } });
  const db = await companyWith([registration, order]);
  expect(await takeAll(db)).toMatchObject({ importedOrders: 1, importedOthers: 1, newContacts: 1 });
  expect(all(db, 'SELECT contact_id, site_account_id, email, status FROM website_account')).toEqual([
    { contact_id: 1, site_account_id: siteAccountId, email: 'kari@x.example', status: 'approved' },
  ]);
  // the contact's language, from the registration
  expect(orders(db)[0]).toMatchObject({ contact_id: 1, language: 'no', ordering_email: 'work@y.example' });
});

test('a registration that awaits approval waits for a person, whoever registered', async () => {
  const known = registrationEnquiry({}, { accountStatus: 'pending' });
  const stranger = registrationEnquiry({ name: 'New', email: 'new@x.example', city: '' }, { accountStatus: 'pending' });
  const db = await companyWith([known, stranger]);
  insertContact(db, { name: 'Fjell og Fjord AS', email: 'post@fjellfjord.example' });
  expect(await takeAll(db)).toMatchObject({ importedOthers: 0, waiting: { 'approve-registration': 2 } });
  expect(states(db)).toEqual(['waiting', 'waiting']);
  const list = () => listEnquiries(db, 10).map(({ accountStatus, waitsBecause }) => [accountStatus, waitsBecause]);
  expect(list()).toEqual([
    ['pending', 'approve-registration'],
    ['pending', 'approve-registration'],
  ]);
});

test('a registration that came twice is not asked about again once it is decided', async () => {
  const registration = registrationEnquiry({}, { accountStatus: 'pending' });
  const db = await companyWith([registration]);
  take(db, { enquiryId: 1, decision: { kind: 'new' }, accountStatus: 'declined' });
  await fetchMore(db, [{ ...registration, id: crypto.randomUUID() }]);
  expect(await takeAll(db)).toMatchObject({ importedOthers: 1, waiting: {} });
  expect(get(db, 'SELECT status FROM website_account')).toEqual({ status: 'declined' });
});

test('staff approve or decline a registration with its import', async () => {
  const db = await companyWith([registrationEnquiry({}, { accountStatus: 'pending' })]);
  take(db, { enquiryId: 1, decision: { kind: 'new' }, accountStatus: 'approved' });
  expect(get(db, 'SELECT status, version > answered_version AS due FROM website_account')).toEqual({
    status: 'approved',
    due: 1,
  });
  expect(readContact(db, 1).accounts).toEqual([
    expect.objectContaining({ status: 'approved', siteStatus: 'pending', unpublished: 'account' }),
  ]);
});

test('an opt-out that came before its registration was imported is applied with it', async () => {
  const registration = registrationEnquiry({ postcode: '0150' });
  const db = await companyWith([
    registration,
    settingsEnquiry({ siteAccountId: registration.siteAccountId, orderStatusMails: false }),
  ]);
  insertContact(db, { name: 'Neighbour', postcode: '0150' });
  expect(await takeAll(db)).toMatchObject({ waiting: { 'probable-customer': 1 } });
  const { contactId } = take(db, { enquiryId: 1, decision: { kind: 'new' } });
  expect(get(db, 'SELECT customer_opted_out AS no FROM contact WHERE id = @contactId', { contactId })).toEqual({
    no: 1,
  });
  expect(states(db)).toEqual(['imported', 'imported']);
});

test('a registration under the name of a contact, but from an address the register does not know, waits: it would show that contact’s orders', async () => {
  const db = await companyWith([registrationEnquiry({ email: 'stranger@x.example' })]);
  insertContact(db, { name: 'Fjell og Fjord AS', email: 'post@fjellfjord.example' });
  expect(await takeAll(db)).toMatchObject({ importedOthers: 0, waiting: { 'confirm-customer': 1 } });
  await fetchMore(db, [registrationEnquiry()]);
  expect(await takeAll(db)).toMatchObject({ importedOthers: 1 });
});

test('an order under the name of a contact whose account has another address waits: that address would be told of it', async () => {
  const db = await companyWith([orderEnquiry({ customer: { email: 'stranger@x.example' } })]);
  const contactId = insertContact(db, { name: 'Fjell og Fjord AS', email: 'post@fjellfjord.example' });
  insertAccount(db, contactId, 'post@fjellfjord.example');
  expect(await takeAll(db)).toMatchObject({ waiting: { 'confirm-customer': 1 } });
});

test('a contact has one account per website: a second registration waits for another contact', async () => {
  const db = await companyWith([registrationEnquiry()]);
  const contactId = insertContact(db, { name: 'Fjell og Fjord AS', email: 'post@fjellfjord.example' });
  insertAccount(db, contactId, 'post@fjellfjord.example', registrationEnquiry().siteAccountId);
  expect(await takeAll(db)).toMatchObject({ waiting: { 'contact-has-account': 1 } });
  expect(() => take(db, { enquiryId: 1, decision: { kind: 'link', contactId } })).toThrow(
    expect.objectContaining({ code: 'contact-has-account' }),
  );
});

test('an account that staff made is tied to the customer’s own registration', async () => {
  const registration = registrationEnquiry();
  const db = await companyWith([registration]);
  const contactId = insertContact(db, { name: 'Fjell og Fjord AS' });
  insertAccount(db, contactId, 'post@fjellfjord.example');
  expect(await takeAll(db)).toMatchObject({ importedOthers: 1 });
  expect(all(db, 'SELECT contact_id, site_account_id FROM website_account')).toEqual([
    { contact_id: contactId, site_account_id: registration.siteAccountId },
  ]);
});

test('changed details wait for a choice, and only what was chosen changes; the user name follows a chosen address', async () => {
  const { siteAccountId } = registrationEnquiry();
  const details = {
    kind: 'changed-details',
    id: crypto.randomUUID(),
    at: '2026-03-02T08:00:00.000Z',
    siteAccountId,
  } as const;
  const db = await companyWith([
    { ...details, customer: customer({ name: 'New name', email: 'new@x.example', city: 'Oslo' }) },
  ]);
  const contactId = insertContact(db, { name: 'Old name', email: 'old@x.example' });
  insertAccount(db, contactId, 'OLD@x.example', siteAccountId);
  expect(await takeAll(db)).toMatchObject({ waiting: { 'details-differ': 1 } });
  take(db, { enquiryId: 1, decision: { kind: 'link', contactId, fields: { email: 'new@x.example' } } });
  expect(get(db, 'SELECT name, email, city FROM contact')).toEqual({
    name: 'Old name',
    email: 'new@x.example',
    city: '',
  });
  expect(get(db, 'SELECT email FROM website_account')).toEqual({ email: 'new@x.example' });
});

test('once changed details are decided, whatever was taken, the website hears of the account again', async () => {
  const { siteAccountId } = registrationEnquiry();
  const change = (city: string) =>
    ({
      kind: 'changed-details',
      id: crypto.randomUUID(),
      at: '2026-03-02T08:00:00.000Z',
      siteAccountId,
      customer: customer({ city }),
    }) as const;
  const db = await companyWith([change('Oslo'), change('Moss')]);
  const contactId = insertContact(db, { name: 'Kari' });
  insertAccount(db, contactId, 'kari@x.example', siteAccountId);
  const isDue = () => get(db, 'SELECT version > answered_version AS due FROM website_account');
  for (const decide of [
    () => take(db, { enquiryId: 1, decision: { kind: 'link', contactId } }),
    () => command(db, (tx, context) => rejectEnquiry(tx, context, 2)),
  ]) {
    command(db, (tx) => run(tx, 'UPDATE website_account SET answered_version = version'));
    decide();
    expect(isDue()).toEqual({ due: 1 });
  }
});

test('changed details of an account go to no other contact', async () => {
  const { siteAccountId } = registrationEnquiry();
  const db = await companyWith([
    {
      kind: 'changed-details',
      id: crypto.randomUUID(),
      at: '2026-03-02T08:00:00.000Z',
      siteAccountId,
      customer: customer(),
    },
  ]);
  insertAccount(db, insertContact(db, { name: 'Owner' }), 'a@b.example', siteAccountId);
  const other = insertContact(db, { name: 'Other' });
  for (const decision of [{ kind: 'new' } as const, { kind: 'link', contactId: other } as const])
    expect(() => take(db, { enquiryId: 1, decision })).toThrow(expect.objectContaining({ code: 'bad-input' }));
});

test('an order of an account whose registration waits, waits with it', async () => {
  const registration = registrationEnquiry({ name: 'Kari', postcode: '0150', email: 'kari@x.example' });
  const order = orderEnquiry({
    siteAccountId: registration.siteAccountId,
    customer: { name: 'Kari N', email: 'k@x.example' },
  });
  const db = await companyWith([registration, order]);
  insertContact(db, { name: 'Neighbour', postcode: '0150' });
  expect(await takeAll(db)).toMatchObject({ waiting: { 'probable-customer': 1, 'registration-waits': 1 } });
  const { contactId } = take(db, { enquiryId: 1, decision: { kind: 'new' } });
  expect(reasonOf(db, 2)).toBeNull();
  expect(await takeAll(db)).toMatchObject({ importedOrders: 1 });
  expect(orders(db)[0]).toMatchObject({ contact_id: contactId });
});

test('an imported message stands on the card of its contact, a waiting one does not', async () => {
  const message = (subject: string) => ({
    kind: 'activity' as const,
    id: crypto.randomUUID(),
    at: '2026-03-02T08:00:00.000Z',
    customer: customer(),
    subject,
    text: 'Call me\ntomorrow',
  });
  const db = await companyWith([message('Hello'), message('Later')]);
  const { contactId } = take(db, { enquiryId: 1, decision: { kind: 'new' } });
  expect(listActivities(db, contactId)).toMatchObject([
    { at: '2026-03-02T08:00:00.000Z', subject: 'Hello', text: 'Call me\ntomorrow' },
  ]);
});

test('a message and an enquiry of a kind that is not known wait for people', async () => {
  const db = await companyWith([
    {
      kind: 'activity',
      id: crypto.randomUUID(),
      at: '2026-03-02T08:00:00.000Z',
      customer: customer(),
      subject: 'Hello',
      text: 'Call me',
    },
  ]);
  command(db, (tx, context) =>
    run(
      tx,
      `INSERT INTO enquiry(website_id, site_enquiry_id, kind, body, state, fetched_at) VALUES (1, 'x', 'unreadable', '{"kind":"gift-card"}', 'waiting', @now)`,
      { now: context.now },
    ),
  );
  expect(await takeAll(db)).toMatchObject({ waiting: { 'needs-reading': 1, unreadable: 1 } });
});

test('stopped between two, what was imported stays and the rest waits', async () => {
  const db = await companyWith([orderEnquiry({ webOrderNo: 'W-1' }), orderEnquiry({ webOrderNo: 'W-2' })]);
  const stop = new AbortController();
  const report = await importAll(access(db), {
    effects: recorder(),
    websiteId: null,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(report.importedOrders).toBe(1);
  expect(states(db)).toEqual(['imported', 'waiting']);
});

/** Says no to an order once it is written, as something below may. */
function refusing(webOrderNo: string, error: Error) {
  return {
    orderImported: (tx: ReadDb, _context: unknown, orderId: number) => {
      const order = get<{ no: string }>(tx, 'SELECT web_order_no AS no FROM sales_order WHERE id = @orderId', {
        orderId,
      });
      if (order?.no === webOrderNo) throw error;
    },
  };
}
const threeOrders = ['W-1', 'W-2', 'W-3'].map((webOrderNo) =>
  orderEnquiry({ webOrderNo, customer: { name: `Customer of ${webOrderNo}`, email: `${webOrderNo}@mail.example` } }),
);
const webOrderNos = (db: ReadDb) => orders(db).map((order) => order.web_order_no);

test('one that cannot be imported leaves nothing behind, and those beside it are imported', async () => {
  const db = await companyWith(threeOrders);
  const effects = refusing('W-2', new AppError('not-found'));
  expect(await importAll(access(db), { effects, websiteId: null })).toMatchObject({
    importedOrders: 2,
    failed: [{ enquiryId: 2, code: 'not-found' }],
  });
  expect([webOrderNos(db), states(db)]).toEqual([
    ['W-1', 'W-3'],
    ['imported', 'waiting', 'imported'],
  ]);
  expect(contacts(db).map(({ name }) => name)).toEqual(['Customer of W-1', 'Customer of W-3']);
});

test('what is unforeseen in one undoes nothing of those before it', async () => {
  const db = await companyWith(threeOrders);
  const effects = refusing('W-2', new Error('unforeseen'));
  await expect(importAll(access(db), { effects, websiteId: null })).rejects.toThrow('unforeseen');
  expect([webOrderNos(db), states(db)]).toEqual([['W-1'], ['imported', 'waiting', 'waiting']]);
  expect(contacts(db).map(({ name }) => name)).toEqual(['Customer of W-1']);
});

test('a file that takes no more ends the import with its own reason', async () => {
  const db = await companyWith(threeOrders);
  const effects = {
    orderImported: (tx: ReadDb) => {
      tx.exec('ROLLBACK');
      throw new Error('database or disk is full');
    },
  };
  await expect(importAll(access(db), { effects, websiteId: null })).rejects.toThrow('database or disk is full');
  expect(states(db)).toEqual(['waiting', 'waiting', 'waiting']);
});

test('many enquiries share a commit, since a commit waits for the disk', async () => {
  const db = await companyWith(threeOrders);
  let commits = 0;
  onCommit(db, () => {
    commits += 1;
  });
  await takeAll(db);
  expect([webOrderNos(db), commits]).toEqual([['W-1', 'W-2', 'W-3'], 1]);
});
