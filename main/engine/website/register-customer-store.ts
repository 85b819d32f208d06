import type { CustomerFields } from '../../../shared/enquiries.ts';
import { all, get, type ReadDb } from '../db/database.ts';

/** What the register holds of a customer, by the names that a website uses. */
export type RegisterCustomer = CustomerFields & {
  readonly id: number;
  readonly contactPersonEmail: string;
  readonly language: string | null;
};

const columns = `id, name, company_no AS companyNo, contact_person AS contactPerson, contact_person_email AS contactPersonEmail,
  email, phone, address_line1 AS addressLine1, address_line2 AS addressLine2, postcode, city, country, language FROM contact`;

export function readRegisterCustomer(db: ReadDb, contactId: number): RegisterCustomer | undefined {
  return get(db, `SELECT ${columns} WHERE id = @contactId`, { contactId });
}

/** Contacts whose name, company no. or e-mail begins with what was typed. */
export function searchCustomers(db: ReadDb, search: string, limit: number): readonly RegisterCustomer[] {
  const from = search.trim();
  // Everything from the typed text up to its last possible continuation, so that each index is walked, not the table.
  const to = `${from}\uffff`;
  return all<RegisterCustomer>(
    db,
    `SELECT ${columns} WHERE id IN (
       SELECT id FROM (SELECT id FROM contact WHERE name COLLATE NOCASE BETWEEN @from AND @to LIMIT @limit)
       UNION SELECT id FROM (SELECT id FROM contact WHERE email COLLATE NOCASE BETWEEN @from AND @to LIMIT @limit)
       UNION SELECT id FROM (SELECT id FROM contact WHERE company_no <> '' AND company_no BETWEEN @from AND @to LIMIT @limit))
       AND merged_into IS NULL ORDER BY name COLLATE NOCASE, id LIMIT @limit`,
    { from, to, limit },
  );
}
