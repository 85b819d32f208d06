import { z } from 'zod';
import { type PdfDocument, pageLimit, quantityMilli, rowId, searchText } from './fields.ts';
import type { OrderStatus } from './order.ts';
import { orderAt } from './sales-orders.ts';

/** View - Warehouse - Warehouse, list Orders, not delivered. Oldest first. */
export const listNotDeliveredInput = z.object({
  search: searchText,
  /** Only orders of which all that is to be delivered is in stock. */
  onlyInStock: z.boolean().default(false),
  cursor: rowId.nullable().default(null),
  limit: pageLimit,
});
export type NotDeliveredRow = {
  readonly id: number;
  readonly version: number;
  readonly orderNo: number;
  readonly webOrderNo: string;
  readonly isWebOrder: boolean;
  readonly customerName: string;
  readonly status: OrderStatus;
  readonly orderDate: string;
  readonly expectedDate: string | null;
  readonly linesWaiting: number;
  readonly toBeDeliveredMilli: number;
  readonly remainingMilli: number;
  readonly picked: boolean;
  /** Stock covers what is to be delivered on every line. */
  readonly isInStock: boolean;
};

/** List Orders, not delivered, by product. */
export const listWaitingProductsInput = z.object({
  search: searchText,
  /** Only products of which something is in stock. */
  onlyInStock: z.boolean().default(false),
  cursor: rowId.nullable().default(null),
  limit: pageLimit,
});
export type WaitingProductRow = {
  readonly productId: number;
  readonly productNo: string;
  readonly name: string;
  readonly unit: string;
  readonly isStockItem: boolean;
  /** What open orders still wait for. */
  readonly waitingMilli: number;
  readonly orderCount: number;
  readonly stockMilli: number;
  readonly onPurchaseMilli: number;
  /** The product card's date, else the earliest date of what was purchased and has not come. */
  readonly nextExpected: string | null;
};

/** An order that waits for a product. */
export type WaitingOrderRow = {
  readonly lineId: number;
  readonly orderId: number;
  readonly orderNo: number;
  readonly webOrderNo: string;
  readonly customerName: string;
  readonly orderDate: string;
  readonly toBeDeliveredMilli: number;
  readonly remainingMilli: number;
  readonly expectedDate: string | null;
  /** The purchase order that the line is reserved on. */
  readonly purchaseNo: number | null;
};

/** What a bar-code scanner sent. */
export const scanInput = z.object({ text: z.string().max(200) });
export type ScannedThing =
  | {
      readonly kind: 'order';
      readonly orderId: number;
      readonly orderNo: number;
      readonly webOrderNo: string;
      readonly customerName: string;
      /** Something of it is left to deliver. */
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'product';
      readonly productId: number;
      readonly productNo: string;
      readonly name: string;
      readonly isStockItem: boolean;
    }
  | {
      readonly kind: 'purchase';
      readonly purchaseOrderId: number;
      readonly purchaseNo: number;
      readonly supplierName: string;
    };
/** Numbers are compared whole: a part of a number finds nothing, and two finds are never decided by the program. */
export type ScanFind =
  | ScannedThing
  | { readonly kind: 'unknown' }
  | { readonly kind: 'several'; readonly found: readonly ScannedThing[] };

/** List Purchases, not received. */
export type NotReceivedRow = {
  readonly id: number;
  readonly version: number;
  readonly purchaseNo: number;
  readonly supplierName: string;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  /** 0 to 100, rounded up, so that 0 means nothing is missing. */
  readonly notReceivedPercent: number;
};

export const listStockInput = z.object({
  search: searchText,
  cursor: rowId.nullable().default(null),
  limit: pageLimit,
});
/** Stock of one product over all warehouses. */
export type StockRow = {
  readonly productId: number;
  readonly productNo: string;
  readonly name: string;
  readonly unit: string;
  readonly stockMilli: number;
  /** What open orders still wait for. */
  readonly allocatedMilli: number;
  /** Stock less allocated: what the webshop may offer. */
  readonly availableMilli: number;
  /** Ordered from suppliers and not received. */
  readonly onPurchaseMilli: number;
  readonly warehouses: readonly { readonly warehouseId: number; readonly name: string; readonly stockMilli: number }[];
};

/** Stock taking: the quantity that was counted replaces the one that stood. */
export const countStockInput = z.object({
  productId: rowId,
  warehouseId: rowId,
  countedMilli: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
});

/**
 * `delivered-only` is the note of Deliver products: it covers what was delivered and not yet noted, not what the next
 * delivery will cover.
 */
export const deliveryNoteScope = z.enum(['to-be-delivered', 'delivered-only']);
export type DeliveryNoteScope = z.infer<typeof deliveryNoteScope>;

export const deliveryNoteInput = z.object({ orderId: rowId, scope: deliveryNoteScope.default('to-be-delivered') });

/** A delivery note to print. Nothing is stored until `confirmDeliveryNote` says that it was printed or saved. */
export type PreparedDeliveryNote = PdfDocument & {
  readonly orderVersion: number;
  readonly noteNo: string;
  /** False: everything is on a note already, so this is a copy of the last one. */
  readonly isOriginal: boolean;
  readonly scope: DeliveryNoteScope;
};

/** After the printer took it or the PDF was saved; a cancelled dialog does not call it (domain.md 9.7 rule 2). */
export const confirmDeliveryNoteInput = orderAt.extend({
  scope: deliveryNoteScope.default('to-be-delivered'),
  /** What was printed: a copy stays a copy. */
  noteNo: z.string().max(60),
  how: z.enum(['printer', 'pdf']),
});
export type ConfirmDeliveryNoteInput = z.infer<typeof confirmDeliveryNoteInput>;

export type PreparedPickingList = PdfDocument & { readonly orderVersion: number };
export const confirmPickingListInput = orderAt.extend({ how: z.enum(['printer', 'pdf']) });
export type ConfirmPickingListInput = z.infer<typeof confirmPickingListInput>;

/**
 * Deliver products - Print and update warehouse: stock down, delivered up, no invoice. Answers with the delivery's
 * note (scope `delivered-only`) to print; call `confirmDeliveryNote` with it when it was printed.
 */
export const deliverProductsInput = orderAt.extend({
  lines: z.array(z.object({ lineId: rowId, quantityMilli })).max(500),
});
export type DeliverProductsInput = z.infer<typeof deliverProductsInput>;

export type WarehouseRow = { readonly id: number; readonly name: string };
