import type { OrderStatus } from '../../../shared/order.ts';
import type { LineQuantities } from './line-quantities.ts';

/** The head of a sales order as stored. */
export type OrderRecord = {
  readonly id: number;
  readonly publicId: string;
  readonly orderNo: number;
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
  readonly websiteId: number | null;
  readonly webOrderNo: string;
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
};

/** A line as stored. `isStockItem` is the product's: a line without a product takes nothing from stock. */
export type LineRecord = LineQuantities & {
  readonly id: number;
  readonly orderId: number;
  readonly position: number;
  readonly productId: number | null;
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly deliveryDate: string | null;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  readonly purchaseLineId: number | null;
  readonly originLineId: number | null;
  readonly isStockItem: boolean;
};
