import { AppError } from '../../../shared/errors.ts';
import type { ReserveInput } from '../../../shared/purchasing.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { raiseVersion, readLines, readOrderAt } from '../orders/order-store.ts';
import { requireWork } from '../orders/order-work.ts';

/**
 * Lets a sales order line wait for a purchase line, or no longer (domain.md 5.2, 9.7 rule 6).
 * @throws AppError 'order-changed-meanwhile', 'order-finished', 'not-found', 'purchase-finished',
 * 'bad-input' for another product
 */
export function reservePurchase(
  tx: WriteTx,
  context: CommandContext,
  input: ReserveInput,
): { readonly orderVersion: number } {
  const order = readOrderAt(tx, input);
  requireWork(order.status, 'editDelivery');
  const line = readLines(tx, order.id).find(({ id, isRemoved }) => id === input.lineId && !isRemoved);
  if (line === undefined) throw new AppError('not-found', { lineId: input.lineId });
  if (input.purchaseLineId !== null) requireReservable(tx, input.purchaseLineId, line.productId);
  const changed = setColumns(tx, 'order_line', line.id, { purchase_line_id: input.purchaseLineId });
  if (changed.length === 0) return { orderVersion: order.version };
  const details = { lineId: line.id, purchaseLineId: input.purchaseLineId };
  logAction(tx, context, { what: 'purchase-reserved', orderId: order.id, details });
  return { orderVersion: raiseVersion(tx, order.id) };
}

function requireReservable(db: ReadDb, purchaseLineId: number, productId: number | null): void {
  const row = get<{ productId: number; isOpen: number }>(
    db,
    `SELECT l.product_id AS productId, po.status IN ('draft','transferred') AND l.received_milli < l.ordered_milli AS isOpen
     FROM purchase_line l JOIN purchase_order po ON po.id = l.purchase_order_id WHERE l.id = @purchaseLineId`,
    { purchaseLineId },
  );
  if (row === undefined) throw new AppError('not-found', { purchaseLineId });
  if (row.productId !== productId) throw new AppError('bad-input', { field: 'purchaseLineId' });
  if (row.isOpen !== 1) throw new AppError('purchase-finished');
}
