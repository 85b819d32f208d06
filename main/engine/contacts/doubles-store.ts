import { doubleSigns, type LikelyDouble } from '../../../shared/contacts.ts';
import { all, type ReadDb } from '../db/database.ts';
import { phoneEnd } from './phone-end.ts';

/** More than anybody compares by hand; a switchboard's number can be on hundreds of contacts. */
const mostDoubles = 10;

/** Shorter numbers are extensions and emergency numbers: alike by chance. */
const phoneDigits = 8;

/** Each sign is one look-up in an index; a row per contact and sign. Exported for the test that reads its plan. */
export const doublesQuery = `WITH own AS (SELECT email, company_no, ${phoneEnd} AS phone_end FROM contact WHERE id = @contactId),
  alike(id, sign) AS (
    SELECT c.id, 'email' FROM own CROSS JOIN contact c ON c.email = own.email COLLATE NOCASE WHERE own.email <> ''
    UNION ALL SELECT c.id, 'companyNo' FROM own CROSS JOIN contact c ON c.company_no = own.company_no AND c.company_no <> ''
    UNION ALL SELECT c.id, 'phone' FROM own CROSS JOIN contact c ON ${phoneEnd.replace('phone,', 'c.phone,')} = own.phone_end
      WHERE length(own.phone_end) >= ${phoneDigits})
  SELECT c.id, c.name, c.city, group_concat(a.sign) AS signs FROM alike a JOIN contact c ON c.id = a.id
  WHERE c.id <> @contactId AND c.merged_into IS NULL GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT ${mostDoubles}`;

/** Contacts that are probably the same customer: same e-mail, company no. or end of the telephone number. */
export function findDoubles(db: ReadDb, contactId: number): readonly LikelyDouble[] {
  const rows = all<Omit<LikelyDouble, 'signs'> & { readonly signs: string }>(db, doublesQuery, { contactId });
  return rows.map((row) => {
    const found = row.signs.split(',');
    return { ...row, signs: doubleSigns.filter((sign) => found.includes(sign)) };
  });
}
