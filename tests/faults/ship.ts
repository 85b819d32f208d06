import { get, type ReadDb } from '../../main/engine/db/database.ts';
import { edit } from '../support/web-orders.ts';

/** One more parcel of an order, under a number that no other has. @returns the number, once it is stored */
export function ship(db: ReadDb, orderId: number): string {
  const count = get<{ n: number }>(db, 'SELECT count(*) AS n FROM shipment WHERE order_id = @orderId', { orderId });
  const shippingNo = `S${orderId}-${(count?.n ?? 0) + 1}`;
  edit(db, orderId, { shipments: [{ id: null, carrier: 'Posten', shippingNo }] });
  return shippingNo;
}
