import { expect, onTestFinished, test } from 'vitest';
import { eraseContact, previewErase } from '../../../../main/engine/contacts/erase-contact-service.ts';
import { mergeContacts } from '../../../../main/engine/contacts/merge-service.ts';
import { all, get, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { putDoNotTell } from '../../../../main/engine/ledger/planning-store.ts';
import { logAction } from '../../../../main/engine/logging/log-store.ts';
import { cancelOrder } from '../../../../main/engine/orders/cancel-order-service.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import { anAccount, at } from '../../../support/builders.ts';
import { loggedInVisitor } from '../../../support/my-page-accounts.ts';
import { bytesOfStoreAt } from '../../../support/my-page-store.ts';
import { makeInvoice } from '../../../support/papers.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { bytesOfStore, wordsIn } from '../../../support/store-bytes.ts';

const person = {
  name: 'Gunnhild Ravnedal',
  companyNo: '987654321',
  contactPerson: 'Torbjørn Kvasshaug',
  email: 'gunnhild@ravnedal.example',
  phone: '91827364',
  addressLine1: 'Skreppestien 77',
  postcode: '7099',
  city: 'Langtvekkistan',
};
/** Whoever reads the bytes of a store finds the person by one of these. */
const signs = ['Gunnhild', 'gunnhild', 'Ravnedal', 'ravnedal', 'Kvasshaug', '91827364', 'Skreppestien', 'Langtvekk'];

async function openShop(): Promise<RunShop> {
  const shop = await openRunShop();
  onTestFinished(shop.close);
  return shop;
}

function idOf(db: ReadDb, webOrderNo: string): { orderId: number; contactId: number } {
  const row = get<{ orderId: number; contactId: number }>(
    db,
    'SELECT id AS orderId, contact_id AS contactId FROM sales_order WHERE web_order_no = @webOrderNo',
    { webOrderNo },
  );
  if (row === undefined) throw new Error(`No order ${webOrderNo}`);
  return row;
}

function work<Result>(shop: RunShop, command: (db: ReadDb) => Result): Result {
  return command(shop.session.company().db);
}

test('nothing in the company file or on My page says who an erased customer was; numbers and amounts stay', async () => {
  const shop = await openShop();
  const company = shop.session.company();
  const { db } = company;
  await shop.placeOrder('W-OTHER', { name: 'Ola Nordmann', email: 'ola@other.example' });
  await shop.placeOrder('W-GUEST', person);
  await shop.getWebsiteData();
  const { orderId, contactId } = idOf(db, 'W-GUEST');
  const siteAccount = anAccount(db, { contactId, email: person.email });
  const { accountId } = get<{ accountId: string }>(db, 'SELECT public_id AS accountId FROM website_account') ?? {
    accountId: '',
  };
  expect(siteAccount).toBeGreaterThan(0);
  const edit = { ...at(db, orderId), picked: true, text: 'Ring Gunnhild på 91827364' };
  company.command((tx, context) => {
    editOrder(tx, context, edit);
  });
  await shop.getWebsiteData();
  company.command((tx, context) =>
    run(tx, `INSERT INTO address_mark(address, reply_code, reply, marked_at) VALUES (@email, 550, 'no', @now)`, {
      email: person.email,
      now: context.now,
    }),
  );
  makeInvoice(db, orderId);
  const visitor = await loggedInVisitor(shop.myPage, { accountId });
  await visitor.submit('/settings/details', '/settings/details', { ...person, phone: '91827364 (Gunnhild)' });
  await visitor.submit('/settings/delete', '/settings/delete', { password: 'correct horse battery' });
  await shop.getWebsiteData();
  const before = wordsIn(await bytesOfStore(shop.companyPath), signs);
  expect(before).toEqual(expect.arrayContaining(['Gunnhild', 'Ravnedal', 'Skreppestien']));

  expect(previewErase(db, contactId)).toMatchObject({ underWay: [], orders: 1, accounts: 1 });
  const total = get(db, 'SELECT total_minor, invoice_no, order_date FROM sales_order WHERE id = @orderId', { orderId });
  eraseContact(company, contactId);

  expect(wordsIn(await bytesOfStore(shop.companyPath), signs)).toEqual([]);
  expect(all(db, `SELECT term FROM order_search_term WHERE term LIKE 'gunnh%' OR term LIKE 'ravned%'`)).toEqual([]);
  expect(
    get(db, 'SELECT total_minor, invoice_no, order_date FROM sales_order WHERE id = @orderId', { orderId }),
  ).toEqual(total);
  expect(get(db, 'SELECT customer_name AS name FROM sales_order WHERE id = @orderId', { orderId })).toEqual({
    name: `Erased customer ${contactId}`,
  });
  expect(get(db, `SELECT who, details FROM log_entry WHERE what = 'contact-erased'`)).toMatchObject({
    details: expect.stringContaining(`"contactId":${contactId}`),
  });

  await shop.getWebsiteData();
  expect(wordsIn(await bytesOfStoreAt(shop.myPage.place), signs)).toEqual([]);
  expect(all(db, 'SELECT * FROM account_erasure')).toEqual([]);
  expect(await visitor.get('/orders')).toMatchObject({ status: 303 });
  expect(wordsIn(await bytesOfStore(shop.companyPath), ['Ola Nordmann', 'ola@other.example'])).toHaveLength(2);
  expect(wordsIn(await bytesOfStoreAt(shop.myPage.place), ['Ola Nordmann', 'ola@other.example'])).toHaveLength(2);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('nobody is erased while an order is open, or waits to be decided; afterwards it is found no more', async () => {
  const shop = await openShop();
  const company = shop.session.company();
  await shop.placeOrder('W-1', person);
  await shop.getWebsiteData();
  const { orderId, contactId } = idOf(company.db, 'W-1');
  const openOrders = expect.objectContaining({ code: 'customer-has-open-orders' });
  expect(previewErase(company.db, contactId).underWay).toEqual(['W-1']);
  expect(() => eraseContact(company, contactId)).toThrow(openOrders);
  company.command((tx, context) => cancelOrder(tx, context, { ...at(tx, orderId), as: 'cancelled' }));
  company.command((tx) => run(tx, 'UPDATE company SET import_by_itself = 0'));
  await shop.placeOrder('W-2', person);
  await shop.getWebsiteData();
  expect(previewErase(company.db, contactId).underWay).toEqual(['W-2']);
  company.command((tx) => run(tx, `UPDATE enquiry SET state = 'rejected' WHERE state = 'waiting'`));
  eraseContact(company, contactId);
  expect(() => previewErase(company.db, contactId)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => eraseContact(company, contactId)).toThrow(expect.objectContaining({ code: 'not-found' }));
});

test('mails that wait for a decision never go, and the customer is not written to again', async () => {
  const shop = await openShop();
  const company = shop.session.company();
  const { db } = company;
  await shop.placeOrder('W-1', person);
  await shop.getWebsiteData();
  const { orderId, contactId } = idOf(db, 'W-1');
  company.command((tx, context) => cancelOrder(tx, context, { ...at(tx, orderId), as: 'cancelled' }));
  shop.secrets.delete('smtp:0198c0de-0000-7000-8000-000000000001');
  await shop.getWebsiteData();
  expect(previewErase(db, contactId)).toMatchObject({ waitingMails: 1 });
  eraseContact(company, contactId);
  shop.secrets.set('smtp:0198c0de-0000-7000-8000-000000000001', 'correct horse');
  const { website } = await shop.getWebsiteData();
  expect(website).toMatchObject({ planned: 0, accepted: 0 });
  expect(shop.catcher.mails).toEqual([]);
  expect(all(db, 'SELECT state, reason FROM mail')).toEqual([{ state: 'dropped', reason: 'customer-erased' }]);
});

test('the doubles that were merged into the customer go with it', async () => {
  const shop = await openShop();
  const company = shop.session.company();
  const { db } = company;
  await shop.placeOrder('W-1', { ...person, name: 'G. Ravnedal', companyNo: '' });
  await shop.placeOrder('W-2', { name: 'Someone', email: 'someone@other.example' });
  await shop.getWebsiteData();
  const { orderId, contactId: otherId } = idOf(db, 'W-1');
  const { orderId: secondId, contactId: keptId } = idOf(db, 'W-2');
  for (const id of [orderId, secondId])
    company.command((tx, context) => cancelOrder(tx, context, { ...at(tx, id), as: 'cancelled' }));
  await shop.getWebsiteData();
  company.command((tx, context) =>
    mergeContacts(tx, context, { keptId, otherId, take: [], addressMoves: [], declinesAccounts: false }),
  );
  eraseContact(company, keptId);
  expect(wordsIn(await bytesOfStore(shop.companyPath), [...signs, 'Someone', 'someone@'])).toEqual([]);
});

test('a reason why nothing was told may name the customer, so it goes', async () => {
  const shop = await openShop();
  const company = shop.session.company();
  const { db } = company;
  await shop.placeOrder('W-1', person);
  await shop.getWebsiteData();
  const { orderId, contactId } = idOf(db, 'W-1');
  company.command((tx, context) => {
    editOrder(tx, context, { ...at(tx, orderId), picked: true });
    const reason = 'Gunnhild knows';
    putDoNotTell(tx, { orderId, fact: 'picked', value: 'true', reason, who: context.who, at: context.now });
    logAction(tx, context, { what: 'not-to-be-told', orderId, details: { facts: ['picked'], reason } });
    cancelOrder(tx, context, { ...at(tx, orderId), as: 'cancelled' });
  });
  eraseContact(company, contactId);
  expect(wordsIn(await bytesOfStore(shop.companyPath), signs)).toEqual([]);
  expect(work(shop, (each) => all(each, 'SELECT reason FROM do_not_tell'))).toEqual([{ reason: '' }]);
});
