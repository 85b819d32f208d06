import { orderHistory } from '../../shared/my-page/protocol.ts';
import { listedFormOf } from '../histories/listed-history.ts';
import type { WriteTx } from './store.ts';

const rowsAtOnce = 500;

/**
 * Migration 6: what the list of orders shows, in a column of its own, so that a page of it reads no documents, and indexes
 * that answer its questions: an account's orders newest first with back orders told apart, what stems from an order, the
 * moment an account's orders were last looked at, and which orders placed here may not have been handled.
 */
export const historyListMigration: readonly string[] = [
  `ALTER TABLE order_history ADD COLUMN listed TEXT`,
  `DROP INDEX order_history_account`,
  `CREATE INDEX order_history_listed ON order_history(account_id, order_date, order_id, origin_order_id)`,
  `DROP INDEX order_history_origin`,
  `CREATE INDEX order_history_origin ON order_history(origin_order_id, account_id) WHERE origin_order_id IS NOT NULL`,
  `CREATE INDEX order_history_as_of ON order_history(account_id, as_of)`,
  `DROP INDEX web_order_account`,
  `CREATE INDEX web_order_account ON web_order(account_id, placed_at, web_order_no)`,
];

/** Fills the new column from the documents that stand there already. */
export async function fillHistoryList(tx: WriteTx): Promise<void> {
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
      await tx
        .updateTable('order_history')
        .set({ listed: listedFormOf(orderHistory.parse(JSON.parse(body))) })
        .where('order_id', '=', order_id)
        .execute();
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.order_id;
  }
}
