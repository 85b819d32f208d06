import { z } from 'zod';
import type { DateSource, RuleNumber } from './change.ts';
import { day, type PdfDocument, pageLimit, quantityMilli, rowId, searchText } from './fields.ts';
import { type PurchaseStatus, purchaseStatus } from './order.ts';
import { paperHow } from './papers.ts';

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
  /** 0 once nothing of it is to come and nothing came. */
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
  /** What an imported file calls the purchase order; empty for others. */
  readonly externalNo: string;
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
  /** What order lines reserved on it still wait for; may be more than is to come. */
  readonly reservedMilli: number;
  readonly deliveryDate: string | null;
};

/** What Reservation shows of one sales order line. */
export type ReservationView = {
  readonly lineId: number;
  readonly orderVersion: number;
  readonly description: string;
  readonly unit: string;
  readonly remainingMilli: number;
  readonly purchaseLineId: number | null;
  /** The date that the customer goes by now, and which date it is. */
  readonly effectiveDate: string | null;
  readonly dateSource: DateSource;
  /** The date without a reservation. */
  readonly withoutReservation: { readonly date: string | null; readonly source: DateSource };
  readonly purchases: readonly (ReservablePurchaseLine & {
    /** The date and which date it is, were the line reserved on this purchase. */
    readonly wouldBe: { readonly date: string | null; readonly source: DateSource };
  })[];
};
export const reservationRef = z.object({ orderId: rowId, lineId: rowId });

export const purchaseRef = z.object({ purchaseOrderId: rowId });
export const purchaseAt = z.object({ purchaseOrderId: rowId, purchaseVersion: z.int().min(1) });
export type PurchaseAt = z.infer<typeof purchaseAt>;

/** The purchase order as a paper; then call `confirmPrinted` with its version. */
export type PreparedPurchaseOrder = PdfDocument & { readonly purchaseVersion: number };
/** After the printer took it or it was saved. `purchaseVersion` says which state of it the paper shows. */
export const purchasePrintedInput = purchaseAt.extend({ how: paperHow });
export type PurchasePrintedInput = z.infer<typeof purchasePrintedInput>;

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

/** The rest of a purchase order, or of some of its lines, will not come. */
export const cancelRestInput = purchaseAt.extend({ purchaseLineIds: z.array(rowId).max(500).optional() });
export type CancelRestInput = z.infer<typeof cancelRestInput>;

/** Goods go back to the supplier. `isReplaced`: as many are to come again; else the purchase is smaller by them. */
export const returnPurchaseInput = receivePurchaseInput.extend({ isReplaced: z.boolean() });
export type ReturnPurchaseInput = z.infer<typeof returnPurchaseInput>;

/** A product that open orders wait for beyond stock and open purchases. Quantities in thousandths. */
export type MissingProduct = {
  readonly productId: number;
  readonly productNo: string;
  readonly name: string;
  readonly unit: string;
  readonly waitingMilli: number;
  readonly stockMilli: number;
  /** On purchase orders, drafts included, and not received. */
  readonly onPurchaseMilli: number;
  readonly missingMilli: number;
  readonly orderCount: number;
};
/** What is missing, by supplier; null: products without one. */
export type MissingFromSupplier = {
  readonly supplierId: number | null;
  readonly supplierName: string;
  readonly products: readonly MissingProduct[];
};

/** Makes a draft of what is missing and reserves it for the order lines that wait (domain.md 5.2). */
export const purchaseMissingInput = z.object({
  supplierId: rowId,
  deliveryDate: day.nullable().default(null),
  lines: z
    .array(z.object({ productId: rowId, orderedMilli: quantityMilli.min(1) }))
    .min(1)
    .max(500),
});
export type PurchaseMissingInput = z.input<typeof purchaseMissingInput>;

/** Whom a change of dates or stock of some products concerns. */
export const concernedInput = z.object({ productIds: z.array(rowId).max(500) });
export type Concerned = {
  /** Open orders that wait for one of the products. */
  readonly waiting: number;
  /** Of these, the webshop orders whose customer the next Get Website Data tells of a date or of goods that came. */
  readonly told: number;
  /** Webshop orders that would be told were these rules on. */
  readonly silent: number;
  readonly silentRules: readonly RuleNumber[];
  /** Webshop orders whose news an option of a rule leaves unsaid for now. */
  readonly filtered: number;
  /** Webshop orders with news that cannot be told: opted out, no address, held. */
  readonly notTold: number;
  /** More orders wait than were looked at. */
  readonly isCut: boolean;
};
