import { openStatuses } from '../../../shared/order.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import type { RecipientSources } from './recipient.ts';

export type Pair = { readonly keptId: number; readonly otherId: number };

/** Whether both are there, are two, and neither was merged or erased before. */
export function canBeMerged(db: ReadDb, pair: Pair): boolean {
  const found = get<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM contact WHERE id IN (@keptId, @otherId) AND merged_into IS NULL AND erased_at IS NULL',
    pair,
  );
  return found?.n === 2;
}

export type AccountClash = {
  readonly accountId: number;
  readonly websiteName: string;
  readonly kept: string;
  readonly declined: string;
};

/** Websites on which both have an account; `accountId` is that of the contact that goes. */
export function readClashes(db: ReadDb, pair: Pair): readonly AccountClash[] {
  return all<AccountClash>(
    db,
    `SELECT theirs.id AS accountId, w.name AS websiteName, ours.email AS kept, theirs.email AS declined
     FROM website_account theirs JOIN website_account ours ON ours.website_id = theirs.website_id AND ours.contact_id = @keptId
     JOIN website w ON w.id = theirs.website_id WHERE theirs.contact_id = @otherId ORDER BY w.id`,
    pair,
  );
}

export type OrderRecipient = RecipientSources & {
  readonly webOrderNo: string;
  readonly contactId: number;
  /** The account that mails would go by once both are one: whoever stays goes first. */
  readonly mergedAccountEmail: string | null;
};

/** Webshop orders of both that a mail can still be about: open, or with changes not yet told. */
export function readOrderRecipients(db: ReadDb, pair: Pair): readonly OrderRecipient[] {
  const account = (contactId: string) =>
    `(SELECT CASE WHEN a.status = 'approved' THEN a.email END FROM website_account a
      WHERE a.contact_id = ${contactId} AND a.website_id = o.website_id)`;
  return all<OrderRecipient>(
    db,
    `SELECT o.web_order_no AS webOrderNo, o.contact_id AS contactId, o.ordering_email AS orderingEmail,
       c.contact_person_email AS contactPersonEmail, c.email AS contactEmail, ${account('o.contact_id')} AS accountEmail,
       CASE WHEN EXISTS (SELECT 1 FROM website_account a WHERE a.contact_id = @keptId AND a.website_id = o.website_id)
         THEN ${account('@keptId')} ELSE ${account('@otherId')} END AS mergedAccountEmail
     FROM sales_order o JOIN contact c ON c.id = o.contact_id
     WHERE o.contact_id IN (@keptId, @otherId) AND o.website_id IS NOT NULL
       AND (o.status IN (SELECT value FROM json_each(@openStatuses)) OR EXISTS (
         SELECT 1 FROM order_to_check x WHERE x.order_id = o.id AND x.look_again_on IS NULL))
     ORDER BY o.id`,
    { ...pair, openStatuses: JSON.stringify(openStatuses) },
  );
}

/** What a contact has that a merge moves. */
export function countMoving(
  db: ReadDb,
  pair: Pair,
): { readonly orders: number; readonly purchases: number; readonly enquiries: number; readonly accounts: number } {
  const counts = get<ReturnType<typeof countMoving>>(
    db,
    `SELECT (SELECT count(*) FROM sales_order WHERE contact_id = @otherId) AS orders,
       (SELECT count(*) FROM purchase_order WHERE supplier_id = @otherId) AS purchases,
       (SELECT count(*) FROM enquiry WHERE contact_id = @otherId) AS enquiries,
       (SELECT count(*) FROM website_account WHERE contact_id = @otherId AND website_id NOT IN
         (SELECT website_id FROM website_account WHERE contact_id = @keptId)) AS accounts`,
    pair,
  );
  return counts ?? { orders: 0, purchases: 0, enquiries: 0, accounts: 0 };
}

/**
 * Moves all that belongs to one contact to the other. An account on a website where the other has one too stays where it is.
 * Orders keep their own name and address; the ledger is not touched, so no mail arises.
 */
export function moveBelongings(tx: WriteTx, pair: Pair): void {
  for (const [table, column] of [
    ['sales_order', 'contact_id'],
    ['purchase_order', 'supplier_id'],
    ['product', 'supplier_id'],
    ['enquiry', 'contact_id'],
    ['mail', 'contact_id'],
  ] as const) {
    run(tx, `UPDATE ${table} SET ${column} = @keptId WHERE ${column} = @otherId`, pair);
  }
  run(
    tx,
    `UPDATE website_account SET contact_id = @keptId WHERE contact_id = @otherId AND website_id NOT IN
       (SELECT website_id FROM website_account WHERE contact_id = @keptId)`,
    pair,
  );
  run(tx, 'UPDATE OR IGNORE hold SET contact_id = @keptId WHERE contact_id = @otherId', pair);
  run(tx, 'DELETE FROM hold WHERE contact_id = @otherId', pair);
  run(tx, 'UPDATE contact SET merged_into = @keptId WHERE id = @otherId OR merged_into = @otherId', pair);
}

/** A customer's own No of either is the No of both (domain.md 9.14). */
export function keepOwnNo(tx: WriteTx, pair: Pair): void {
  run(
    tx,
    `UPDATE contact SET customer_opted_out = 1 WHERE id = @keptId AND customer_opted_out = 0
       AND EXISTS (SELECT 1 FROM contact WHERE id = @otherId AND customer_opted_out = 1)`,
    pair,
  );
}
