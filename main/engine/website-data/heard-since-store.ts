import { all, type ReadDb } from '../db/database.ts';

/** What this file knows of an order that a website holds too. */
export type OrderHere = {
  readonly publicId: string;
  readonly orderId: number;
  readonly webOrderNo: string;
  readonly customerName: string;
  /** Of its last news in this file; null when it has none. */
  readonly newsAt: string | null;
};

/** Orders of a website by the desktop's ids, those that this file has. */
export function readOrdersHere(
  db: ReadDb,
  of: { readonly websiteId: number; readonly publicIds: readonly string[] },
): ReadonlyMap<string, OrderHere> {
  const rows = all<OrderHere>(
    db,
    `SELECT o.public_id AS publicId, o.id AS orderId, o.web_order_no AS webOrderNo, c.name AS customerName,
       (SELECT max(at) FROM order_news n WHERE n.order_id = o.id) AS newsAt
     FROM sales_order o JOIN contact c ON c.id = o.contact_id
     WHERE o.public_id IN (SELECT value FROM json_each(@publicIds)) AND o.website_id = @websiteId`,
    { websiteId: of.websiteId, publicIds: JSON.stringify(of.publicIds) },
  );
  return new Map(rows.map((row) => [row.publicId, row]));
}
