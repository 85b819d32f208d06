import type { CommandContext } from '../db/context.ts';
import { all, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { type ChangedColumn, setColumns } from '../db/set-columns.ts';

export type ShipmentRecord = {
  readonly id: number;
  readonly carrier: string;
  readonly shippingNo: string;
  readonly createdAt: string;
  /** Holds `{no}`; null when the carrier has none. */
  readonly trackingPattern: string | null;
};

/** The shipments of an order, oldest first. */
export function readShipments(db: ReadDb, orderId: number): readonly ShipmentRecord[] {
  return all<ShipmentRecord>(
    db,
    `SELECT s.id, s.carrier, s.shipping_no AS shippingNo, s.created_at AS createdAt,
       nullif(c.tracking_url, '') AS trackingPattern
     FROM shipment s LEFT JOIN carrier c ON c.name = s.carrier WHERE s.order_id = @orderId ORDER BY s.id`,
    { orderId },
  );
}

export function insertShipment(
  tx: WriteTx,
  context: CommandContext,
  shipment: { readonly orderId: number; readonly carrier: string; readonly shippingNo: string },
): number {
  return run(
    tx,
    `INSERT INTO shipment(order_id, carrier, shipping_no, created_at) VALUES (@orderId, @carrier, @shippingNo, @now)`,
    { ...shipment, now: context.now },
  ).lastId;
}

export function changeShipment(
  tx: WriteTx,
  id: number,
  shipment: { readonly carrier: string; readonly shippingNo: string },
): readonly ChangedColumn[] {
  return setColumns(tx, 'shipment', id, { carrier: shipment.carrier, shipping_no: shipment.shippingNo });
}

export function deleteShipment(tx: WriteTx, id: number): void {
  run(tx, 'DELETE FROM shipment WHERE id = @id', { id });
}
