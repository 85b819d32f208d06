import type { z } from 'zod';
import type { Page } from '../../../shared/fields.ts';
import type {
  listNotDeliveredInput,
  listStockInput,
  NotDeliveredRow,
  NotReceivedRow,
  StockRow,
} from '../../../shared/warehouse.ts';
import { all, type ReadDb } from '../db/database.ts';
import { stockForOrder } from '../db/list-sql.ts';
import { registerSearch } from '../db/register-search.ts';
import { findOrders } from '../orders/order-page-store.ts';
import { stockByWarehouse, stockFigures } from '../products/stock-store.ts';

/** Orders, not delivered: open orders with something remaining, oldest first. */
export function listNotDelivered(db: ReadDb, input: z.infer<typeof listNotDeliveredInput>): Page<NotDeliveredRow> {
  const { places } = findOrders(db, {
    filter: 'not-delivered',
    search: input.search,
    sort: { by: 'newest', direction: 'ascending' },
    after: input.cursor === null ? null : { stage: 0, key: input.cursor, id: input.cursor },
    limit: input.limit,
  });
  const page = places.slice(0, input.limit).map(({ id }) => id);
  const rows = all<NotDeliveredRow>(
    db,
    `SELECT o.id, o.version, o.order_no AS orderNo, o.web_order_no AS webOrderNo, o.website_id IS NOT NULL AS isWebOrder,
       o.customer_name AS customerName, o.status, o.order_date AS orderDate, o.picked, o.expected_date AS expectedDate,
       count(*) AS linesWaiting, sum(l.to_be_delivered_milli) AS toBeDeliveredMilli, sum(l.remaining_milli) AS remainingMilli,
       NOT max(l.to_be_delivered_milli > 0 AND coalesce(p.is_stock_item, 0) = 1
         AND l.to_be_delivered_milli > ${stockForOrder}) AS isInStock
     FROM sales_order o JOIN order_line l ON l.order_id = o.id LEFT JOIN product p ON p.id = l.product_id
     WHERE o.id IN (SELECT value FROM json_each(@page)) AND l.remaining_milli > 0 GROUP BY o.id ORDER BY o.id`,
    { page: JSON.stringify(page) },
  ).map((row) => ({
    ...row,
    isWebOrder: Boolean(row.isWebOrder),
    picked: Boolean(row.picked),
    isInStock: Boolean(row.isInStock),
  }));
  return { rows, nextCursor: places.length > input.limit ? (page.at(-1) ?? null) : null };
}

/** Purchases, not received: what was ordered from suppliers and has not all come. */
export function listNotReceived(db: ReadDb): readonly NotReceivedRow[] {
  return all<NotReceivedRow>(
    db,
    `SELECT po.id, po.version, po.purchase_no AS purchaseNo, c.name AS supplierName, po.order_date AS orderDate,
       po.delivery_date AS deliveryDate,
       CAST(ceil(100.0 * sum(max(0, l.ordered_milli - l.received_milli)) / sum(l.ordered_milli)) AS INTEGER) AS notReceivedPercent
     FROM purchase_order po JOIN contact c ON c.id = po.supplier_id JOIN purchase_line l ON l.purchase_order_id = po.id
     WHERE po.status = 'transferred' GROUP BY po.id ORDER BY po.delivery_date IS NULL, po.delivery_date, po.id`,
  );
}

/** Stock of stock items over all warehouses, by product. */
export function listStock(db: ReadDb, input: z.infer<typeof listStockInput>): Page<StockRow> {
  const search = registerSearch('product', input.search);
  const found = all<Omit<StockRow, 'warehouses' | 'availableMilli'>>(
    db,
    `SELECT p.id AS productId, p.product_no AS productNo, p.name, p.unit, ${stockFigures}
     FROM ${search.from('p')} WHERE p.is_stock_item = 1 AND ${search.id('p')} > @cursor AND ${search.condition('p')}
     ORDER BY ${search.id('p')} LIMIT @limit + 1`,
    { cursor: input.cursor ?? 0, limit: input.limit, ...search.parameters },
  );
  const page = found.slice(0, input.limit);
  const places = Map.groupBy(
    stockByWarehouse(
      db,
      page.map(({ productId }) => productId),
    ),
    ({ productId }) => productId,
  );
  const rows = page.map((row) => ({
    ...row,
    availableMilli: row.stockMilli - row.allocatedMilli,
    warehouses: (places.get(row.productId) ?? []).map(({ productId: _product, ...place }) => place),
  }));
  return { rows, nextCursor: found.length > input.limit ? (page.at(-1)?.productId ?? null) : null };
}
