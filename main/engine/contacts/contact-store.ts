import type {
  ContactRow,
  ContactView,
  EditContactInput,
  ListContactsInput,
  NewContactInput,
} from '../../../shared/contacts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Page } from '../../../shared/fields.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { registerSearch } from '../db/register-search.ts';
import { flag, setColumns } from '../db/set-columns.ts';
import { readAccounts } from './account-store.ts';
import { findDoubles } from './doubles-store.ts';

const rowColumns = `c.id, c.name, c.company_no AS companyNo, c.contact_person AS contactPerson, c.email, c.phone,
  c.postcode, c.city, c.is_supplier AS isSupplier, c.order_status_mails AS orderStatusMails,
  c.customer_opted_out AS customerOptedOut,
  EXISTS (SELECT 1 FROM website_account a WHERE a.contact_id = c.id) AS hasAccount`;

const kindConditions = { all: '1', customers: 'c.is_supplier = 0', suppliers: 'c.is_supplier = 1' } as const;

/** One page of contacts, by id. */
export function listContacts(db: ReadDb, input: ListContactsInput): Page<ContactRow> {
  const search = registerSearch('contact', input.search);
  const rows = all<ContactRow>(
    db,
    `SELECT ${rowColumns} FROM ${search.from('c')}
     WHERE ${search.id('c')} > @cursor AND c.merged_into IS NULL AND ${kindConditions[input.kind]} AND ${search.condition('c')} ORDER BY ${search.id('c')} LIMIT @limit + 1`,
    { cursor: input.cursor ?? 0, limit: input.limit, ...search.parameters },
  );
  const page = rows.slice(0, input.limit).map(withFlags);
  return { rows: page, nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}

function withFlags<Row extends ContactRow>(row: Row): Row {
  return {
    ...row,
    isSupplier: Boolean(row.isSupplier),
    orderStatusMails: Boolean(row.orderStatusMails),
    customerOptedOut: Boolean(row.customerOptedOut),
    hasAccount: Boolean(row.hasAccount),
  };
}

/** Everything the contact window shows; of a double that was merged, the contact that stayed. @throws AppError 'not-found' */
export function readContact(db: ReadDb, contactId: number): ContactView {
  const row = get<Omit<ContactView, 'accounts' | 'doubles'>>(
    db,
    `SELECT ${rowColumns}, c.public_id AS publicId, c.contact_person_email AS contactPersonEmail, c.customer_no AS customerNo, c.erased_at AS erasedAt,
       c.address_line1 AS addressLine1, c.address_line2 AS addressLine2, c.country, c.language,
       (SELECT count(*) FROM sales_order o WHERE o.contact_id = c.id) AS orderCount
     FROM contact c WHERE c.id = (SELECT coalesce(merged_into, id) FROM contact WHERE id = @contactId)`,
    { contactId },
  );
  if (row === undefined) throw new AppError('not-found', { contactId });
  return { ...withFlags(row), accounts: readAccounts(db, row.id), doubles: findDoubles(db, row.id) };
}

/** Makes a contact and answers its id. Order status e-mails are on where nothing is said (domain.md 9.14). */
export function insertContact(tx: WriteTx, context: CommandContext, contact: NewContactInput): number {
  return run(
    tx,
    `INSERT INTO contact(public_id, name, company_no, contact_person, contact_person_email, email, phone, address_line1,
       address_line2, postcode, city, country, language, is_supplier, order_status_mails, created_at)
     VALUES (@publicId, @name, @companyNo, @contactPerson, @contactPersonEmail, @email, @phone, @addressLine1,
       @addressLine2, @postcode, @city, @country, @language, @isSupplier, @orderStatusMails, @now)`,
    {
      publicId: context.newUuid(),
      name: contact.name,
      companyNo: contact.companyNo ?? '',
      contactPerson: contact.contactPerson ?? '',
      contactPersonEmail: contact.contactPersonEmail ?? '',
      email: contact.email ?? '',
      phone: contact.phone ?? '',
      addressLine1: contact.addressLine1 ?? '',
      addressLine2: contact.addressLine2 ?? '',
      postcode: contact.postcode ?? '',
      city: contact.city ?? '',
      country: contact.country ?? '',
      language: contact.language ?? null,
      isSupplier: flag(contact.isSupplier ?? false),
      orderStatusMails: flag(contact.orderStatusMails ?? true),
      now: context.now,
    },
  ).lastId;
}

/**
 * Stores what differs and answers the names of the columns. A customer's own No is no column of this, so staff cannot
 * lift it (domain.md 9.14). @throws AppError 'not-found'
 */
export function writeContact(tx: WriteTx, edit: EditContactInput): readonly string[] {
  return setColumns(tx, 'contact', edit.contactId, {
    name: edit.name,
    company_no: edit.companyNo,
    contact_person: edit.contactPerson,
    contact_person_email: edit.contactPersonEmail,
    email: edit.email,
    phone: edit.phone,
    address_line1: edit.addressLine1,
    address_line2: edit.addressLine2,
    postcode: edit.postcode,
    city: edit.city,
    country: edit.country,
    language: edit.language,
    is_supplier: flag(edit.isSupplier),
    order_status_mails: flag(edit.orderStatusMails),
  }).map(({ column }) => column);
}
