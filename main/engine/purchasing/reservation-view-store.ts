import { AppError } from '../../../shared/errors.ts';
import type { ReservablePurchaseLine, ReservationView } from '../../../shared/purchasing.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { type DateCandidates, effectiveDateOf } from '../orders/effective-dates.ts';
import { readLines, readOrder } from '../orders/order-store.ts';

/** Purchase lines of a product that something is still to come of, by date. */
export function listReservable(db: ReadDb, productId: number): readonly ReservablePurchaseLine[] {
  return all<ReservablePurchaseLine>(
    db,
    `SELECT l.id AS purchaseLineId, po.purchase_no AS purchaseNo, c.name AS supplierName,
       l.ordered_milli - l.received_milli AS openMilli, coalesce(l.delivery_date, po.delivery_date) AS deliveryDate,
       (SELECT coalesce(sum(x.remaining_milli), 0) FROM order_line x WHERE x.purchase_line_id = l.id) AS reservedMilli
     FROM purchase_line l JOIN purchase_order po ON po.id = l.purchase_order_id JOIN contact c ON c.id = po.supplier_id
     WHERE l.product_id = @productId AND l.received_milli < l.ordered_milli AND po.status IN ('draft','transferred')
     ORDER BY deliveryDate IS NULL, deliveryDate, l.id`,
    { productId },
  );
}

/**
 * What Reservation shows of a sales order line: the purchases it can wait for, and which date the customer would go by
 * with each (domain.md 9.7 rule 6).
 * @throws AppError 'not-found'
 */
export function readReservation(db: ReadDb, orderId: number, lineId: number): ReservationView {
  const order = readOrder(db, orderId);
  const line = readLines(db, orderId).find(({ id, isRemoved }) => id === lineId && !isRemoved);
  if (line === undefined) throw new AppError('not-found', { lineId });
  const dates = readDates(db, lineId);
  const dateWith = (linkedPurchaseDate: string | null) => effectiveDateOf({ ...dates, linkedPurchaseDate });
  const purchases = line.productId === null ? [] : listReservable(db, line.productId);
  const now = dateWith(dates.linkedPurchaseDate);
  return {
    lineId,
    orderVersion: order.version,
    description: line.description,
    unit: line.unit,
    remainingMilli: Math.max(0, line.orderedMilli - line.deliveredMilli - line.movedMilli),
    purchaseLineId: line.purchaseLineId,
    effectiveDate: now.date,
    dateSource: now.source,
    withoutReservation: dateWith(null),
    purchases: purchases.map((purchase) => ({ ...purchase, wouldBe: dateWith(purchase.deliveryDate) })),
  };
}

function readDates(db: ReadDb, lineId: number): DateCandidates {
  const dates = get<DateCandidates>(
    db,
    `SELECT l.delivery_date AS lineDate, p.expected_delivery_date AS productDate, o.delivery_date AS orderDate,
       (SELECT coalesce(pl.delivery_date, po.delivery_date) FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
         WHERE pl.id = l.purchase_line_id AND po.status <> 'cancelled' AND pl.received_milli < pl.ordered_milli) AS linkedPurchaseDate,
       (SELECT min(coalesce(pl.delivery_date, po.delivery_date)) FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
         WHERE pl.product_id = l.product_id AND pl.received_milli < pl.ordered_milli AND po.status = 'transferred') AS openPurchaseDate
     FROM order_line l JOIN sales_order o ON o.id = l.order_id LEFT JOIN product p ON p.id = l.product_id
     WHERE l.id = @lineId`,
    { lineId },
  );
  if (dates === undefined) throw new AppError('not-found', { lineId });
  return dates;
}
