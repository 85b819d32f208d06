import type { CommandContext } from '../main/engine/db/context.ts';
import { all, type WriteTx } from '../main/engine/db/database.ts';
import { readOrder } from '../main/engine/orders/order-store.ts';
import { createPurchase, receivePurchase, transferPurchase } from '../main/engine/purchasing/purchase-service.ts';
import { readPurchaseLines } from '../main/engine/purchasing/purchase-store.ts';
import { reservePurchase } from '../main/engine/purchasing/reservation-service.ts';
import { type DemoPurchase, demoPurchases } from './data/purchases.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoRegisters } from './fill-registers.ts';

/** Orders goods from the suppliers: drafts, transferred ones with dates, part and wholly received. */
export function playPurchases(tx: WriteTx, registers: DemoRegisters, calendar: DemoCalendar): void {
  for (const purchase of demoPurchases) playPurchase(tx, purchase, { registers, calendar });
}

function playPurchase(
  tx: WriteTx,
  purchase: DemoPurchase,
  { registers, calendar }: { readonly registers: DemoRegisters; readonly calendar: DemoCalendar },
): void {
  const context = calendar.contextAt(purchase.orderedDaysAgo, 90);
  const { expectedInDays } = purchase;
  const purchaseOrderId = createPurchase(tx, context, {
    supplierId: registers.supplierId(purchase.supplier),
    deliveryDate: expectedInDays === null ? null : calendar.dayIn(expectedInDays),
    lines: purchase.lines.map(({ productNo, quantity }) => ({
      productId: registers.productId(productNo),
      orderedMilli: quantity * 1000,
    })),
  });
  if (purchase.state === 'draft') return;
  const { purchaseVersion } = transferPurchase(tx, context, { purchaseOrderId, purchaseVersion: 1 });
  if (purchase.reservesFor !== undefined) {
    reserve(tx, context, { purchaseOrderId, productId: registers.productId(purchase.reservesFor) });
  }
  if (purchase.state === 'transferred') return;
  const isWhole = purchase.state === 'received';
  const lines = readPurchaseLines(tx, purchaseOrderId).map((line, index) => ({
    purchaseLineId: line.id,
    quantityMilli: isWhole || index === 0 ? line.orderedMilli : 0,
  }));
  const arrivedAt = calendar.contextAt(Math.max(1, -(expectedInDays ?? 0)), 60);
  receivePurchase(tx, arrivedAt, { purchaseOrderId, purchaseVersion, lines });
}

/** Every order line that waits for the product waits for this purchase from now on. */
function reserve(
  tx: WriteTx,
  context: CommandContext,
  { purchaseOrderId, productId }: { readonly purchaseOrderId: number; readonly productId: number },
): void {
  const purchaseLine = readPurchaseLines(tx, purchaseOrderId).find((line) => line.productId === productId);
  const waiting = all<{ orderId: number; lineId: number }>(
    tx,
    `SELECT l.order_id AS orderId, l.id AS lineId FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.product_id = @productId AND l.remaining_milli > 0 AND o.status = 'order' ORDER BY l.id`,
    { productId },
  );
  for (const { orderId, lineId } of waiting) {
    const orderVersion = readOrder(tx, orderId).version;
    reservePurchase(tx, context, { orderId, orderVersion, lineId, purchaseLineId: purchaseLine?.id ?? null });
  }
}
