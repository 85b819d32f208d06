import type { DateSource } from '../../../shared/change.ts';
import { all, type ReadDb } from '../db/database.ts';

export type EffectiveDate = { readonly date: string | null; readonly source: DateSource };

/** The dates that a line may go by, as they stand in the registers; `null` where none is entered. */
export type DateCandidates = {
  readonly lineDate: string | null;
  readonly productDate: string | null;
  readonly orderDate: string | null;
  readonly linkedPurchaseDate: string | null;
  readonly openPurchaseDate: string | null;
};

/** The expected delivery date of a line and which date decided (domain.md 9.7, rule 6). */
export function effectiveDateOf(candidates: DateCandidates): EffectiveDate {
  const inOrder: readonly (readonly [string | null, DateSource])[] = [
    [candidates.lineDate, 'line'],
    [candidates.productDate, 'product'],
    [candidates.orderDate, 'order'],
    [candidates.linkedPurchaseDate, 'linked-purchase'],
    [candidates.openPurchaseDate, 'open-purchase'],
  ];
  for (const [date, source] of inOrder) if (date !== null) return { date, source };
  return { date: null, source: 'none' };
}

/** Effective dates of all lines with a remaining quantity in these orders, by line id. */
export function readEffectiveDates(db: ReadDb, orderIds: readonly number[]): Map<number, EffectiveDate> {
  const rows = all<DateCandidates & { readonly lineId: number }>(
    db,
    `SELECT l.id AS lineId, l.delivery_date AS lineDate, p.expected_delivery_date AS productDate, o.delivery_date AS orderDate,
       (SELECT coalesce(pl.delivery_date, po.delivery_date) FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
         WHERE pl.id = l.purchase_line_id AND po.status <> 'cancelled' AND pl.received_milli < pl.ordered_milli) AS linkedPurchaseDate,
       (SELECT min(coalesce(pl.delivery_date, po.delivery_date)) FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
         WHERE pl.product_id = l.product_id AND pl.received_milli < pl.ordered_milli AND po.status = 'transferred') AS openPurchaseDate
     FROM order_line l JOIN sales_order o ON o.id = l.order_id LEFT JOIN product p ON p.id = l.product_id
     WHERE l.order_id IN (SELECT value FROM json_each(@orderIds)) AND l.remaining_milli > 0`,
    { orderIds: JSON.stringify(orderIds) },
  );
  return new Map(rows.map((row) => [row.lineId, effectiveDateOf(row)]));
}
