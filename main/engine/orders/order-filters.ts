import type { OrderFilter } from '../../../shared/sales-orders.ts';

/** Orders in which warehouse work can still be done (`openStatuses`), of the alias `o`. */
export const isOpen = `o.status IN ('order','batch-order','back-order','invoice-not-delivered')`;

/** Physical stock of line `l`'s product over the warehouses of order `o`'s website; all of them for a staff order. */
export const stockForLine = `(SELECT coalesce(sum(s.quantity_milli), 0) FROM product_stock s WHERE s.product_id = l.product_id
  AND (o.website_id IS NULL OR s.warehouse_id IN (SELECT w.warehouse_id FROM website_warehouse w WHERE w.website_id = o.website_id)))`;

const hasToBeDelivered = `EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.remaining_milli > 0 AND l.to_be_delivered_milli > 0)`;

/** The condition of each chip, of the alias `o` (shared/sales-orders.ts says what each means). */
export const filterConditions: Readonly<Record<OrderFilter, string>> = {
  all: '1',
  'to-pick': `${isOpen} AND o.picked = 0 AND ${hasToBeDelivered}`,
  'to-ship': `${isOpen} AND o.picked = 1
    AND (${hasToBeDelivered} OR NOT EXISTS (SELECT 1 FROM shipment s WHERE s.order_id = o.id))`,
  'waiting-for-goods': `${isOpen} AND EXISTS (SELECT 1 FROM order_line l JOIN product p ON p.id = l.product_id
    WHERE l.order_id = o.id AND l.remaining_milli > 0 AND p.is_stock_item = 1 AND l.remaining_milli > ${stockForLine})`,
  'needs-attention': `o.id IN (SELECT x.order_id FROM mail m JOIN mail_order x ON x.mail_id = m.id
    WHERE m.state IN ('uncertain','refused') AND x.is_live = 1)`,
};

/** Finds orders by number, web no., customer, product or shipping no.; needs `@prefix` and `@anywhere`. */
export const matchesSearch = `(CAST(o.order_no AS TEXT) LIKE @prefix ESCAPE '\\' OR CAST(o.invoice_no AS TEXT) LIKE @prefix ESCAPE '\\'
  OR o.web_order_no LIKE @anywhere ESCAPE '\\' OR o.customer_name LIKE @anywhere ESCAPE '\\'
  OR o.id IN (SELECT order_id FROM shipment WHERE shipping_no LIKE @anywhere ESCAPE '\\')
  OR o.id IN (SELECT order_id FROM order_line WHERE product_no LIKE @anywhere ESCAPE '\\' OR description LIKE @anywhere ESCAPE '\\'))`;
