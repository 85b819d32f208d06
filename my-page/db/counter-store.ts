import type { ReadDb, WriteTx } from './store.ts';

export type CounterName = 'enquiry' | 'web-order' | 'enquiry-confirmed';

/**
 * Draws the next number. The row stays locked until the transaction commits, so numbers become visible in the order
 * in which they were drawn, on SQLite and on a database with row locks alike.
 */
export async function drawNumber(tx: WriteTx, name: CounterName): Promise<number> {
  const { last } = await tx
    .updateTable('counter')
    .set(({ eb }) => ({ last: eb('last', '+', 1) }))
    .where('name', '=', name)
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export async function readCounter(db: ReadDb, name: CounterName): Promise<number> {
  const { last } = await db.selectFrom('counter').select('last').where('name', '=', name).executeTakeFirstOrThrow();
  return last;
}

export async function setCounter(tx: WriteTx, name: CounterName, last: number): Promise<void> {
  await tx.updateTable('counter').set({ last }).where('name', '=', name).execute();
}
