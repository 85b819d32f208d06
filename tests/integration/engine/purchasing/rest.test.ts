import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { readPurchaseView } from '../../../../main/engine/purchasing/purchase-list-store.ts';
import { receivePurchase } from '../../../../main/engine/purchasing/purchase-service.ts';
import { reservePurchase } from '../../../../main/engine/purchasing/reservation-service.ts';
import { cancelRest, returnPurchase } from '../../../../main/engine/purchasing/rest-service.ts';
import { listNotReceived } from '../../../../main/engine/warehouse/warehouse-list-store.ts';
import {
  anOrder,
  aProduct,
  aPurchase,
  at,
  checkNothing,
  orderNow,
  pieces,
  purchaseAt,
  stockOf,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let tent: number;
let stove: number;
let purchaseOrderId: number;
let tentLine: number;
let stoveLine: number;
beforeEach(async () => {
  db = await openTestCompany();
  tent = aProduct(db);
  stove = aProduct(db);
  const lines = [
    { productId: tent, orderedMilli: pieces(10) },
    { productId: stove, orderedMilli: pieces(4) },
  ];
  const built = aPurchase(db, { deliveryDate: '2026-04-01', lines });
  purchaseOrderId = built.purchaseOrderId;
  [tentLine = 0, stoveLine = 0] = built.purchaseLineIds;
});
const line = (purchaseLineId: number, count: number) => ({ purchaseLineId, quantityMilli: pieces(count) });
const receive = (...lines: readonly ReturnType<typeof line>[]) =>
  command(db, (tx, context) => receivePurchase(tx, context, { ...purchaseAt(db, purchaseOrderId), lines: [...lines] }));
const cancel = (...purchaseLineIds: readonly number[]) =>
  command(db, (tx, context) =>
    cancelRest(tx, context, {
      ...purchaseAt(db, purchaseOrderId),
      ...(purchaseLineIds.length === 0 ? {} : { purchaseLineIds: [...purchaseLineIds] }),
    }),
  );
const giveBack = (isReplaced: boolean, ...lines: readonly ReturnType<typeof line>[]) =>
  command(db, (tx, context) =>
    returnPurchase(tx, context, { ...purchaseAt(db, purchaseOrderId), isReplaced, lines: [...lines] }),
  );
const now = () => {
  const { status, lines } = readPurchaseView(db, purchaseOrderId);
  return [status, ...lines.map((each) => `${each.receivedMilli / 1000} of ${each.orderedMilli / 1000}`)];
};
const code = (name: string) => expect.objectContaining({ code: name });

describe('what does not come is cancelled', () => {
  it('of one line; the other is still to come', () => {
    receive(line(tentLine, 6));
    cancel(tentLine);
    expect(now()).toEqual(['transferred', '6 of 6', '0 of 4']);
    expect(listNotReceived(db)).toMatchObject([{ id: purchaseOrderId, notReceivedPercent: 40 }]);
  });

  it('of all: the purchase order is received by what came, or cancelled when nothing did', () => {
    receive(line(tentLine, 6));
    cancel();
    expect(now()).toEqual(['received', '6 of 6', '0 of 0']);
    const nothing = aPurchase(db, { lines: [{ productId: tent, orderedMilli: pieces(1) }] });
    command(db, (tx, context) => cancelRest(tx, context, purchaseAt(db, nothing.purchaseOrderId)));
    expect(readPurchaseView(db, nothing.purchaseOrderId).status).toBe('cancelled');
    expect(stockOf(db, tent)).toBe(6);
  });

  it('and the orders that waited for it lose its date and their reservation', () => {
    const order = anOrder(db, { lines: [{ productId: stove, orderedMilli: pieces(1) }] });
    command(db, (tx, context) =>
      reservePurchase(tx, context, {
        ...at(db, order.orderId),
        lineId: order.lineIds[0] ?? 0,
        purchaseLineId: stoveLine,
      }),
    );
    expect(orderNow(db, order.orderId).lines).toMatchObject([{ effectiveDate: '2026-04-01' }]);
    checkNothing(db);
    cancel(stoveLine);
    expect(orderNow(db, order.orderId).lines).toMatchObject([{ effectiveDate: null, purchaseLineId: null }]);
    expect(toCheck(db)).toEqual([order.orderId]);
  });

  it('is refused where nothing is to come, on a draft, and for a line of another purchase order', () => {
    receive(line(tentLine, 10));
    expect(() => cancel(tentLine)).toThrow(code('bad-input'));
    expect(() => cancel(999)).toThrow(code('not-found'));
    cancel();
    expect(() => cancel()).toThrow(code('purchase-finished'));
    const draft = aPurchase(db, { lines: [{ productId: tent, orderedMilli: 1000 }], isDraft: true });
    expect(() => command(db, (tx, context) => cancelRest(tx, context, purchaseAt(db, draft.purchaseOrderId)))).toThrow(
      code('purchase-not-transferred'),
    );
  });
});

describe('goods go back to the supplier', () => {
  it('and are replaced: stock and received go down, as many are to come again', () => {
    receive(line(tentLine, 10), line(stoveLine, 4));
    expect(now()[0]).toBe('received');
    giveBack(true, line(tentLine, 3));
    expect(now()).toEqual(['transferred', '7 of 10', '4 of 4']);
    expect([stockOf(db, tent), stockOf(db, stove)]).toEqual([7, 4]);
  });

  it('and are not replaced: the purchase order is smaller by them and stays finished', () => {
    receive(line(tentLine, 10), line(stoveLine, 4));
    giveBack(false, line(tentLine, 3));
    expect(now()).toEqual(['received', '7 of 7', '4 of 4']);
    giveBack(false, line(tentLine, 7), line(stoveLine, 4));
    expect(now()).toEqual(['cancelled', '0 of 0', '0 of 0']);
    expect([stockOf(db, tent), stockOf(db, stove)]).toEqual([0, 0]);
  });

  it('never more than was received, nor more than is in stock; then nothing is booked', () => {
    receive(line(tentLine, 2), line(stoveLine, 1));
    expect(() => giveBack(true, line(stoveLine, 1), line(tentLine, 3))).toThrow(code('quantity-out-of-range'));
    expect(() => giveBack(true, line(tentLine, 0))).toThrow(code('bad-input'));
    command(db, (tx) => tx.exec('UPDATE product_stock SET quantity_milli = 1000'));
    expect(() => giveBack(true, line(stoveLine, 1), line(tentLine, 2))).toThrow(code('not-enough-stock'));
    expect(now()).toEqual(['transferred', '2 of 10', '1 of 4']);
    expect(stockOf(db, stove)).toBe(1);
  });
});
