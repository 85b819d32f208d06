import type { MissingFromSupplier, MissingProduct } from '../../../shared/purchasing.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { isOpenOrder } from '../orders/open-order-sql.ts';
import { missingOf, type Supply, type WaitingLine } from './missing-products.ts';

const stock =
  '(SELECT coalesce(sum(s.quantity_milli), 0) FROM product_stock s WHERE s.product_id = p.id) AS stockMilli';
/** Drafts count: nobody wants to order twice what the wizard made a draft of. */
const onPurchase = `(SELECT coalesce(sum(x.ordered_milli - x.received_milli), 0) FROM purchase_line x
  JOIN purchase_order po ON po.id = x.purchase_order_id
  WHERE x.product_id = p.id AND x.received_milli < x.ordered_milli AND po.status IN ('draft','transferred')) AS onPurchaseMilli`;

/** What open orders wait for and neither stock nor purchases cover, by supplier; products without one come last. */
export function listMissing(db: ReadDb): readonly MissingFromSupplier[] {
  const rows = all<
    Omit<MissingProduct, 'missingMilli'> & {
      readonly supplierId: number | null;
      readonly supplierName: string | null;
    }
  >(
    db,
    `SELECT p.id AS productId, p.product_no AS productNo, p.name, p.unit, p.supplier_id AS supplierId,
       c.name AS supplierName, w.waitingMilli, w.orderCount, ${stock}, ${onPurchase}
     FROM (SELECT l.product_id AS productId, sum(l.remaining_milli) AS waitingMilli, count(DISTINCT l.order_id) AS orderCount
       FROM order_line l JOIN sales_order o ON o.id = l.order_id
       WHERE l.remaining_milli > 0 AND l.product_id IS NOT NULL AND ${isOpenOrder} GROUP BY l.product_id) w
     JOIN product p ON p.id = w.productId LEFT JOIN contact c ON c.id = p.supplier_id
     WHERE p.is_stock_item = 1 ORDER BY c.id IS NULL, c.name COLLATE NOCASE, c.id, p.product_no`,
  );
  const missing = rows
    .map((row) => ({ ...row, missingMilli: missingOf(row.waitingMilli, row) }))
    .filter((row) => row.missingMilli > 0);
  return [...Map.groupBy(missing, (row) => row.supplierId)].map(([supplierId, products]) => ({
    supplierId,
    supplierName: products[0]?.supplierName ?? '',
    products: products.map(({ supplierId: _id, supplierName: _name, ...product }) => product),
  }));
}

/** The order lines that wait for a product, oldest order first. */
export function readWaitingLines(db: ReadDb, productId: number): readonly WaitingLine[] {
  return all<Omit<WaitingLine, 'isReserved'> & { readonly isReserved: number }>(
    db,
    `SELECT l.id AS lineId, l.order_id AS orderId, l.product_id AS productId, l.remaining_milli AS remainingMilli,
       l.purchase_line_id IS NOT NULL AS isReserved
     FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.product_id = @productId AND l.remaining_milli > 0 AND ${isOpenOrder} ORDER BY o.order_date, o.id, l.position`,
    { productId },
  ).map((line) => ({ ...line, isReserved: line.isReserved === 1 }));
}

/** Stock and open purchases of a product; nothing for an unknown one. */
export function readSupply(db: ReadDb, productId: number): Supply {
  return (
    get<Supply>(db, `SELECT ${stock}, ${onPurchase} FROM product p WHERE p.id = @productId`, { productId }) ?? {
      stockMilli: 0,
      onPurchaseMilli: 0,
    }
  );
}
