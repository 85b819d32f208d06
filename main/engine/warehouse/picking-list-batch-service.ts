import type { ConfirmedPapers, ConfirmPickingListsInput } from '../../../shared/papers.ts';
import type { CommandContext } from '../db/context.ts';
import { inTransaction, type ReadDb, type WriteTx } from '../db/database.ts';
import type { PickingListModel } from '../documents/document-models.ts';
import { type Attempted, forEachOrder } from '../orders/each-order.ts';
import { confirmPickingListPrinted, preparePickingList } from './picking-list-service.ts';

type PlannedList = { readonly orderId: number; readonly orderVersion: number; readonly model: PickingListModel };

/** The picking lists of a selection of orders; stores nothing. */
export function preparePickingLists(
  db: ReadDb,
  orderIds: readonly number[],
  moment: { readonly now: string; readonly today: string },
): Attempted<PlannedList> {
  return forEachOrder(
    db,
    orderIds.map((orderId) => ({ orderId })),
    ({ orderId }) => ({ orderId, ...preparePickingList(db, orderId, moment) }),
  );
}

/** Records the lists that came out of the printer in one transaction; an order that changed meanwhile is named, the others stand. */
export function confirmPickingListsPrinted(
  tx: WriteTx,
  context: CommandContext,
  { lists, how }: ConfirmPickingListsInput,
): ConfirmedPapers {
  const { done, leftOut } = forEachOrder(tx, lists, (list) => {
    // A savepoint: what fails leaves nothing of its own behind.
    inTransaction(tx, (part) => confirmPickingListPrinted(part, context, { ...list, how }));
    return list.orderId;
  });
  return { confirmed: done, leftOut };
}
