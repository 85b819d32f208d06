/** An open order line that waits for a product, oldest first among its kind. Quantities in thousandths. */
export type WaitingLine = {
  readonly lineId: number;
  readonly orderId: number;
  readonly productId: number;
  readonly remainingMilli: number;
  /** Waits for a purchase already. */
  readonly isReserved: boolean;
};

/** What stock and open purchases give, in thousandths. */
export type Supply = { readonly stockMilli: number; readonly onPurchaseMilli: number };

/** What open orders wait for beyond stock and open purchases; stock below zero has been promised already. */
export function missingOf(waitingMilli: number, { stockMilli, onPurchaseMilli }: Supply): number {
  return Math.max(0, waitingMilli - stockMilli - onPurchaseMilli);
}

/**
 * The lines that a purchase of `orderedMilli` is for. What there is already goes to reserved lines first, which have a
 * purchase of their own, then to the oldest; the purchase is reserved for the next ones as far as it reaches.
 */
export function linesToReserve(
  waiting: readonly WaitingLine[],
  supply: Supply,
  orderedMilli: number,
): readonly WaitingLine[] {
  const sum = (lines: readonly WaitingLine[]) => lines.reduce((total, line) => total + line.remainingMilli, 0);
  let thereMilli = supply.stockMilli + supply.onPurchaseMilli - sum(waiting.filter((line) => line.isReserved));
  let leftMilli = orderedMilli;
  return waiting.filter((line) => {
    if (line.isReserved) return false;
    const covered = Math.min(line.remainingMilli, Math.max(0, thereMilli));
    thereMilli -= covered;
    const wantedMilli = line.remainingMilli - covered;
    if (wantedMilli === 0 || leftMilli <= 0) return false;
    leftMilli -= wantedMilli;
    return true;
  });
}
