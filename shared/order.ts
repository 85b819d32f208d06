import { z } from 'zod';

/** Every state of a sales order (domain.md 4.2). The order of this list is the order of filters in the windows. */
export const orderStatuses = [
  'quotation',
  'order-basis',
  'order',
  'batch-order',
  'back-order',
  'invoice-not-delivered',
  'invoice',
  'unissued-credit-note',
  'credit-note',
  'lost-sale',
  'cancelled',
] as const;
export const orderStatus = z.enum(orderStatuses);
export type OrderStatus = z.infer<typeof orderStatus>;

/** Statuses in which warehouse work can still be done on an order. */
export const openStatuses: readonly OrderStatus[] = ['order', 'batch-order', 'back-order', 'invoice-not-delivered'];

/** Statuses that end an order; only rule 1 speaks of them (domain.md 9.7). */
export const endedStatuses: readonly OrderStatus[] = ['cancelled', 'lost-sale', 'credit-note'];

export const purchaseStatuses = ['draft', 'transferred', 'received', 'cancelled'] as const;
export const purchaseStatus = z.enum(purchaseStatuses);
export type PurchaseStatus = z.infer<typeof purchaseStatus>;
