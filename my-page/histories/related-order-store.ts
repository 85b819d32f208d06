import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { ReadDb } from '../db/store.ts';
import { parseBody } from './history-store.ts';

/** More than an order has, so that a page stays a page. */
const mostShown = 50;

/** Back orders and credit notes that stem from an order and belong to the same account, oldest first. */
export async function readBackOrdersOf(db: ReadDb, order: OrderHistory): Promise<readonly OrderHistory[]> {
  if (order.accountId === null) return [];
  const rows = await db
    .selectFrom('order_history')
    .select('body')
    .where('origin_order_id', '=', order.orderId)
    .where('account_id', '=', order.accountId)
    .orderBy('order_date')
    .orderBy('order_id')
    .limit(mostShown)
    .execute();
  return rows.flatMap(({ body }) => parseBody(body));
}
