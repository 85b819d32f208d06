import { formatQuantity } from '../ui/format.ts';

export type QuantityLine = { readonly id: number; readonly firstMilli: number; readonly isScannable: boolean };

/** What a person typed or scanned so far, by line. Once something was scanned, only what was scanned or typed goes. */
export type TypedSoFar = { readonly typed: Readonly<Record<number, string>>; readonly isCounting: boolean };

/**
 * What stands in the quantity of every line: what was typed or scanned, however often the lines are read again meanwhile;
 * else what is expected, or 0 where scans count.
 */
export function shownQuantities(
  lines: readonly QuantityLine[],
  { typed, isCounting }: TypedSoFar,
): Readonly<Record<number, string>> {
  const firstOf = (line: QuantityLine) => formatQuantity(isCounting && line.isScannable ? 0 : line.firstMilli);
  return Object.fromEntries(lines.map((line) => [line.id, typed[line.id] ?? firstOf(line)]));
}
