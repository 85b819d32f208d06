import type { Facts, FactValue } from '../../../shared/change.ts';
import type { OrderStatus } from '../../../shared/order.ts';
import { allOfJson, get, type ReadDb } from '../db/database.ts';
import { type EffectiveDate, readEffectiveDates } from '../orders/effective-dates.ts';
import { backOrderFact, creditNoteFact, lineFact, shipmentFact, shipmentValueOf } from '../rules/facts.ts';

/** A webshop order as it stands now, with all that rules, mails and My page speak of. */
export type PresentOrder = {
  readonly orderId: number;
  readonly publicId: string;
  readonly webOrderNo: string;
  readonly status: OrderStatus;
  readonly websiteId: number;
  readonly contactId: number;
  readonly customerName: string;
  readonly parentOrderId: number | null;
  readonly orderDate: string;
  readonly currency: string;
  readonly freightMinor: number;
  readonly lines: readonly PresentLine[];
  readonly shipments: readonly { readonly id: number; readonly carrier: string; readonly shippingNo: string }[];
  /** Numbers of back orders and credit notes made of this order, by row id. */
  readonly orderNumbers: ReadonlyMap<number, string>;
  /** All that was invoiced is credited. */
  readonly isFullyCredited: boolean;
  readonly facts: Facts;
};
export type PresentLine = {
  readonly id: number;
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly orderedMilli: number;
  readonly toBeDeliveredMilli: number;
  readonly deliveredMilli: number;
  readonly movedMilli: number;
  readonly remainingMilli: number;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  readonly isRemoved: boolean;
  /** Stock covers all that is to come. */
  readonly isInHand: boolean;
  readonly originLineId: number | null;
  readonly expected: EffectiveDate;
};

type OrderRow = Omit<PresentOrder, 'lines' | 'orderNumbers' | 'isFullyCredited' | 'facts'> & {
  readonly picked: number;
  readonly originalNotes: number;
  readonly children: readonly ChildRow[];
};
type LineRow = Omit<PresentLine, 'isRemoved' | 'isInHand' | 'expected'> & {
  readonly isRemoved: number;
  readonly stockMilli: number | null;
};
type ChildRow = { readonly id: number; readonly webOrderNo: string; readonly relation: 'back-order' | 'credit-note' };

/** Reads a webshop order; undefined for an order typed in by staff or one that is not there. */
export function readPresentOrder(db: ReadDb, orderId: number): PresentOrder | undefined {
  const [order] = readOrder(db, orderId);
  if (order === undefined) return undefined;
  const dates = readEffectiveDates(db, [orderId]);
  const lineRows = readLines(db, order);
  const { picked, originalNotes, children, ...rest } = order;
  return {
    ...rest,
    lines: lineRows.map(({ isRemoved, stockMilli, ...line }) => ({
      ...line,
      isRemoved: isRemoved === 1,
      isInHand: stockMilli !== null && stockMilli >= line.remainingMilli,
      expected: dates.get(line.id) ?? { date: null, source: 'none' },
    })),
    orderNumbers: new Map(children.map((child) => [child.id, child.webOrderNo])),
    isFullyCredited: children.some((child) => child.relation === 'credit-note') && isAllCredited(db, orderId),
    facts: {
      status: order.status,
      picked: picked === 1,
      originalNotes,
      ...Object.fromEntries(rest.shipments.map((shipment) => [shipmentFact(shipment.id), shipmentValueOf(shipment)])),
      ...Object.fromEntries(children.map(childFact)),
      ...lineFacts(lineRows, dates),
    },
  };
}

/** One, or none. */
function readOrder(db: ReadDb, orderId: number): readonly OrderRow[] {
  return allOfJson<OrderRow>(
    db,
    `SELECT json_group_array(json_object('orderId', o.id, 'publicId', o.public_id, 'webOrderNo', o.web_order_no, 'status', o.status,
       'websiteId', o.website_id, 'contactId', o.contact_id, 'customerName', o.customer_name, 'parentOrderId', o.parent_order_id,
       'orderDate', o.order_date, 'currency', o.currency, 'freightMinor', o.freight_minor, 'picked', o.picked,
       'originalNotes', (SELECT count(*) FROM delivery_note n WHERE n.order_id = o.id),
       'shipments', json((SELECT json_group_array(json_object('id', s.id, 'carrier', s.carrier, 'shippingNo', s.shipping_no) ORDER BY s.id)
         FROM shipment s WHERE s.order_id = o.id)),
       'children', json((SELECT json_group_array(json_object('id', c.id, 'webOrderNo', c.no, 'relation', c.relation) ORDER BY c.id) FROM (
         SELECT id, web_order_no AS no, 'back-order' AS relation FROM sales_order WHERE parent_order_id = o.id
         UNION ALL
         SELECT id, web_order_no, 'credit-note' FROM sales_order WHERE credited_order_id = o.id AND status = 'credit-note') c)))) AS rows
     FROM sales_order o WHERE o.id = @orderId AND o.website_id IS NOT NULL`,
    { orderId },
  );
}

function readLines(db: ReadDb, order: OrderRow): readonly LineRow[] {
  return allOfJson<LineRow>(
    db,
    `SELECT json_group_array(json_object('id', l.id, 'productNo', l.product_no, 'description', l.description, 'unit', l.unit,
       'orderedMilli', l.ordered_milli, 'toBeDeliveredMilli', l.to_be_delivered_milli, 'deliveredMilli', l.delivered_milli,
       'movedMilli', l.moved_milli, 'remainingMilli', l.remaining_milli, 'unitPriceMinor', l.unit_price_minor,
       'vatPermille', l.vat_permille, 'isRemoved', l.is_removed, 'originLineId', l.origin_line_id,
       'stockMilli', CASE WHEN p.is_stock_item = 1 THEN coalesce((SELECT sum(s.quantity_milli) FROM product_stock s
         JOIN website_warehouse w ON w.warehouse_id = s.warehouse_id AND w.website_id = @websiteId
         WHERE s.product_id = p.id), 0) END) ORDER BY l.position) AS rows
     FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.order_id = @orderId`,
    { orderId: order.orderId, websiteId: order.websiteId },
  );
}

function isAllCredited(db: ReadDb, orderId: number): boolean {
  const standing = get(
    db,
    `SELECT 1 FROM order_line l WHERE l.order_id = @orderId AND l.invoiced_milli > coalesce((SELECT sum(x.ordered_milli)
       FROM order_line x JOIN sales_order c ON c.id = x.order_id
       WHERE x.origin_line_id = l.id AND c.credited_order_id = @orderId AND c.status = 'credit-note'), 0) LIMIT 1`,
    { orderId },
  );
  return standing === undefined;
}

function childFact(child: ChildRow): readonly [string, FactValue] {
  const fact = child.relation === 'back-order' ? backOrderFact(child.id) : creditNoteFact(child.id);
  return [fact, child.webOrderNo];
}

/** A line's date and stock are facts only while something of it is still to come. */
function lineFacts(lines: readonly LineRow[], dates: ReadonlyMap<number, EffectiveDate>): Facts {
  const facts: Record<string, FactValue> = {};
  for (const line of lines) {
    // No figure at all, so that taking off a line of which 0 was to be delivered next is a difference too
    facts[lineFact(line.id, 'toBeDelivered')] = line.isRemoved === 1 ? null : line.toBeDeliveredMilli;
    facts[lineFact(line.id, 'delivered')] = line.deliveredMilli;
    if (line.remainingMilli <= 0) continue;
    facts[lineFact(line.id, 'date')] = dates.get(line.id)?.date ?? null;
    if (line.stockMilli !== null) facts[lineFact(line.id, 'inStock')] = line.stockMilli > 0;
  }
  return facts;
}
