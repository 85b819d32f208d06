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
  /** EAN, UPC or any other text of a label; empty for none. */
  readonly barCode: string;
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
  barCode: shortText,
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

/** What can be changed for a selection of products; what is left out stays as it is. */
export const productChange = z
  .object({
    onWeb: productFields.onWeb,
    vatPermille: productFields.vatPermille,
    unit: productFields.unit,
    supplierId: productFields.supplierId,
    expectedDeliveryDate: productFields.expectedDeliveryDate,
  })
  .partial();
export type ProductChange = z.infer<typeof productChange>;
export const changeProductsInput = z.object({ productIds: z.array(rowId).min(1).max(100_000), change: productChange });
export type ChangeProductsInput = z.infer<typeof changeProductsInput>;

export type ProductsChanged = { readonly changed: number; readonly unchanged: number };
/** Webshop customers who wait for a selection of products and would hear of another date (rule 6). */
export type DateChangeReach = { readonly customers: number; readonly orders: number };
