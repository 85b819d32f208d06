import { AppError } from '../../../shared/errors.ts';
import { dayIn } from '../db/context.ts';
import { get, type ReadDb } from '../db/database.ts';
import type { InvoiceLine, InvoiceModel } from '../documents/document-models.ts';
import { invoiceTotals, lineAmount } from '../documents/invoice-totals.ts';
import { readDocumentHead } from '../orders/document-head-store.ts';
import type { LineRecord, OrderRecord } from '../orders/order-record.ts';
import { readLines, readOrder } from '../orders/order-store.ts';
import { freightVatPermille } from '../orders/order-totals.ts';
import { readCompany } from '../settings/company-store.ts';
import { isInvoicePrinted } from './invoice-print-store.ts';

/**
 * The invoice or credit note of an order as it was made; printing it again gives the same.
 * @throws AppError 'not-found' when the order has none
 */
export function readInvoiceModel(db: ReadDb, orderId: number): InvoiceModel {
  const order = readOrder(db, orderId);
  if (order.invoiceNo === null || order.invoicedAt === null) throw new AppError('not-found', { orderId });
  const isCredit = order.status === 'credit-note';
  const sign = isCredit ? -1 : 1;
  const lines = readLines(db, orderId).filter((line) => line.invoicedMilli > 0);
  const printed = lines.map((line) => invoiceLine(line, sign));
  const freightMinor = sign * order.freightMinor;
  return {
    ...readDocumentHead(db, order, order.invoicedAt),
    kind: isCredit ? 'credit-note' : 'invoice',
    isOriginal: !isInvoicePrinted(db, orderId),
    invoiceNo: order.invoiceNo,
    invoiceDate: dayIn(readCompany(db).timeZone, new Date(order.invoicedAt)),
    dueDate: null,
    creditedInvoiceNo: isCredit ? creditedInvoiceNo(db, order) : null,
    backOrderNo: isCredit ? null : backOrderNo(db, orderId),
    currency: order.currency,
    lines: printed,
    freightMinor,
    totals: invoiceTotals([...printed, { amountMinor: freightMinor, vatPermille: freightVatPermille(lines) }]),
  };
}

/** Amounts of a credit note are printed positive; its title says what they mean. */
function invoiceLine(line: LineRecord, sign: number): InvoiceLine {
  const unitPriceMinor = sign * line.unitPriceMinor;
  return {
    productNo: line.productNo,
    description: line.description,
    unit: line.unit,
    quantityMilli: line.invoicedMilli,
    unitPriceMinor,
    vatPermille: line.vatPermille,
    amountMinor: lineAmount(line.invoicedMilli, unitPriceMinor),
    toComeMilli: Math.max(0, line.orderedMilli - line.invoicedMilli),
  };
}

function creditedInvoiceNo(db: ReadDb, order: OrderRecord): number | null {
  return order.creditedOrderId === null ? null : readOrder(db, order.creditedOrderId).invoiceNo;
}

/** As the customer knows it; our own number where he knows none. */
function backOrderNo(db: ReadDb, orderId: number): string | null {
  const row = get<{ webOrderNo: string; orderNo: number }>(
    db,
    `SELECT web_order_no AS webOrderNo, order_no AS orderNo FROM sales_order
     WHERE parent_order_id = @orderId ORDER BY id LIMIT 1`,
    { orderId },
  );
  if (row === undefined) return null;
  return row.webOrderNo === '' ? String(row.orderNo) : row.webOrderNo;
}
