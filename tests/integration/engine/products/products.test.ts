import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { listProducts, readProduct, writeProduct } from '../../../../main/engine/products/product-store.ts';
import { listProductsInput } from '../../../../shared/products.ts';
import { anOrder, aProduct, aPurchase, checkNothing, orderNow, pieces, toCheck } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let productId: number;
let orderId: number;
beforeEach(async () => {
  db = await openTestCompany();
  productId = aProduct(db, { productNo: 'TENT-1', name: 'Tent', stock: 10 });
  orderId = anOrder(db, { lines: [{ productId, orderedMilli: pieces(4) }] }).orderId;
  checkNothing(db);
});
const code = (name: string) => expect.objectContaining({ code: name });

describe('a product', () => {
  it('with another expected date: the orders that wait for it are looked at', () => {
    command(db, (tx) => writeProduct(tx, { productId, expectedDeliveryDate: '2026-04-01' }));
    expect(toCheck(db)).toEqual([orderId]);
    expect(orderNow(db, orderId).lines).toMatchObject([{ effectiveDate: '2026-04-01', dateSource: 'product' }]);
  });

  it('with the same date: they are not', () => {
    command(db, (tx) => writeProduct(tx, { productId, expectedDeliveryDate: null, name: 'Tent' }));
    expect(toCheck(db)).toEqual([]);
  });

  it('that is no stock item any more: they are, for it is never out of stock', () => {
    command(db, (tx) => writeProduct(tx, { productId, isStockItem: false }));
    expect(toCheck(db)).toEqual([orderId]);
  });

  it('with another price or name leaves orders as they are', () => {
    command(db, (tx) => writeProduct(tx, { productId, unitPriceMinor: 1, name: 'Big tent' }));
    expect(orderNow(db, orderId).lines).toMatchObject([{ description: 'Tent', unitPriceMinor: 10_000 }]);
  });

  it('shows stock, what is allocated, what is on its way and who waits', () => {
    aPurchase(db, { lines: [{ productId, orderedMilli: pieces(6) }] });
    expect(readProduct(db, productId)).toMatchObject({
      stockMilli: 10_000,
      allocatedMilli: 4000,
      availableMilli: 6000,
      onPurchaseMilli: 6000,
      waitingOrders: 1,
      warehouses: [{ warehouseId: 1, stockMilli: 10_000 }],
    });
  });

  it('has a number of its own', () => {
    expect(() => aProduct(db, { productNo: 'TENT-1' })).toThrow(code('bad-input'));
    const other = aProduct(db);
    expect(() => command(db, (tx) => writeProduct(tx, { productId: other, productNo: 'TENT-1' }))).toThrow(
      code('bad-input'),
    );
    command(db, (tx) => writeProduct(tx, { productId, productNo: 'TENT-1' }));
    expect(() => readProduct(db, 999)).toThrow(code('not-found'));
  });

  it('is found by number and name, page by page', () => {
    aProduct(db);
    const list = (input: Record<string, unknown>) => listProducts(db, listProductsInput.parse(input));
    expect(list({ search: 'tent' }).rows.map(({ id }) => id)).toEqual([productId]);
    const first = list({ limit: 1 });
    expect(list({ cursor: first.nextCursor, limit: 1 })).toMatchObject({ rows: [{}], nextCursor: null });
  });
});
