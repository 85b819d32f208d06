import { z } from 'zod';
import { day, pageLimit, quantityMilli, rowId, searchText } from './fields.ts';
import { type PurchaseStatus, purchaseStatus } from './order.ts';

export const listPurchasesInput = z.object({
  status: purchaseStatus.optional(),
  search: searchText,
  cursor: rowId.nullable().default(null),
  limit: pageLimit,
});
export type ListPurchasesInput = z.infer<typeof listPurchasesInput>;

export type PurchaseRow = {
  readonly id: number;
  readonly purchaseNo: number;
  readonly supplierId: number;
  readonly supplierName: string;
  readonly status: PurchaseStatus;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  readonly lineCount: number;
  readonly notReceivedPercent: number;
};

export type PurchaseLineView = {
  readonly id: number;
  readonly position: number;
  readonly productId: number;
  readonly productNo: string;
  readonly productName: string;
  readonly unit: string;
  readonly orderedMilli: number;
  readonly receivedMilli: number;
  /** The line's own date; else the purchase order's holds. */
  readonly deliveryDate: string | null;
  /** Sales order lines that wait for this purchase line. */
  readonly reservedFor: readonly {
    readonly lineId: number;
    readonly orderId: number;
    readonly orderNo: number;
    readonly customerName: string;
    readonly remainingMilli: number;
  }[];
};

export type PurchaseView = {
  readonly id: number;
  readonly version: number;
  readonly purchaseNo: number;
  readonly supplierId: number;
  readonly supplierName: string;
  readonly status: PurchaseStatus;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  readonly lines: readonly PurchaseLineView[];
};

/** A purchase line that a sales order line of the product could wait for. */
export type ReservablePurchaseLine = {
  readonly purchaseLineId: number;
  readonly purchaseNo: number;
  readonly supplierName: string;
  readonly openMilli: number;
  readonly deliveryDate: string | null;
};

export const purchaseRef = z.object({ purchaseOrderId: rowId });
export const purchaseAt = z.object({ purchaseOrderId: rowId, purchaseVersion: z.int().min(1) });
export type PurchaseAt = z.infer<typeof purchaseAt>;

const newPurchaseLine = z.object({
  productId: rowId,
  orderedMilli: quantityMilli.min(1),
  deliveryDate: day.nullable().default(null),
});
export type NewPurchaseLine = z.input<typeof newPurchaseLine>;

export const newPurchaseInput = z.object({
  supplierId: rowId,
  deliveryDate: day.nullable().default(null),
  lines: z.array(newPurchaseLine).max(500).default([]),
});
export type NewPurchaseInput = z.input<typeof newPurchaseInput>;

/** Quantities and lines only while it is a draft; dates as long as something is to be received. */
export const editPurchaseInput = purchaseAt.extend({
  supplierId: rowId.optional(),
  deliveryDate: day.nullable().optional(),
  lines: z
    .array(
      z.object({
        purchaseLineId: rowId,
        orderedMilli: quantityMilli.min(1).optional(),
        deliveryDate: day.nullable().optional(),
        remove: z.literal(true).optional(),
      }),
    )
    .max(500)
    .optional(),
  newLines: z.array(newPurchaseLine).max(500).optional(),
});
export type EditPurchaseInput = z.infer<typeof editPurchaseInput>;

/** Goods received, per line, in part or whole. `warehouseId` left out: the first warehouse. */
export const receivePurchaseInput = purchaseAt.extend({
  warehouseId: rowId.optional(),
  lines: z.array(z.object({ purchaseLineId: rowId, quantityMilli })).max(500),
});
export type ReceivePurchaseInput = z.infer<typeof receivePurchaseInput>;

/** The sales order line waits for this purchase line from now on; null gives the reservation up. */
export const reserveInput = z.object({
  orderId: rowId,
  orderVersion: z.int().min(1),
  lineId: rowId,
  purchaseLineId: rowId.nullable(),
});
export type ReserveInput = z.infer<typeof reserveInput>;
