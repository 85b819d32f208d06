import { AppError } from '../../../shared/errors.ts';
import type { OrderAt } from '../../../shared/sales-orders.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

const orderColumns = `
  id, public_id AS publicId, order_no AS orderNo, version, status, contact_id AS contactId, customer_name AS customerName,
  contact_person AS contactPerson, address_line1 AS addressLine1, address_line2 AS addressLine2, postcode, city, country,
  website_id AS websiteId, web_order_no AS webOrderNo, ordering_email AS orderingEmail, language,
  order_date AS orderDate, delivery_date AS deliveryDate, currency, freight_minor AS freightMinor, text, picked,
  ready_for_invoicing AS readyForInvoicing, process_complete AS processComplete, parent_order_id AS parentOrderId,
  credited_order_id AS creditedOrderId, invoice_no AS invoiceNo, invoiced_at AS invoicedAt, created_at AS createdAt`;

const lineColumns = `
  l.id, l.order_id AS orderId, l.position, l.product_id AS productId, l.product_no AS productNo, l.description, l.unit,
  l.ordered_milli AS orderedMilli, l.to_be_delivered_milli AS toBeDeliveredMilli, l.delivered_milli AS deliveredMilli,
  l.invoiced_milli AS invoicedMilli, l.moved_milli AS movedMilli, l.noted_milli AS notedMilli,
  l.delivery_date AS deliveryDate, l.unit_price_minor AS unitPriceMinor, l.vat_permille AS vatPermille,
  l.purchase_line_id AS purchaseLineId, l.origin_line_id AS originLineId, l.is_removed AS isRemoved,
  coalesce(p.is_stock_item, 0) AS isStockItem`;

/** The order's head. @throws AppError 'not-found' */
export function readOrder(db: ReadDb, orderId: number): OrderRecord {
  const row = get<OrderRecord>(db, `SELECT ${orderColumns} FROM sales_order WHERE id = @orderId`, { orderId });
  if (row === undefined) throw new AppError('not-found', { orderId });
  return {
    ...row,
    picked: Boolean(row.picked),
    readyForInvoicing: Boolean(row.readyForInvoicing),
    processComplete: Boolean(row.processComplete),
  };
}

/** The order as the caller saw it. @throws AppError 'not-found', 'order-changed-meanwhile' */
export function readOrderAt(db: ReadDb, { orderId, orderVersion }: OrderAt): OrderRecord {
  const order = readOrder(db, orderId);
  if (order.version !== orderVersion) {
    const who = lastChangedBy(db, orderId);
    throw new AppError('order-changed-meanwhile', { seenVersion: orderVersion, version: order.version, who });
  }
  return order;
}

/** Who did the last thing that the order's history knows of; null where it knows of none. */
function lastChangedBy(db: ReadDb, orderId: number): string | null {
  const text = 'SELECT who FROM log_entry WHERE order_id = @orderId ORDER BY id DESC LIMIT 1';
  return get<{ who: string }>(db, text, { orderId })?.who ?? null;
}

/** All lines of an order in their order, lines taken off too. */
export function readLines(db: ReadDb, orderId: number): readonly LineRecord[] {
  const rows = all<LineRecord>(
    db,
    `SELECT ${lineColumns} FROM order_line l LEFT JOIN product p ON p.id = l.product_id
     WHERE l.order_id = @orderId ORDER BY l.position`,
    { orderId },
  );
  return rows.map((row) => ({ ...row, isRemoved: Boolean(row.isRemoved), isStockItem: Boolean(row.isStockItem) }));
}

/** Marks the order as edited: whoever saw an older version is told so. Answers the new version. */
export function raiseVersion(tx: WriteTx, orderId: number): number {
  const row = get<{ version: number }>(
    tx,
    'UPDATE sales_order SET version = version + 1 WHERE id = @orderId RETURNING version',
    { orderId },
  );
  if (row === undefined) throw new AppError('not-found', { orderId });
  return row.version;
}

/** Draws the next order no. or invoice no. of the company. */
export function drawNumber(tx: WriteTx, series: 'order' | 'invoice'): number {
  const column = series === 'order' ? 'next_order_no' : 'next_invoice_no';
  const row = get<{ drawn: number }>(tx, `SELECT ${column} AS drawn FROM company`);
  if (row === undefined) throw new Error('The company row is missing');
  run(tx, `UPDATE company SET ${column} = ${column} + 1`);
  return row.drawn;
}

export type OrderToInsert = Omit<OrderRecord, 'id' | 'publicId' | 'version' | 'invoicedAt' | 'createdAt'> & {
  readonly publicId: string;
  readonly invoicedAt: string | null;
  readonly createdAt: string;
};

/** Stores a new order's head and answers its id. */
export function insertOrder(tx: WriteTx, order: OrderToInsert): number {
  return run(
    tx,
    `INSERT INTO sales_order(public_id, order_no, status, contact_id, customer_name, contact_person, address_line1,
       address_line2, postcode, city, country, website_id, web_order_no, ordering_email, language, order_date,
       delivery_date, currency, freight_minor, text, picked, ready_for_invoicing, process_complete, parent_order_id,
       credited_order_id, invoice_no, invoiced_at, created_at)
     VALUES (@publicId, @orderNo, @status, @contactId, @customerName, @contactPerson, @addressLine1, @addressLine2,
       @postcode, @city, @country, @websiteId, @webOrderNo, @orderingEmail, @language, @orderDate, @deliveryDate,
       @currency, @freightMinor, @text, @picked, @readyForInvoicing, @processComplete, @parentOrderId,
       @creditedOrderId, @invoiceNo, @invoicedAt, @createdAt)`,
    {
      ...order,
      picked: order.picked ? 1 : 0,
      readyForInvoicing: order.readyForInvoicing ? 1 : 0,
      processComplete: order.processComplete ? 1 : 0,
    },
  ).lastId;
}

export type LineToInsert = Omit<LineRecord, 'id' | 'isStockItem' | 'isRemoved' | 'movedMilli' | 'notedMilli'>;

/** Stores a new line and answers its id. */
export function insertLine(tx: WriteTx, line: LineToInsert): number {
  return run(
    tx,
    `INSERT INTO order_line(order_id, position, product_id, product_no, description, unit, ordered_milli,
       to_be_delivered_milli, delivered_milli, invoiced_milli, delivery_date, unit_price_minor, vat_permille,
       purchase_line_id, origin_line_id)
     VALUES (@orderId, @position, @productId, @productNo, @description, @unit, @orderedMilli, @toBeDeliveredMilli,
       @deliveredMilli, @invoicedMilli, @deliveryDate, @unitPriceMinor, @vatPermille, @purchaseLineId, @originLineId)`,
    { ...line },
  ).lastId;
}
