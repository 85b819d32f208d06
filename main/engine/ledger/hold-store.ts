import { z } from 'zod';
import type { FactKey } from '../../../shared/change.ts';
import type { Hold } from '../../../shared/website-data.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** What staff hold of an order: all of it through its customer, itself or an order whose back order it is, or the named facts. */
export type HeldOfOrder = {
  readonly isCustomerHeld: boolean;
  readonly isOrderHeld: boolean;
  readonly facts: ReadonlySet<FactKey>;
};

/** An order, and those whose back order it is. */
const withOrigins = `WITH RECURSIVE origin(id) AS (
    SELECT @orderId
    UNION SELECT o.parent_order_id FROM sales_order o JOIN origin ON o.id = origin.id WHERE o.parent_order_id IS NOT NULL
  )`;
/** A change is held of its own order only: what of it moved to a back order is held there (`copyFactHolds`). */
const reaches = `(h.order_id = origin.id AND (origin.id = @orderId OR h.facts = '[]'))`;

const storedFacts = z.array(z.string());

export function readHeldOfOrder(
  db: ReadDb,
  order: { readonly orderId: number; readonly contactId: number },
): HeldOfOrder {
  const rows = all<{ orderId: number | null; facts: string }>(
    db,
    `${withOrigins} SELECT h.order_id AS orderId, h.facts FROM origin JOIN hold h ON ${reaches}
     UNION ALL SELECT NULL, facts FROM hold WHERE contact_id = @contactId`,
    { ...order },
  ).map((row) => ({ orderId: row.orderId, facts: storedFacts.parse(JSON.parse(row.facts)) }));
  return {
    isCustomerHeld: rows.some(({ orderId }) => orderId === null),
    isOrderHeld: rows.some(({ orderId, facts }) => orderId !== null && facts.length === 0),
    facts: new Set(rows.flatMap(({ facts }) => facts)),
  };
}

const columns = `h.id, CASE WHEN h.contact_id IS NOT NULL THEN 'customer' WHEN h.facts = '[]' THEN 'order' ELSE 'change' END AS what,
  c.id AS contactId, c.name AS customerName, h.order_id AS orderId, o.web_order_no AS webOrderNo, h.facts, h.reason, h.who, h.at
  FROM hold h LEFT JOIN sales_order o ON o.id = h.order_id JOIN contact c ON c.id = coalesce(h.contact_id, o.contact_id)`;

type Row = Omit<Hold, 'facts'> & { readonly facts: string };

function toHold(row: Row): Hold {
  return { ...row, facts: storedFacts.parse(JSON.parse(row.facts)) };
}

/** All that is held, the latest first. */
export function listHolds(db: ReadDb): readonly Hold[] {
  return all<Row>(db, `SELECT ${columns} ORDER BY h.id DESC`).map(toHold);
}

/** What is held of one order, through its customer too. */
export function listHoldsOfOrder(db: ReadDb, orderId: number): readonly Hold[] {
  return all<Row>(
    db,
    `${withOrigins} SELECT ${columns} WHERE EXISTS (SELECT 1 FROM origin WHERE ${reaches})
       OR h.contact_id = (SELECT contact_id FROM sales_order WHERE id = @orderId) ORDER BY h.id`,
    { orderId },
  ).map(toHold);
}

export function readHold(db: ReadDb, holdId: number): Hold | undefined {
  const row = get<Row>(db, `SELECT ${columns} WHERE h.id = @holdId`, { holdId });
  return row === undefined ? undefined : toHold(row);
}

export type HoldToPut = {
  readonly contactId: number | null;
  readonly orderId: number | null;
  /** Those of one change; none for a customer or a whole order. */
  readonly facts: readonly FactKey[];
  readonly reason: string;
  readonly who: string;
  readonly at: string;
};

/** Holds it, or gives the hold that stands another reason. */
export function putHold(tx: WriteTx, { facts, ...hold }: HoldToPut): void {
  run(
    tx,
    `INSERT INTO hold(contact_id, order_id, facts, reason, who, at) VALUES (@contactId, @orderId, @facts, @reason, @who, @at)
     ON CONFLICT DO UPDATE SET reason = @reason, who = @who, at = @at`,
    { ...hold, facts: JSON.stringify([...facts].sort()) },
  );
}

export function deleteHold(tx: WriteTx, holdId: number): void {
  run(tx, 'DELETE FROM hold WHERE id = @holdId', { holdId });
}

/** What staff hold of single changes of an order goes with the lines that move to its back order. */
export function copyFactHolds(
  tx: WriteTx,
  orders: { readonly parentOrderId: number; readonly backOrderId: number },
  moved: readonly { readonly ofParent: FactKey; readonly ofBackOrder: FactKey }[],
): void {
  const holds = all<{ facts: string; reason: string; who: string; at: string }>(
    tx,
    `SELECT facts, reason, who, at FROM hold WHERE order_id = @orderId AND facts <> '[]'`,
    { orderId: orders.parentOrderId },
  );
  for (const hold of holds) {
    const held = new Set(storedFacts.parse(JSON.parse(hold.facts)));
    const facts = moved.filter(({ ofParent }) => held.has(ofParent)).map(({ ofBackOrder }) => ofBackOrder);
    if (facts.length > 0) putHold(tx, { ...hold, contactId: null, orderId: orders.backOrderId, facts });
  }
}

/** What was planned before of an order's back orders, and of theirs, is planned anew. */
export function markBackOrdersToCheck(tx: WriteTx, orderId: number): void {
  run(
    tx,
    `WITH RECURSIVE rest(id) AS (
       SELECT id FROM sales_order WHERE parent_order_id = @orderId
       UNION SELECT o.id FROM sales_order o JOIN rest ON o.parent_order_id = rest.id
     )
     UPDATE order_to_check SET counter = counter + 1, look_again_on = NULL WHERE order_id IN rest`,
    { orderId },
  );
}

/** What was planned of a customer's orders before is planned anew. */
export function markOrdersOfContactToCheck(tx: WriteTx, contactId: number): void {
  run(
    tx,
    `UPDATE order_to_check SET counter = counter + 1, look_again_on = NULL
     WHERE order_id IN (SELECT id FROM sales_order WHERE contact_id = @contactId)`,
    { contactId },
  );
}
