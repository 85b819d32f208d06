import type { PriceDisplay } from '../../../shared/price-display.ts';

/** A website's price display as its row holds it. */
export const priceColumns = `price_prefix AS pricePrefix, price_suffix AS priceSuffix, price_includes_vat AS priceIncludesVat,
  price_decimal_symbol AS priceDecimalSymbol, price_thousand_separator AS priceThousandSeparator,
  price_decimals AS priceDecimals, price_rounding AS priceRounding`;

export type PriceColumns = {
  readonly pricePrefix: string | null;
  readonly priceSuffix: string;
  readonly priceIncludesVat: number;
  readonly priceDecimalSymbol: PriceDisplay['decimalSymbol'];
  readonly priceThousandSeparator: PriceDisplay['thousandSeparator'];
  readonly priceDecimals: number | null;
  readonly priceRounding: PriceDisplay['rounding'];
};

/** Parts a row that was read with `priceColumns` into the price display and the rest. */
export function takePrices<Row extends PriceColumns>(
  row: Row,
): { readonly prices: PriceDisplay; readonly rest: Omit<Row, keyof PriceColumns> } {
  const {
    pricePrefix: prefix,
    priceSuffix: suffix,
    priceIncludesVat,
    priceDecimalSymbol: decimalSymbol,
    priceThousandSeparator: thousandSeparator,
    priceDecimals: decimals,
    priceRounding: rounding,
    ...rest
  } = row;
  const includesVat = priceIncludesVat === 1;
  return { prices: { prefix, suffix, includesVat, decimalSymbol, thousandSeparator, decimals, rounding }, rest };
}
