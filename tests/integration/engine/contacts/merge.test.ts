import { beforeEach, describe, expect, it } from 'vitest';
import { listContacts, readContact, writeContact } from '../../../../main/engine/contacts/contact-store.ts';
import { doublesQuery } from '../../../../main/engine/contacts/doubles-store.ts';
import { mergeContacts, previewMerge } from '../../../../main/engine/contacts/merge-service.ts';
import { all, get, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { findCandidates } from '../../../../main/engine/website/candidate-store.ts';
import { applyCustomerSettings } from '../../../../main/engine/website/customer-settings-service.ts';
import { insertEnquiry } from '../../../../main/engine/website/enquiry-store.ts';
import { accountOfSite } from '../../../../main/engine/website/website-account-store.ts';
import { previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { listContactsInput, type MergeField, mergeInput } from '../../../../shared/contacts.ts';
import {
  aContact,
  anAccount,
  anOrder,
  aProduct,
  aPurchase,
  checkNothing,
  orderNow,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';
import { addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
let keptId: number;
let otherId: number;
beforeEach(async () => {
  db = await openTestCompany();
  keptId = aContact(db, { name: 'Kari Nordmann', email: 'kari@mail.example', phone: '99 88 77 66' });
  otherId = aContact(db, { name: 'Kari Nordman', email: 'kari.n@work.example', phone: '+47 99887766' });
});
const code = (name: string) => expect.objectContaining({ code: name });

function merge(take: readonly MergeField[] = [], choice: { readonly declinesAccounts?: boolean } = {}) {
  const { addressMoves } = previewMerge(db, { keptId, otherId, take: [...take] });
  const input = mergeInput.parse({ keptId, otherId, take, addressMoves, declinesAccounts: false, ...choice });
  command(db, (tx, context) => mergeContacts(tx, context, input));
}

const nextRun = () => previewRun(companyOver(db)).filter(({ notTold }) => notTold === null);
const webOrder = (contactId: number) =>
  addWebOrder(db, { contactId, webOrderNo: `W-${contactId}`, productId: aProduct(db) });

describe('a merge of doubles', () => {
  it('moves orders, purchases, enquiries, accounts and mails, and the old id leads to the one that stays', () => {
    const { orderId } = anOrder(db, { contactId: otherId });
    aPurchase(db, { supplierId: otherId, lines: [{ productId: aProduct(db), orderedMilli: 1000 }] });
    const accountId = anAccount(db, { contactId: otherId });
    const publicId = get<{ id: string }>(db, 'SELECT public_id AS id FROM contact WHERE id = @otherId', { otherId });
    merge();
    expect(orderNow(db, orderId)).toMatchObject({ contactId: keptId });
    expect(all(db, 'SELECT supplier_id AS id FROM purchase_order')).toEqual([{ id: keptId }]);
    expect(readContact(db, otherId)).toMatchObject({ id: keptId, orderCount: 1, accounts: [{ id: accountId }] });
    expect(get(db, 'SELECT merged_into AS id FROM contact WHERE public_id = @id', { id: publicId?.id ?? '' })).toEqual({
      id: keptId,
    });
    expect(listContacts(db, listContactsInput.parse({})).rows.map(({ id }) => id)).toEqual([keptId]);
  });

  it('leaves names and addresses of orders as they were', () => {
    const { orderId } = anOrder(db, { contactId: otherId });
    merge(['city']);
    expect(orderNow(db, orderId)).toMatchObject({ customerName: 'Kari Nordman' });
  });

  it('takes the fields that staff chose, and supplier from either', () => {
    command(db, (tx) => writeContact(tx, { contactId: otherId, isSupplier: true, companyNo: '910', language: 'no' }));
    merge(['email', 'companyNo', 'language']);
    expect(readContact(db, keptId)).toMatchObject({
      name: 'Kari Nordmann',
      email: 'kari.n@work.example',
      companyNo: '910',
      language: 'no',
      isSupplier: true,
    });
  });

  it.each(['kept', 'other'] as const)('keeps a customer’s own No, whichever had it (%s)', (who) => {
    const id = who === 'kept' ? keptId : otherId;
    command(db, (tx) => run(tx, 'UPDATE contact SET customer_opted_out = 1 WHERE id = @id', { id }));
    merge(['orderStatusMails']);
    expect(readContact(db, keptId).customerOptedOut).toBe(true);
  });

  it('tells nobody anything: the ledger stands', () => {
    setRules(db, 1, 2, 3, 4, 5, 6, 7);
    const before = [keptId, otherId].map((contactId) => webOrder(contactId));
    checkNothing(db);
    const ledger = all(db, 'SELECT * FROM ledger');
    merge();
    expect(toCheck(db)).toEqual(before.slice(1));
    expect(nextRun()).toEqual([]);
    expect(all(db, 'SELECT * FROM ledger')).toEqual(ledger);
  });

  it('puts the news of both into one mail to the address that staff were shown', () => {
    setRules(db, 3);
    for (const contactId of [keptId, otherId]) edit(db, webOrder(contactId), { picked: true });
    expect(nextRun()).toHaveLength(2);
    const { addressMoves } = previewMerge(db, { keptId, otherId, take: [] });
    expect(addressMoves).toMatchObject([{ from: 'kari.n@work.example', to: 'kari@mail.example' }]);
    merge();
    expect(nextRun()).toMatchObject([{ address: 'kari@mail.example', orders: [{}, {}] }]);
  });

  it('shows that an account’s address takes over the orders of the other, and that a chosen e-mail does', () => {
    const { orderId } = anOrder(db, { contactId: keptId, webOrderNo: 'W-1' });
    anOrder(db, { contactId: otherId, webOrderNo: 'W-2' });
    anAccount(db, { contactId: otherId, email: 'login@work.example' });
    expect(previewMerge(db, { keptId, otherId, take: [] }).addressMoves).toEqual([
      { from: 'kari@mail.example', to: 'login@work.example', webOrderNos: ['W-1'] },
    ]);
    merge();
    expect(toCheck(db)).toContain(orderId);
  });

  it('is refused when mails would go elsewhere than shown', () => {
    anOrder(db, { contactId: otherId });
    const { addressMoves } = previewMerge(db, { keptId, otherId, take: [] });
    command(db, (tx) => writeContact(tx, { contactId: keptId, email: 'somebody@else.example' }));
    const input = { keptId, otherId, take: [], addressMoves: [...addressMoves], declinesAccounts: false };
    expect(() => command(db, (tx, context) => mergeContacts(tx, context, input))).toThrow(
      code('merge-changed-meanwhile'),
    );
  });

  it('of two accounts on one website needs a decision; the one of the contact that goes is declined and published', () => {
    const ours = anAccount(db, { contactId: keptId });
    const theirs = anAccount(db, { contactId: otherId });
    command(db, (tx) =>
      run(tx, `UPDATE website_account SET answered_version = version, site_account_id = 'site-' || id`),
    );
    expect(() => merge()).toThrow(code('contact-has-account'));
    expect(readContact(db, otherId).id).toBe(otherId);
    merge([], { declinesAccounts: true });
    expect(readContact(db, keptId).accounts).toMatchObject([{ id: ours, status: 'approved' }]);
    expect(
      get(db, 'SELECT status, version > answered_version AS due FROM website_account WHERE id = @theirs', { theirs }),
    ).toEqual({ status: 'declined', due: 1 });
    expect(accountOfSite(db, 1, `site-${theirs}`)).toMatchObject({ contactId: keptId });
  });

  it('leads everything that still knows the double to the contact that stays', () => {
    merge();
    expect(orderNow(db, anOrder(db, { contactId: otherId }).orderId)).toMatchObject({ contactId: keptId });
    const incoming = { name: 'Kari Nordman', companyNo: '', contactPerson: '', email: '', phone: '', postcode: '' };
    expect(findCandidates(db, incoming)).toEqual([]);
    const third = aContact(db);
    command(db, (tx, context) =>
      mergeContacts(tx, context, {
        keptId: third,
        otherId: keptId,
        take: [],
        addressMoves: [...previewMerge(db, { keptId: third, otherId: keptId, take: [] }).addressMoves],
        declinesAccounts: false,
      }),
    );
    expect(readContact(db, otherId).id).toBe(third);
  });

  it('hears a No that comes by the link of an old mail to the double', () => {
    const publicId = readContact(db, otherId).publicId;
    merge();
    command(db, (tx, context) => {
      const settings = {
        kind: 'customer-settings',
        id: context.newUuid(),
        at: context.now,
        siteAccountId: null,
        contactId: publicId,
        orderStatusMails: false,
        language: null,
      } as const;
      const enquiryId = insertEnquiry(tx, context, {
        websiteId: 1,
        siteEnquiryId: settings.id,
        kind: settings.kind,
        body: JSON.stringify(settings),
      });
      applyCustomerSettings(tx, context, { enquiryId: enquiryId ?? 0, websiteId: 1, settings });
    });
    expect(readContact(db, keptId).customerOptedOut).toBe(true);
  });

  it('takes two, and each once', () => {
    expect(() => previewMerge(db, { keptId, otherId: keptId, take: [] })).toThrow(code('not-found'));
    merge();
    expect(() => merge()).toThrow(code('not-found'));
  });
});

describe('likely doubles', () => {
  it('have the same e-mail, company no. or end of the telephone number', () => {
    const byMail = aContact(db, { email: 'KARI@mail.example' });
    aContact(db, { phone: '112' });
    expect(readContact(db, keptId).doubles).toMatchObject([
      { id: otherId, signs: ['phone'] },
      { id: byMail, signs: ['email'] },
    ]);
    merge();
    expect(readContact(db, keptId).doubles).toMatchObject([{ id: byMail }]);
  });

  it('are found by index', () => {
    const plan = all<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${doublesQuery}`, { contactId: keptId });
    expect(plan.map(({ detail }) => detail).filter((detail) => /SCAN c\b/.test(detail))).toEqual([]);
  });
});
