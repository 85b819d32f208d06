import { AppError } from '../../../shared/errors.ts';
import type { EditOrderInput, OrderWork } from '../../../shared/sales-orders.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type SqlValue, type WriteTx } from '../db/database.ts';
import { type ChangedColumn, flag, setColumns } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { addLine } from './create-order-service.ts';
import { editLine } from './edit-line-service.ts';
import { editShipment } from './edit-shipment-service.ts';
import type { OrderEditNote } from './order-edit-note.ts';
import type { OrderRecord } from './order-record.ts';
import { raiseVersion, readLines, readOrderAt } from './order-store.ts';
import { hasEnded, requireWork } from './order-work.ts';

/**
 * Does a set of edits to one order, all or none, and answers its version afterwards. What keeps its value needs no
 * permission and makes no new version.
 *
 * @throws AppError 'order-changed-meanwhile', 'order-finished', 'order-partly-delivered', 'quantity-out-of-range',
 * 'not-found', 'bad-input'
 */
export function editOrder(
  tx: WriteTx,
  context: CommandContext,
  input: EditOrderInput,
): { readonly orderVersion: number } {
  const order = readOrderAt(tx, input);
  const notes = [
    ...editHead(tx, order, input),
    ...(input.lines ?? []).flatMap((edit) => editLine(tx, order, edit)),
    ...addLines(tx, order, input.newLines ?? []),
    ...(input.shipments ?? []).flatMap((edit) => editShipment(tx, context, order, edit)),
  ];
  if (notes.length === 0) return { orderVersion: order.version };
  logAction(tx, context, { what: 'order-edited', orderId: order.id, details: { changes: notes } });
  return { orderVersion: raiseVersion(tx, order.id) };
}

type HeadEdit = { readonly column: string; readonly to: SqlValue | undefined; readonly work: keyof OrderWork | null };

function editHead(tx: WriteTx, order: OrderRecord, input: EditOrderInput): readonly OrderEditNote[] {
  const edits: readonly HeadEdit[] = [
    { column: 'status', to: input.status, work: 'editContents' },
    { column: 'picked', to: flag(input.picked), work: 'editPicked' },
    { column: 'ready_for_invoicing', to: flag(input.readyForInvoicing), work: 'editContents' },
    { column: 'process_complete', to: flag(input.processComplete), work: 'editDelivery' },
    { column: 'delivery_date', to: input.deliveryDate, work: 'editDelivery' },
    { column: 'freight_minor', to: input.freightMinor, work: 'editContents' },
    { column: 'text', to: input.text, work: null },
  ];
  const values = Object.fromEntries(edits.map(({ column, to }) => [column, to]));
  const changed = setColumns(tx, 'sales_order', order.id, values);
  for (const { column } of changed) {
    const work = edits.find((edit) => edit.column === column)?.work ?? null;
    if (work !== null) requireWork(order.status, work);
    else if (hasEnded(order.status)) throw new AppError('order-finished', { status: order.status });
    if (column === 'status') requireStatusChange(tx, order);
  }
  return changed.map((change) => noteOf(change));
}

/** A back order stays one, and goods that left cannot become a quotation. */
function requireStatusChange(tx: WriteTx, order: OrderRecord): void {
  if (order.status === 'back-order') throw new AppError('bad-input', { field: 'status' });
  if (readLines(tx, order.id).some((line) => line.deliveredMilli > 0)) throw new AppError('order-partly-delivered');
}

function noteOf({ column, from, to }: ChangedColumn): OrderEditNote {
  // The text may hold anything a person wrote; the log says only that it changed.
  return column === 'text' ? { what: column } : { what: column, from, to };
}

function addLines(
  tx: WriteTx,
  order: OrderRecord,
  lines: NonNullable<EditOrderInput['newLines']>,
): readonly OrderEditNote[] {
  if (lines.length === 0) return [];
  requireWork(order.status, 'editContents');
  const last = get<{ position: number }>(
    tx,
    'SELECT coalesce(max(position), 0) AS position FROM order_line WHERE order_id = @orderId',
    { orderId: order.id },
  );
  const first = (last?.position ?? 0) + 1;
  return lines.map((line, index) => ({
    what: 'line-added',
    lineId: addLine(tx, order.id, line, first + index),
    to: line.orderedMilli,
  }));
}
