import { all, type ReadDb } from '../db/database.ts';

export type OrderWebsite = {
  readonly orderId: number;
  readonly websiteId: number | null;
  /** 1: a fact of it may differ from what the customer knows. */
  readonly mayHaveChanged: number;
};

export function readOrderWebsites(db: ReadDb, orderIds: readonly number[]): readonly OrderWebsite[] {
  return all<OrderWebsite>(
    db,
    `SELECT o.id AS orderId, o.website_id AS websiteId,
       EXISTS (SELECT 1 FROM order_to_check c WHERE c.order_id = o.id) AS mayHaveChanged
     FROM json_each(@orderIds) j CROSS JOIN sales_order o ON o.id = j.value ORDER BY j.key`,
    { orderIds: JSON.stringify(orderIds) },
  );
}

/** `changes` as the mail stored them. */
export type LastTold = { readonly orderId: number; readonly at: string; readonly changes: string };

/** The last accepted mail about each of these orders; settled ones arrived, by the word of staff. */
export function readLastTold(db: ReadDb, orderIds: readonly number[]): readonly LastTold[] {
  return all<LastTold>(
    db,
    `SELECT mo.order_id AS orderId, m.settled_at AS at, mo.changes
     FROM json_each(@orderIds) j CROSS JOIN mail_order mo ON mo.order_id = j.value JOIN mail m ON m.id = mo.mail_id
     WHERE mo.mail_id = (SELECT x.mail_id FROM mail_order x JOIN mail n ON n.id = x.mail_id
       WHERE x.order_id = j.value AND n.state IN ('accepted','settled') AND n.kind = 'order-status' ORDER BY x.mail_id DESC LIMIT 1)`,
    { orderIds: JSON.stringify(orderIds) },
  );
}
