import type { OrderStatus } from '../../../shared/order.ts';
import type { NewOrderLine } from '../../../shared/sales-orders.ts';

/** The customer's name and address as of the order. */
export type CustomerCopy = {
  readonly customerName: string;
  readonly contactPerson: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
};

/** What makes an order a webshop order, for ever (domain.md 1.5). */
export type WebOrigin = { readonly websiteId: number; readonly webOrderNo: string };

/** An order to be made, by hand or by import. What is left out comes from the contact, the company or today. */
export type NewOrder = {
  readonly contactId: number;
  readonly status?: OrderStatus | undefined;
  /** Null for an order typed in by staff. */
  readonly web: WebOrigin | null;
  /** Copied from the contact where left out. */
  readonly customer?: CustomerCopy | undefined;
  readonly orderingEmail?: string | undefined;
  /** Frozen: the customer is written to in this language about this order (domain.md 9.15). */
  readonly language?: string | null | undefined;
  readonly orderDate?: string | undefined;
  readonly deliveryDate?: string | null | undefined;
  readonly currency?: string | undefined;
  readonly freightMinor?: number | undefined;
  readonly text?: string | undefined;
  readonly lines: readonly NewOrderLine[];
};
