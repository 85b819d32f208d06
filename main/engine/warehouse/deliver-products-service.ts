import { AppError } from '../../../shared/errors.ts';
import type { DeliverProductsInput } from '../../../shared/warehouse.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { chosenLines } from '../orders/chosen-lines.ts';
import { bookDelivery } from '../orders/delivery-store.ts';
import { raiseVersion, readLines, readOrderAt } from '../orders/order-store.ts';
import { workOn } from '../orders/order-work.ts';
import { requirePrintable } from '../orders/print-permission.ts';
import { readSalesSettings } from '../settings/company-store.ts';

/**
 * Deliver products - Print and update warehouse (domain.md 5.1): stock down, delivered up, no invoice. Its delivery note
 * is printed and confirmed after it, so a cancelled print takes no delivery back and tells no printed note.
 *
 * @throws AppError 'order-changed-meanwhile', 'order-finished', 'order-not-process-complete', 'nothing-to-deliver',
 * 'quantity-out-of-range', 'not-found', 'bad-input'
 */
export function deliverProducts(
  tx: WriteTx,
  context: CommandContext,
  input: DeliverProductsInput,
): { readonly deliveryId: number; readonly orderVersion: number } {
  const order = readOrderAt(tx, input);
  requirePrintable(order, readSalesSettings(tx));
  if (!workOn(order.status).deliver) throw new AppError('order-finished', { status: order.status });
  const lines = chosenLines(readLines(tx, order.id), input.lines);
  const deliveryId = bookDelivery(tx, context, { order, lines, cause: 'warehouse' });
  if (deliveryId === null) throw new AppError('nothing-to-deliver');
  logAction(tx, context, {
    what: 'products-delivered',
    orderId: order.id,
    details: { deliveryId, lines: input.lines.filter(({ quantityMilli }) => quantityMilli > 0) },
  });
  return { deliveryId, orderVersion: raiseVersion(tx, order.id) };
}
