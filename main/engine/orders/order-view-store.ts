import type {
  DeliveryNoteView,
  DeliveryView,
  HierarchyRow,
  LogRow,
  OrderLineView,
  OrderView,
} from '../../../shared/sales-orders.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { stockForOrder } from '../db/list-sql.ts';
import { readDeliveries, readDeliveryLines } from './delivery-store.ts';
import { readEffectiveDates } from './effective-dates.ts';
import { remainingOf } from './line-quantities.ts';
import { readLines, readOrder } from './order-store.ts';
import { amountOf, orderTotals } from './order-totals.ts';
import { workOn } from './order-work.ts';
import { readShipments } from './shipment-store.ts';
import { trackingUrl } from './tracking-url.ts';

/** Everything the order window shows, tabs and all. @throws AppError 'not-found' */
export function readOrderView(db: ReadDb, orderId: number): OrderView {
  const order = readOrder(db, orderId);
  const lines = readLineViews(db, orderId);
  return {
    ...order,
    externalNo: readExternalNo(db, orderId),
    isWebOrder: order.websiteId !== null,
    websiteName: order.websiteId === null ? null : websiteName(db, order.websiteId),
    lines,
    shipments: readShipments(db, orderId).map(({ trackingPattern, ...shipment }) => ({
      ...shipment,
      trackingUrl: trackingUrl(trackingPattern, shipment.shippingNo),
    })),
    deliveryNotes: readNoteViews(db, orderId),
    deliveries: readDeliveryViews(db, orderId),
    totals: orderTotals(lines, order.freightMinor),
    work: workOn(order.status),
  };
}

function readExternalNo(db: ReadDb, orderId: number): string {
  const sql = 'SELECT external_no AS externalNo FROM sales_order WHERE id = @orderId';
  return get<{ externalNo: string }>(db, sql, { orderId })?.externalNo ?? '';
}

function websiteName(db: ReadDb, websiteId: number): string | null {
  return get<{ name: string }>(db, 'SELECT name FROM website WHERE id = @websiteId', { websiteId })?.name ?? null;
}

function readLineViews(db: ReadDb, orderId: number): readonly OrderLineView[] {
  const dates = readEffectiveDates(db, [orderId]);
  const besides = new Map(
    all<{ readonly lineId: number; readonly stockMilli: number; readonly purchaseNo: number | null }>(
      db,
      `SELECT l.id AS lineId, ${stockForOrder} AS stockMilli,
         (SELECT po.purchase_no FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
          WHERE pl.id = l.purchase_line_id) AS purchaseNo
       FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE l.order_id = @orderId`,
      { orderId },
    ).map((row) => [row.lineId, row]),
  );
  return readLines(db, orderId).map(({ orderId: _order, originLineId: _origin, ...line }) => {
    const expected = dates.get(line.id);
    const beside = besides.get(line.id);
    return {
      ...line,
      remainingMilli: remainingOf(line),
      effectiveDate: expected?.date ?? null,
      dateSource: expected?.source ?? 'none',
      stockMilli: beside?.stockMilli ?? 0,
      purchaseNo: beside?.purchaseNo ?? null,
      amountMinor: amountOf(line),
    };
  });
}

function readNoteViews(db: ReadDb, orderId: number): readonly DeliveryNoteView[] {
  const notes = all<Omit<DeliveryNoteView, 'lines'>>(
    db,
    `SELECT n.id, n.note_no AS noteNo, n.created_at AS createdAt,
       coalesce((SELECT printed_by FROM delivery_note_print WHERE delivery_note_id = n.id AND is_original = 1), '') AS printedBy,
       (SELECT count(*) FROM delivery_note_print WHERE delivery_note_id = n.id AND is_original = 0) AS copies
     FROM delivery_note n WHERE n.order_id = @orderId ORDER BY n.id`,
    { orderId },
  );
  const lines = all<{ readonly noteId: number; readonly lineId: number; readonly quantityMilli: number }>(
    db,
    `SELECT x.delivery_note_id AS noteId, x.line_id AS lineId, x.quantity_milli AS quantityMilli
     FROM delivery_note n JOIN delivery_note_line x ON x.delivery_note_id = n.id WHERE n.order_id = @orderId`,
    { orderId },
  );
  return notes.map((note) => ({
    ...note,
    lines: lines
      .filter(({ noteId }) => noteId === note.id)
      .map(({ lineId, quantityMilli }) => ({ lineId, quantityMilli })),
  }));
}

function readDeliveryViews(db: ReadDb, orderId: number): readonly DeliveryView[] {
  const lines = readDeliveryLines(db, orderId);
  return readDeliveries(db, orderId).map((delivery) => ({
    ...delivery,
    lines: lines
      .filter(({ deliveryId }) => deliveryId === delivery.id)
      .map(({ lineId, quantityMilli }) => ({ lineId, quantityMilli })),
  }));
}

/** The order's whole family: its root, and every back order and credit note below, parents first. */
export function readHierarchy(db: ReadDb, orderId: number): readonly HierarchyRow[] {
  return all<HierarchyRow>(
    db,
    `WITH RECURSIVE up(id, origin) AS (
       SELECT id, coalesce(parent_order_id, credited_order_id) FROM sales_order WHERE id = @orderId
       UNION ALL
       SELECT o.id, coalesce(o.parent_order_id, o.credited_order_id) FROM sales_order o JOIN up ON o.id = up.origin
     ), family(id, depth) AS (
       SELECT id, 0 FROM up WHERE origin IS NULL
       UNION ALL
       SELECT o.id, family.depth + 1 FROM sales_order o JOIN family ON o.parent_order_id = family.id OR o.credited_order_id = family.id
     )
     SELECT o.id, o.order_no AS orderNo, o.web_order_no AS webOrderNo, o.status, o.invoice_no AS invoiceNo,
       coalesce(o.parent_order_id, o.credited_order_id) AS originOrderId, family.depth
     FROM family JOIN sales_order o ON o.id = family.id ORDER BY family.depth, o.id`,
    { orderId },
  );
}

/** Who did what on the order, newest first (domain.md 9.23). */
export function readOrderLog(db: ReadDb, orderId: number): readonly LogRow[] {
  return all<Omit<LogRow, 'details'> & { readonly details: string }>(
    db,
    'SELECT id, at, who, what, details FROM log_entry WHERE order_id = @orderId ORDER BY id DESC LIMIT 1000',
    { orderId },
  ).map((row) => ({ ...row, details: JSON.parse(row.details) as Record<string, unknown> }));
}
