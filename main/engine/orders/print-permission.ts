import { AppError } from '../../../shared/errors.ts';
import type { SalesSettings } from '../../../shared/settings.ts';
import type { OrderRecord } from './order-record.ts';
import { hasEnded, workOn } from './order-work.ts';

/**
 * May warehouse papers of the order be printed now?
 * @throws AppError 'order-finished', 'nothing-to-deliver' for a quotation or order basis, 'order-not-process-complete'
 * where the company prints only what is complete (domain.md 6); what is invoiced was approved before
 */
export function requirePrintable(order: OrderRecord, settings: SalesSettings): void {
  const work = workOn(order.status);
  if (hasEnded(order.status)) throw new AppError('order-finished', { status: order.status });
  if (!work.printDeliveryNote) throw new AppError('nothing-to-deliver', { status: order.status });
  if (work.invoice && settings.printOnlyProcessComplete && !order.processComplete) {
    throw new AppError('order-not-process-complete');
  }
}
