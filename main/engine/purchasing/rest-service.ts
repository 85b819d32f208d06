import { AppError } from '../../../shared/errors.ts';
import type { CancelRestInput, ReturnPurchaseInput } from '../../../shared/purchasing.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { changeStock, firstWarehouseId, requireWarehouse, stockAt } from '../products/stock-store.ts';
import { afterReturn, type PurchaseLineRecord, requireOpen, statusAfter } from './purchase-record.ts';
import { raisePurchaseVersion, readPurchaseAt, readPurchaseLines, releaseReservations } from './purchase-store.ts';

type Touched = { readonly purchaseVersion: number };

/**
 * What has not come of the lines named (of all, where none is) will not come: their quantity is what was received, order
 * lines wait for them no more, and the purchase order is finished when nothing else is to come.
 * @throws AppError 'purchase-not-transferred' for a draft, 'purchase-finished', 'not-found', 'bad-input' when all has come
 */
export function cancelRest(tx: WriteTx, context: CommandContext, input: CancelRestInput): Touched {
  const purchase = readPurchaseAt(tx, input);
  if (purchase.status === 'draft') throw new AppError('purchase-not-transferred');
  requireOpen(purchase);
  const lines = readPurchaseLines(tx, purchase.id);
  const { purchaseLineIds } = input;
  for (const purchaseLineId of purchaseLineIds ?? []) lineOf(lines, purchaseLineId);
  const open = lines.filter(
    (line) => line.receivedMilli < line.orderedMilli && (purchaseLineIds?.includes(line.id) ?? true),
  );
  if (open.length === 0) throw new AppError('bad-input', { field: 'lines' });
  for (const line of open) setColumns(tx, 'purchase_line', line.id, { ordered_milli: line.receivedMilli });
  releaseReservations(
    tx,
    open.map(({ id }) => id),
  );
  const cancelled = open.map((line) => ({
    purchaseLineId: line.id,
    quantityMilli: line.orderedMilli - line.receivedMilli,
  }));
  return finish(tx, context, { id: purchase.id, what: 'purchase-rest-cancelled', details: { cancelled } });
}

/**
 * Goods go back to the supplier: stock and received go down by them. What is replaced is to come again, so that a
 * purchase order that was received is open again; what is not is no longer ordered either.
 * @throws AppError 'purchase-not-transferred' for a draft, 'quantity-out-of-range' for more than was received,
 * 'not-enough-stock', 'not-found', 'bad-input' when nothing goes back
 */
export function returnPurchase(tx: WriteTx, context: CommandContext, input: ReturnPurchaseInput): Touched {
  const purchase = readPurchaseAt(tx, input);
  if (purchase.status === 'draft') throw new AppError('purchase-not-transferred');
  const warehouseId =
    input.warehouseId === undefined ? firstWarehouseId(tx) : requireWarehouse(tx, input.warehouseId).id;
  const returned = input.lines.filter(({ quantityMilli }) => quantityMilli !== 0);
  if (returned.length === 0) throw new AppError('bad-input', { field: 'lines' });
  const { isReplaced } = input;
  for (const { purchaseLineId, quantityMilli } of returned) {
    const line = lineOf(readPurchaseLines(tx, purchase.id), purchaseLineId);
    const after = afterReturn(line, { quantityMilli, isReplaced });
    const place = { productId: line.productId, warehouseId };
    const stockMilli = stockAt(tx, place);
    if (stockMilli < quantityMilli) throw new AppError('not-enough-stock', { stockMilli, quantityMilli });
    setColumns(tx, 'purchase_line', line.id, {
      received_milli: after.receivedMilli,
      ordered_milli: after.orderedMilli,
    });
    changeStock(tx, place, -quantityMilli);
  }
  const details = { warehouseId, returned, isReplaced };
  return finish(tx, context, { id: purchase.id, what: 'purchase-returned', details });
}

/** @throws AppError 'not-found' */
function lineOf(lines: readonly PurchaseLineRecord[], purchaseLineId: number): PurchaseLineRecord {
  const line = lines.find(({ id }) => id === purchaseLineId);
  if (line === undefined) throw new AppError('not-found', { purchaseLineId });
  return line;
}

type Done = { readonly id: number; readonly what: string; readonly details: object };

function finish(tx: WriteTx, context: CommandContext, { id, what, details }: Done): Touched {
  setColumns(tx, 'purchase_order', id, { status: statusAfter(readPurchaseLines(tx, id)) });
  logAction(tx, context, { what, details: { purchaseOrderId: id, ...details } });
  return { purchaseVersion: raisePurchaseVersion(tx, id) };
}
