import type { Facts, FactValue } from '../../../shared/change.ts';
import type { OrderStatus } from '../../../shared/order.ts';
import { all, get, type ReadDb } from '../db/database.ts';
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

type OrderRow = Omit<PresentOrder, 'lines' | 'shipments' | 'orderNumbers' | 'isFullyCredited' | 'facts'> & {
  readonly picked: number;
  readonly originalNotes: number;
};
type LineRow = Omit<PresentLine, 'isRemoved' | 'isInHand' | 'expected'> & {
  readonly isRemoved: number;
  readonly stockMilli: number | null;
};
type ChildRow = { readonly id: number; readonly webOrderNo: string; readonly relation: 'back-order' | 'credit-note' };

/** Reads a webshop order; undefined for an order typed in by staff or one that is not there. */
export function readPresentOrder(db: ReadDb, orderId: number): PresentOrder | undefined {
  const order = get<OrderRow>(
    db,
    `SELECT id AS orderId, public_id AS publicId, web_order_no AS webOrderNo, status, website_id AS websiteId, contact_id AS contactId,
       customer_name AS customerName, parent_order_id AS parentOrderId, order_date AS orderDate, currency, freight_minor AS freightMinor,
       picked, (SELECT count(*) FROM delivery_note n WHERE n.order_id = sales_order.id) AS originalNotes
     FROM sales_order WHERE id = @orderId AND website_id IS NOT NULL`,
    { orderId },
  );
  if (order === undefined) return undefined;
  const dates = readEffectiveDates(db, [orderId]);
  const lineRows = readLines(db, order);
  const shipments = all<{ id: number; carrier: string; shippingNo: string }>(
    db,
    'SELECT id, carrier, shipping_no AS shippingNo FROM shipment WHERE order_id = @orderId ORDER BY id',
    { orderId },
  );
  const children = readChildren(db, orderId);
  const { picked, originalNotes, ...rest } = order;
  return {
    ...rest,
    lines: lineRows.map(({ isRemoved, stockMilli, ...line }) => ({
      ...line,
      isRemoved: isRemoved === 1,
      isInHand: stockMilli !== null && stockMilli >= line.remainingMilli,
      expected: dates.get(line.id) ?? { date: null, source: 'none' },
    })),
    shipments,
    orderNumbers: new Map(children.map((child) => [child.id, child.webOrderNo])),
    isFullyCredited: children.some((child) => child.relation === 'credit-note') && isAllCredited(db, orderId),
    facts: {
      status: order.status,
      picked: picked === 1,
      originalNotes,
      ...Object.fromEntries(shipments.map((shipment) => [shipmentFact(shipment.id), shipmentValueOf(shipment)])),
      ...Object.fromEntries(children.map(childFact)),
      ...lineFacts(lineRows, dates),
    },
  };
}

function readLines(db: ReadDb, order: OrderRow): readonly LineRow[] {
  return all<LineRow>(
    db,
    `SELECT l.id, l.product_no AS productNo, l.description, l.unit, l.ordered_milli AS orderedMilli,
       l.to_be_delivered_milli AS toBeDeliveredMilli, l.delivered_milli AS deliveredMilli, l.moved_milli AS movedMilli,
       l.remaining_milli AS remainingMilli, l.unit_price_minor AS unitPriceMinor, l.vat_permille AS vatPermille,
       l.is_removed AS isRemoved, l.origin_line_id AS originLineId,
       CASE WHEN p.is_stock_item = 1 THEN coalesce((SELECT sum(s.quantity_milli) FROM product_stock s
         JOIN website_warehouse w ON w.warehouse_id = s.warehouse_id AND w.website_id = @websiteId WHERE s.product_id = p.id), 0) END AS stockMilli
     FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.order_id = @orderId ORDER BY l.position`,
    { orderId: order.orderId, websiteId: order.websiteId },
  );
}

function readChildren(db: ReadDb, orderId: number): readonly ChildRow[] {
  return all<ChildRow>(
    db,
    `SELECT id, web_order_no AS webOrderNo, 'back-order' AS relation FROM sales_order WHERE parent_order_id = @orderId
     UNION ALL
     SELECT id, web_order_no, 'credit-note' FROM sales_order WHERE credited_order_id = @orderId AND status = 'credit-note'
     ORDER BY 1`,
    { orderId },
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
