import { openStatuses } from '../../../shared/order.ts';
import { all, get, type ReadDb, run, type SqlRow, type WriteTx } from '../db/database.ts';
import { textRemoved } from './removed-mail-text.ts';

/** The contact and the doubles that were merged into it. */
const theirIds = 'SELECT id FROM contact WHERE id = @contactId OR merged_into = @contactId';
const theirOrders = `SELECT id FROM sales_order WHERE contact_id IN (${theirIds})`;

/** Every address the customer was written to or known by, lower case. */
const theirAddresses = `SELECT lower(email) FROM contact WHERE id IN (${theirIds})
  UNION SELECT lower(contact_person_email) FROM contact WHERE id IN (${theirIds})
  UNION SELECT lower(email) FROM website_account WHERE contact_id IN (${theirIds})
  UNION SELECT lower(ordering_email) FROM sales_order WHERE contact_id IN (${theirIds})
  UNION SELECT lower(address) FROM mail WHERE contact_id IN (${theirIds}) AND kind = 'order-status'
  EXCEPT SELECT ''`;

/** Enquiries of the customer: decided ones, and others that name an account or an address of theirs. */
const theirEnquiries = `SELECT id FROM enquiry WHERE contact_id IN (${theirIds}) OR order_id IN (${theirOrders})
  OR coalesce(json_extract(body, '$.siteAccountId'), json_extract(body, '$.order.siteAccountId')) IN
    (SELECT site_account_id FROM website_account WHERE contact_id IN (${theirIds}) AND site_account_id IS NOT NULL)
  OR lower(coalesce(json_extract(body, '$.customer.email'), json_extract(body, '$.order.customer.email'))) IN (${theirAddresses})`;

export type EraseCounts = {
  readonly orders: number;
  readonly enquiries: number;
  readonly mails: number;
  readonly waitingMails: number;
  readonly accounts: number;
};

export function countForErasing(db: ReadDb, contactId: number): EraseCounts {
  const counts = get<EraseCounts>(
    db,
    `SELECT (SELECT count(*) FROM sales_order WHERE contact_id IN (${theirIds})) AS orders,
       (SELECT count(*) FROM enquiry WHERE id IN (${theirEnquiries})) AS enquiries,
       (SELECT count(*) FROM mail WHERE contact_id IN (${theirIds})) AS mails,
       (SELECT count(*) FROM mail WHERE contact_id IN (${theirIds}) AND ${standing}) AS waitingMails,
       (SELECT count(*) FROM website_account WHERE contact_id IN (${theirIds})) AS accounts`,
    { contactId },
  );
  return counts ?? { orders: 0, enquiries: 0, mails: 0, waitingMails: 0, accounts: 0 };
}

const standing = `state IN ('queued','sending','waiting','refused','uncertain')`;

/** What still needs to know who the customer is, by number: open orders, purchases from them, orders that wait to be decided. */
export function readUnderWay(db: ReadDb, contactId: number): readonly string[] {
  return all<{ name: string }>(
    db,
    `SELECT CASE web_order_no WHEN '' THEN CAST(order_no AS TEXT) ELSE web_order_no END AS name FROM sales_order
       WHERE contact_id IN (${theirIds}) AND status IN (SELECT value FROM json_each(@underWay))
     UNION ALL SELECT CAST(purchase_no AS TEXT) FROM purchase_order
       WHERE supplier_id IN (${theirIds}) AND status IN ('draft','transferred')
     UNION ALL SELECT json_extract(body, '$.webOrderNo') FROM enquiry
       WHERE state = 'waiting' AND kind = 'order' AND id IN (${theirEnquiries})`,
    { contactId, underWay: JSON.stringify([...openStatuses, 'unissued-credit-note']) },
  ).map(({ name }) => name);
}

/** Blanks the person everywhere in the company; numbers, dates, amounts and the ledger stay. */
export function blankPerson(
  tx: WriteTx,
  person: { readonly contactId: number; readonly name: string; readonly now: string; readonly who: string },
): void {
  const write = (text: string, more: SqlRow = {}) => run(tx, text, { contactId: person.contactId, ...more });
  // Enquiries, marks and log entries are found by addresses and accounts, so these go after them
  write(`DELETE FROM address_mark WHERE lower(address) IN (${theirAddresses})`);
  write(
    `UPDATE log_entry SET details = '{}' WHERE (order_id IN (${theirOrders}) AND what IN ('invoice-pdf-stored','not-to-be-told'))
       OR (what = 'address-mark-lifted' AND lower(json_extract(details, '$.address')) IN (${theirAddresses}))`,
  );
  write(
    `UPDATE enquiry SET body = json_object('kind', kind, 'id', site_enquiry_id, 'at', json_extract(body, '$.at'),
         'webOrderNo', json_extract(body, '$.webOrderNo'), 'subject', '', 'text', ''),
       decided_at = CASE state WHEN 'waiting' THEN @now ELSE decided_at END,
       decided_by = CASE state WHEN 'waiting' THEN @who ELSE decided_by END,
       state = CASE state WHEN 'waiting' THEN 'rejected' ELSE state END
     WHERE kind <> 'customer-settings' AND id IN (${theirEnquiries})`,
    { now: person.now, who: person.who },
  );
  write(
    `UPDATE mail_order SET is_live = 0 WHERE mail_id IN (SELECT id FROM mail WHERE contact_id IN (${theirIds}) AND ${standing})`,
  );
  write(
    `UPDATE mail SET state = 'dropped', reason = 'customer-erased', journal = 0, settled_at = @now
     WHERE contact_id IN (${theirIds}) AND ${standing}`,
    { now: person.now },
  );
  write(`UPDATE mail SET ${textRemoved} WHERE contact_id IN (${theirIds})`);
  write(`UPDATE do_not_tell SET reason = '' WHERE order_id IN (${theirOrders})`);
  write(`DELETE FROM hold WHERE contact_id IN (${theirIds}) OR order_id IN (${theirOrders})`);
  write(
    `INSERT INTO account_erasure(account_public_id, website_id, site_account_id)
     SELECT public_id, website_id, site_account_id FROM website_account WHERE contact_id IN (${theirIds})`,
  );
  write(`DELETE FROM website_account WHERE contact_id IN (${theirIds})`);
  write(
    `UPDATE sales_order SET customer_name = @name, contact_person = '', address_line1 = '', address_line2 = '', postcode = '',
       city = '', country = '', ordering_email = '', text = '', version = version + 1
     WHERE contact_id IN (${theirIds})`,
    { name: person.name },
  );
  write(
    `UPDATE contact SET name = @name, customer_no = '', company_no = '', contact_person = '', contact_person_email = '', email = '',
       phone = '', address_line1 = '', address_line2 = '', postcode = '', city = '', country = '', language = NULL,
       order_status_mails = 0, customer_opted_out = 1, erased_at = @now
     WHERE id IN (${theirIds})`,
    { name: person.name, now: person.now },
  );
}
