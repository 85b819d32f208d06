import { z } from 'zod';
import type { ErrorCode, ErrorDetails } from './errors.ts';
import { type PdfDocument, rowId } from './fields.ts';
import { type InvoiceOutcome, orderAt } from './sales-orders.ts';
import { deliveryNoteScope } from './warehouse.ts';

/** Papers of a selection of orders: one PDF, each paper on pages of its own. */
export const ordersInput = z.object({
  orderIds: z
    .array(rowId)
    .min(1)
    .max(500)
    .transform((ids) => [...new Set(ids)]),
});
export const paperHow = z.enum(['printer', 'pdf']);

/** An order of the selection that was not done, with the reason; none is left out silently. */
export type LeftOutOrder = {
  readonly orderId: number;
  /** Null where there is no such order. */
  readonly orderNo: number | null;
  readonly customerName: string;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
};

/** One PDF and what stands in it, in the order asked for. `document` is null where every order was left out. */
export type PreparedPapers<Paper> = {
  readonly document: PdfDocument | null;
  readonly papers: readonly Paper[];
  readonly leftOut: readonly LeftOutOrder[];
};

/** Goes back as it is with `confirmDeliveryNotes`. */
export type NoteInBatch = {
  readonly orderId: number;
  readonly orderNo: number;
  readonly orderVersion: number;
  readonly noteNo: string;
  readonly isOriginal: boolean;
};
export const confirmDeliveryNotesInput = z.object({
  notes: z
    .array(orderAt.extend({ noteNo: z.string().max(60), scope: deliveryNoteScope.default('to-be-delivered') }))
    .min(1)
    .max(500),
  how: paperHow,
});
export type ConfirmDeliveryNotesInput = z.infer<typeof confirmDeliveryNotesInput>;

/** `combined`: by product over all orders, one list a warehouse; `lists`: one list an order. */
export const pickingListsInput = ordersInput.extend({ as: z.enum(['lists', 'combined']).default('lists') });
/** Goes back as it is with `confirmPickingLists`. */
export type ListInBatch = { readonly orderId: number; readonly orderNo: number; readonly orderVersion: number };
export const confirmPickingListsInput = z.object({ lists: z.array(orderAt).min(1).max(500), how: paperHow });
export type ConfirmPickingListsInput = z.infer<typeof confirmPickingListsInput>;

/** What was recorded as printed, and what could not be: an order that changed meanwhile. */
export type ConfirmedPapers = { readonly confirmed: readonly number[]; readonly leftOut: readonly LeftOutOrder[] };

export type InvoiceInBatch = {
  readonly orderId: number;
  readonly orderNo: number;
  readonly invoiceNo: number;
  readonly isOriginal: boolean;
};
/** After the printer took the invoices or they were saved. */
export const confirmInvoicesInput = ordersInput.extend({ how: paperHow });

/** The stored PDF copy of an invoice (Company Settings, Export). `off`: the company stores none. A failure undoes no invoice. */
export type PdfCopy =
  | { readonly kind: 'off' }
  | { readonly kind: 'stored'; readonly path: string }
  | { readonly kind: 'failed'; readonly why: 'no-folder' | 'folder-gone' | 'not-permitted' | 'no-room' | 'other' };
export type InvoiceResult = InvoiceOutcome & { readonly pdfCopy: PdfCopy };

export const invoiceManyInput = z.object({ orders: z.array(orderAt).min(1).max(500) });
/** One result an order, in the order asked for. */
export type InvoiceManyResult = {
  readonly invoiced: readonly (InvoiceResult & { readonly orderId: number; readonly orderNo: number })[];
  readonly leftOut: readonly LeftOutOrder[];
};
