import { AppError } from '../../../shared/errors.ts';
import type { NewOrderLine } from '../../../shared/sales-orders.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { readSalesSettings } from '../settings/company-store.ts';
import type { CustomerCopy, NewOrder } from './new-order.ts';
import { drawNumber, insertLine, insertOrder } from './order-store.ts';

/**
 * Makes an order with its lines and answers its id. Used by staff and by the website import; the caller sees to the
 * ledger of a webshop order (`effects.orderImported`).
 *
 * @throws AppError 'not-found' for an unknown contact or product, 'bad-input' for a line that says nothing,
 * 'quantity-out-of-range' when more is to be delivered than ordered
 */
export function createOrder(tx: WriteTx, context: CommandContext, order: NewOrder): number {
  const customer = order.customer ?? customerFrom(tx, order.contactId);
  const settings = readSalesSettings(tx);
  const orderId = insertOrder(tx, {
    ...customer,
    publicId: context.newUuid(),
    orderNo: drawNumber(tx, 'order'),
    status: order.status ?? 'order',
    contactId: order.contactId,
    websiteId: order.web?.websiteId ?? null,
    webOrderNo: order.web?.webOrderNo ?? '',
    orderingEmail: order.orderingEmail ?? '',
    language: order.language ?? null,
    orderDate: order.orderDate ?? context.today,
    deliveryDate: order.deliveryDate ?? null,
    currency: order.currency ?? companyCurrency(tx),
    freightMinor: order.freightMinor ?? 0,
    text: order.text ?? '',
    picked: false,
    readyForInvoicing: false,
    processComplete: settings.newOrdersAreProcessComplete,
    parentOrderId: null,
    creditedOrderId: null,
    invoiceNo: null,
    invoicedAt: null,
    createdAt: context.now,
  });
  order.lines.forEach((line, index) => {
    addLine(tx, orderId, line, index + 1);
  });
  logAction(tx, context, { what: 'order-made', orderId, details: { lines: order.lines.length } });
  return orderId;
}

/** Adds a line to an order and answers its id. @throws AppError as `createOrder` does */
export function addLine(tx: WriteTx, orderId: number, line: NewOrderLine, position: number): number {
  const product = line.productId === null || line.productId === undefined ? null : productFor(tx, line.productId);
  const description = line.description ?? product?.name;
  if (description === undefined) throw new AppError('bad-input', { field: 'description' });
  const toBeDeliveredMilli = line.toBeDeliveredMilli ?? line.orderedMilli;
  if (toBeDeliveredMilli > line.orderedMilli) {
    throw new AppError('quantity-out-of-range', { quantityMilli: toBeDeliveredMilli, mostMilli: line.orderedMilli });
  }
  return insertLine(tx, {
    orderId,
    position,
    productId: line.productId ?? null,
    productNo: line.productNo ?? product?.productNo ?? '',
    description,
    unit: line.unit ?? product?.unit ?? 'pcs',
    orderedMilli: line.orderedMilli,
    toBeDeliveredMilli,
    deliveredMilli: 0,
    invoicedMilli: 0,
    deliveryDate: line.deliveryDate ?? null,
    unitPriceMinor: line.unitPriceMinor ?? product?.unitPriceMinor ?? 0,
    vatPermille: line.vatPermille ?? product?.vatPermille ?? 250,
    purchaseLineId: null,
    originLineId: null,
  });
}

function customerFrom(db: ReadDb, contactId: number): CustomerCopy {
  const customer = get<CustomerCopy>(
    db,
    `SELECT name AS customerName, contact_person AS contactPerson, address_line1 AS addressLine1,
       address_line2 AS addressLine2, postcode, city, country FROM contact WHERE id = @contactId`,
    { contactId },
  );
  if (customer === undefined) throw new AppError('not-found', { contactId });
  return customer;
}

type ProductForLine = {
  readonly productNo: string;
  readonly name: string;
  readonly unit: string;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
};

function productFor(db: ReadDb, productId: number): ProductForLine {
  const product = get<ProductForLine>(
    db,
    `SELECT product_no AS productNo, name, unit, unit_price_minor AS unitPriceMinor, vat_permille AS vatPermille
     FROM product WHERE id = @productId`,
    { productId },
  );
  if (product === undefined) throw new AppError('not-found', { productId });
  return product;
}

function companyCurrency(db: ReadDb): string {
  const row = get<{ currency: string }>(db, 'SELECT currency FROM company');
  if (row === undefined) throw new Error('The company row is missing');
  return row.currency;
}
