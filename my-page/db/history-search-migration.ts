import { orderHistory } from '../../shared/my-page/protocol.ts';
import { searchTextOf } from '../histories/search-text.ts';
import type { WriteTx } from './store.ts';

const rowsAtOnce = 500;

/** Migration 3: what order histories are searched by, and which order they stem from. */
export const historySearchMigration: readonly string[] = [
  `ALTER TABLE order_history ADD COLUMN search_text TEXT`,
  `ALTER TABLE order_history ADD COLUMN origin_order_id TEXT`,
  `CREATE INDEX order_history_origin ON order_history(origin_order_id)`,
];

/** Fills the new columns from the documents that stand there already. */
export async function fillHistorySearch(tx: WriteTx): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await tx
      .selectFrom('order_history')
      .select(['order_id', 'body'])
      .where('order_id', '>', after)
      .orderBy('order_id')
      .limit(rowsAtOnce)
      .execute();
    for (const { order_id, body } of rows) {
      if (body === null) continue;
      const order = orderHistory.parse(JSON.parse(body));
      await tx
        .updateTable('order_history')
        .set({ search_text: searchTextOf(order), origin_order_id: order.originOrderId })
        .where('order_id', '=', order_id)
        .execute();
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.order_id;
  }
}
