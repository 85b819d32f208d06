import { beforeEach, expect, it } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import {
  confirmPickingListPrinted,
  preparePickingList,
} from '../../../../main/engine/warehouse/picking-list-service.ts';
import {
  anOrder,
  aProduct,
  at,
  checkNothing,
  orderNow,
  pieces,
  setSalesSettings,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';

let db: ReadDb;
let orderId: number;
let lineIds: readonly number[];
beforeEach(async () => {
  db = await openTestCompany();
  const built = anOrder(db, {
    lines: [
      { productId: aProduct(db, { stock: 4 }), orderedMilli: pieces(20), toBeDeliveredMilli: pieces(9) },
      { description: 'Gift wrapping', orderedMilli: pieces(1) },
      { productId: aProduct(db), orderedMilli: pieces(5), toBeDeliveredMilli: 0 },
    ],
  });
  orderId = built.orderId;
  lineIds = built.lineIds;
  checkNothing(db);
});
const prepare = () => preparePickingList(db, orderId, { now: testContext.now, today: testContext.today });
const print = () =>
  command(db, (tx, context) => confirmPickingListPrinted(tx, context, { ...at(db, orderId), how: 'pdf' }));

it('lists what is to be delivered now, with the stock of what is a stock item', () => {
  expect(prepare().model).toMatchObject({
    warehouseName: 'Main',
    lines: [
      { toPickMilli: 9000, stockMilli: 4000 },
      { toPickMilli: 1000, stockMilli: null },
    ],
  });
});

it('sets Picked only where the company says that the picking list does', () => {
  print();
  expect(orderNow(db, orderId).picked).toBe(false);
  expect(toCheck(db)).toEqual([]);
  setSalesSettings(db, { pickedBy: 'picking-list', readyForInvoicingBy: 'picking-list' });
  print();
  expect(orderNow(db, orderId)).toMatchObject({ picked: true, readyForInvoicing: true });
  expect(toCheck(db)).toEqual([orderId]);
});

it('an order changed since the preview is refused', () => {
  const seen = at(db, orderId);
  command(db, (tx, context) => editOrder(tx, context, { ...seen, picked: true }));
  const late = () => command(db, (tx, context) => confirmPickingListPrinted(tx, context, { ...seen, how: 'printer' }));
  expect(late).toThrow(expect.objectContaining({ code: 'order-changed-meanwhile' }));
});

it('with nothing to pick there is no list', () => {
  const lines = lineIds.map((lineId) => ({ lineId, toBeDeliveredMilli: 0 }));
  command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), lines }));
  expect(prepare).toThrow(expect.objectContaining({ code: 'nothing-to-deliver' }));
});

it('only what is process complete is printed where the company says so', () => {
  setSalesSettings(db, { printOnlyProcessComplete: true });
  expect(prepare).toThrow(expect.objectContaining({ code: 'order-not-process-complete' }));
});
