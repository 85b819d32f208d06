import { parseAmount } from '../ui/parse.ts';

/** A rate as staff type it, in per cent, as thousandths; null for what is none between 0 and 100. */
export function vatPermilleOf(text: string): number | null {
  const minor = parseAmount(text);
  return minor === null || minor > 10_000 || minor % 10 !== 0 ? null : minor / 10;
}
