import type { CreditOrderInput, CreditOutcome } from '../../../shared/sales-orders.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { chosenLines } from '../orders/chosen-lines.ts';
import { finishInvoice, recordDelivery } from '../orders/delivery-store.ts';
import type { OrderRecord } from '../orders/order-record.ts';
import {
  drawNumber,
  insertLine,
  insertOrder,
  raiseVersion,
  readLines,
  readOrder,
  readOrderAt,
} from '../orders/order-store.ts';
import { requireWork } from '../orders/order-work.ts';
import { type CreditedLine, planCredit } from './credit-plan.ts';

/**
 * Makes a credit note for an invoice, whole or in part (Delete on an invoice, domain.md 4.2).
 *
 * A credit note is an order of its own that never delivers: its lines hold the credited quantities, positive and marked
 * delivered and invoiced, at negative prices (freight negative too), so that amounts sum up over all orders. Goods that
 * come back are a delivery of negative quantities on it. What was credited before it was delivered counts as moved on
 * the invoice.
 *
 * @throws AppError 'order-changed-meanwhile', 'order-finished', 'nothing-to-credit', 'quantity-out-of-range', 'not-found'
 */
export function creditOrder(tx: WriteTx, context: CommandContext, input: CreditOrderInput): CreditOutcome {
  const order = readOrderAt(tx, input);
  requireWork(order.status, 'credit');
  const lines = readLines(tx, order.id);
  const chosen = input.lines === undefined ? null : chosenLines(lines, input.lines);
  const quantities = chosen && new Map(chosen.map(({ line, quantityMilli }) => [line.id, quantityMilli]));
  const planned = planCredit(lines, creditedBefore(tx, order.id), quantities);
  const withFreight = input.creditFreight !== false && !isFreightCredited(tx, order.id);
  const creditNoteNo = drawNumber(tx, 'invoice');
  const creditNoteOrderId = insertCreditNote(tx, context, order, {
    creditNoteNo,
    freightMinor: withFreight ? -order.freightMinor : 0,
  });
  planned.forEach((credited, index) => {
    creditLine(tx, creditNoteOrderId, index + 1, credited);
  });
  if (input.returnToStock === true) takeBack(tx, context, creditNoteOrderId, planned);
  finishInvoice(tx, order.id);
  raiseVersion(tx, order.id);
  logAction(tx, context, { what: 'order-credited', orderId: order.id, details: { creditNoteNo, creditNoteOrderId } });
  return { creditNoteOrderId, creditNoteNo };
}

/** What earlier credit notes took back, by line of the invoice. */
export function creditedBefore(db: ReadDb, orderId: number): ReadonlyMap<number, number> {
  const rows = all<{ lineId: number; creditedMilli: number }>(
    db,
    `SELECT l.origin_line_id AS lineId, sum(l.ordered_milli) AS creditedMilli
     FROM sales_order c JOIN order_line l ON l.order_id = c.id
     WHERE c.credited_order_id = @orderId AND c.status = 'credit-note' AND l.origin_line_id IS NOT NULL
     GROUP BY l.origin_line_id`,
    { orderId },
  );
  return new Map(rows.map(({ lineId, creditedMilli }) => [lineId, creditedMilli]));
}

/** Whether an earlier credit note took the freight back. */
export function isFreightCredited(db: ReadDb, orderId: number): boolean {
  const row = get<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM sales_order WHERE credited_order_id = @orderId AND freight_minor <> 0`,
    { orderId },
  );
  return row !== undefined && row.n > 0;
}

function insertCreditNote(
  tx: WriteTx,
  context: CommandContext,
  order: OrderRecord,
  note: { readonly creditNoteNo: number; readonly freightMinor: number },
): number {
  const { id: _id, version: _version, ...copied } = order;
  const before = get<{ n: number }>(tx, 'SELECT count(*) AS n FROM sales_order WHERE credited_order_id = @id', {
    id: order.id,
  });
  return insertOrder(tx, {
    ...copied,
    publicId: context.newUuid(),
    orderNo: drawNumber(tx, 'order'),
    status: 'credit-note',
    webOrderNo: order.webOrderNo === '' ? '' : `${order.webOrderNo} / credit ${(before?.n ?? 0) + 1}`,
    orderDate: context.today,
    deliveryDate: null,
    freightMinor: note.freightMinor,
    picked: false,
    readyForInvoicing: false,
    parentOrderId: null,
    creditedOrderId: order.id,
    invoiceNo: note.creditNoteNo,
    invoicedAt: context.now,
    createdAt: context.now,
  });
}

function creditLine(tx: WriteTx, creditNoteOrderId: number, position: number, credited: CreditedLine): void {
  const { line, creditedMilli, undeliveredMilli } = credited;
  insertLine(tx, {
    orderId: creditNoteOrderId,
    position,
    productId: line.productId,
    productNo: line.productNo,
    description: line.description,
    unit: line.unit,
    orderedMilli: creditedMilli,
    toBeDeliveredMilli: 0,
    deliveredMilli: creditedMilli,
    invoicedMilli: creditedMilli,
    deliveryDate: null,
    unitPriceMinor: -line.unitPriceMinor,
    vatPermille: line.vatPermille,
    purchaseLineId: null,
    originLineId: line.id,
  });
  if (undeliveredMilli === 0) return;
  run(
    tx,
    `UPDATE order_line SET moved_milli = moved_milli + @undeliveredMilli,
       to_be_delivered_milli = min(to_be_delivered_milli, remaining_milli - @undeliveredMilli) WHERE id = @id`,
    { id: line.id, undeliveredMilli },
  );
}

function takeBack(
  tx: WriteTx,
  context: CommandContext,
  creditNoteOrderId: number,
  planned: readonly CreditedLine[],
): void {
  const order = readOrder(tx, creditNoteOrderId);
  const noteLines = readLines(tx, creditNoteOrderId);
  const lines = planned.flatMap(({ line, deliveredMilli }) => {
    const noteLine = noteLines.find(({ originLineId }) => originLineId === line.id);
    return noteLine === undefined || deliveredMilli === 0 ? [] : [{ line: noteLine, quantityMilli: -deliveredMilli }];
  });
  if (lines.length > 0) recordDelivery(tx, context, { order, lines, cause: 'warehouse' });
}
