import type { FactMove } from '../../../shared/change.ts';

/** A quantity of a line that moved, in thousandths of a unit. */
export type MovedQuantity = { readonly fromMilli: number; readonly toMilli: number };

export function quantity(move: FactMove): MovedQuantity {
  return { fromMilli: Number(move.from ?? 0), toMilli: Number(move.to ?? 0) };
}

export function isNoMove(moved: MovedQuantity | null): boolean {
  return moved !== null && moved.fromMilli === moved.toMilli;
}

/** What was delivered is no longer to be delivered: that needs no sentence of its own. */
export function followsFrom(toBeDelivered: MovedQuantity | null, delivered: MovedQuantity | null): boolean {
  if (toBeDelivered === null || delivered === null) return false;
  return toBeDelivered.fromMilli - toBeDelivered.toMilli === delivered.toMilli - delivered.fromMilli;
}
