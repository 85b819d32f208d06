import { beforeEach, describe, expect, it } from 'vitest';
import { insertAccount, writeAccount } from '../../../../main/engine/contacts/account-store.ts';
import { listContacts, readContact, writeContact } from '../../../../main/engine/contacts/contact-store.ts';
import { get, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { editContactInput, listContactsInput, newContactInput } from '../../../../shared/contacts.ts';
import { aContact, anAccount, anOrder, checkNothing, orderNow, toCheck } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let contactId: number;
let orderId: number;
beforeEach(async () => {
  db = await openTestCompany();
  contactId = aContact(db, { name: 'Kari Nordmann', city: 'Bergen' });
  orderId = anOrder(db, { contactId }).orderId;
  checkNothing(db);
});
const edit = (changes: Record<string, unknown>) =>
  command(db, (tx) => writeContact(tx, editContactInput.parse({ contactId, ...changes })));
const code = (name: string) => expect.objectContaining({ code: name });

describe('a contact', () => {
  it('gets order status e-mails unless somebody says No', () => {
    expect(readContact(db, contactId)).toMatchObject({ orderStatusMails: true, customerOptedOut: false });
  });

  it.each<[string, Record<string, unknown>]>([
    ['address', { email: 'new@mail.example' }],
    ['contact person’s address', { contactPersonEmail: 'p@mail.example' }],
    ['language', { language: 'no' }],
    ['order status e-mails', { orderStatusMails: false }],
  ])('whose %s changes: the orders are looked at again', (_, changes) => {
    edit(changes);
    expect(toCheck(db)).toEqual([orderId]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['phone', { phone: '99 88 77 66' }],
    ['nothing', { name: 'Kari Nordmann', city: 'Bergen', orderStatusMails: true, language: null }],
  ])('whose %s changes: they are not', (_, changes) => {
    edit(changes);
    expect(toCheck(db)).toEqual([]);
  });

  it('changed on the card is unchanged on its orders', () => {
    edit({ name: 'Kari Hansen', city: 'Oslo' });
    expect(orderNow(db, orderId)).toMatchObject({ customerName: 'Kari Nordmann', city: 'Bergen' });
  });

  it('that is not there is said so', () => {
    expect(() => readContact(db, 999)).toThrow(code('not-found'));
    expect(() => command(db, (tx) => writeContact(tx, { contactId: 999, name: 'x' }))).toThrow(code('not-found'));
  });
});

describe('a customer’s own No', () => {
  it('is not lifted by staff, on the card', () => {
    command(db, (tx) => run(tx, 'UPDATE contact SET customer_opted_out = 1'));
    edit({ orderStatusMails: true, customerOptedOut: false });
    expect(readContact(db, contactId).customerOptedOut).toBe(true);
  });
});

describe('a website account', () => {
  const versions = () =>
    get<{ v: number; a: number }>(db, 'SELECT version AS v, answered_version AS a FROM website_account');

  it('is to be published when it is made, when it changes and when its contact’s name does', () => {
    const accountId = anAccount(db, { contactId, status: 'pending' });
    expect(readContact(db, contactId).accounts).toMatchObject([
      { status: 'pending', unpublished: 'account', siteStatus: null, websiteName: 'Shop' },
    ]);
    const published = () => command(db, (tx) => run(tx, 'UPDATE website_account SET answered_version = version'));
    for (const change of [
      () => command(db, (tx) => writeAccount(tx, { accountId, status: 'approved' })),
      () => command(db, (tx) => writeAccount(tx, { accountId, email: 'new@mail.example' })),
      () => edit({ name: 'Kari Hansen' }),
      () => edit({ language: 'no' }),
      () => edit({ addressLine1: 'Storgata 2' }),
    ]) {
      published();
      change();
      expect(versions()?.v).toBeGreaterThan(versions()?.a ?? 0);
    }
    published();
    command(db, (tx) => writeAccount(tx, { accountId, status: 'approved' }));
    expect(versions()?.v).toBe(versions()?.a);
  });

  it('whose address changes: the orders are looked at again', () => {
    const accountId = anAccount(db, { contactId });
    expect(toCheck(db)).toEqual([orderId]);
    checkNothing(db);
    command(db, (tx) => writeAccount(tx, { accountId, email: 'new@mail.example' }));
    expect(toCheck(db)).toEqual([orderId]);
  });

  it('is one per website', () => {
    anAccount(db, { contactId });
    const second = { contactId, websiteId: 1, email: 'b@mail.example' };
    expect(() => command(db, (tx, context) => insertAccount(tx, context, second))).toThrow(code('bad-input'));
    expect(() => command(db, (tx, context) => insertAccount(tx, context, { ...second, websiteId: 9 }))).toThrow(
      code('not-found'),
    );
  });
});

describe('the list', () => {
  it('is found by name, address, phone, company no. and city', () => {
    aContact(db, { name: 'Other', city: 'Hamar' });
    edit({ email: 'kari@mail.example', phone: '99887766', companyNo: '910' });
    for (const search of ['nordm', 'kari@', '9988', '910', 'bergen']) {
      const { rows } = listContacts(db, listContactsInput.parse({ search }));
      expect([search, rows.map(({ id }) => id)]).toEqual([search, [contactId]]);
    }
  });

  it('knows suppliers from customers, and goes on by cursor', () => {
    const supplier = aContact(db, { isSupplier: true });
    const ids = (input: Record<string, unknown>) =>
      listContacts(db, listContactsInput.parse(input)).rows.map(({ id }) => id);
    expect(ids({ kind: 'suppliers' })).toEqual([supplier]);
    expect(ids({ kind: 'customers' })).toEqual([contactId]);
    const first = listContacts(db, listContactsInput.parse({ limit: 1 }));
    expect([...first.rows.map(({ id }) => id), ...ids({ cursor: first.nextCursor })]).toEqual([contactId, supplier]);
  });
});

it('a name with a line break, or an address that is none, is no input', () => {
  expect(newContactInput.safeParse({ name: 'Kari\r\nBcc: all@mail.example' }).success).toBe(false);
  expect(newContactInput.safeParse({ name: 'Kari', email: 'no address' }).success).toBe(false);
  expect(newContactInput.safeParse({ name: ' Kari ', email: ' k@mail.example ' })).toMatchObject({
    data: { name: 'Kari', email: 'k@mail.example' },
  });
});
