import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { OrderSort } from '../../../shared/sales-orders.ts';

const place = z.object({
  /** Sorted lists come in stages, e.g. rows with a date before rows without. */
  stage: z.int().min(0).max(100),
  key: z.union([z.string().max(500), z.number()]),
  id: z.int().min(1),
});
/** Where an order stands in a sorted list. Keys may be equal, ids are not, so a page ends between two orders for sure. */
export type PlaceInList = z.infer<typeof place>;

const cursor = z.object({ by: z.string(), direction: z.string(), place });

/** The text that a window hands back to go on after `after`. */
export function writeCursor(sort: OrderSort, after: PlaceInList): string {
  return Buffer.from(JSON.stringify({ ...sort, place: after })).toString('base64url');
}

/** @throws AppError 'bad-input' for a cursor of another sorting, or none that we wrote */
export function readCursor(sort: OrderSort, text: string): PlaceInList {
  const parsed = cursor.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.by !== sort.by || parsed.data.direction !== sort.direction)
    throw new AppError('bad-input', { field: 'cursor' });
  return parsed.data.place;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Whether `a` stands before, at or after `b`; text as SQLite compares it, byte by byte. */
export function comparePlaces(a: PlaceInList, b: PlaceInList, direction: OrderSort['direction']): number {
  if (a.stage !== b.stage) return a.stage - b.stage;
  const byKey =
    typeof a.key === 'string' && typeof b.key === 'string'
      ? Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))
      : Number(a.key) - Number(b.key);
  const ascending = byKey === 0 ? a.id - b.id : byKey;
  return direction === 'ascending' ? ascending : -ascending;
}
