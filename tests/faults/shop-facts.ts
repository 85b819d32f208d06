import { z } from 'zod';
import { all, get, type ReadDb } from '../../main/engine/db/database.ts';

export const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FactValue = z.output<typeof factValue>;
/** All that a customer may be told of, and what staff set beside it, by `<web order no.>|<topic>`: read with plain SQL, without the program's own planning. */
export type ShopFacts = Readonly<Record<string, FactValue>>;

export const key = (webOrderNo: string, topic: string) => `${webOrderNo}|${topic}`;

/** What each order of the website is like at this moment. */
export function readShopFacts(db: ReadDb): ShopFacts {
  const facts: Record<string, FactValue> = {
    'shop|zone': get<{ zone: string }>(db, 'SELECT time_zone AS zone FROM company')?.zone ?? null,
    'shop|holds': JSON.stringify(all(db, 'SELECT contact_id, order_id, facts FROM hold ORDER BY id')),
  };
  for (const row of all<{ no: string; status: string; picked: number; notes: number }>(
    db,
    `SELECT web_order_no AS no, status, picked, (SELECT count(*) FROM delivery_note n WHERE n.order_id = o.id) AS notes
     FROM sales_order o WHERE website_id IS NOT NULL`,
  )) {
    facts[key(row.no, 'status')] = row.status;
    facts[key(row.no, 'picked')] = row.picked === 1;
    facts[key(row.no, 'notes')] = row.notes;
  }
  for (const { no, shippingNo } of all<{ no: string; shippingNo: string }>(
    db,
    'SELECT o.web_order_no AS no, s.shipping_no AS shippingNo FROM shipment s JOIN sales_order o ON o.id = s.order_id',
  )) {
    facts[key(no, `parcel ${shippingNo}`)] = true;
  }
  for (const { no, backOrderNo } of all<{ no: string; backOrderNo: string }>(
    db,
    `SELECT p.web_order_no AS no, b.web_order_no AS backOrderNo FROM sales_order b JOIN sales_order p ON p.id = b.parent_order_id`,
  )) {
    facts[key(no, `back order ${backOrderNo}`)] = true;
  }
  for (const { no, name, date, inStock, ...line } of all<LineRow>(db, lineRows)) {
    const waits = line.remaining > 0;
    facts[key(no, `${name}: amount`)] = line.amount / 1000;
    facts[key(no, `${name}: delivered`)] = line.delivered / 1000;
    facts[key(no, `${name}: waits`)] = waits;
    facts[key(no, `${name}: date`)] = waits ? date : null;
    facts[key(no, `${name}: in stock`)] = waits && inStock > 0;
  }
  return facts;
}

type LineRow = {
  readonly no: string;
  readonly name: string;
  readonly amount: number;
  readonly delivered: number;
  readonly remaining: number;
  readonly date: string | null;
  readonly inStock: number;
};

/** The date by domain.md 9.7 (6), without purchases that are reserved for one line: the scene makes none. */
const lineRows = `
  SELECT o.web_order_no AS no, l.description AS name, l.to_be_delivered_milli AS amount, l.delivered_milli AS delivered,
    l.remaining_milli AS remaining,
    coalesce(l.delivery_date, p.expected_delivery_date, o.delivery_date,
      (SELECT min(coalesce(pl.delivery_date, po.delivery_date)) FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
       WHERE pl.product_id = l.product_id AND po.status = 'transferred' AND pl.received_milli < pl.ordered_milli)) AS date,
    (SELECT coalesce(sum(quantity_milli), 0) FROM product_stock s WHERE s.product_id = l.product_id) AS inStock
  FROM order_line l JOIN sales_order o ON o.id = l.order_id JOIN product p ON p.id = l.product_id
  WHERE o.website_id IS NOT NULL`;
