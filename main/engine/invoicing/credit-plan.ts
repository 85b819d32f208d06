import { AppError } from '../../../shared/errors.ts';
import { remainingOf } from '../orders/line-quantities.ts';
import type { LineRecord } from '../orders/order-record.ts';

/** What a credit note takes back of one invoiced line, in thousandths. */
export type CreditedLine = {
  readonly line: LineRecord;
  readonly creditedMilli: number;
  /** Of that, what had not been delivered: it leaves the order and is not delivered any more. */
  readonly undeliveredMilli: number;
  /** Of that, what had been delivered: it may come back into stock. */
  readonly deliveredMilli: number;
};

/**
 * Splits the quantities to credit; without a choice all that was invoiced and not credited before. What was never
 * delivered is credited first.
 *
 * @throws AppError 'quantity-out-of-range' for more than stands invoiced, 'nothing-to-credit'
 */
export function planCredit(
  lines: readonly LineRecord[],
  creditedBefore: ReadonlyMap<number, number>,
  chosen: ReadonlyMap<number, number> | null,
): readonly CreditedLine[] {
  const planned = lines.flatMap((line) => {
    const mostMilli = line.invoicedMilli - (creditedBefore.get(line.id) ?? 0);
    const creditedMilli = chosen === null ? mostMilli : (chosen.get(line.id) ?? 0);
    if (creditedMilli > mostMilli)
      throw new AppError('quantity-out-of-range', { quantityMilli: creditedMilli, mostMilli });
    if (creditedMilli <= 0) return [];
    const undeliveredMilli = Math.min(creditedMilli, remainingOf(line));
    return [{ line, creditedMilli, undeliveredMilli, deliveredMilli: creditedMilli - undeliveredMilli }];
  });
  if (planned.length === 0) throw new AppError('nothing-to-credit');
  return planned;
}
