import { get, type ReadDb } from '../db/database.ts';

/**
 * Whether an address is a customer's: of a contact, a website account or an order. The shop's own addresses are none, even where
 * somebody of the shop is in the register.
 */
export function isCustomerAddress(db: ReadDb, address: string): boolean {
  const row = get<{ isCustomer: number }>(
    db,
    `SELECT NOT EXISTS (SELECT 1 FROM company WHERE email = @address COLLATE NOCASE)
       AND NOT EXISTS (SELECT 1 FROM website WHERE sender_address = @address COLLATE NOCASE
         OR reply_to = @address COLLATE NOCASE OR copy_to = @address COLLATE NOCASE)
       AND (EXISTS (SELECT 1 FROM contact WHERE email = @address COLLATE NOCASE)
         OR EXISTS (SELECT 1 FROM contact WHERE contact_person_email <> '' AND contact_person_email = @address COLLATE NOCASE)
         OR EXISTS (SELECT 1 FROM website_account WHERE email = @address COLLATE NOCASE)
         OR EXISTS (SELECT 1 FROM sales_order WHERE ordering_email = @address COLLATE NOCASE)) AS isCustomer`,
    { address },
  );
  return row?.isCustomer === 1;
}
