import { minorDigits } from '../../../shared/formatting.ts';

/** What a cell says in hundredths, in minor units of its currency: 1250 yen are read as 125000 hundredths and stored as 1250. */
export function inMinorUnits(hundredths: number | undefined, currency: string): number | undefined {
  return hundredths === undefined ? undefined : Math.round(hundredths * 10 ** (minorDigits(currency) - 2));
}
