import type { ConfirmDeliveryNotesInput, ConfirmedPapers } from '../../../shared/papers.ts';
import type { CommandContext } from '../db/context.ts';
import { inTransaction, type ReadDb, type WriteTx } from '../db/database.ts';
import { type Attempted, forEachOrder } from '../orders/each-order.ts';
import { confirmDeliveryNotePrinted, type DeliveryNotePlan, prepareDeliveryNote } from './delivery-note-service.ts';

type PlannedNote = DeliveryNotePlan & { readonly orderId: number };

/** The delivery notes of a selection of orders, copies included; stores nothing. */
export function prepareDeliveryNotes(
  db: ReadDb,
  orderIds: readonly number[],
  moment: { readonly now: string; readonly today: string },
): Attempted<PlannedNote> {
  return forEachOrder(
    db,
    orderIds.map((orderId) => ({ orderId })),
    ({ orderId }) => ({ orderId, ...prepareDeliveryNote(db, { orderId }, moment) }),
  );
}

/** Records the notes that came out of the printer in one transaction; an order that changed meanwhile is named, the others stand. */
export function confirmDeliveryNotesPrinted(
  tx: WriteTx,
  context: CommandContext,
  { notes, how }: ConfirmDeliveryNotesInput,
): ConfirmedPapers {
  const { done, leftOut } = forEachOrder(tx, notes, (note) => {
    // A savepoint: what fails leaves nothing of its own behind.
    inTransaction(tx, (part) => confirmDeliveryNotePrinted(part, context, { ...note, how }));
    return note.orderId;
  });
  return { confirmed: done, leftOut };
}
