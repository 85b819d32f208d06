import { cleanText } from '../../../shared/clean-text.ts';
import { type CustomerFields, customerFieldNames, type WaitingReason } from '../../../shared/enquiries.ts';
import { type Enquiry, enquiry } from '../../../shared/my-page/protocol.ts';
import { get, type ReadDb } from '../db/database.ts';
import { findCandidates } from './candidate-store.ts';
import { type CustomerMatch, compareEnquiry, foldText, isExisting } from './compare-enquiry.ts';
import { doesRegistrationWait, type StoredEnquiry } from './enquiry-store.ts';
import { readRegisterCustomer } from './register-customer-store.ts';
import { accountOfContact, accountOfSite } from './website-account-store.ts';

/** An enquiry that people or Import all decide on; a customer's own settings are applied without a decision. */
export type DecidableEnquiry = Exclude<Enquiry, { readonly kind: 'customer-settings' }>;

export type Assessment = {
  /** Null when it follows no schema that this program knows. */
  readonly enquiry: DecidableEnquiry | null;
  readonly match: CustomerMatch;
  /** Null when Get Website Data may take it by itself. */
  readonly waitsBecause: WaitingReason | null;
};

/** What the customer typed, each field as one clean line (no line breaks, no control or direction characters). */
export function incomingFields(read: DecidableEnquiry): CustomerFields {
  const customer = read.kind === 'order' ? read.order.customer : read.customer;
  const cleaned = customerFieldNames.map((name) => [name, cleanText(customer[name])] as const);
  return Object.fromEntries(cleaned) as CustomerFields;
}

/** The website's id of the account the customer used, if any. */
export function siteAccountIdOf(read: DecidableEnquiry): string | null {
  if (read.kind === 'order') return read.order.siteAccountId;
  return read.kind === 'activity' ? null : read.siteAccountId;
}

/** Reads a stored enquiry with today's schema; an enquiry of a newer site may become readable by an update. */
export function readStoredEnquiry(stored: Pick<StoredEnquiry, 'body'>): DecidableEnquiry | null {
  const parsed = enquiry.safeParse(JSON.parse(stored.body));
  return parsed.success && parsed.data.kind !== 'customer-settings' ? parsed.data : null;
}

/** Compares a waiting enquiry with the register as it stands now, and says whether it may be taken without a click. */
export function assessEnquiry(db: ReadDb, stored: StoredEnquiry): Assessment {
  const read = readStoredEnquiry(stored);
  if (read === null) return { enquiry: null, match: { status: 'new', contacts: [] }, waitsBecause: 'unreadable' };
  const match = matchCustomer(db, stored.websiteId, read);
  return { enquiry: read, match, waitsBecause: reasonToWait(db, { websiteId: stored.websiteId, read, match }) };
}

/** A known website account says who the customer is; else the register is searched (domain.md 1.3). */
function matchCustomer(db: ReadDb, websiteId: number, read: DecidableEnquiry): CustomerMatch {
  const siteAccountId = siteAccountIdOf(read);
  const account = siteAccountId === null ? undefined : accountOfSite(db, websiteId, siteAccountId);
  if (account !== undefined)
    return { status: 'existing', contacts: [{ contactId: account.contactId, matchedOn: ['account'] }] };
  const incoming = incomingFields(read);
  return compareEnquiry(incoming, findCandidates(db, incoming));
}

type Judged = { readonly websiteId: number; readonly read: DecidableEnquiry; readonly match: CustomerMatch };

function reasonToWait(db: ReadDb, judged: Judged): WaitingReason | null {
  const { read, match, websiteId } = judged;
  if (read.kind === 'activity') return 'needs-reading';
  if (read.kind === 'order' && isWebOrderNoTaken(db, websiteId, read.webOrderNo)) return 'web-order-no-taken';
  const isByAccount = match.contacts[0]?.matchedOn.includes('account') === true;
  const siteAccountId = siteAccountIdOf(read);
  if (read.kind !== 'registration' && siteAccountId !== null && !isByAccount) {
    if (doesRegistrationWait(db, websiteId, siteAccountId)) return 'registration-waits';
  }
  if (match.status === 'probable')
    return match.contacts.filter(isExisting).length > 1 ? 'several-customers' : 'probable-customer';
  const contactId = match.contacts[0]?.contactId;
  if (read.kind === 'changed-details')
    return contactId !== undefined && isRegisterEqual(db, contactId, incomingFields(read)) ? null : 'details-differ';
  if (isByAccount) return null;
  const toConfirm = match.status === 'new' || contactId === undefined ? null : reasonToConfirm(db, judged, contactId);
  return toConfirm ?? (awaitsApproval(read) ? 'approve-registration' : null);
}

/** Where new users are approved by hand, nobody is let in or turned away without a person (domain.md 3.2). */
function awaitsApproval(read: DecidableEnquiry): boolean {
  return read.kind === 'registration' && read.accountStatus === 'pending';
}

/**
 * A name alone is easily shared or typed by a stranger. What would show or mail a contact's orders to an address that
 * the register does not know of waits for a person.
 */
function reasonToConfirm(db: ReadDb, { websiteId, read }: Judged, contactId: number): WaitingReason | null {
  const account = accountOfContact(db, websiteId, contactId);
  if (read.kind === 'registration' && account !== undefined && account.siteAccountId !== null)
    return 'contact-has-account';
  if (read.kind !== 'registration' && account === undefined) return null;
  const contact = readRegisterCustomer(db, contactId);
  const known = [contact?.email, contact?.contactPersonEmail, account?.email].map((email) => foldText(email ?? ''));
  return known.includes(foldText(incomingFields(read).email)) ? null : 'confirm-customer';
}

/** Whether a webshop order of this number stands in the register already; it is not doubled. */
export function isWebOrderNoTaken(db: ReadDb, websiteId: number, webOrderNo: string): boolean {
  const row = get(db, 'SELECT 1 FROM sales_order WHERE website_id = @websiteId AND web_order_no = @webOrderNo', {
    websiteId,
    webOrderNo: cleanText(webOrderNo),
  });
  return row !== undefined;
}

function isRegisterEqual(db: ReadDb, contactId: number, incoming: CustomerFields): boolean {
  const contact = readRegisterCustomer(db, contactId);
  return contact !== undefined && customerFieldNames.every((name) => contact[name] === incoming[name]);
}
