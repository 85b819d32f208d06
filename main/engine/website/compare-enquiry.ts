import type { MatchField, MatchStatus } from '../../../shared/enquiries.ts';

/** What a contact is compared by. */
export type ComparedFields = {
  readonly name: string;
  readonly companyNo: string;
  readonly contactPerson: string;
  readonly email: string;
  readonly phone: string;
  readonly postcode: string;
};

export type CandidateContact = ComparedFields & { readonly id: number; readonly contactPersonEmail: string };

export type MatchedContact = { readonly contactId: number; readonly matchedOn: readonly MatchField[] };

export type CustomerMatch = {
  readonly status: MatchStatus;
  /** Best first. */
  readonly contacts: readonly MatchedContact[];
};

/** How much a field says about who somebody is; the best candidate is shown first. */
const weights: Readonly<Record<MatchField, number>> = {
  account: 100,
  companyNo: 40,
  name: 30,
  email: 12,
  phone: 6,
  contactPerson: 3,
  postcode: 1,
};

/** White space to single spaces, small letters: how names and addresses are compared. */
export function foldText(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A company no. without spaces, dots, dashes and letter case. */
export function foldCompanyNo(companyNo: string): string {
  return companyNo.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/**
 * The part of a telephone number that is compared: its last eight digits, so that "+47 22 33 44 55" is "22334455".
 * Empty under five digits: too short to speak for anybody.
 */
export function foldPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 5 ? '' : digits.slice(-8);
}

/** Which fields of a register contact equal those of an enquiry. Empty fields never match. */
export function matchedFields(incoming: ComparedFields, contact: CandidateContact): readonly MatchField[] {
  const same = (a: string, b: string, fold: (text: string) => string) => fold(a) !== '' && fold(a) === fold(b);
  const matched: MatchField[] = [];
  if (same(incoming.companyNo, contact.companyNo, foldCompanyNo)) matched.push('companyNo');
  if (same(incoming.name, contact.name, foldText)) matched.push('name');
  if (same(incoming.email, contact.email, foldText) || same(incoming.email, contact.contactPersonEmail, foldText))
    matched.push('email');
  if (same(incoming.phone, contact.phone, foldPhone)) matched.push('phone');
  if (same(incoming.contactPerson, contact.contactPerson, foldText)) matched.push('contactPerson');
  if (same(incoming.postcode, contact.postcode, foldPostcode)) matched.push('postcode');
  return matched;
}

function foldPostcode(postcode: string): string {
  return postcode.replace(/\s/g, '').toLowerCase();
}

/**
 * Compares an enquiry with the contacts that share a field with it (domain.md 1.3). Existing: one contact with the same
 * company name or company no. Probable: the same e-mail, postcode, contact person or telephone, or several existing
 * ones. New: no field matched.
 */
export function compareEnquiry(incoming: ComparedFields, candidates: readonly CandidateContact[]): CustomerMatch {
  const contacts = candidates
    .map((contact) => ({ contactId: contact.id, matchedOn: matchedFields(incoming, contact) }))
    .filter((contact) => contact.matchedOn.length > 0)
    .sort((a, b) => weightOf(b.matchedOn) - weightOf(a.matchedOn) || a.contactId - b.contactId);
  const existing = contacts.filter(isExisting);
  if (existing.length === 1) return { status: 'existing', contacts };
  return { status: contacts.length > 0 ? 'probable' : 'new', contacts };
}

/** Whether a contact is very likely the same: company name or company no. */
export function isExisting(contact: MatchedContact): boolean {
  return contact.matchedOn.some((field) => field === 'name' || field === 'companyNo' || field === 'account');
}

function weightOf(matchedOn: readonly MatchField[]): number {
  return matchedOn.reduce((sum, field) => sum + weights[field], 0);
}
