import type { InvoiceTotals, InvoiceVat } from './document-models.ts';

/** Anything that VAT is reckoned on: a line, or the freight. Minor units, without VAT. */
export type TaxedAmount = { readonly amountMinor: number; readonly vatPermille: number };

/** Sums amounts per VAT rate; VAT is rounded once per rate, half away from zero, so that rate and base always agree. */
export function invoiceTotals(amounts: readonly TaxedAmount[]): InvoiceTotals {
  const bases = new Map<number, number>();
  for (const { vatPermille, amountMinor } of amounts) {
    bases.set(vatPermille, (bases.get(vatPermille) ?? 0) + amountMinor);
  }
  const vat: InvoiceVat[] = [...bases]
    .sort(([a], [b]) => b - a)
    .map(([vatPermille, baseMinor]) => ({
      vatPermille,
      baseMinor,
      vatMinor: roundHalfAway(baseMinor * vatPermille, 1000),
    }));
  const netMinor = vat.reduce((sum, row) => sum + row.baseMinor, 0);
  return { netMinor, vat, totalMinor: vat.reduce((sum, row) => sum + row.vatMinor, netMinor) };
}

/** Amount of a line in minor units: quantity in thousandths times the price of one unit, rounded half away from zero. */
export function lineAmount(quantityMilli: number, unitPriceMinor: number): number {
  return roundHalfAway(quantityMilli * unitPriceMinor, 1000);
}

/** Exact also where the product is beyond what a number holds exactly. */
function roundHalfAway(product: number, divisor: number): number {
  const quotient = Math.round(Math.abs(product) / divisor);
  return product < 0 ? -quotient : quotient;
}
