import { beforeEach, describe, expect, it } from 'vitest';
import { changeContacts, countNewsLost } from '../../../../main/engine/contacts/change-contacts-service.ts';
import { readContact } from '../../../../main/engine/contacts/contact-store.ts';
import { all, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { type ContactChange, changeContactsInput } from '../../../../shared/contacts.ts';
import { aContact, anOrder, aProduct, checkNothing, toCheck } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let kari: number;
let ola: number;
beforeEach(async () => {
  db = await openTestCompany();
  kari = aContact(db, { name: 'Kari Nordmann' });
  ola = aContact(db, { name: 'Ola Hansen', orderStatusMails: false });
});
const change = (contactIds: readonly number[], values: ContactChange) =>
  command(db, (tx, context) => changeContacts(tx, context, changeContactsInput.parse({ contactIds, change: values })));

describe('a change for a selection of contacts', () => {
  it('changes those that differ, logs each, and reaches their orders', () => {
    const { orderId } = anOrder(db, { contactId: kari });
    checkNothing(db);
    const unselected = aContact(db);
    expect(change([kari, ola], { orderStatusMails: false })).toEqual({ changed: 1, unchanged: 1, leftOut: [] });
    expect(readContact(db, kari).orderStatusMails).toBe(false);
    expect(readContact(db, unselected).orderStatusMails).toBe(true);
    expect(toCheck(db)).toEqual([orderId]);
    const log = all<{ details: string }>(db, `SELECT details FROM log_entry WHERE what = 'contact-edited'`);
    expect(log.map(({ details }) => JSON.parse(details).contactId)).toEqual([kari]);
  });

  it('never lifts a customer’s own No: the customer is left out and named', () => {
    command(db, (tx) => run(tx, 'UPDATE contact SET customer_opted_out = 1 WHERE id = @kari', { kari }));
    expect(change([kari, ola], { orderStatusMails: true })).toEqual({
      changed: 1,
      unchanged: 0,
      leftOut: [{ name: 'Kari Nordmann', reason: 'customers-own-no' }],
    });
    expect(readContact(db, kari).customerOptedOut).toBe(true);
  });

  it('leaves out who still supplies a product', () => {
    change([kari, ola], { isSupplier: true });
    aProduct(db, { supplierId: kari });
    expect(change([kari, ola], { isSupplier: false })).toMatchObject({
      changed: 1,
      leftOut: [{ name: 'Kari Nordmann', reason: 'supplies' }],
    });
  });

  it('sets the language, and takes it off', () => {
    change([kari, ola], { language: 'no' });
    expect(change([kari, ola], { language: null })).toMatchObject({ changed: 2 });
    expect(readContact(db, ola).language).toBeNull();
  });

  it('to No says before how many customers have news waiting', () => {
    anOrder(db, { contactId: kari });
    const ask = (orderStatusMails: boolean) =>
      countNewsLost(db, { contactIds: [kari, ola], change: { orderStatusMails } });
    expect([ask(false), ask(true)]).toEqual([1, 0]);
    checkNothing(db);
    expect(ask(false)).toBe(0);
  });
});
