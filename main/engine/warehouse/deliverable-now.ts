import type { z } from 'zod';
import type { Page } from '../../../shared/fields.ts';
import type { listNotDeliveredInput, NotDeliveredRow } from '../../../shared/warehouse.ts';

type Input = z.infer<typeof listNotDeliveredInput>;

/**
 * Orders of which all that is to be delivered is in stock, out of the pages of Orders, not delivered; reads on until a page
 * is full, so that a list is never shown an empty page with more behind it.
 */
export function deliverableNow(read: (input: Input) => Page<NotDeliveredRow>, input: Input): Page<NotDeliveredRow> {
  const rows: NotDeliveredRow[] = [];
  let cursor = input.cursor;
  do {
    const page = read({ ...input, cursor });
    rows.push(...page.rows.filter((row) => row.isInStock && row.toBeDeliveredMilli > 0));
    cursor = page.nextCursor;
  } while (cursor !== null && rows.length <= input.limit);
  const shown = rows.slice(0, input.limit);
  return { rows: shown, nextCursor: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null };
}
