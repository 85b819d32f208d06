import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { createOrder } from './create-order-service.ts';
import { readLines, readOrder } from './order-store.ts';

/**
 * Makes a new, unprocessed order of the same contact with the same lines at the same prices, and answers its id. It did
 * not come from the website, so it is no webshop order and never mails (domain.md 4.1, 9.6). Name and address are those
 * of the contact card now; dates, shipments and reservations are not taken over.
 *
 * @throws AppError 'not-found', 'order-finished' for a credit note
 */
export function duplicateOrder(tx: WriteTx, context: CommandContext, orderId: number): number {
  const order = readOrder(tx, orderId);
  if (order.status === 'credit-note' || order.status === 'unissued-credit-note') {
    throw new AppError('order-finished', { status: order.status });
  }
  return createOrder(tx, context, {
    contactId: order.contactId,
    web: null,
    language: order.language,
    currency: order.currency,
    freightMinor: order.freightMinor,
    text: order.text,
    lines: readLines(tx, orderId)
      .filter((line) => !line.isRemoved)
      .map((line) => ({
        productId: line.productId,
        productNo: line.productNo,
        description: line.description,
        unit: line.unit,
        orderedMilli: line.orderedMilli,
        unitPriceMinor: line.unitPriceMinor,
        vatPermille: line.vatPermille,
        deliveryDate: null,
      })),
  });
}
