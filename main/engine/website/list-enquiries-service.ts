import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import type { AccountStatus } from '../../../shared/contacts.ts';
import {
  type CustomerFields,
  customerFieldNames,
  type EnquiryRow,
  type LinkableContact,
  type MatchField,
} from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from '../db/database.ts';
import { assessEnquiry, type DecidableEnquiry, incomingFields, siteAccountIdOf } from './assess-enquiry-service.ts';
import { readEnquiry, type StoredEnquiry, waitingEnquiries } from './enquiry-store.ts';
import { type RegisterCustomer, readRegisterCustomer, searchCustomers } from './register-customer-store.ts';
import { accountOfSite } from './website-account-store.ts';

const mostLinkable = 20;

/** The comparison list: every enquiry that waits, against the register as it stands now, oldest first (domain.md 1.3). */
export function listEnquiries(db: ReadDb, limit: number): readonly EnquiryRow[] {
  return waitingEnquiries(db, { websiteId: null, afterId: 0, limit }).map((stored) => rowFor(db, stored));
}

function rowFor(db: ReadDb, stored: StoredEnquiry): EnquiryRow {
  const { enquiry, match, waitsBecause } = assessEnquiry(db, stored);
  const best = match.contacts[0];
  const contact = best === undefined ? undefined : readRegisterCustomer(db, best.contactId);
  return {
    id: stored.id,
    kind: enquiry?.kind ?? 'unreadable',
    websiteName: stored.websiteName,
    at: enquiry?.at ?? stored.fetchedAt,
    summary: enquiry === null ? '' : summaryOf(enquiry),
    match: match.status,
    contactId: contact?.id ?? null,
    contactName: contact?.name ?? null,
    incoming: enquiry === null ? null : incomingFields(enquiry),
    register: contact === undefined ? null : fieldsOf(contact),
    message: enquiry?.kind === 'activity' ? cleanParagraphs(enquiry.text) : null,
    accountStatus: enquiry === null ? null : accountStatusOf(db, stored.websiteId, enquiry),
    waitsBecause,
  };
}

/** As decided here; a registration that nobody has decided on stands as the website made it. */
function accountStatusOf(db: ReadDb, websiteId: number, enquiry: DecidableEnquiry): AccountStatus | null {
  const siteAccountId = siteAccountIdOf(enquiry);
  const account = siteAccountId === null ? undefined : accountOfSite(db, websiteId, siteAccountId);
  return account?.status ?? (enquiry.kind === 'registration' ? enquiry.accountStatus : null);
}

function summaryOf(enquiry: DecidableEnquiry): string {
  if (enquiry.kind === 'order') return enquiry.webOrderNo;
  return enquiry.kind === 'activity' ? cleanText(enquiry.subject) : '';
}

function fieldsOf(contact: RegisterCustomer): CustomerFields {
  return Object.fromEntries(customerFieldNames.map((name) => [name, contact[name]])) as CustomerFields;
}

/** The register's column of the detail window for a contact that staff chose themselves. @throws AppError 'not-found' */
export function contactFields(db: ReadDb, contactId: number): CustomerFields {
  const contact = readRegisterCustomer(db, contactId);
  if (contact === undefined) throw new AppError('not-found', { what: 'contact' });
  return fieldsOf(contact);
}

/** Contacts to link an enquiry to: those that match it, best first; with a search, those that begin with it. */
export function linkableContacts(
  db: ReadDb,
  input: { readonly enquiryId?: number | undefined; readonly search: string },
): readonly LinkableContact[] {
  const matched = new Map<number, readonly MatchField[]>();
  if (input.enquiryId !== undefined)
    for (const contact of assessEnquiry(db, readEnquiry(db, input.enquiryId)).match.contacts)
      matched.set(contact.contactId, contact.matchedOn);
  const contacts =
    input.search === ''
      ? [...matched.keys()].slice(0, mostLinkable).flatMap((id) => readRegisterCustomer(db, id) ?? [])
      : searchCustomers(db, input.search, mostLinkable);
  return contacts.map(({ id, name, companyNo, email, phone, postcode, city }) => ({
    id,
    name,
    companyNo,
    email,
    phone,
    postcode,
    city,
    matchedOn: matched.get(id) ?? [],
  }));
}
