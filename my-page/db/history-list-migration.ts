import { orderHistory } from '../../shared/my-page/protocol.ts';
import type { WriteTx } from './store.ts';

const rowsAtOnce = 500;

/**
 * Migration 6: what the list of orders shows, in columns of its own, so that a page of it reads no documents. The first
 * index gives an account's orders newest first and tells back orders apart without looking at the rows; the second the
 * moment its orders were last looked at.
 */
export const historyListMigration: readonly string[] = [
  `ALTER TABLE order_history ADD COLUMN status_text TEXT`,
  `ALTER TABLE order_history ADD COLUMN is_finished INTEGER`,
  `ALTER TABLE order_history ADD COLUMN expected TEXT`,
  `ALTER TABLE order_history ADD COLUMN total TEXT`,
  `DROP INDEX order_history_account`,
  `CREATE INDEX order_history_listed ON order_history(account_id, order_date, order_id, origin_order_id)`,
  `CREATE INDEX order_history_as_of ON order_history(account_id, as_of)`,
];

/** Fills the new columns from the documents that stand there already. */
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
      const { statusText, isFinished, expected, total } = orderHistory.parse(JSON.parse(body));
      await tx
        .updateTable('order_history')
        .set({ status_text: statusText, is_finished: isFinished ? 1 : 0, expected, total })
        .where('order_id', '=', order_id)
        .execute();
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.order_id;
  }
}
