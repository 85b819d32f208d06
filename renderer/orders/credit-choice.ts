import type { CreditPreview } from '../../shared/order-window.ts';
import { formatQuantity } from '../ui/format.ts';
import { parseQuantity } from '../ui/parse.ts';
import { t } from '../ui/texts.ts';

type CreditableLine = CreditPreview['lines'][number];

/** What is typed per line, by line id; a line that is left alone is credited whole. */
export type TypedQuantities = ReadonlyMap<number, string>;

export function typedFor(typed: TypedQuantities, line: CreditableLine): string {
  return typed.get(line.lineId) ?? formatQuantity(line.mostMilli);
}

/** What is wrong with the quantity of a line, or null. */
export function creditProblem(text: string, line: CreditableLine): string | null {
  const milli = text.trim() === '' ? 0 : parseQuantity(text);
  if (milli === null) return t('common:wrong.quantity', { example: formatQuantity(500) });
  if (milli > line.mostMilli) return t('order-window:credit.tooMany', { quantity: formatQuantity(line.mostMilli) });
  return null;
}

/** The lines to credit; null as long as one of them cannot be read. */
export function chosenLines(
  lines: readonly CreditableLine[],
  typed: TypedQuantities,
): { lineId: number; quantityMilli: number }[] | null {
  if (lines.some((line) => creditProblem(typedFor(typed, line), line) !== null)) return null;
  return lines
    .map((line) => ({ lineId: line.lineId, quantityMilli: parseQuantity(typedFor(typed, line)) ?? 0 }))
    .filter(({ quantityMilli }) => quantityMilli > 0);
}
