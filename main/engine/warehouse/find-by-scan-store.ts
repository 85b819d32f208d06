import { barCodeSpellings, cleanScan } from '../../../shared/scan.ts';
import type { ScanFind, ScannedThing } from '../../../shared/warehouse.ts';
import { all, type ReadDb } from '../db/database.ts';
import { isOpenOrder } from '../orders/open-order-sql.ts';

type OrderRow = {
  readonly orderId: number;
  readonly orderNo: number;
  readonly webOrderNo: string;
  readonly customerName: string;
  readonly isOpen: number;
};
type ProductRow = {
  readonly productId: number;
  readonly productNo: string;
  readonly name: string;
  readonly isStockItem: number;
};
type PurchaseRow = { readonly purchaseOrderId: number; readonly purchaseNo: number; readonly supplierName: string };

/**
 * What a scanned text is: the number of an order (its own or the webshop's) or of a purchase order, or the number or bar
 * code of a product. Numbers are compared whole; where several things have the number all are answered.
 */
export function findByScan(db: ReadDb, scanned: string): ScanFind {
  const text = cleanScan(scanned);
  if (text === '') return { kind: 'unknown' };
  const found: readonly ScannedThing[] = [
    ...findOrders(db, text),
    ...findProducts(db, text),
    ...findPurchases(db, text),
  ];
  const [only, another] = found;
  if (only === undefined) return { kind: 'unknown' };
  return another === undefined ? only : { kind: 'several', found };
}

/** The number as the program would print it; `010432` is not order 10432. */
function numberOf(text: string): number {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : -1;
}

function findOrders(db: ReadDb, text: string): readonly ScannedThing[] {
  const rows = all<OrderRow>(
    db,
    `SELECT o.id AS orderId, o.order_no AS orderNo, o.web_order_no AS webOrderNo, o.customer_name AS customerName,
       ${isOpenOrder} AND EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.remaining_milli > 0) AS isOpen
     FROM sales_order o
     WHERE o.order_no = @number OR o.website_id IN (SELECT id FROM website) AND o.web_order_no = @text ORDER BY o.id`,
    { text, number: numberOf(text) },
  );
  return rows.map((row) => ({ ...row, kind: 'order', isOpen: row.isOpen === 1 }));
}

function findProducts(db: ReadDb, text: string): readonly ScannedThing[] {
  const rows = all<ProductRow>(
    db,
    `SELECT p.id AS productId, p.product_no AS productNo, p.name, p.is_stock_item AS isStockItem
     FROM product p WHERE p.id IN (
       SELECT id FROM product WHERE product_no IN (@text, upper(@text), lower(@text)) UNION
       SELECT id FROM product WHERE bar_code <> '' AND bar_code IN (SELECT value FROM json_each(@codes))) ORDER BY p.id`,
    { text, codes: JSON.stringify(barCodeSpellings(text)) },
  );
  return rows.map((row) => ({ ...row, kind: 'product', isStockItem: row.isStockItem === 1 }));
}

function findPurchases(db: ReadDb, text: string): readonly ScannedThing[] {
  const rows = all<PurchaseRow>(
    db,
    `SELECT po.id AS purchaseOrderId, po.purchase_no AS purchaseNo, c.name AS supplierName
     FROM purchase_order po JOIN contact c ON c.id = po.supplier_id WHERE po.purchase_no = @number`,
    { number: numberOf(text) },
  );
  return rows.map((row) => ({ ...row, kind: 'purchase' }));
}
