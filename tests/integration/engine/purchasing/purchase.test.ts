import { beforeEach, describe, expect, it } from 'vitest';
import { type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { listPurchases, readPurchaseView } from '../../../../main/engine/purchasing/purchase-list-store.ts';
import {
  cancelPurchase,
  createPurchase,
  editPurchase,
  receivePurchase,
  transferPurchase,
} from '../../../../main/engine/purchasing/purchase-service.ts';
import { reservePurchase } from '../../../../main/engine/purchasing/reservation-service.ts';
import { listReservable } from '../../../../main/engine/purchasing/reservation-view-store.ts';
import { type EditPurchaseInput, listPurchasesInput } from '../../../../shared/purchasing.ts';
import {
  aContact,
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
let productId: number;
let waitingOrderId: number;
let waitingLineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  productId = aProduct(db);
  const waiting = anOrder(db, { lines: [{ productId, orderedMilli: pieces(5) }] });
  waitingOrderId = waiting.orderId;
  waitingLineId = waiting.lineIds[0] ?? 0;
});
const purchaseOf = (count: number, isDraft = false, deliveryDate: string | null = null) => {
  const built = aPurchase(db, { isDraft, deliveryDate, lines: [{ productId, orderedMilli: pieces(count) }] });
  checkNothing(db);
  return { id: built.purchaseOrderId, lineId: built.purchaseLineIds[0] ?? 0 };
};
const edit = (id: number, changes: Omit<EditPurchaseInput, 'purchaseOrderId' | 'purchaseVersion'>) =>
  command(db, (tx, context) => editPurchase(tx, context, { ...purchaseAt(db, id), ...changes }));
const receive = (id: number, purchaseLineId: number, count: number) =>
  command(db, (tx, context) =>
    receivePurchase(tx, context, { ...purchaseAt(db, id), lines: [{ purchaseLineId, quantityMilli: pieces(count) }] }),
  );
const transfer = (id: number) => command(db, (tx, context) => transferPurchase(tx, context, purchaseAt(db, id)));
const cancel = (id: number) => command(db, (tx, context) => cancelPurchase(tx, context, purchaseAt(db, id)));
const reserve = (purchaseLineId: number | null) =>
  command(db, (tx, context) =>
    reservePurchase(tx, context, { ...at(db, waitingOrderId), lineId: waitingLineId, purchaseLineId }),
  );
const expected = () => {
  const [line] = orderNow(db, waitingOrderId).lines;
  return [line?.effectiveDate, line?.dateSource];
};
const code = (name: string) => expect.objectContaining({ code: name });

it('a double that was merged away is no supplier, of a new purchase or a draft', () => {
  const { id } = purchaseOf(9, true);
  const merged = aContact(db);
  command(db, (tx) => run(tx, 'UPDATE contact SET merged_into = 1 WHERE id = @merged', { merged }));
  expect(() => edit(id, { supplierId: merged })).toThrow(code('not-found'));
  expect(() => command(db, (tx, context) => createPurchase(tx, context, { supplierId: merged }))).toThrow(
    code('not-found'),
  );
});

describe('the dates of a purchase reach the orders that wait for its product', () => {
  it('once it is transferred, and not before', () => {
    const { id } = purchaseOf(9, true, '2026-04-01');
    expect(expected()).toEqual([null, 'none']);
    transfer(id);
    expect(expected()).toEqual(['2026-04-01', 'open-purchase']);
    expect(toCheck(db)).toEqual([waitingOrderId]);
  });

  it('when the order’s date changes, or the line’s, which comes first', () => {
    const { id, lineId } = purchaseOf(9);
    edit(id, { deliveryDate: '2026-04-01' });
    expect(toCheck(db)).toEqual([waitingOrderId]);
    checkNothing(db);
    edit(id, { lines: [{ purchaseLineId: lineId, deliveryDate: '2026-04-09' }] });
    expect(toCheck(db)).toEqual([waitingOrderId]);
    expect(expected()).toEqual(['2026-04-09', 'open-purchase']);
  });

  it('that stay the same are no change', () => {
    const { id } = purchaseOf(9, false, '2026-04-01');
    const before = purchaseAt(db, id);
    edit(id, { deliveryDate: '2026-04-01' });
    expect(purchaseAt(db, id)).toEqual(before);
    expect(toCheck(db)).toEqual([]);
  });

  it('a line, product or order with a date of its own comes first', () => {
    purchaseOf(9, false, '2026-04-01');
    command(db, (tx) => run(tx, `UPDATE sales_order SET delivery_date = '2026-04-02'`));
    expect(expected()).toEqual(['2026-04-02', 'order']);
    command(db, (tx) => run(tx, `UPDATE product SET expected_delivery_date = '2026-04-03'`));
    expect(expected()).toEqual(['2026-04-03', 'product']);
    command(db, (tx) => run(tx, `UPDATE order_line SET delivery_date = '2026-04-04'`));
    expect(expected()).toEqual(['2026-04-04', 'line']);
  });
});

describe('a reservation', () => {
  it('makes the linked purchase’s date the one that counts', () => {
    purchaseOf(9, false, '2026-04-01');
    const later = purchaseOf(9, false, '2026-06-01');
    reserve(later.lineId);
    expect(expected()).toEqual(['2026-06-01', 'linked-purchase']);
    expect(toCheck(db)).toEqual([waitingOrderId]);
    expect(readPurchaseView(db, later.id).lines).toMatchObject([
      { reservedFor: [{ lineId: waitingLineId, orderId: waitingOrderId, remainingMilli: 5000 }] },
    ]);
    reserve(null);
    expect(expected()).toEqual(['2026-04-01', 'open-purchase']);
  });

  it('ends when the purchase is cancelled or its line taken off', () => {
    const cancelled = purchaseOf(9);
    reserve(cancelled.lineId);
    cancel(cancelled.id);
    expect(orderNow(db, waitingOrderId).lines).toMatchObject([{ purchaseLineId: null }]);
    const draft = purchaseOf(9, true);
    reserve(draft.lineId);
    edit(draft.id, { lines: [{ purchaseLineId: draft.lineId, remove: true }] });
    expect(orderNow(db, waitingOrderId).lines).toMatchObject([{ purchaseLineId: null }]);
  });

  it('is offered where something is still to come, and refused for another product or a finished purchase', () => {
    const { id, lineId } = purchaseOf(9);
    expect(listReservable(db, productId)).toMatchObject([{ purchaseLineId: lineId, openMilli: 9000 }]);
    const other = aPurchase(db, { lines: [{ productId: aProduct(db), orderedMilli: 1000 }] });
    expect(() => reserve(other.purchaseLineIds[0] ?? 0)).toThrow(code('bad-input'));
    receive(id, lineId, 9);
    expect(listReservable(db, productId)).toEqual([]);
    expect(() => reserve(lineId)).toThrow(code('purchase-finished'));
    expect(() => reserve(999)).toThrow(code('not-found'));
  });
});

describe('goods received', () => {
  it('in part: stock up, the purchase stays open', () => {
    const { id, lineId } = purchaseOf(9);
    receive(id, lineId, 4);
    expect(stockOf(db, productId)).toBe(4);
    expect(readPurchaseView(db, id)).toMatchObject({ status: 'transferred', lines: [{ receivedMilli: 4000 }] });
    expect(toCheck(db)).toEqual([waitingOrderId]);
  });

  it('in whole: the purchase is received and its date counts no more', () => {
    const { id, lineId } = purchaseOf(9, false, '2026-04-01');
    receive(id, lineId, 4);
    receive(id, lineId, 5);
    expect(readPurchaseView(db, id).status).toBe('received');
    expect(expected()).toEqual([null, 'none']);
  });

  it('never more than was ordered, never of a draft, never of nothing', () => {
    const { id, lineId } = purchaseOf(9);
    expect(() => receive(id, lineId, 10)).toThrow(code('quantity-out-of-range'));
    expect(() => receive(id, lineId, 0)).toThrow(code('bad-input'));
    expect(() => receive(id, 999, 1)).toThrow(code('not-found'));
    const draft = purchaseOf(9, true);
    expect(() => receive(draft.id, draft.lineId, 1)).toThrow(code('purchase-not-transferred'));
    expect(stockOf(db, productId)).toBe(0);
  });

  it('go into the warehouse that staff name', () => {
    command(db, (tx) => run(tx, `INSERT INTO warehouse(id, name) VALUES (2, 'Second')`));
    const { id, lineId } = purchaseOf(9);
    const lines = [{ purchaseLineId: lineId, quantityMilli: 1000 }];
    command(db, (tx, context) => receivePurchase(tx, context, { ...purchaseAt(db, id), warehouseId: 2, lines }));
    expect(db.prepare('SELECT warehouse_id FROM product_stock').all()).toEqual([{ warehouse_id: 2 }]);
    // The website does not sell from there.
    expect(toCheck(db)).toEqual([]);
  });
});

describe('a purchase order', () => {
  it('takes lines, quantities and another supplier only as a draft', () => {
    const draft = purchaseOf(9, true);
    const supplierId = aContact(db, { isSupplier: true });
    edit(draft.id, {
      supplierId,
      lines: [{ purchaseLineId: draft.lineId, orderedMilli: pieces(7) }],
      newLines: [{ productId, orderedMilli: 1000, deliveryDate: null }],
    });
    expect(readPurchaseView(db, draft.id)).toMatchObject({
      supplierId,
      lines: [{ orderedMilli: 7000 }, { orderedMilli: 1000 }],
    });
    transfer(draft.id);
    const finished = code('purchase-finished');
    expect(() => edit(draft.id, { supplierId: aContact(db) })).toThrow(finished);
    expect(() => edit(draft.id, { lines: [{ purchaseLineId: draft.lineId, orderedMilli: 1 }] })).toThrow(finished);
    expect(() => edit(draft.id, { lines: [{ purchaseLineId: draft.lineId, remove: true }] })).toThrow(finished);
    expect(() => edit(draft.id, { newLines: [{ productId, orderedMilli: 1, deliveryDate: null }] })).toThrow(finished);
    expect(() => transfer(draft.id)).toThrow(finished);
  });

  it('without lines is not transferred', () => {
    const { purchaseOrderId } = aPurchase(db, { isDraft: true });
    expect(() => transfer(purchaseOrderId)).toThrow(code('bad-input'));
  });

  it('that is cancelled or received takes no more dates', () => {
    const { id } = purchaseOf(9);
    cancel(id);
    expect(() => edit(id, { deliveryDate: '2026-04-01' })).toThrow(code('purchase-finished'));
    expect(() => cancel(id)).toThrow(code('purchase-finished'));
  });

  it('that someone else changed meanwhile is refused', () => {
    const { id } = purchaseOf(9);
    const seen = purchaseAt(db, id);
    edit(id, { deliveryDate: '2026-04-01' });
    expect(() => command(db, (tx, context) => cancelPurchase(tx, context, seen))).toThrow(
      code('order-changed-meanwhile'),
    );
  });

  it('is listed with what is missing, and found by supplier and product', () => {
    const { id, lineId } = purchaseOf(3);
    receive(id, lineId, 2);
    aPurchase(db, { isDraft: true });
    const list = (input: Record<string, unknown>) => listPurchases(db, listPurchasesInput.parse(input)).rows;
    expect(list({ status: 'transferred' })).toMatchObject([{ id, lineCount: 1, notReceivedPercent: 34 }]);
    expect(list({ search: readPurchaseView(db, id).lines[0]?.productNo }).map((row) => row.id)).toEqual([id]);
    expect(list({ limit: 1 })).toMatchObject([{ status: 'draft', lineCount: 0, notReceivedPercent: 0 }]);
  });
});
