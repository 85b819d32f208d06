import type { ConfirmedPapers, InvoiceInBatch } from '../../../shared/papers.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import type { InvoiceModel } from '../documents/document-models.ts';
import { logAction } from '../logging/log-store.ts';
import { type Attempted, forEachOrder } from '../orders/each-order.ts';
import { readInvoiceModel } from './invoice-model-store.ts';
import { insertInvoicePrint, isInvoicePrinted } from './invoice-print-store.ts';

/** The invoices and credit notes of a selection of orders; stores nothing. An order without one is named. */
export function prepareInvoices(
  db: ReadDb,
  orderIds: readonly number[],
): Attempted<{ readonly paper: InvoiceInBatch; readonly model: InvoiceModel }> {
  const refs = orderIds.map((orderId) => ({ orderId }));
  return forEachOrder(db, refs, ({ orderId }) => {
    const model = readInvoiceModel(db, orderId);
    const { orderNo, invoiceNo, isOriginal } = model;
    return { paper: { orderId, orderNo, invoiceNo, isOriginal }, model };
  });
}

/** The printer took the invoices, or they were saved: further prints are copies. */
export function confirmInvoicesPrinted(
  tx: WriteTx,
  context: CommandContext,
  { orderIds, how }: { readonly orderIds: readonly number[]; readonly how: 'printer' | 'pdf' },
): ConfirmedPapers {
  const refs = orderIds.map((orderId) => ({ orderId }));
  const { done, leftOut } = forEachOrder(tx, refs, ({ orderId }) => {
    const { invoiceNo } = readInvoiceModel(tx, orderId);
    const details = { invoiceNo, isOriginal: !isInvoicePrinted(tx, orderId), how };
    insertInvoicePrint(tx, context, { orderId, how });
    logAction(tx, context, { what: 'invoice-printed', orderId, details });
    return orderId;
  });
  return { confirmed: done, leftOut };
}
