import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';
import { readHeldHistory } from './history-store.ts';

/** A paper whose bytes are here, as a page lists it. */
export type HeldPaper = OrderHistory['papers'][number] & { readonly size: number };

/** Papers that the document names and whose bytes are not here. */
export async function missingPapers(db: ReadDb, document: OrderHistory): Promise<readonly string[]> {
  if (document.papers.length === 0) return [];
  const sizes = await readSizes(db, document.orderId);
  return document.papers.map(({ id }) => id).filter((id) => !sizes.has(id));
}

/** The papers of some orders whose bytes are here, by order. */
export async function heldPapers(
  db: ReadDb,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const held = new Map<string, string[]>();
  if (orderIds.length === 0) return held;
  const rows = await db
    .selectFrom('order_paper')
    .select(['order_id', 'paper_id'])
    .where('order_id', 'in', orderIds)
    .execute();
  for (const { order_id, paper_id } of rows) held.set(order_id, [...(held.get(order_id) ?? []), paper_id]);
  return held;
}

/** Removes the papers of an order that its document does not name (any more). */
export async function keepOnlyPapers(tx: WriteTx, orderId: string, paperIds: readonly string[]): Promise<void> {
  const papers = tx.deleteFrom('order_paper').where('order_id', '=', orderId);
  await (paperIds.length === 0 ? papers : papers.where('paper_id', 'not in', paperIds)).execute();
}

/** Stores a paper's bytes; false when the held document of that order does not name it. */
export async function storePaper(
  tx: WriteTx,
  paper: { readonly orderId: string; readonly paperId: string; readonly bytes: Uint8Array },
): Promise<boolean> {
  const { orderId, paperId, bytes } = paper;
  const document = await readHeldHistory(tx, orderId);
  if (!document?.papers.some(({ id }) => id === paperId)) return false;
  const stored = { size: bytes.byteLength, bytes };
  await tx
    .insertInto('order_paper')
    .values({ order_id: orderId, paper_id: paperId, ...stored })
    .onConflict((conflict) => conflict.columns(['order_id', 'paper_id']).doUpdateSet(stored))
    .execute();
  return true;
}

/** The papers of a document that can be fetched here, in its order. Who may see the order is for the caller to know. */
export async function listPapers(db: ReadDb, document: OrderHistory): Promise<readonly HeldPaper[]> {
  if (document.papers.length === 0) return [];
  const sizes = await readSizes(db, document.orderId);
  return document.papers.flatMap((paper) => {
    const size = sizes.get(paper.id);
    return size === undefined ? [] : [{ ...paper, size }];
  });
}

/** A paper's bytes, or null. Who may see the order is for the caller to know. */
export async function readPaper(db: ReadDb, orderId: string, paperId: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('order_paper')
    .select('bytes')
    .where('order_id', '=', orderId)
    .where('paper_id', '=', paperId)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

async function readSizes(db: ReadDb, orderId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('order_paper')
    .select(['paper_id', 'size'])
    .where('order_id', '=', orderId)
    .execute();
  return new Map(rows.map(({ paper_id, size }) => [paper_id, size]));
}
