import type { PurchaseMissingInput } from '../../../shared/purchasing.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { raiseVersion } from '../orders/order-store.ts';
import { linesToReserve } from './missing-products.ts';
import { readSupply, readWaitingLines } from './missing-store.ts';
import { createPurchase } from './purchase-service.ts';
import { insertPurchaseLine } from './purchase-store.ts';

/**
 * Purchase what is missing: a draft whose lines are reserved for the order lines that wait (domain.md 5.2), judged by
 * what is missing now, not by what the window showed. Answers the purchase order's id.
 * @throws AppError 'not-found'
 */
export function purchaseMissing(tx: WriteTx, context: CommandContext, input: PurchaseMissingInput): number {
  const { supplierId, deliveryDate = null } = input;
  const purchaseOrderId = createPurchase(tx, context, { supplierId, deliveryDate });
  const reservedOrders = new Set<number>();
  for (const { productId, orderedMilli } of input.lines) {
    const lines = linesToReserve(readWaitingLines(tx, productId), readSupply(tx, productId), orderedMilli);
    const purchaseLineId = insertPurchaseLine(tx, purchaseOrderId, { productId, orderedMilli });
    for (const { lineId, orderId } of lines) {
      setColumns(tx, 'order_line', lineId, { purchase_line_id: purchaseLineId });
      logAction(tx, context, { what: 'purchase-reserved', orderId, details: { lineId, purchaseLineId } });
      reservedOrders.add(orderId);
    }
  }
  for (const orderId of reservedOrders) raiseVersion(tx, orderId);
  return purchaseOrderId;
}
