import { insertContact, writeContact } from '../contacts/contact-store.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type SqlRow, type WriteTx } from '../db/database.ts';
import { flag, setColumns } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { findContact } from './find-contact-store.ts';
import type { ImportUnit } from './import-unit.ts';
import { type Assessment, type Claim, faulty, type KindImport, outcomeOf } from './kind-import.ts';
import { faultOf, type RowValues } from './read-row.ts';

function assess(db: ReadDb, { head }: ImportUnit): Assessment {
  const found = findContact(db, head);
  if (found.kind === 'several')
    return faulty(faultOf('several-contacts', 'name', head.name ?? head.contactPerson ?? ''));
  if (found.kind === 'none') {
    return head.name === undefined && head.contactPerson === undefined
      ? faulty(faultOf('missing', 'name'))
      : { outcome: 'new' };
  }
  // Staff chose what stays when they merged; the file still has the double as it was
  if (found.isMerged === true) return { outcome: 'unchanged' };
  const { contactId } = found;
  const present = get<SqlRow>(db, 'SELECT * FROM contact WHERE id = @contactId', { contactId }) ?? {};
  return outcomeOf(present, {
    customer_no: head.customerNo,
    name: head.name,
    company_no: head.companyNo,
    contact_person: head.contactPerson,
    contact_person_email: head.contactPersonEmail,
    email: head.email,
    phone: head.phone,
    address_line1: head.addressLine1,
    address_line2: head.addressLine2,
    postcode: head.postcode,
    city: head.city,
    country: head.country,
    language: head.language,
    is_supplier: flag(head.isSupplier),
    order_status_mails: flag(head.orderStatusMails),
  });
}

/** Customer nos. of one company may share its company no. or e-mail: the first takes the contact of the register. */
function claims(db: ReadDb, { head }: ImportUnit): readonly Claim[] {
  const found = findContact(db, head);
  if (found.kind !== 'found' || found.isMerged === true) return [];
  const field = (['customerNo', 'companyNo', 'email'] as const).find((each) => head[each] !== undefined) ?? 'name';
  const hasName = head.name !== undefined || head.contactPerson !== undefined;
  return [{ key: `contact ${found.contactId}`, field, isElseNew: head.customerNo !== undefined && hasName }];
}

/** What a row says of a contact, as the register takes it. */
function contactOf(head: RowValues) {
  return {
    companyNo: head.companyNo,
    contactPerson: head.contactPerson,
    contactPersonEmail: head.contactPersonEmail,
    email: head.email,
    phone: head.phone,
    addressLine1: head.addressLine1,
    addressLine2: head.addressLine2,
    postcode: head.postcode,
    city: head.city,
    country: head.country,
    language: head.language,
    isSupplier: head.isSupplier,
    orderStatusMails: head.orderStatusMails,
  };
}

/** Makes a contact of what a row says of it and answers its id. */
export function makeContact(tx: WriteTx, context: CommandContext, head: RowValues): number {
  const name = head.name ?? head.contactPerson ?? head.email ?? head.customerNo ?? '?';
  const contactId = insertContact(tx, context, { ...contactOf(head), name });
  if (head.customerNo !== undefined) setColumns(tx, 'contact', contactId, { customer_no: head.customerNo });
  return contactId;
}

function store(tx: WriteTx, context: CommandContext, { head }: ImportUnit): void {
  const found = findContact(tx, head);
  if (found.kind !== 'found') {
    makeContact(tx, context, head);
    return;
  }
  const { contactId } = found;
  const changed = [
    ...setColumns(tx, 'contact', contactId, { customer_no: head.customerNo }).map(({ column }) => column),
    ...writeContact(tx, { ...contactOf(head), name: head.name, contactId }),
  ];
  logAction(tx, context, { what: 'contact-edited', details: { contactId, changed } });
}

/** Contacts, known by customer no., else company no., e-mail, or name and postcode. */
export const importContacts: KindImport = { assess, claims, store };
