import { z } from 'zod';
import { day, pageLimit, requiredText, rowId, searchText, shortText, vatPermille } from './fields.ts';

export const listProductsInput = z.object({
  search: searchText,
  cursor: rowId.nullable().default(null),
  limit: pageLimit,
});
export type ListProductsInput = z.infer<typeof listProductsInput>;

export type ProductRow = {
  readonly id: number;
  readonly productNo: string;
  readonly name: string;
  readonly unit: string;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  readonly isStockItem: boolean;
  readonly onWeb: boolean;
  readonly expectedDeliveryDate: string | null;
  readonly stockMilli: number;
  readonly allocatedMilli: number;
  readonly availableMilli: number;
};

export type ProductView = ProductRow & {
  readonly supplierId: number | null;
  readonly supplierName: string | null;
  readonly onPurchaseMilli: number;
  readonly warehouses: readonly { readonly warehouseId: number; readonly name: string; readonly stockMilli: number }[];
  /** Open orders with a line of this product that still waits. */
  readonly waitingOrders: number;
};

export const productRef = z.object({ productId: rowId });

const productFields = {
  productNo: requiredText,
  name: requiredText,
  unit: shortText,
  unitPriceMinor: z.int().min(0).max(1_000_000_000_000),
  vatPermille,
  isStockItem: z.boolean(),
  onWeb: z.boolean(),
  /** Comes before the sales order's and the purchase's date in what customers are told (rule 6). */
  expectedDeliveryDate: day.nullable(),
  supplierId: rowId.nullable(),
};

export const newProductInput = z.object(productFields).partial().required({ productNo: true, name: true });
export type NewProductInput = z.infer<typeof newProductInput>;
export const editProductInput = z
  .object({ ...productFields })
  .partial()
  .extend({ productId: rowId });
export type EditProductInput = z.infer<typeof editProductInput>;
