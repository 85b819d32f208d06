/** My page writes amounts with the same function, and may import shared/my-page/ only. */
export {
  decimalSymbols,
  formatPrice,
  type PriceDisplay,
  type PriceWriting,
  plainPriceDisplay,
  priceDisplay,
  roundings,
  thousandSeparators,
} from './my-page/price-display.ts';
