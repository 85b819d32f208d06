import { beforeEach, describe, expect, it } from 'vitest';
import { all, type ReadDb } from '../../../../main/engine/db/database.ts';
import { receivePurchase } from '../../../../main/engine/purchasing/purchase-service.ts';
import { countStock } from '../../../../main/engine/warehouse/stock-taking-service.ts';
import {
  listNotDelivered,
  listNotReceived,
  listStock,
} from '../../../../main/engine/warehouse/warehouse-list-store.ts';
import { listNotDeliveredInput, listStockInput } from '../../../../shared/warehouse.ts';
import {
  anOrder,
  aProduct,
  aPurchase,
  checkNothing,
  pieces,
  purchaseAt,
  stockOf,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});
const count = (productId: number, counted: number, warehouseId = 1) =>
  command(db, (tx, context) => countStock(tx, context, { productId, warehouseId, countedMilli: pieces(counted) }));

describe('stock taking', () => {
  it('what was counted stands, and who counted is noted', () => {
    const productId = aProduct(db, { stock: 5 });
    count(productId, 3);
    expect(stockOf(db, productId)).toBe(3);
    const entries = all<{ details: string }>(db, `SELECT details FROM log_entry WHERE what = 'stock-counted'`);
    expect(entries.map(({ details }) => JSON.parse(details))).toEqual([
      { productId, warehouseId: 1, from: 5000, to: 3000 },
    ]);
  });

  it('from nothing to something: the orders that wait are looked at, and only then', () => {
    const productId = aProduct(db);
    const { orderId } = anOrder(db, { lines: [{ productId, orderedMilli: pieces(2) }] });
    checkNothing(db);
    count(productId, 0);
    expect(toCheck(db)).toEqual([]);
    count(productId, 4);
    expect(toCheck(db)).toEqual([orderId]);
    checkNothing(db);
    count(productId, 7);
    expect(toCheck(db)).toEqual([]);
    count(productId, 0);
    expect(toCheck(db)).toEqual([orderId]);
  });

  it('of an unknown product or warehouse is refused', () => {
    const notFound = expect.objectContaining({ code: 'not-found' });
    expect(() => count(999, 1)).toThrow(notFound);
    const productId = aProduct(db);
    expect(() => count(productId, 1, 9)).toThrow(notFound);
  });
});

describe('Orders, not delivered', () => {
  const list = (input: Record<string, unknown> = {}) => listNotDelivered(db, listNotDeliveredInput.parse(input));

  it('holds open orders with something remaining, oldest first, and says whether stock covers them', () => {
    const productId = aProduct(db, { stock: 3 });
    const covered = anOrder(db, {
      lines: [{ productId, orderedMilli: pieces(9), toBeDeliveredMilli: pieces(3) }],
    }).orderId;
    const short = anOrder(db, { lines: [{ productId, orderedMilli: pieces(4), deliveryDate: '2026-04-01' }] }).orderId;
    anOrder(db, { status: 'quotation' });
    expect(list().rows).toMatchObject([
      {
        id: covered,
        isInStock: true,
        linesWaiting: 1,
        toBeDeliveredMilli: 3000,
        remainingMilli: 9000,
        expectedDate: null,
      },
      { id: short, isInStock: false, expectedDate: '2026-04-01' },
    ]);
  });

  it('comes page by page and can be searched', () => {
    const built = [1, 2, 3].map((n) => anOrder(db, { webOrderNo: `W-${n}` }).orderId);
    const first = list({ limit: 2 });
    expect([...first.rows, ...list({ limit: 2, cursor: first.nextCursor }).rows].map(({ id }) => id)).toEqual(built);
    expect(list({ search: 'W-2' }).rows.map(({ id }) => id)).toEqual([built[1]]);
  });
});

it('Purchases, not received tells how much is missing, and 0 only when nothing is', () => {
  const productId = aProduct(db);
  const lines = [
    { productId, orderedMilli: pieces(999) },
    { productId, orderedMilli: pieces(1) },
  ];
  const { purchaseOrderId, purchaseLineIds } = aPurchase(db, { lines });
  aPurchase(db, { lines, isDraft: true });
  expect(listNotReceived(db)).toMatchObject([{ id: purchaseOrderId, notReceivedPercent: 100 }]);
  const received = [{ purchaseLineId: purchaseLineIds[0] ?? 0, quantityMilli: pieces(999) }];
  command(db, (tx, context) => receivePurchase(tx, context, { ...purchaseAt(db, purchaseOrderId), lines: received }));
  expect(listNotReceived(db)).toMatchObject([{ id: purchaseOrderId, notReceivedPercent: 1 }]);
});

it('the stock list tells what stands, what orders wait for, what may be sold and what is on its way', () => {
  const productId = aProduct(db, { stock: 10 });
  aProduct(db, { isStockItem: false });
  anOrder(db, { lines: [{ productId, orderedMilli: pieces(4) }] });
  anOrder(db, { lines: [{ productId, orderedMilli: pieces(4) }], status: 'quotation' });
  aPurchase(db, { lines: [{ productId, orderedMilli: pieces(6) }] });
  expect(listStock(db, listStockInput.parse({})).rows).toMatchObject([
    {
      productId,
      stockMilli: 10_000,
      allocatedMilli: 4000,
      availableMilli: 6000,
      onPurchaseMilli: 6000,
      warehouses: [{ name: 'Main', stockMilli: 10_000 }],
    },
  ]);
});
