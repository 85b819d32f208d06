import { phoneEnd } from '../contacts/phone-end.ts';
import { all, type ReadDb } from '../db/database.ts';
import { type CandidateContact, type ComparedFields, foldCompanyNo, foldPhone } from './compare-enquiry.ts';

/** Each way of finding a candidate is one index look-up; the pure comparison decides what really matches. */
const lookUps = [
  'SELECT id FROM contact WHERE name COLLATE NOCASE IN (SELECT value FROM json_each(@names))',
  `SELECT id FROM contact WHERE company_no <> '' AND company_no IN (SELECT value FROM json_each(@companyNos))`,
  'SELECT id FROM contact WHERE email COLLATE NOCASE = @email',
  `SELECT id FROM contact WHERE contact_person_email <> '' AND contact_person_email COLLATE NOCASE = @email`,
  `SELECT id FROM contact WHERE ${phoneEnd} = @phoneEnd`,
  `SELECT id FROM contact WHERE contact_person <> '' AND contact_person COLLATE NOCASE IN (SELECT value FROM json_each(@persons))`,
  `SELECT id FROM contact WHERE postcode <> '' AND postcode IN (SELECT value FROM json_each(@postcodes))`,
] as const;

/** More of one kind than anybody would look through; the best ones come from the other look-ups anyway. */
const perLookUp = 50;

/** Exported so that a test can prove that no look-up reads the whole register. */
export const candidateQuery = `SELECT id, name, company_no AS companyNo, contact_person AS contactPerson,
    contact_person_email AS contactPersonEmail, email, phone, postcode
  FROM contact WHERE id IN (
    ${lookUps.map((lookUp) => `SELECT id FROM (${lookUp} LIMIT ${perLookUp})`).join('\n    UNION ')}
  ) AND merged_into IS NULL ORDER BY id`;

/** Contacts of the register that share a field with what came in. */
export function findCandidates(db: ReadDb, incoming: ComparedFields): readonly CandidateContact[] {
  return all<CandidateContact>(db, candidateQuery, {
    names: JSON.stringify(writings(incoming.name)),
    companyNos: JSON.stringify(companyNoWritings(incoming.companyNo)),
    // No row holds a line break alone, so an empty field finds nothing.
    email: incoming.email.trim() || '\n',
    phoneEnd: foldPhone(incoming.phone) || '\n',
    persons: JSON.stringify(writings(incoming.contactPerson)),
    postcodes: JSON.stringify(postcodeWritings(incoming.postcode)),
  });
}

/** SQLite folds only a to z, so names with other letters are looked up in each usual writing. */
function writings(text: string): readonly string[] {
  const clean = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (clean === '') return [];
  const lower = clean.toLowerCase();
  const titled = lower.replace(/(^|[\s-])(\p{L})/gu, (whole) => whole.toUpperCase());
  return [...new Set([clean, lower, clean.toUpperCase(), titled])];
}

function companyNoWritings(companyNo: string): readonly string[] {
  const folded = foldCompanyNo(companyNo);
  if (folded === '') return [];
  const grouped = folded.toUpperCase().replace(/(.{3})(?=.)/g, '$1 ');
  return [...new Set([companyNo.trim(), folded, folded.toUpperCase(), grouped])];
}

function postcodeWritings(postcode: string): readonly string[] {
  const clean = postcode.trim();
  if (clean === '') return [];
  const joined = clean.replace(/\s/g, '');
  return [...new Set([clean, clean.toUpperCase(), joined, joined.toUpperCase()])];
}
