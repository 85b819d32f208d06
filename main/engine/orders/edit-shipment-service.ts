import { AppError } from '../../../shared/errors.ts';
import type { ShipmentEdit } from '../../../shared/sales-orders.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import type { OrderEditNote } from './order-edit-note.ts';
import type { OrderRecord } from './order-record.ts';
import { requireWork } from './order-work.ts';
import { changeShipment, deleteShipment, insertShipment, readShipments } from './shipment-store.ts';

/**
 * Adds, changes or removes a shipment; numbers are trimmed and an empty one removes. A parcel that stands already is
 * not added a second time, so that a customer does not hear of it twice.
 *
 * @throws AppError 'not-found' for another order's shipment, 'order-finished'
 */
export function editShipment(
  tx: WriteTx,
  context: CommandContext,
  order: OrderRecord,
  edit: ShipmentEdit,
): readonly OrderEditNote[] {
  const shipments = readShipments(tx, order.id);
  const present = edit.id === null ? null : shipments.find(({ id }) => id === edit.id);
  if (present === undefined) throw new AppError('not-found', { shipmentId: edit.id });
  const wanted = { carrier: edit.carrier.trim(), shippingNo: edit.shippingNo.trim() };
  const isSame = (other: { carrier: string; shippingNo: string }) =>
    other.carrier === wanted.carrier && other.shippingNo === wanted.shippingNo;
  if (present === null) {
    if (wanted.shippingNo === '' || shipments.some(isSame)) return [];
    requireWork(order.status, 'editShipments');
    insertShipment(tx, context, { orderId: order.id, ...wanted });
    return [{ what: 'shipment-added', to: wanted.shippingNo }];
  }
  if (isSame(present)) return [];
  requireWork(order.status, 'editShipments');
  if (wanted.shippingNo === '') {
    deleteShipment(tx, present.id);
    return [{ what: 'shipment-removed', from: present.shippingNo }];
  }
  changeShipment(tx, present.id, wanted);
  return [{ what: 'shipment-changed', from: present.shippingNo, to: wanted.shippingNo }];
}
