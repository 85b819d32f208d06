import { insertAccount } from '../../main/engine/contacts/account-store.ts';
import { insertContact } from '../../main/engine/contacts/contact-store.ts';
import { all, get, type ReadDb, run } from '../../main/engine/db/database.ts';
import { createOrder } from '../../main/engine/orders/create-order-service.ts';
import type { NewOrder } from '../../main/engine/orders/new-order.ts';
import { readOrderView } from '../../main/engine/orders/order-view-store.ts';
import { insertProduct } from '../../main/engine/products/product-store.ts';
import { changeStock } from '../../main/engine/products/stock-store.ts';
import { readPurchaseView } from '../../main/engine/purchasing/purchase-list-store.ts';
import { createPurchase, transferPurchase } from '../../main/engine/purchasing/purchase-service.ts';
import { writeSalesSettings } from '../../main/engine/settings/company-store.ts';
import type { NewAccountInput, NewContactInput } from '../../shared/contacts.ts';
import type { NewProductInput } from '../../shared/products.ts';
import type { NewPurchaseInput } from '../../shared/purchasing.ts';
import type { NewOrderLine, OrderView } from '../../shared/sales-orders.ts';
import type { SalesSettings } from '../../shared/settings.ts';
import { command } from './company.ts';

/*
 * Builders for a test company (company.ts): each fills in what does not matter to the test and answers ids.
 * Quantities are pieces, as people speak of them.
 */

/** Thousandths of a piece. */
export const pieces = (count: number): number => Math.round(count * 1000);

let counter = 0;
/** A number that no other builder used in this process; order of tests does not matter to it. */
const next = (): number => {
  counter += 1;
  return counter;
};

export function aContact(db: ReadDb, contact: Partial<NewContactInput> = {}): number {
  const number = next();
  return command(db, (tx, context) =>
    insertContact(tx, context, {
      name: `Customer ${number}`,
      email: `customer${number}@mail.example`,
      addressLine1: `Street ${number}`,
      postcode: '0150',
      city: 'Oslo',
      ...contact,
    }),
  );
}

export function anAccount(db: ReadDb, account: Partial<NewAccountInput> & { readonly contactId: number }): number {
  return command(db, (tx, context) =>
    insertAccount(tx, context, { websiteId: 1, email: `login${next()}@mail.example`, ...account }),
  );
}

/** A product, with `stock` pieces in warehouse 1. */
export function aProduct(
  db: ReadDb,
  { stock = 0, ...product }: Partial<NewProductInput> & { readonly stock?: number } = {},
): number {
  const number = next();
  return command(db, (tx) => {
    const productId = insertProduct(tx, {
      productNo: `P-${number}`,
      name: `Product ${number}`,
      unitPriceMinor: 10_000,
      ...product,
    });
    if (stock !== 0) changeStock(tx, { productId, warehouseId: 1 }, pieces(stock));
    return productId;
  });
}

type OrderParts = Partial<Omit<NewOrder, 'web' | 'lines'>> & {
  /** The number the customer knows; a webshop order has one of its own where this is left out. Null: a staff order. */
  readonly webOrderNo?: string | null;
  readonly lines?: readonly NewOrderLine[];
};
export type BuiltOrder = { readonly orderId: number; readonly lineIds: readonly number[] };

/** A webshop order of website 1 with one line of 10 pieces, unless told otherwise. */
export function anOrder(db: ReadDb, { webOrderNo, lines, ...order }: OrderParts = {}): BuiltOrder {
  const contactId = order.contactId ?? aContact(db);
  const wanted = lines ?? [{ productId: aProduct(db, { stock: 100 }), orderedMilli: pieces(10) }];
  const orderId = command(db, (tx, context) =>
    createOrder(tx, context, {
      ...order,
      contactId,
      web: webOrderNo === null ? null : { websiteId: 1, webOrderNo: webOrderNo ?? `W-${next()}` },
      lines: wanted,
    }),
  );
  const ids = all<{ id: number }>(db, 'SELECT id FROM order_line WHERE order_id = @orderId ORDER BY position', {
    orderId,
  });
  return { orderId, lineIds: ids.map(({ id }) => id) };
}

export type BuiltPurchase = { readonly purchaseOrderId: number; readonly purchaseLineIds: readonly number[] };

/** A purchase order, transferred to the supplier unless `isDraft`. */
export function aPurchase(
  db: ReadDb,
  { isDraft = false, ...purchase }: Partial<NewPurchaseInput> & { readonly isDraft?: boolean },
): BuiltPurchase {
  const supplierId = purchase.supplierId ?? aContact(db, { name: `Supplier ${next()}`, isSupplier: true });
  return command(db, (tx, context) => {
    const purchaseOrderId = createPurchase(tx, context, { ...purchase, supplierId });
    if (!isDraft) transferPurchase(tx, context, { purchaseOrderId, purchaseVersion: 1 });
    return { purchaseOrderId, purchaseLineIds: readPurchaseView(tx, purchaseOrderId).lines.map(({ id }) => id) };
  });
}

export function setSalesSettings(db: ReadDb, settings: Partial<SalesSettings>): void {
  command(db, (tx) => writeSalesSettings(tx, settings));
}

/** The order as it stands, and its id with its version for the next command. */
export function orderNow(db: ReadDb, orderId: number): OrderView {
  return readOrderView(db, orderId);
}
export function at(db: ReadDb, orderId: number): { readonly orderId: number; readonly orderVersion: number } {
  return { orderId, orderVersion: orderNow(db, orderId).version };
}
export function purchaseAt(
  db: ReadDb,
  purchaseOrderId: number,
): { readonly purchaseOrderId: number; readonly purchaseVersion: number } {
  return { purchaseOrderId, purchaseVersion: readPurchaseView(db, purchaseOrderId).version };
}

/** Pieces in stock, over all warehouses. */
export function stockOf(db: ReadDb, productId: number): number {
  const row = get<{ milli: number }>(
    db,
    'SELECT coalesce(sum(quantity_milli), 0) AS milli FROM product_stock WHERE product_id = @productId',
    { productId },
  );
  return (row?.milli ?? 0) / 1000;
}

/** As after a run that told everything: no order stands in order_to_check. */
export function checkNothing(db: ReadDb): void {
  command(db, (tx) => run(tx, 'DELETE FROM order_to_check'));
}

/** The orders that the next run would look at. */
export function toCheck(db: ReadDb): readonly number[] {
  return all<{ id: number }>(db, 'SELECT order_id AS id FROM order_to_check ORDER BY order_id').map(({ id }) => id);
}
