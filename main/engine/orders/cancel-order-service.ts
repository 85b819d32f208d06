import { AppError } from '../../../shared/errors.ts';
import type { CancelOrderInput } from '../../../shared/sales-orders.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { raiseVersion, readLines, readOrderAt } from './order-store.ts';
import { requireWork } from './order-work.ts';

/**
 * Ends an order that was not invoiced: Cancelled or Lost sale; the record stays for reports (domain.md 4.2). It waits
 * for no purchase any more.
 *
 * @throws AppError 'order-changed-meanwhile', 'order-finished', 'order-partly-delivered' when goods have left, for
 * those must be invoiced first
 */
export function cancelOrder(tx: WriteTx, context: CommandContext, input: CancelOrderInput): void {
  const order = readOrderAt(tx, input);
  requireWork(order.status, 'cancel');
  const lines = readLines(tx, order.id);
  if (lines.some((line) => line.deliveredMilli > line.invoicedMilli)) throw new AppError('order-partly-delivered');
  for (const line of lines) {
    setColumns(tx, 'order_line', line.id, { to_be_delivered_milli: 0, purchase_line_id: null });
  }
  setColumns(tx, 'sales_order', order.id, { status: input.as });
  raiseVersion(tx, order.id);
  logAction(tx, context, { what: 'order-cancelled', orderId: order.id, details: { as: input.as } });
}
