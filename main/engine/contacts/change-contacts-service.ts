import type { ChangeContactsInput, ContactChange, ContactLeftOut, ContactsChanged } from '../../../shared/contacts.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { writeContact } from './contact-store.ts';

type Present = {
  readonly name: string;
  readonly isOptedOut: number;
  readonly isMerged: number;
  readonly supplies: number;
};

/**
 * Makes the same change on a selection of contacts; each is logged. Left out and named are customers whose own No a Yes would
 * not lift (domain.md 9.14) and suppliers that open purchases or products still name.
 */
export function changeContacts(tx: WriteTx, context: CommandContext, input: ChangeContactsInput): ContactsChanged {
  const leftOut: ContactLeftOut[] = [];
  let changed = 0;
  let unchanged = 0;
  for (const contactId of new Set(input.contactIds)) {
    const present = readPresent(tx, contactId);
    if (present === undefined) continue;
    const reason = reasonAgainst(present, input.change);
    if (reason !== null) {
      leftOut.push({ name: present.name, reason });
      continue;
    }
    const columns = writeContact(tx, { ...input.change, contactId });
    if (columns.length === 0) {
      unchanged += 1;
      continue;
    }
    changed += 1;
    logAction(tx, context, { what: 'contact-edited', details: { contactId, changed: columns, inSelection: true } });
  }
  return { changed, unchanged, leftOut };
}

function readPresent(db: ReadDb, contactId: number): Present | undefined {
  return get<Present>(
    db,
    `SELECT name, customer_opted_out AS isOptedOut, merged_into IS NOT NULL AS isMerged,
       EXISTS (SELECT 1 FROM product WHERE supplier_id = contact.id)
         OR EXISTS (SELECT 1 FROM purchase_order WHERE status IN ('draft','transferred') AND supplier_id = contact.id) AS supplies
     FROM contact WHERE id = @contactId`,
    { contactId },
  );
}

function reasonAgainst(present: Present, change: ContactChange): ContactLeftOut['reason'] | null {
  if (present.isMerged === 1) return 'merged';
  if (change.orderStatusMails === true && present.isOptedOut === 1) return 'customers-own-no';
  if (change.isSupplier === false && present.supplies === 1) return 'supplies';
  return null;
}

/**
 * How many customers of a selection have changes waiting that the next Get Website Data will not tell once they have No. What an
 * option leaves unsaid would not be told anyway.
 */
export function countNewsLost(db: ReadDb, input: ChangeContactsInput): number {
  if (input.change.orderStatusMails !== false) return 0;
  return (
    get<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM contact c WHERE c.id IN (SELECT value FROM json_each(@contactIds))
         AND c.order_status_mails = 1 AND c.customer_opted_out = 0
         AND EXISTS (SELECT 1 FROM sales_order o JOIN order_to_check x ON x.order_id = o.id
           WHERE o.contact_id = c.id AND x.look_again_on IS NULL)`,
      { contactIds: JSON.stringify(input.contactIds) },
    )?.n ?? 0
  );
}
