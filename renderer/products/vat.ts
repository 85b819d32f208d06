import { parseHundredths } from '../ui/parse.ts';

/** A rate as staff type it, in per cent, as thousandths; null for what is none between 0 and 100. */
export function vatPermilleOf(text: string): number | null {
  const hundredths = parseHundredths(text);
  return hundredths === null || hundredths > 10_000 || hundredths % 10 !== 0 ? null : hundredths / 10;
}
