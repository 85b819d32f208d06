import { AppError } from '../../../shared/errors.ts';
import type { PurchaseStatus } from '../../../shared/order.ts';

export type PurchaseRecord = {
  readonly id: number;
  readonly purchaseNo: number;
  readonly version: number;
  readonly supplierId: number;
  readonly status: PurchaseStatus;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
};

export type PurchaseLineRecord = {
  readonly id: number;
  readonly position: number;
  readonly productId: number;
  readonly orderedMilli: number;
  readonly receivedMilli: number;
  readonly deliveryDate: string | null;
};

/** Dates may change while something is to come. @throws AppError 'purchase-finished' */
export function requireOpen(purchase: PurchaseRecord): void {
  if (purchase.status === 'received' || purchase.status === 'cancelled') {
    throw new AppError('purchase-finished', { status: purchase.status });
  }
}

/** What was transferred is the supplier's to deliver as it stands. @throws AppError 'purchase-finished' */
export function requireDraft(purchase: PurchaseRecord): void {
  if (purchase.status !== 'draft') throw new AppError('purchase-finished', { status: purchase.status });
}

/** The line after goods came. @throws AppError 'quantity-out-of-range' for more than was ordered and not received */
export function afterReceipt(line: PurchaseLineRecord, quantityMilli: number): PurchaseLineRecord {
  const mostMilli = line.orderedMilli - line.receivedMilli;
  if (quantityMilli < 0 || quantityMilli > mostMilli) {
    throw new AppError('quantity-out-of-range', { quantityMilli, leastMilli: 0, mostMilli });
  }
  return { ...line, receivedMilli: line.receivedMilli + quantityMilli };
}

export function isReceived(lines: readonly PurchaseLineRecord[]): boolean {
  return lines.every((line) => line.receivedMilli >= line.orderedMilli);
}

/** The line after goods went back. @throws AppError 'quantity-out-of-range' for more than was received */
export function afterReturn(
  line: PurchaseLineRecord,
  { quantityMilli, isReplaced }: { readonly quantityMilli: number; readonly isReplaced: boolean },
): PurchaseLineRecord {
  if (quantityMilli < 0 || quantityMilli > line.receivedMilli) {
    throw new AppError('quantity-out-of-range', { quantityMilli, leastMilli: 0, mostMilli: line.receivedMilli });
  }
  return {
    ...line,
    receivedMilli: line.receivedMilli - quantityMilli,
    orderedMilli: isReplaced ? line.orderedMilli : line.orderedMilli - quantityMilli,
  };
}

/** Where a purchase order that was transferred stands by its lines; one of which nothing is left was cancelled. */
export function statusAfter(lines: readonly PurchaseLineRecord[]): PurchaseStatus {
  if (!isReceived(lines)) return 'transferred';
  return lines.some((line) => line.receivedMilli > 0) ? 'received' : 'cancelled';
}
