import type { EditOrderInput, OrderView } from '../../shared/sales-orders.ts';
import { api } from '../ui/api.ts';
import { useVersionedEdit } from '../ui/use-versioned-edit.ts';
import { inverseOfOrderPatch } from './order-undo.ts';

export type OrderPatch = Omit<EditOrderInput, 'orderId' | 'orderVersion'>;
export type EditOrder = (patch: OrderPatch) => Promise<void>;

async function send(patch: OrderPatch, orderId: number, orderVersion: number): Promise<number> {
  const edited = await api.orders.edit.mutate({ ...patch, orderId, orderVersion });
  return edited.orderVersion;
}

/** Edits of one order, in the order in which they were made. */
export function useOrderEdit(order: OrderView | undefined): EditOrder {
  return useVersionedEdit(order, send, inverseOfOrderPatch);
}
