import { z } from 'zod';
import { rowId } from './fields.ts';
import { type CreditOrderInput, creditOrderInput, editOrderInput, type OrderTotals } from './sales-orders.ts';

/** What is being typed into an order and not stored yet. */
export const typedOrderEdit = editOrderInput.omit({ orderId: true, orderVersion: true, text: true });
export type TypedOrderEdit = z.infer<typeof typedOrderEdit>;

/** What the customer would be told, were the edit stored. */
export const customerKnowsWithInput = z.object({ orderId: rowId, edit: typedOrderEdit });
export type CustomerKnowsWithInput = z.infer<typeof customerKnowsWithInput>;

export const previewCreditInput = creditOrderInput.omit({ orderVersion: true });
export type PreviewCreditInput = Omit<CreditOrderInput, 'orderVersion'>;

/** What can still be credited of an invoice, and what a credit note over the choice would come to. */
export type CreditPreview = {
  readonly lines: readonly {
    readonly lineId: number;
    readonly description: string;
    /** Invoiced and not credited before. */
    readonly mostMilli: number;
  }[];
  /** 0 where there is none or it was credited before. */
  readonly freightMinor: number;
  /** Of the credit note, negative; null where the choice credits nothing. */
  readonly totals: OrderTotals | null;
};

/** The quotation, order or invoice that a new order is made like. */
export const duplicateOrderInput = z.object({ orderId: rowId });
