import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { afterDelivery } from './line-quantities.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

export type DeliveryCause = 'delivery-note' | 'warehouse' | 'invoice';
export type LineQuantity = { readonly line: LineRecord; readonly quantityMilli: number };

/** The warehouse that an order's goods leave from: the first of its website's, else the company's first. */
export function warehouseOf(db: ReadDb, websiteId: number | null): { readonly id: number; readonly name: string } {
  const row = get<{ id: number; name: string }>(
    db,
    `SELECT w.id, w.name FROM warehouse w
     ORDER BY EXISTS (SELECT 1 FROM website_warehouse x WHERE x.warehouse_id = w.id AND x.website_id = @websiteId) DESC, w.id
     LIMIT 1`,
    { websiteId },
  );
  if (row === undefined) throw new Error('The company has no warehouse');
  return row;
}

/**
 * Books a delivery: delivered up, To be delivered and stock down, all of it or nothing. Stock may fall below zero, for
 * the goods in hand count and not the figure. An invoice that waited for it becomes a plain one. Answers the delivery's
 * id, or null when every quantity is 0.
 *
 * @throws AppError 'quantity-out-of-range' for more than remains of a line
 */
export function bookDelivery(
  tx: WriteTx,
  context: CommandContext,
  delivery: { readonly order: OrderRecord; readonly lines: readonly LineQuantity[]; readonly cause: DeliveryCause },
): number | null {
  const { order, cause } = delivery;
  const lines = delivery.lines.filter(({ quantityMilli }) => quantityMilli !== 0);
  if (lines.length === 0) return null;
  for (const { line, quantityMilli } of lines) {
    const after = afterDelivery(line, quantityMilli);
    run(
      tx,
      `UPDATE order_line SET delivered_milli = @deliveredMilli, to_be_delivered_milli = @toBeDeliveredMilli WHERE id = @id`,
      { id: line.id, deliveredMilli: after.deliveredMilli, toBeDeliveredMilli: after.toBeDeliveredMilli },
    );
  }
  const deliveryId = recordDelivery(tx, context, { order, lines, cause });
  if (order.status === 'invoice-not-delivered') finishInvoice(tx, order.id);
  return deliveryId;
}

/** Notes goods that left the warehouse (negative: came back) and moves their stock. */
export function recordDelivery(
  tx: WriteTx,
  context: CommandContext,
  delivery: { readonly order: OrderRecord; readonly lines: readonly LineQuantity[]; readonly cause: DeliveryCause },
): number {
  const { order, lines, cause } = delivery;
  const deliveryId = run(
    tx,
    'INSERT INTO delivery(order_id, delivered_at, delivered_by, cause) VALUES (@orderId, @now, @who, @cause)',
    { orderId: order.id, now: context.now, who: context.who, cause },
  ).lastId;
  const warehouseId = warehouseOf(tx, order.websiteId).id;
  for (const { line, quantityMilli } of lines) {
    run(
      tx,
      `INSERT INTO delivery_line(delivery_id, line_id, quantity_milli) VALUES (@deliveryId, @lineId, @quantityMilli)`,
      { deliveryId, lineId: line.id, quantityMilli },
    );
    if (!line.isStockItem || line.productId === null) continue;
    run(
      tx,
      `INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) VALUES (@productId, @warehouseId, -@quantityMilli)
       ON CONFLICT DO UPDATE SET quantity_milli = quantity_milli - @quantityMilli`,
      { productId: line.productId, warehouseId, quantityMilli },
    );
  }
  return deliveryId;
}

/** Invoice, not delivered becomes Invoice when nothing of it remains (domain.md 4.3). */
export function finishInvoice(tx: WriteTx, orderId: number): void {
  run(
    tx,
    `UPDATE sales_order SET status = 'invoice' WHERE id = @orderId AND status = 'invoice-not-delivered'
       AND NOT EXISTS (SELECT 1 FROM order_line WHERE order_id = @orderId AND remaining_milli > 0)`,
    { orderId },
  );
}

export type DeliveryRecord = {
  readonly id: number;
  readonly deliveredAt: string;
  readonly deliveredBy: string;
  readonly cause: DeliveryCause;
};

export function readDeliveries(db: ReadDb, orderId: number): readonly DeliveryRecord[] {
  return all<DeliveryRecord>(
    db,
    `SELECT id, delivered_at AS deliveredAt, delivered_by AS deliveredBy, cause FROM delivery
     WHERE order_id = @orderId ORDER BY id`,
    { orderId },
  );
}

/** Line quantities of all deliveries of an order. */
export function readDeliveryLines(
  db: ReadDb,
  orderId: number,
): readonly { readonly deliveryId: number; readonly lineId: number; readonly quantityMilli: number }[] {
  return all(
    db,
    `SELECT d.id AS deliveryId, x.line_id AS lineId, x.quantity_milli AS quantityMilli
     FROM delivery d JOIN delivery_line x ON x.delivery_id = d.id WHERE d.order_id = @orderId ORDER BY d.id, x.line_id`,
    { orderId },
  );
}
