import type { Page } from '../../../shared/fields.ts';
import type { ListPurchasesInput, PurchaseLineView, PurchaseRow, PurchaseView } from '../../../shared/purchasing.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { likeAnywhere, likePrefix } from '../db/like-pattern.ts';
import { readPurchase } from './purchase-store.ts';

/** One page of purchase orders, newest first. */
export function listPurchases(db: ReadDb, input: ListPurchasesInput): Page<PurchaseRow> {
  const rows = all<PurchaseRow>(
    db,
    `SELECT po.id, po.purchase_no AS purchaseNo, po.supplier_id AS supplierId, c.name AS supplierName, po.status,
       po.order_date AS orderDate, po.delivery_date AS deliveryDate, count(l.id) AS lineCount,
       coalesce(CAST(ceil(100.0 * sum(max(0, l.ordered_milli - l.received_milli)) / nullif(sum(l.ordered_milli), 0)) AS INTEGER), 0)
         AS notReceivedPercent
     FROM purchase_order po JOIN contact c ON c.id = po.supplier_id LEFT JOIN purchase_line l ON l.purchase_order_id = po.id
     WHERE (@cursor IS NULL OR po.id < @cursor) AND (@status IS NULL OR po.status = @status)
       AND (@search = '' OR CAST(po.purchase_no AS TEXT) LIKE @prefix ESCAPE '\\' OR c.name LIKE @anywhere ESCAPE '\\'
         OR po.external_no LIKE @prefix ESCAPE '\\'
         OR po.id IN (SELECT x.purchase_order_id FROM purchase_line x JOIN product p ON p.id = x.product_id
           WHERE p.product_no LIKE @anywhere ESCAPE '\\' OR p.name LIKE @anywhere ESCAPE '\\'))
     GROUP BY po.id ORDER BY po.id DESC LIMIT @limit + 1`,
    {
      cursor: input.cursor,
      status: input.status ?? null,
      search: input.search,
      prefix: likePrefix(input.search),
      anywhere: likeAnywhere(input.search),
      limit: input.limit,
    },
  );
  const page = rows.slice(0, input.limit);
  return { rows: page, nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}

/** Everything the purchase order window shows. @throws AppError 'not-found' */
export function readPurchaseView(db: ReadDb, purchaseOrderId: number): PurchaseView {
  const purchase = readPurchase(db, purchaseOrderId);
  const named = get<{ supplierName: string; externalNo: string }>(
    db,
    `SELECT c.name AS supplierName, po.external_no AS externalNo
     FROM purchase_order po JOIN contact c ON c.id = po.supplier_id WHERE po.id = @purchaseOrderId`,
    { purchaseOrderId },
  );
  const lines = all<Omit<PurchaseLineView, 'reservedFor'>>(
    db,
    `SELECT l.id, l.position, l.product_id AS productId, p.product_no AS productNo, p.name AS productName, p.unit,
       l.ordered_milli AS orderedMilli, l.received_milli AS receivedMilli, l.delivery_date AS deliveryDate
     FROM purchase_line l JOIN product p ON p.id = l.product_id
     WHERE l.purchase_order_id = @purchaseOrderId ORDER BY l.position`,
    { purchaseOrderId },
  );
  return {
    ...purchase,
    supplierName: named?.supplierName ?? '',
    externalNo: named?.externalNo ?? '',
    lines: lines.map((line) => ({ ...line, reservedFor: readReserved(db, line.id) })),
  };
}

function readReserved(db: ReadDb, purchaseLineId: number): PurchaseLineView['reservedFor'] {
  return all(
    db,
    `SELECT l.id AS lineId, o.id AS orderId, o.order_no AS orderNo, o.customer_name AS customerName,
       l.remaining_milli AS remainingMilli
     FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.purchase_line_id = @purchaseLineId AND l.remaining_milli > 0 ORDER BY o.id, l.position`,
    { purchaseLineId },
  );
}
