import { z } from 'zod';
import type { DateSource } from './change.ts';
import {
  amountMinor,
  currencyCode,
  day,
  emailOrEmpty,
  languageCode,
  longText,
  type Page,
  pageLimit,
  quantityMilli,
  requiredText,
  rowId,
  searchText,
  shortText,
  vatPermille,
} from './fields.ts';
import { type OrderStatus, orderStatus } from './order.ts';

/**
 * The chips above the list of sales orders. To pick: something to be delivered, not yet picked. To ship: picked, and
 * something is still to be delivered or no shipping no. stands. Waiting for goods: a line's stock does not cover what
 * remains. Needs attention: a mail is uncertain or was refused.
 */
export const orderFilters = ['all', 'to-pick', 'to-ship', 'waiting-for-goods', 'needs-attention'] as const;
export type OrderFilter = (typeof orderFilters)[number];

/**
 * What the list can be sorted by. `newest` and `orderNo` are one: numbers are handed out as orders are made. `status` goes by
 * the order of `orderStatuses`, `customer` by the Norwegian alphabet. Rows without a web order no. or date stand last in
 * either direction.
 */
export const orderSorts = [
  'newest',
  'orderNo',
  'webOrderNo',
  'customer',
  'status',
  'orderDate',
  'deliveryDate',
  'expectedDate',
  'total',
] as const;
export type OrderSortBy = (typeof orderSorts)[number];
export const orderSort = z.object({ by: z.enum(orderSorts), direction: z.enum(['ascending', 'descending']) });
export type OrderSort = z.infer<typeof orderSort>;

/** Which orders; all that is set must hold. `website` null: orders without a website. */
const orderChoice = {
  filter: z.enum(orderFilters).default('all'),
  statuses: z.array(orderStatus).max(20).optional(),
  website: rowId.nullable().optional(),
  isPicked: z.boolean().optional(),
  isWaitingForGoods: z.boolean().optional(),
  /** A mail is uncertain or was refused. */
  needsAttention: z.boolean().optional(),
  contactId: rowId.optional(),
  /** Beginnings of words, in any order; all must be in the order. */
  search: searchText,
};

/** `cursor` is the `nextCursor` of the page before, of the same list and sorting. Newest first where nothing is said. */
export const listOrdersInput = z.object({
  ...orderChoice,
  sort: orderSort.default({ by: 'newest', direction: 'descending' }),
  cursor: z.string().max(2000).nullable().default(null),
  limit: pageLimit,
});
export type ListOrdersInput = z.infer<typeof listOrdersInput>;

export const countOrdersInput = z.object(orderChoice);
export type CountOrdersInput = z.infer<typeof countOrdersInput>;
/** `isMore`: there are more than `orders`; counting stopped. */
export type OrderCount = { readonly orders: number; readonly isMore: boolean };

/**
 * `isCut`: a search found very many and is sorted by something else than newest; only the newest of what was found are in
 * this list.
 */
export type OrderPage = Page<SalesOrderRow, string> & { readonly isCut: boolean };

export type SalesOrderRow = {
  readonly id: number;
  readonly orderNo: number;
  /** Goes back with what is done to a selection. */
  readonly version: number;
  readonly webOrderNo: string;
  readonly isWebOrder: boolean;
  readonly websiteId: number | null;
  readonly contactId: number;
  readonly customerName: string;
  readonly status: OrderStatus;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  /** The latest expected date among lines that still wait; null when none waits or none is known. */
  readonly expectedDate: string | null;
  readonly orderedMilli: number;
  readonly toBeDeliveredMilli: number;
  readonly deliveredMilli: number;
  readonly remainingMilli: number;
  readonly picked: boolean;
  readonly shippingNos: readonly string[];
  readonly invoiceNo: number | null;
  readonly currency: string;
  /** With VAT and freight, after what a back order took over. */
  readonly totalMinor: number;
  readonly isWaitingForGoods: boolean;
  readonly needsAttention: boolean;
};

/** Counts for the navigation and the chips. */
export type NavigationCounts = {
  readonly openOrders: number;
  readonly toPick: number;
  readonly toShip: number;
  readonly waitingForGoods: number;
  readonly needsAttention: number;
  readonly ordersNotDelivered: number;
  readonly purchasesNotReceived: number;
};

export type OrderLineView = {
  readonly id: number;
  readonly position: number;
  readonly productId: number | null;
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly isStockItem: boolean;
  readonly orderedMilli: number;
  readonly toBeDeliveredMilli: number;
  readonly deliveredMilli: number;
  readonly invoicedMilli: number;
  /** What a back order (or, undelivered, a credit note) took over. */
  readonly movedMilli: number;
  readonly notedMilli: number;
  readonly remainingMilli: number;
  /** The line's own date. */
  readonly deliveryDate: string | null;
  /** What the customer is told to expect, and which date it is (rule 6). */
  readonly effectiveDate: string | null;
  readonly dateSource: DateSource;
  /** Physical stock in the website's warehouses (all warehouses for an order without a website). */
  readonly stockMilli: number;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  /** Without VAT, of the ordered quantity less what was moved. */
  readonly amountMinor: number;
  readonly purchaseLineId: number | null;
  readonly purchaseNo: number | null;
  readonly isRemoved: boolean;
};

export type ShipmentView = {
  readonly id: number;
  readonly carrier: string;
  readonly shippingNo: string;
  readonly trackingUrl: string | null;
  readonly createdAt: string;
};

export type DeliveryNoteView = {
  readonly id: number;
  readonly noteNo: string;
  readonly createdAt: string;
  readonly printedBy: string;
  readonly copies: number;
  readonly lines: readonly { readonly lineId: number; readonly quantityMilli: number }[];
};

export type DeliveryView = {
  readonly id: number;
  readonly deliveredAt: string;
  readonly deliveredBy: string;
  readonly cause: 'delivery-note' | 'warehouse' | 'invoice';
  /** Negative on a credit note: goods taken back into stock. */
  readonly lines: readonly { readonly lineId: number; readonly quantityMilli: number }[];
};

/** Which work the order's status allows; a window greys the rest. The commands check again. */
export type OrderWork = {
  /** Quantity, price, add and remove lines, freight, Ready for invoicing. */
  readonly editContents: boolean;
  /** To be delivered, delivery dates, Process complete. */
  readonly editDelivery: boolean;
  readonly editPicked: boolean;
  readonly editShipments: boolean;
  readonly deliver: boolean;
  readonly printDeliveryNote: boolean;
  readonly invoice: boolean;
  readonly cancel: boolean;
  readonly credit: boolean;
};

export type OrderTotals = { readonly netMinor: number; readonly vatMinor: number; readonly totalMinor: number };

export type OrderView = {
  readonly id: number;
  readonly publicId: string;
  readonly orderNo: number;
  /** Goes back with every command, so that nobody overwrites what he has not seen. */
  readonly version: number;
  readonly status: OrderStatus;
  readonly contactId: number;
  readonly customerName: string;
  readonly contactPerson: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly isWebOrder: boolean;
  readonly websiteId: number | null;
  readonly websiteName: string | null;
  readonly webOrderNo: string;
  /** What an imported file calls the order; empty for others. */
  readonly externalNo: string;
  readonly orderingEmail: string;
  readonly language: string | null;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  readonly currency: string;
  readonly freightMinor: number;
  readonly text: string;
  readonly picked: boolean;
  readonly readyForInvoicing: boolean;
  readonly processComplete: boolean;
  readonly parentOrderId: number | null;
  readonly creditedOrderId: number | null;
  readonly invoiceNo: number | null;
  readonly invoicedAt: string | null;
  readonly createdAt: string;
  readonly lines: readonly OrderLineView[];
  readonly shipments: readonly ShipmentView[];
  readonly deliveryNotes: readonly DeliveryNoteView[];
  readonly deliveries: readonly DeliveryView[];
  readonly totals: OrderTotals;
  readonly work: OrderWork;
};

/** The order with all it stems from and all that stems from it, parents first (domain.md 4.1 Order Hierarchy). */
export type HierarchyRow = {
  readonly id: number;
  readonly orderNo: number;
  readonly webOrderNo: string;
  readonly status: OrderStatus;
  readonly invoiceNo: number | null;
  readonly originOrderId: number | null;
  readonly depth: number;
};

export type LogRow = {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  /** A stable word such as `order-edited`; the window words it. */
  readonly what: string;
  readonly details: Readonly<Record<string, unknown>>;
};

export const orderRef = z.object({ orderId: rowId });
/** An order and the version the caller has seen. */
export const orderAt = z.object({ orderId: rowId, orderVersion: z.int().min(1) });
export type OrderAt = z.infer<typeof orderAt>;

/**
 * A line for a new order. Product no., description, unit, price and VAT come from the product where left out; a line
 * without a product is free text and needs a description. `toBeDeliveredMilli` is the quantity where left out.
 */
export const newOrderLine = z.object({
  productId: rowId.nullable().default(null),
  productNo: shortText.optional(),
  description: requiredText.optional(),
  unit: shortText.optional(),
  orderedMilli: quantityMilli,
  toBeDeliveredMilli: quantityMilli.optional(),
  unitPriceMinor: amountMinor.optional(),
  vatPermille: vatPermille.optional(),
  deliveryDate: day.nullable().default(null),
});
export type NewOrderLine = z.input<typeof newOrderLine>;

/** An order typed in by staff: never a webshop order, so it never mails (domain.md 9.6). */
export const newOrderInput = z.object({
  contactId: rowId,
  status: z.enum(['quotation', 'order-basis', 'order', 'batch-order']).default('order'),
  orderDate: day.optional(),
  deliveryDate: day.nullable().default(null),
  currency: currencyCode.optional(),
  language: languageCode.nullable().default(null),
  orderingEmail: emailOrEmpty.default(''),
  freightMinor: z.int().min(0).max(1_000_000_000).default(0),
  text: longText.default(''),
  lines: z.array(newOrderLine).max(500).default([]),
});
export type NewOrderInput = z.infer<typeof newOrderInput>;

/** What changes on one line. A line taken off stays in the history; it cannot come back. */
export const lineEdit = z.object({
  lineId: rowId,
  toBeDeliveredMilli: quantityMilli.optional(),
  orderedMilli: quantityMilli.optional(),
  deliveryDate: day.nullable().optional(),
  description: requiredText.optional(),
  unitPriceMinor: amountMinor.optional(),
  vatPermille: vatPermille.optional(),
  remove: z.literal(true).optional(),
});
export type LineEdit = z.infer<typeof lineEdit>;

/** `id` null adds a shipment; an empty number removes the one named (or adds nothing). */
export const shipmentEdit = z.object({ id: rowId.nullable(), carrier: shortText, shippingNo: shortText });
export type ShipmentEdit = z.infer<typeof shipmentEdit>;

/** Any set of edits to one order, done whole or not at all. What is left out stays. */
export const editOrderInput = orderAt.extend({
  /** Only between quotation, order basis, order and batch order. */
  status: z.enum(['quotation', 'order-basis', 'order', 'batch-order']).optional(),
  picked: z.boolean().optional(),
  readyForInvoicing: z.boolean().optional(),
  processComplete: z.boolean().optional(),
  deliveryDate: day.nullable().optional(),
  text: longText.optional(),
  freightMinor: z.int().min(0).max(1_000_000_000).optional(),
  lines: z.array(lineEdit).max(500).optional(),
  newLines: z.array(newOrderLine).max(500).optional(),
  shipments: z.array(shipmentEdit).max(100).optional(),
});
export type EditOrderInput = z.infer<typeof editOrderInput>;

export const cancelOrderInput = orderAt.extend({ as: z.enum(['cancelled', 'lost-sale']) });
export type CancelOrderInput = z.infer<typeof cancelOrderInput>;

/** `lines` left out: all that was invoiced and not credited before. */
export const creditOrderInput = orderAt.extend({
  lines: z
    .array(z.object({ lineId: rowId, quantityMilli: quantityMilli.min(1) }))
    .max(500)
    .optional(),
  creditFreight: z.boolean().default(true),
  /** Put the delivered part of what is credited back into stock. */
  returnToStock: z.boolean().default(false),
});
export type CreditOrderInput = z.input<typeof creditOrderInput>;

export type InvoiceOutcome = {
  readonly invoiceNo: number;
  readonly status: 'invoice' | 'invoice-not-delivered';
  readonly backOrderId: number | null;
  readonly backOrderNo: number | null;
};
export type CreditOutcome = { readonly creditNoteOrderId: number; readonly creditNoteNo: number };
