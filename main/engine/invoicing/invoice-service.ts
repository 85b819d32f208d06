import type { InvoiceOutcome, OrderAt } from '../../../shared/sales-orders.ts';
import type { CommandContext } from '../db/context.ts';
import { run, type WriteTx } from '../db/database.ts';
import type { Effects } from '../effects.ts';
import { logAction } from '../logging/log-store.ts';
import { bookDelivery } from '../orders/delivery-store.ts';
import { leftForBackOrder, toBeInvoiced } from '../orders/line-quantities.ts';
import type { LineRecord, OrderRecord } from '../orders/order-record.ts';
import { drawNumber, raiseVersion, readLines, readOrder, readOrderAt } from '../orders/order-store.ts';
import { readSalesSettings } from '../settings/company-store.ts';
import { makeBackOrder } from './back-order-service.ts';
import { requireInvoiceable } from './invoice-permission.ts';

/**
 * Invoices what was delivered and what is to be delivered; the rest goes to a back order (domain.md 4.3, 4.4). Stock
 * follows the invoice, unless the company books it by delivery note: then goods still in the house make it
 * Invoice (not delivered).
 *
 * @throws AppError 'order-changed-meanwhile', 'order-finished', 'order-not-ready-for-invoicing',
 * 'order-not-fully-delivered', 'nothing-to-invoice'
 */
export function invoiceOrder(
  tx: WriteTx,
  context: CommandContext & { readonly effects: Pick<Effects, 'backOrderMade'> },
  input: OrderAt,
): InvoiceOutcome {
  const order = readOrderAt(tx, input);
  const settings = readSalesSettings(tx);
  const lines = readLines(tx, order.id);
  requireInvoiceable(order, lines, settings);
  const backOrderId = moveRest(tx, context, order, lines);
  deliverWithInvoice(tx, context, order, settings.stockByDeliveryNote);
  for (const line of lines) noteInvoiced(tx, line);
  const isDelivered = readLines(tx, order.id).every((line) => line.isRemoved || line.toBeDeliveredMilli === 0);
  const outcome = {
    invoiceNo: drawNumber(tx, 'invoice'),
    status: isDelivered ? 'invoice' : 'invoice-not-delivered',
  } as const;
  run(tx, `UPDATE sales_order SET status = @status, invoice_no = @invoiceNo, invoiced_at = @now WHERE id = @orderId`, {
    ...outcome,
    now: context.now,
    orderId: order.id,
  });
  raiseVersion(tx, order.id);
  logAction(tx, context, { what: 'order-invoiced', orderId: order.id, details: { ...outcome, backOrderId } });
  const backOrderNo = backOrderId === null ? null : readOrder(tx, backOrderId).orderNo;
  return { ...outcome, backOrderId, backOrderNo };
}

/** The back order is made first: its ledger begins where the parent's stood before this invoice. */
function moveRest(
  tx: WriteTx,
  context: CommandContext & { readonly effects: Pick<Effects, 'backOrderMade'> },
  order: OrderRecord,
  lines: readonly LineRecord[],
): number | null {
  const moved = lines
    .map((line) => ({ line, movedMilli: leftForBackOrder(line) }))
    .filter(({ movedMilli }) => movedMilli > 0);
  if (moved.length === 0) return null;
  const backOrderId = makeBackOrder(tx, context, order, moved);
  context.effects.backOrderMade(tx, context, { parentOrderId: order.id, backOrderId });
  return backOrderId;
}

/** What leaves stock with the invoice; where the delivery note does that, only what is no stock item. */
function deliverWithInvoice(tx: WriteTx, context: CommandContext, order: OrderRecord, byDeliveryNote: boolean): void {
  const lines = readLines(tx, order.id)
    .filter((line) => !line.isRemoved && !(byDeliveryNote && line.isStockItem))
    .map((line) => ({ line, quantityMilli: line.toBeDeliveredMilli }));
  bookDelivery(tx, context, { order, lines, cause: 'invoice' });
}

function noteInvoiced(tx: WriteTx, line: LineRecord): void {
  const coveredMilli = toBeInvoiced(line);
  if (coveredMilli === 0) return;
  run(tx, 'UPDATE order_line SET invoiced_milli = invoiced_milli + @coveredMilli WHERE id = @id', {
    id: line.id,
    coveredMilli,
  });
}
