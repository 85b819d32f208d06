import { get, type ReadDb } from '../db/database.ts';

/** The mail about which staff decide before an order is told of again: its own, or one of an order it stems from. */
export function readHeldMail(db: ReadDb, orderId: number): { readonly mailId: number } | null {
  const row = get<{ mailId: number }>(
    db,
    `WITH RECURSIVE origin(id) AS (
       SELECT @orderId
       UNION SELECT o.parent_order_id FROM sales_order o JOIN origin ON o.id = origin.id WHERE o.parent_order_id IS NOT NULL
     )
     SELECT m.id AS mailId FROM origin JOIN mail_order mo ON mo.order_id = origin.id AND mo.is_live = 1
       JOIN mail m ON m.id = mo.mail_id
     WHERE m.kind = 'order-status' AND (m.state = 'uncertain' OR m.state = 'refused' AND origin.id = @orderId)
     ORDER BY m.state = 'uncertain' DESC, m.id DESC LIMIT 1`,
    { orderId },
  );
  return row ?? null;
}
