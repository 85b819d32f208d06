import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { readProduct } from '../products/product-store.ts';
import { changeStock, requireWarehouse, type StockPlace, stockAt } from '../products/stock-store.ts';

/**
 * Stock taking: what was counted is what stands from now on, in thousandths (domain.md 5.2).
 * @throws AppError 'not-found' for an unknown product or warehouse
 */
export function countStock(
  tx: WriteTx,
  context: CommandContext,
  count: StockPlace & { readonly countedMilli: number },
): void {
  const { productId, warehouseId, countedMilli } = count;
  readProduct(tx, productId);
  requireWarehouse(tx, warehouseId);
  const before = stockAt(tx, count);
  if (before === countedMilli) return;
  changeStock(tx, { productId, warehouseId }, countedMilli - before);
  logAction(tx, context, {
    what: 'stock-counted',
    details: { productId, warehouseId, from: before, to: countedMilli },
  });
}
