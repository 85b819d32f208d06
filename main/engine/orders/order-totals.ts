import type { OrderTotals } from '../../../shared/sales-orders.ts';
import { invoiceTotals, lineAmount, type TaxedAmount } from '../documents/invoice-totals.ts';

/** What a line's amount is reckoned on. */
export type PricedLine = {
  readonly orderedMilli: number;
  readonly movedMilli: number;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  readonly isRemoved: boolean;
};

/** Amount of a line without VAT, less what a back order took over. */
export function amountOf(line: PricedLine): number {
  return line.isRemoved ? 0 : lineAmount(line.orderedMilli - line.movedMilli, line.unitPriceMinor);
}

/** Freight bears the highest VAT rate among the goods it carries; 25 % where there are none. */
export function freightVatPermille(lines: readonly { readonly vatPermille: number }[]): number {
  return lines.length === 0 ? 250 : Math.max(...lines.map((line) => line.vatPermille));
}

/** Totals of an order with freight. */
export function orderTotals(lines: readonly PricedLine[], freightMinor: number): OrderTotals {
  const kept = lines.filter((line) => !line.isRemoved);
  const amounts: TaxedAmount[] = kept.map((line) => ({ amountMinor: amountOf(line), vatPermille: line.vatPermille }));
  amounts.push({ amountMinor: freightMinor, vatPermille: freightVatPermille(kept) });
  const { netMinor, totalMinor } = invoiceTotals(amounts);
  return { netMinor, vatMinor: totalMinor - netMinor, totalMinor };
}
