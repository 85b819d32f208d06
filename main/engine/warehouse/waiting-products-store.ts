import type { z } from 'zod';
import type { Page } from '../../../shared/fields.ts';
import type { listWaitingProductsInput, WaitingOrderRow, WaitingProductRow } from '../../../shared/warehouse.ts';
import { all, type ReadDb } from '../db/database.ts';
import { likeAnywhere } from '../db/like-pattern.ts';
import { readEffectiveDates } from '../orders/effective-dates.ts';
import { isOpenOrder } from '../orders/open-order-sql.ts';
import { stockFigures } from '../products/stock-store.ts';

const waitingLines = `FROM order_line l JOIN sales_order o ON o.id = l.order_id
  WHERE l.product_id = p.id AND l.remaining_milli > 0 AND ${isOpenOrder}`;

/** Orders, not delivered, by product: every product that open orders wait for, one page of them. */
export function listWaitingProducts(
  db: ReadDb,
  input: z.infer<typeof listWaitingProductsInput>,
): Page<WaitingProductRow> {
  const found = all<Omit<WaitingProductRow, 'isStockItem'> & { readonly isStockItem: number }>(
    db,
    `SELECT p.id AS productId, p.product_no AS productNo, p.name, p.unit, p.is_stock_item AS isStockItem,
       (SELECT sum(l.remaining_milli) ${waitingLines}) AS waitingMilli,
       (SELECT count(DISTINCT l.order_id) ${waitingLines}) AS orderCount,
       ${stockFigures},
       coalesce(p.expected_delivery_date, (SELECT min(coalesce(pl.delivery_date, po.delivery_date)) FROM purchase_line pl
         JOIN purchase_order po ON po.id = pl.purchase_order_id
         WHERE pl.product_id = p.id AND pl.received_milli < pl.ordered_milli AND po.status = 'transferred')) AS nextExpected
     FROM product p
     WHERE p.id > @cursor AND EXISTS (SELECT 1 ${waitingLines})
       AND (@search = '' OR p.product_no LIKE @anywhere ESCAPE '\\' OR p.name LIKE @anywhere ESCAPE '\\')
       AND (@onlyInStock = 0 OR (SELECT sum(s.quantity_milli) FROM product_stock s WHERE s.product_id = p.id) > 0)
     ORDER BY p.id LIMIT @limit + 1`,
    {
      cursor: input.cursor ?? 0,
      search: input.search,
      anywhere: likeAnywhere(input.search),
      onlyInStock: input.onlyInStock ? 1 : 0,
      limit: input.limit,
    },
  );
  const page = found.slice(0, input.limit);
  return {
    rows: page.map((row) => ({ ...row, isStockItem: row.isStockItem === 1 })),
    nextCursor: found.length > input.limit ? (page.at(-1)?.productId ?? null) : null,
  };
}

const mostOrdersShown = 200;

/** The order lines that wait for a product, oldest order first; at most 200 of them. */
export function listOrdersWaitingFor(db: ReadDb, productId: number): readonly WaitingOrderRow[] {
  const rows = all<Omit<WaitingOrderRow, 'expectedDate'>>(
    db,
    `SELECT l.id AS lineId, o.id AS orderId, o.order_no AS orderNo, o.web_order_no AS webOrderNo,
       o.customer_name AS customerName, o.order_date AS orderDate, l.to_be_delivered_milli AS toBeDeliveredMilli,
       l.remaining_milli AS remainingMilli,
       (SELECT po.purchase_no FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
        WHERE pl.id = l.purchase_line_id) AS purchaseNo
     FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.product_id = @productId AND l.remaining_milli > 0 AND ${isOpenOrder}
     ORDER BY o.order_date, o.id, l.position LIMIT @limit`,
    { productId, limit: mostOrdersShown },
  );
  const dates = readEffectiveDates(
    db,
    rows.map(({ orderId }) => orderId),
  );
  return rows.map((row) => ({ ...row, expectedDate: dates.get(row.lineId)?.date ?? null }));
}
