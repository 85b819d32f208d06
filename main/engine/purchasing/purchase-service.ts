import { AppError } from '../../../shared/errors.ts';
import type {
  EditPurchaseInput,
  NewPurchaseInput,
  PurchaseAt,
  ReceivePurchaseInput,
} from '../../../shared/purchasing.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { requireSupplier } from '../products/product-store.ts';
import { changeStock, firstWarehouseId, requireWarehouse } from '../products/stock-store.ts';
import { afterReceipt, isReceived, type PurchaseRecord, requireDraft, requireOpen } from './purchase-record.ts';
import {
  deletePurchaseLine,
  insertPurchase,
  insertPurchaseLine,
  raisePurchaseVersion,
  readPurchaseAt,
  readPurchaseLines,
  releaseReservations,
} from './purchase-store.ts';

type Touched = { readonly purchaseVersion: number };

/** Makes a purchase order as a draft (domain.md 5.2) and answers its id. @throws AppError 'not-found' */
export function createPurchase(tx: WriteTx, context: CommandContext, purchase: NewPurchaseInput): number {
  const purchaseOrderId = insertPurchase(tx, context, purchase);
  for (const line of purchase.lines ?? []) insertPurchaseLine(tx, purchaseOrderId, line);
  logAction(tx, context, { what: 'purchase-made', details: { purchaseOrderId } });
  return purchaseOrderId;
}

/**
 * Changes dates as long as something is to come; supplier, lines and quantities only on a draft.
 * @throws AppError 'order-changed-meanwhile', 'purchase-finished', 'not-found'
 */
export function editPurchase(tx: WriteTx, context: CommandContext, input: EditPurchaseInput): Touched {
  const purchase = readPurchaseAt(tx, input);
  requireOpen(purchase);
  requireSupplier(tx, input.supplierId);
  const head = setColumns(tx, 'purchase_order', purchase.id, {
    supplier_id: input.supplierId,
    delivery_date: input.deliveryDate,
  });
  if (head.some(({ column }) => column === 'supplier_id')) requireDraft(purchase);
  const changes = [
    ...head,
    ...(input.lines ?? []).flatMap((edit) => editPurchaseLine(tx, purchase, edit)),
    ...(input.newLines ?? []).map((line) => {
      requireDraft(purchase);
      return { column: 'line-added', purchaseLineId: insertPurchaseLine(tx, purchase.id, line) };
    }),
  ];
  if (changes.length === 0) return { purchaseVersion: purchase.version };
  logAction(tx, context, { what: 'purchase-edited', details: { purchaseOrderId: purchase.id, changes } });
  return { purchaseVersion: raisePurchaseVersion(tx, purchase.id) };
}

type LineEdit = NonNullable<EditPurchaseInput['lines']>[number];

function editPurchaseLine(tx: WriteTx, purchase: PurchaseRecord, edit: LineEdit): readonly object[] {
  const { purchaseLineId } = edit;
  if (!readPurchaseLines(tx, purchase.id).some(({ id }) => id === purchaseLineId)) {
    throw new AppError('not-found', { purchaseLineId });
  }
  if (edit.remove === true) {
    requireDraft(purchase);
    deletePurchaseLine(tx, purchaseLineId);
    return [{ column: 'line-removed', purchaseLineId }];
  }
  const changed = setColumns(tx, 'purchase_line', purchaseLineId, {
    ordered_milli: edit.orderedMilli,
    delivery_date: edit.deliveryDate,
  });
  if (changed.some(({ column }) => column === 'ordered_milli')) requireDraft(purchase);
  return changed.map((change) => ({ ...change, purchaseLineId }));
}

/** Transfer to purchased: it is the supplier's now, and its dates count. @throws AppError 'purchase-finished', 'bad-input' without lines */
export function transferPurchase(tx: WriteTx, context: CommandContext, input: PurchaseAt): Touched {
  const purchase = readPurchaseAt(tx, input);
  requireDraft(purchase);
  if (readPurchaseLines(tx, purchase.id).length === 0) throw new AppError('bad-input', { field: 'lines' });
  setColumns(tx, 'purchase_order', purchase.id, { status: 'transferred' });
  logAction(tx, context, { what: 'purchase-transferred', details: { purchaseOrderId: purchase.id } });
  return { purchaseVersion: raisePurchaseVersion(tx, purchase.id) };
}

/**
 * Goods received, per line in part or whole: stock up, and Received when all has come (domain.md 5.2).
 * @throws AppError 'purchase-not-transferred' for a draft, 'purchase-finished', 'quantity-out-of-range', 'not-found',
 * 'bad-input' when nothing came
 */
export function receivePurchase(tx: WriteTx, context: CommandContext, input: ReceivePurchaseInput): Touched {
  const purchase = readPurchaseAt(tx, input);
  if (purchase.status === 'draft') throw new AppError('purchase-not-transferred');
  requireOpen(purchase);
  const warehouseId =
    input.warehouseId === undefined ? firstWarehouseId(tx) : requireWarehouse(tx, input.warehouseId).id;
  const received = input.lines.filter(({ quantityMilli }) => quantityMilli !== 0);
  if (received.length === 0) throw new AppError('bad-input', { field: 'lines' });
  for (const { purchaseLineId, quantityMilli } of received) {
    const line = readPurchaseLines(tx, purchase.id).find(({ id }) => id === purchaseLineId);
    if (line === undefined) throw new AppError('not-found', { purchaseLineId });
    setColumns(tx, 'purchase_line', line.id, { received_milli: afterReceipt(line, quantityMilli).receivedMilli });
    changeStock(tx, { productId: line.productId, warehouseId }, quantityMilli);
  }
  if (isReceived(readPurchaseLines(tx, purchase.id))) {
    setColumns(tx, 'purchase_order', purchase.id, { status: 'received' });
  }
  const details = { purchaseOrderId: purchase.id, warehouseId, received };
  logAction(tx, context, { what: 'purchase-received', details });
  return { purchaseVersion: raisePurchaseVersion(tx, purchase.id) };
}

/** Nothing more will come; what came stays. Sales order lines wait for it no more. @throws AppError 'purchase-finished' */
export function cancelPurchase(tx: WriteTx, context: CommandContext, input: PurchaseAt): Touched {
  const purchase = readPurchaseAt(tx, input);
  requireOpen(purchase);
  setColumns(tx, 'purchase_order', purchase.id, { status: 'cancelled' });
  releaseReservations(
    tx,
    readPurchaseLines(tx, purchase.id).map(({ id }) => id),
  );
  logAction(tx, context, { what: 'purchase-cancelled', details: { purchaseOrderId: purchase.id } });
  return { purchaseVersion: raisePurchaseVersion(tx, purchase.id) };
}
