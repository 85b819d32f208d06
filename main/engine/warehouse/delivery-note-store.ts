import type { CommandContext } from '../db/context.ts';
import { all, type ReadDb, run, type WriteTx } from '../db/database.ts';

export type NoteRecord = { readonly id: number; readonly noteNo: string; readonly createdAt: string };
export type NotedLine = { readonly lineId: number; readonly quantityMilli: number };

/** Original delivery notes of an order, oldest first. */
export function readNotes(db: ReadDb, orderId: number): readonly NoteRecord[] {
  return all<NoteRecord>(
    db,
    'SELECT id, note_no AS noteNo, created_at AS createdAt FROM delivery_note WHERE order_id = @orderId ORDER BY id',
    { orderId },
  );
}

export function readNoteLines(db: ReadDb, noteId: number): readonly NotedLine[] {
  return all<NotedLine>(
    db,
    `SELECT line_id AS lineId, quantity_milli AS quantityMilli FROM delivery_note_line WHERE delivery_note_id = @noteId`,
    { noteId },
  );
}

/** What the order's notes before this one covered, by line. */
export function notedBefore(db: ReadDb, orderId: number, noteId: number): ReadonlyMap<number, number> {
  const rows = all<NotedLine>(
    db,
    `SELECT x.line_id AS lineId, sum(x.quantity_milli) AS quantityMilli
     FROM delivery_note n JOIN delivery_note_line x ON x.delivery_note_id = n.id
     WHERE n.order_id = @orderId AND n.id < @noteId GROUP BY x.line_id`,
    { orderId, noteId },
  );
  return new Map(rows.map(({ lineId, quantityMilli }) => [lineId, quantityMilli]));
}

/** Stores an original and what it covers; answers its id. */
export function insertNote(
  tx: WriteTx,
  context: CommandContext,
  note: { readonly orderId: number; readonly noteNo: string; readonly lines: readonly NotedLine[] },
): number {
  const noteId = run(tx, 'INSERT INTO delivery_note(order_id, note_no, created_at) VALUES (@orderId, @noteNo, @now)', {
    orderId: note.orderId,
    noteNo: note.noteNo,
    now: context.now,
  }).lastId;
  for (const { lineId, quantityMilli } of note.lines) {
    run(
      tx,
      'INSERT INTO delivery_note_line(delivery_note_id, line_id, quantity_milli) VALUES (@noteId, @lineId, @quantityMilli)',
      { noteId, lineId, quantityMilli },
    );
    run(tx, 'UPDATE order_line SET noted_milli = noted_milli + @quantityMilli WHERE id = @lineId', {
      lineId,
      quantityMilli,
    });
  }
  return noteId;
}

export function insertPrint(
  tx: WriteTx,
  context: CommandContext,
  print: { readonly noteId: number; readonly isOriginal: boolean; readonly how: 'printer' | 'pdf' },
): void {
  run(
    tx,
    `INSERT INTO delivery_note_print(delivery_note_id, is_original, how, printed_at, printed_by)
     VALUES (@noteId, @isOriginal, @how, @now, @who)`,
    { noteId: print.noteId, isOriginal: print.isOriginal ? 1 : 0, how: print.how, now: context.now, who: context.who },
  );
}

/** Stock of the order's goods in the warehouse they leave from, by product. */
export function readStock(db: ReadDb, orderId: number, warehouseId: number): ReadonlyMap<number, number> {
  const rows = all<{ productId: number; quantityMilli: number }>(
    db,
    `SELECT product_id AS productId, quantity_milli AS quantityMilli FROM product_stock
     WHERE warehouse_id = @warehouseId AND product_id IN (SELECT product_id FROM order_line WHERE order_id = @orderId)`,
    { orderId, warehouseId },
  );
  return new Map(rows.map(({ productId, quantityMilli }) => [productId, quantityMilli]));
}

/** Sets flags that a print brings along (domain.md 6); answers whether any was set. */
export function setPrintFlags(
  tx: WriteTx,
  orderId: number,
  flags: { readonly picked: boolean; readonly readyForInvoicing: boolean },
): boolean {
  const changes = [
    flags.picked ? run(tx, 'UPDATE sales_order SET picked = 1 WHERE id = @orderId AND picked = 0', { orderId }) : null,
    flags.readyForInvoicing
      ? run(tx, 'UPDATE sales_order SET ready_for_invoicing = 1 WHERE id = @orderId AND ready_for_invoicing = 0', {
          orderId,
        })
      : null,
  ];
  return changes.some((result) => (result?.changes ?? 0) > 0);
}
