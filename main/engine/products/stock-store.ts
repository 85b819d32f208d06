import { AppError } from '../../../shared/errors.ts';
import type { StockRow, WarehouseRow } from '../../../shared/warehouse.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** SQL of what a product `p` has: physical stock, what open orders wait for, and what is on its way. */
export const stockFigures = `
  (SELECT coalesce(sum(s.quantity_milli), 0) FROM product_stock s WHERE s.product_id = p.id) AS stockMilli,
  (SELECT coalesce(sum(l.remaining_milli), 0) FROM order_line l JOIN sales_order o ON o.id = l.order_id
   WHERE l.product_id = p.id AND l.remaining_milli > 0
     AND o.status IN ('order','batch-order','back-order','invoice-not-delivered')) AS allocatedMilli,
  (SELECT coalesce(sum(x.ordered_milli - x.received_milli), 0) FROM purchase_line x
   JOIN purchase_order po ON po.id = x.purchase_order_id
   WHERE x.product_id = p.id AND x.received_milli < x.ordered_milli AND po.status = 'transferred') AS onPurchaseMilli`;

export function listWarehouses(db: ReadDb): readonly WarehouseRow[] {
  return all<WarehouseRow>(db, 'SELECT id, name FROM warehouse ORDER BY id');
}

/** @throws AppError 'not-found' */
export function requireWarehouse(db: ReadDb, warehouseId: number): WarehouseRow {
  const row = get<WarehouseRow>(db, 'SELECT id, name FROM warehouse WHERE id = @warehouseId', { warehouseId });
  if (row === undefined) throw new AppError('not-found', { warehouseId });
  return row;
}

/** The warehouse that goods go to where none is named. */
export function firstWarehouseId(db: ReadDb): number {
  const row = get<{ id: number | null }>(db, 'SELECT min(id) AS id FROM warehouse');
  if (row === undefined || row.id === null) throw new Error('The company has no warehouse');
  return row.id;
}

export type StockPlace = { readonly productId: number; readonly warehouseId: number };

export function stockAt(db: ReadDb, place: StockPlace): number {
  return (
    get<{ quantityMilli: number }>(
      db,
      `SELECT quantity_milli AS quantityMilli FROM product_stock
       WHERE product_id = @productId AND warehouse_id = @warehouseId`,
      { ...place },
    )?.quantityMilli ?? 0
  );
}

/** Moves stock by a quantity, in thousandths. */
export function changeStock(tx: WriteTx, place: StockPlace, byMilli: number): void {
  run(
    tx,
    `INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) VALUES (@productId, @warehouseId, @byMilli)
     ON CONFLICT DO UPDATE SET quantity_milli = quantity_milli + @byMilli`,
    { ...place, byMilli },
  );
}

type StockWarehouse = StockRow['warehouses'][number] & { readonly productId: number };

/** Stock per warehouse of some products. */
export function stockByWarehouse(db: ReadDb, productIds: readonly number[]): readonly StockWarehouse[] {
  return all<StockWarehouse>(
    db,
    `SELECT s.product_id AS productId, w.id AS warehouseId, w.name, s.quantity_milli AS stockMilli
     FROM product_stock s JOIN warehouse w ON w.id = s.warehouse_id
     WHERE s.product_id IN (SELECT value FROM json_each(@productIds)) ORDER BY w.id`,
    { productIds: JSON.stringify(productIds) },
  );
}
