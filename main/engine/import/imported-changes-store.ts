import { all, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** How often each order on the list to check was marked, before an import begins: `[order id, counter]`. */
export type CountersBefore = readonly (readonly [orderId: number, counter: number])[];

export function countersOfOrdersToCheck(db: ReadDb): CountersBefore {
  const rows = all<{ orderId: number; counter: number }>(db, 'SELECT order_id AS orderId, counter FROM order_to_check');
  return rows.map(({ orderId, counter }) => [orderId, counter]);
}

/** Names the import whose entry in the log is the last one as what changed the orders that were marked since. */
export function nameImportOfOrders(tx: WriteTx, before: CountersBefore): void {
  run(
    tx,
    `UPDATE order_to_check SET import_log_id = (SELECT max(id) FROM log_entry WHERE what = 'file-imported')
     WHERE (order_id, counter) NOT IN
       (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(@before))`,
    { before: JSON.stringify(before) },
  );
}
