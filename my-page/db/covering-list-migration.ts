/**
 * A migration, for SQLite only: the list of orders is read from indexes that hold all it shows. Without them each order of
 * the list was a page of the file somewhere else: of a million orders five times as slow. PostgreSQL takes no index
 * entries of more than 2.7 kB, and there it is the conversation with the server that takes the time.
 */
export const coveringListMigration: readonly string[] = [
  'DROP INDEX order_history_listed',
  'CREATE INDEX order_history_listed ON order_history(account_id, order_date, order_id, origin_order_id, listed)',
  'DROP INDEX order_history_origin',
  `CREATE INDEX order_history_origin ON order_history(origin_order_id, account_id, order_id, listed)
    WHERE origin_order_id IS NOT NULL`,
];
