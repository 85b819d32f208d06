import { kept } from './kept.ts';

/** How many digits a currency's minor unit has: 2 for NOK, 0 for JPY (ISO 4217). */
export const minorDigits = kept(
  (currency) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
);
