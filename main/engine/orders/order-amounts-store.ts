import { all, get, type ReadDb } from '../db/database.ts';
import type { PricedLine } from './order-totals.ts';

/** What an order's amounts are reckoned on; removed lines are left out. */
export type OrderAmounts = {
  readonly lines: readonly PricedLine[];
  readonly freightMinor: number;
  readonly currency: string;
};

/** @throws Error when there is no such order */
export function readOrderAmounts(db: ReadDb, orderId: number): OrderAmounts {
  const order = get<Omit<OrderAmounts, 'lines'>>(
    db,
    'SELECT freight_minor AS freightMinor, currency FROM sales_order WHERE id = @orderId',
    { orderId },
  );
  if (order === undefined) throw new Error(`No order ${orderId}`);
  const lines = all<Omit<PricedLine, 'isRemoved'>>(
    db,
    `SELECT ordered_milli AS orderedMilli, moved_milli AS movedMilli, unit_price_minor AS unitPriceMinor,
       vat_permille AS vatPermille
     FROM order_line WHERE order_id = @orderId AND is_removed = 0`,
    { orderId },
  );
  return { ...order, lines: lines.map((line) => ({ ...line, isRemoved: false })) };
}
