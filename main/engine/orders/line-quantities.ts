import { AppError } from '../../../shared/errors.ts';
import type { DeliveryNoteScope } from '../../../shared/warehouse.ts';

/**
 * What happens to the quantity of a line, in thousandths. To be delivered is what the next delivery or invoice covers of
 * what remains, so it is never above `remainingOf`. Moved was taken over by a back order (or, never delivered, by a
 * credit note); noted stands on original delivery notes.
 */
export type LineQuantities = {
  readonly orderedMilli: number;
  readonly toBeDeliveredMilli: number;
  readonly deliveredMilli: number;
  readonly invoicedMilli: number;
  readonly movedMilli: number;
  readonly notedMilli: number;
  readonly isRemoved: boolean;
};

/** What is still to be delivered on this order, now or later. */
export function remainingOf(line: LineQuantities): number {
  return line.isRemoved ? 0 : Math.max(0, line.orderedMilli - line.deliveredMilli - line.movedMilli);
}

/** The line after a delivery. @throws AppError 'quantity-out-of-range' for more than remains */
export function afterDelivery<Line extends LineQuantities>(line: Line, quantityMilli: number): Line {
  requireRange(quantityMilli, 0, remainingOf(line));
  return {
    ...line,
    deliveredMilli: line.deliveredMilli + quantityMilli,
    toBeDeliveredMilli: Math.max(0, line.toBeDeliveredMilli - quantityMilli),
  };
}

/** The line with another To be delivered. @throws AppError 'quantity-out-of-range' outside 0 to what remains */
export function withToBeDelivered<Line extends LineQuantities>(line: Line, toBeDeliveredMilli: number): Line {
  requireRange(toBeDeliveredMilli, 0, remainingOf(line));
  return { ...line, toBeDeliveredMilli };
}

/**
 * The line with another Qty. To be delivered follows where it was all that remained, and never exceeds what remains.
 * @throws AppError 'quantity-out-of-range' below what was delivered, moved or invoiced
 */
export function withOrdered<Line extends LineQuantities>(line: Line, orderedMilli: number): Line {
  const least = line.movedMilli + Math.max(line.deliveredMilli, line.invoicedMilli);
  requireRange(orderedMilli, least, Number.MAX_SAFE_INTEGER);
  const followed = line.toBeDeliveredMilli === remainingOf(line);
  const changed = { ...line, orderedMilli };
  const remaining = remainingOf(changed);
  return { ...changed, toBeDeliveredMilli: followed ? remaining : Math.min(line.toBeDeliveredMilli, remaining) };
}

/** What a new original delivery note covers of the line. */
export function toBeNoted(line: LineQuantities, scope: DeliveryNoteScope): number {
  if (line.isRemoved) return 0;
  const next = scope === 'to-be-delivered' ? line.toBeDeliveredMilli : 0;
  return Math.max(0, line.deliveredMilli + next - line.notedMilli);
}

/** What an invoice covers of the line: what was delivered and not invoiced, and what is to be delivered with it. */
export function toBeInvoiced(line: LineQuantities): number {
  if (line.isRemoved) return 0;
  return line.deliveredMilli - line.invoicedMilli + line.toBeDeliveredMilli;
}

/** What an invoice leaves for a back order. */
export function leftForBackOrder(line: LineQuantities): number {
  return remainingOf(line) - (line.isRemoved ? 0 : line.toBeDeliveredMilli);
}

function requireRange(quantityMilli: number, least: number, most: number): void {
  if (quantityMilli < least || quantityMilli > most) {
    throw new AppError('quantity-out-of-range', { quantityMilli, leastMilli: least, mostMilli: most });
  }
}
