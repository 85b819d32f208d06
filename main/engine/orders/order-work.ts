import { AppError } from '../../../shared/errors.ts';
import { endedStatuses, type OrderStatus, openStatuses } from '../../../shared/order.ts';
import type { OrderWork } from '../../../shared/sales-orders.ts';

const unprocessed: readonly OrderStatus[] = ['quotation', 'order-basis', 'order', 'batch-order', 'back-order'];
const invoiceable: readonly OrderStatus[] = ['order', 'batch-order', 'back-order'];

/** Which work a status allows (domain.md 4.2); a shipping no. may still come when the invoice is made. */
export function workOn(status: OrderStatus): OrderWork {
  const isOpen = openStatuses.includes(status);
  const isInvoice = status === 'invoice' || status === 'invoice-not-delivered';
  const isUnprocessed = unprocessed.includes(status);
  return {
    editContents: isUnprocessed,
    editDelivery: isUnprocessed || isOpen,
    editPicked: isOpen || isInvoice,
    editShipments: isUnprocessed || isInvoice,
    deliver: isOpen,
    printDeliveryNote: isOpen || isInvoice,
    invoice: invoiceable.includes(status),
    cancel: isUnprocessed,
    credit: isInvoice,
  };
}

/** @throws AppError 'order-finished' when the status does not allow the work */
export function requireWork(status: OrderStatus, work: keyof OrderWork): void {
  if (!workOn(status)[work]) throw new AppError('order-finished', { status });
}

/** Cancelled, lost and credit notes: nothing at all changes on them. */
export function hasEnded(status: OrderStatus): boolean {
  return endedStatuses.includes(status);
}
