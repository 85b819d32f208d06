import type { DeliveryNoteScope } from '../../../shared/warehouse.ts';
import type { DeliveryNoteLine } from '../documents/document-models.ts';
import { toBeNoted } from '../orders/line-quantities.ts';
import type { LineRecord } from '../orders/order-record.ts';

/** One line of a note: what it covers now and what notes before it covered. */
export type CoveredLine = { readonly line: LineRecord; readonly nowMilli: number; readonly beforeMilli: number };

/** What a new original covers: everything delivered or to be delivered that stands on no note yet. */
export function coverageOfNewNote(lines: readonly LineRecord[], scope: DeliveryNoteScope): readonly CoveredLine[] {
  return lines
    .filter((line) => !line.isRemoved)
    .map((line) => ({ line, nowMilli: toBeNoted(line, scope), beforeMilli: line.notedMilli }));
}

/** What a copy shows: the quantities of its original. */
export function coverageOfCopy(
  lines: readonly LineRecord[],
  noted: readonly { readonly lineId: number; readonly quantityMilli: number }[],
  before: ReadonlyMap<number, number>,
): readonly CoveredLine[] {
  const now = new Map(noted.map(({ lineId, quantityMilli }) => [lineId, quantityMilli]));
  return lines
    .filter((line) => !line.isRemoved || now.has(line.id))
    .map((line) => ({ line, nowMilli: now.get(line.id) ?? 0, beforeMilli: before.get(line.id) ?? 0 }));
}

/** The lines to print: what goes now, and what is still to come. */
export function noteLines(
  coverage: readonly CoveredLine[],
  expectedDateOf: (lineId: number) => string | null,
): readonly DeliveryNoteLine[] {
  return coverage
    .map(({ line, nowMilli, beforeMilli }) => ({
      productNo: line.productNo,
      description: line.description,
      unit: line.unit,
      orderedMilli: line.orderedMilli,
      deliveredNowMilli: nowMilli,
      deliveredBeforeMilli: beforeMilli,
      toComeMilli: Math.max(0, line.orderedMilli - beforeMilli - nowMilli),
      expectedDate: expectedDateOf(line.id),
    }))
    .filter((line) => line.deliveredNowMilli > 0 || line.toComeMilli > 0);
}
