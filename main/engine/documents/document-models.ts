import type { Language } from '../../../shared/language.ts';

/** A name and where letters go. Empty texts are left out. */
export type DocumentAddress = {
  readonly name: string;
  readonly contactPerson: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
};

/** The company whose paper it is. */
export type DocumentCompany = Omit<DocumentAddress, 'contactPerson'> & {
  readonly companyNo: string;
  readonly email: string;
  readonly phone: string;
};

/** The company's logo, PNG or JPEG; it goes beside the models, so that many papers hold it once. */
export type DocumentLogo = { readonly image: Uint8Array; readonly widthPx: number; readonly heightPx: number };

/** What every document carries. */
export type DocumentLetterhead = {
  readonly language: Language;
  /** UTC, ISO 8601; becomes the PDF's creation date, so that a model always gives the same bytes. */
  readonly createdAt: string;
  readonly company: DocumentCompany;
};

/** What every document of an order carries. Dates are `YYYY-MM-DD`. */
export type DocumentHead = DocumentLetterhead & {
  readonly recipient: DocumentAddress;
  readonly orderNo: number;
  /** Empty for an order typed in by staff. */
  readonly webOrderNo: string;
  readonly orderDate: string;
  /** The order's text, printed under the table; may have line breaks. */
  readonly text: string;
};

export type DocumentShipment = { readonly carrier: string; readonly shippingNo: string };

/** Quantities in thousandths of a unit. */
export type DeliveryNoteLine = {
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly orderedMilli: number;
  /** What this delivery note covers. */
  readonly deliveredNowMilli: number;
  readonly deliveredBeforeMilli: number;
  /** Still to come on this order or on its back order. */
  readonly toComeMilli: number;
  readonly expectedDate: string | null;
};

export type DeliveryNoteModel = DocumentHead & {
  readonly noteNo: string;
  /** The first print of a delivery; every further print of it is a copy (domain.md 9.7, rule 2). */
  readonly isOriginal: boolean;
  readonly noteDate: string;
  readonly shipments: readonly DocumentShipment[];
  readonly lines: readonly DeliveryNoteLine[];
};

export type PickingListLine = {
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly toPickMilli: number;
  /** Stock in the warehouse before picking; null for a line that is no stock item. */
  readonly stockMilli: number | null;
};

export type PickingListModel = DocumentHead & {
  readonly printedDate: string;
  /** The order's delivery date. */
  readonly deliveryDate: string | null;
  readonly warehouseName: string;
  readonly lines: readonly PickingListLine[];
};

/** One product of a combined picking list, with what each order takes of it. */
export type CombinedPickingListLine = PickingListLine & {
  readonly orders: readonly { readonly orderNo: number; readonly toPickMilli: number }[];
};

/** What several orders take from one warehouse, by product: the packer walks once. */
export type CombinedPickingListModel = DocumentLetterhead & {
  readonly printedDate: string;
  readonly warehouseName: string;
  readonly orderNos: readonly number[];
  readonly lines: readonly CombinedPickingListLine[];
};

export type PurchaseOrderLine = {
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly orderedMilli: number;
  /** The line's own date, else the purchase order's. */
  readonly deliveryDate: string | null;
};

/** What the supplier is sent once a purchase order is transferred (domain.md 5.2). */
export type PurchaseOrderModel = DocumentLetterhead & {
  readonly recipient: DocumentAddress;
  readonly purchaseNo: number;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  /** Where the goods go: our own address. */
  readonly deliverTo: DocumentAddress;
  readonly lines: readonly PurchaseOrderLine[];
};

/** Money in minor units of the document's currency, without VAT. */
export type InvoiceLine = {
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly quantityMilli: number;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  readonly amountMinor: number;
  /** What is still to come of the line after this invoice. */
  readonly toComeMilli: number;
};

/** VAT of one rate. */
export type InvoiceVat = { readonly vatPermille: number; readonly baseMinor: number; readonly vatMinor: number };

/** The foot of an invoice (see invoice-totals.ts, which makes it). */
export type InvoiceTotals = {
  readonly netMinor: number;
  readonly vat: readonly InvoiceVat[];
  readonly totalMinor: number;
};

/** An invoice or a credit note. Amounts of a credit note are positive; its title says what they mean. */
export type InvoiceModel = DocumentHead & {
  readonly kind: 'invoice' | 'credit-note';
  /** The first print; every further one says that it is a copy. */
  readonly isOriginal: boolean;
  readonly invoiceNo: number;
  readonly invoiceDate: string;
  readonly dueDate: string | null;
  /** The invoice that a credit note takes back. */
  readonly creditedInvoiceNo: number | null;
  /** The back order that brings the rest, as the customer knows it ("W-8841 / rest 1"). */
  readonly backOrderNo: string | null;
  readonly currency: string;
  readonly lines: readonly InvoiceLine[];
  readonly freightMinor: number;
  readonly totals: InvoiceTotals;
};
