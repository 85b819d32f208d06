import { AppError } from '../../../shared/errors.ts';
import type { LineEdit } from '../../../shared/sales-orders.ts';
import type { WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { withOrdered, withToBeDelivered } from './line-quantities.ts';
import type { OrderEditNote } from './order-edit-note.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { readLines } from './order-store.ts';
import { requireWork } from './order-work.ts';

const deliveryColumns: readonly string[] = ['to_be_delivered_milli', 'delivery_date'];

/**
 * Changes one line, or takes it off.
 * @throws AppError 'not-found' (also for a line taken off before), 'order-finished', 'quantity-out-of-range'
 */
export function editLine(tx: WriteTx, order: OrderRecord, edit: LineEdit): readonly OrderEditNote[] {
  const line = readLines(tx, order.id).find(({ id, isRemoved }) => id === edit.lineId && !isRemoved);
  if (line === undefined) throw new AppError('not-found', { lineId: edit.lineId });
  if (edit.remove === true) return removeLine(tx, order, line);
  const ordered = edit.orderedMilli === undefined ? line : withOrdered(line, edit.orderedMilli);
  const changedLine =
    edit.toBeDeliveredMilli === undefined ? ordered : withToBeDelivered(ordered, edit.toBeDeliveredMilli);
  const changed = setColumns(tx, 'order_line', line.id, {
    ordered_milli: changedLine.orderedMilli,
    to_be_delivered_milli: changedLine.toBeDeliveredMilli,
    delivery_date: edit.deliveryDate,
    description: edit.description,
    unit_price_minor: edit.unitPriceMinor,
    vat_permille: edit.vatPermille,
  });
  for (const { column } of changed) {
    requireWork(order.status, deliveryColumns.includes(column) ? 'editDelivery' : 'editContents');
  }
  return changed.map(({ column, from, to }) =>
    column === 'description' ? { what: column, lineId: line.id } : { what: column, lineId: line.id, from, to },
  );
}

/** A line that was never delivered, invoiced or moved is taken off; it stays stored for the ledger. */
function removeLine(tx: WriteTx, order: OrderRecord, line: LineRecord): readonly OrderEditNote[] {
  requireWork(order.status, 'editContents');
  const used = Math.max(line.deliveredMilli, line.invoicedMilli, line.movedMilli);
  if (used > 0) throw new AppError('quantity-out-of-range', { quantityMilli: 0, leastMilli: used });
  setColumns(tx, 'order_line', line.id, { is_removed: 1, to_be_delivered_milli: 0, purchase_line_id: null });
  return [{ what: 'line-removed', lineId: line.id, from: line.orderedMilli }];
}
