import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { firstWarehouseId, stockAt } from '../products/stock-store.ts';
import { countStock } from '../warehouse/stock-taking-service.ts';
import type { ImportUnit } from './import-unit.ts';
import { type Assessment, faulty, type KindImport } from './kind-import.ts';
import { type FoundFault, faultOf, type RowValues } from './read-row.ts';

type Count = { readonly productId: number; readonly warehouseId: number; readonly countedMilli: number };

function countOf(db: ReadDb, head: RowValues): Count | FoundFault {
  const { productNo = '', warehouse, quantity = 0 } = head;
  const product = get<{ id: number; isStockItem: number }>(
    db,
    'SELECT id, is_stock_item AS isStockItem FROM product WHERE product_no = @productNo',
    { productNo },
  );
  if (product === undefined) return faultOf('unknown-product', 'productNo', productNo);
  if (product.isStockItem === 0) return faultOf('not-a-stock-item', 'productNo', productNo);
  const warehouseId = warehouse === undefined ? firstWarehouseId(db) : warehouseByName(db, warehouse);
  if (warehouseId === null) return faultOf('unknown-warehouse', 'warehouse', warehouse);
  return { productId: product.id, warehouseId, countedMilli: quantity };
}

function warehouseByName(db: ReadDb, name: string): number | null {
  const row = get<{ id: number }>(db, 'SELECT id FROM warehouse WHERE name = @name COLLATE NOCASE', { name });
  return row?.id ?? null;
}

function assess(db: ReadDb, { head }: ImportUnit): Assessment {
  const count = countOf(db, head);
  if ('reason' in count) return faulty(count);
  const hasRow = get(db, 'SELECT 1 FROM product_stock WHERE product_id = @productId AND warehouse_id = @warehouseId', {
    productId: count.productId,
    warehouseId: count.warehouseId,
  });
  if (stockAt(db, count) === count.countedMilli) return { outcome: 'unchanged' };
  return { outcome: hasRow === undefined ? 'new' : 'changed' };
}

function store(tx: WriteTx, context: CommandContext, { head }: ImportUnit): void {
  const count = countOf(tx, head);
  if (!('reason' in count)) countStock(tx, context, count);
}

/** Counts: what the file says is what stands from now on, as Stock taking has it. */
export const importStock: KindImport = { assess, store };
