import { AppError } from '../../../shared/errors.ts';
import type { SalesSettings } from '../../../shared/settings.ts';
import { remainingOf, toBeInvoiced } from '../orders/line-quantities.ts';
import type { LineRecord, OrderRecord } from '../orders/order-record.ts';
import { workOn } from '../orders/order-work.ts';

/**
 * May the order be invoiced now (domain.md 6)? Where all must be delivered first, services and free text count by what
 * the invoice would cover, for they never pass through the warehouse.
 *
 * @throws AppError 'order-finished', 'order-not-ready-for-invoicing', 'order-not-fully-delivered', 'nothing-to-invoice'
 */
export function requireInvoiceable(order: OrderRecord, lines: readonly LineRecord[], settings: SalesSettings): void {
  const work = workOn(order.status);
  if (!work.invoice) {
    const code = work.editContents ? 'order-not-ready-for-invoicing' : 'order-finished';
    throw new AppError(code, { status: order.status });
  }
  if (settings.invoiceOnlyWhenReady && !order.readyForInvoicing) throw new AppError('order-not-ready-for-invoicing');
  if (settings.invoiceOnlyWhenAllDelivered && lines.some((line) => isMissing(line))) {
    throw new AppError('order-not-fully-delivered');
  }
  if (lines.every((line) => toBeInvoiced(line) === 0)) throw new AppError('nothing-to-invoice');
}

function isMissing(line: LineRecord): boolean {
  const remaining = remainingOf(line);
  return line.isStockItem ? remaining > 0 : remaining > line.toBeDeliveredMilli;
}
