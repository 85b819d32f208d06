import { AppError } from '../../../shared/errors.ts';
import type { NewPurchaseInput, NewPurchaseLine, PurchaseAt } from '../../../shared/purchasing.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { requireSupplier } from '../products/product-store.ts';
import type { PurchaseLineRecord, PurchaseRecord } from './purchase-record.ts';

/** @throws AppError 'not-found' */
export function readPurchase(db: ReadDb, purchaseOrderId: number): PurchaseRecord {
  const row = get<PurchaseRecord>(
    db,
    `SELECT id, purchase_no AS purchaseNo, version, supplier_id AS supplierId, status, order_date AS orderDate,
       delivery_date AS deliveryDate FROM purchase_order WHERE id = @purchaseOrderId`,
    { purchaseOrderId },
  );
  if (row === undefined) throw new AppError('not-found', { purchaseOrderId });
  return row;
}

/** The purchase order as the caller saw it. @throws AppError 'not-found', 'order-changed-meanwhile' */
export function readPurchaseAt(db: ReadDb, { purchaseOrderId, purchaseVersion }: PurchaseAt): PurchaseRecord {
  const purchase = readPurchase(db, purchaseOrderId);
  if (purchase.version !== purchaseVersion) {
    throw new AppError('order-changed-meanwhile', { seenVersion: purchaseVersion, version: purchase.version });
  }
  return purchase;
}

export function readPurchaseLines(db: ReadDb, purchaseOrderId: number): readonly PurchaseLineRecord[] {
  return all<PurchaseLineRecord>(
    db,
    `SELECT id, position, product_id AS productId, ordered_milli AS orderedMilli, received_milli AS receivedMilli,
       delivery_date AS deliveryDate FROM purchase_line WHERE purchase_order_id = @purchaseOrderId ORDER BY position`,
    { purchaseOrderId },
  );
}

/** Stores a draft without lines and answers its id. @throws AppError 'not-found' for an unknown supplier */
export function insertPurchase(tx: WriteTx, context: CommandContext, purchase: NewPurchaseInput): number {
  requireSupplier(tx, purchase.supplierId);
  const drawn = get<{ purchaseNo: number }>(
    tx,
    'UPDATE company SET next_purchase_no = next_purchase_no + 1 RETURNING next_purchase_no - 1 AS purchaseNo',
  );
  if (drawn === undefined) throw new Error('The company row is missing');
  return run(
    tx,
    `INSERT INTO purchase_order(purchase_no, supplier_id, status, delivery_date, order_date, created_at)
     VALUES (@purchaseNo, @supplierId, 'draft', @deliveryDate, @today, @now)`,
    {
      purchaseNo: drawn.purchaseNo,
      supplierId: purchase.supplierId,
      deliveryDate: purchase.deliveryDate ?? null,
      today: context.today,
      now: context.now,
    },
  ).lastId;
}

/** Adds a line at the end and answers its id. @throws AppError 'not-found' for an unknown product */
export function insertPurchaseLine(tx: WriteTx, purchaseOrderId: number, line: NewPurchaseLine): number {
  const product = get<{ id: number }>(tx, 'SELECT id FROM product WHERE id = @productId', {
    productId: line.productId,
  });
  if (product === undefined) throw new AppError('not-found', { productId: line.productId });
  return run(
    tx,
    `INSERT INTO purchase_line(purchase_order_id, position, product_id, ordered_milli, delivery_date)
     SELECT @purchaseOrderId, coalesce(max(position), 0) + 1, @productId, @orderedMilli, @deliveryDate
     FROM purchase_line WHERE purchase_order_id = @purchaseOrderId`,
    {
      purchaseOrderId,
      productId: line.productId,
      orderedMilli: line.orderedMilli,
      deliveryDate: line.deliveryDate ?? null,
    },
  ).lastId;
}

/** Takes a line off a draft; sales order lines that waited for it wait for it no more. */
export function deletePurchaseLine(tx: WriteTx, purchaseLineId: number): void {
  releaseReservations(tx, [purchaseLineId]);
  run(tx, 'DELETE FROM purchase_line WHERE id = @purchaseLineId', { purchaseLineId });
}

export function releaseReservations(tx: WriteTx, purchaseLineIds: readonly number[]): void {
  run(
    tx,
    `UPDATE order_line SET purchase_line_id = NULL
     WHERE purchase_line_id IN (SELECT value FROM json_each(@purchaseLineIds))`,
    { purchaseLineIds: JSON.stringify(purchaseLineIds) },
  );
}

export function raisePurchaseVersion(tx: WriteTx, purchaseOrderId: number): number {
  const row = get<{ version: number }>(
    tx,
    'UPDATE purchase_order SET version = version + 1 WHERE id = @purchaseOrderId RETURNING version',
    { purchaseOrderId },
  );
  if (row === undefined) throw new AppError('not-found', { purchaseOrderId });
  return row.version;
}
