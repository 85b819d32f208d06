import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { listMissing } from '../../../../main/engine/purchasing/missing-store.ts';
import { readPurchaseView } from '../../../../main/engine/purchasing/purchase-list-store.ts';
import { purchaseMissing } from '../../../../main/engine/purchasing/purchase-missing-service.ts';
import { transferPurchase } from '../../../../main/engine/purchasing/purchase-service.ts';
import { readReservation } from '../../../../main/engine/purchasing/reservation-view-store.ts';
import type { PurchaseMissingInput } from '../../../../shared/purchasing.ts';
import { aContact, anOrder, aProduct, aPurchase, at, orderNow, pieces, purchaseAt } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let supplierId: number;
beforeEach(async () => {
  db = await openTestCompany();
  supplierId = aContact(db, { name: 'Fjell Import', isSupplier: true });
});
const ordered = (productId: number, count: number, order = {}) =>
  anOrder(db, { lines: [{ productId, orderedMilli: pieces(count) }], ...order }).orderId;
const purchase = (input: Omit<PurchaseMissingInput, 'supplierId'>) =>
  command(db, (tx, context) => purchaseMissing(tx, context, { supplierId, ...input }));

describe('Purchase what is missing', () => {
  it('lists what open orders wait for beyond stock and purchases, drafts too, by supplier', () => {
    const tent = aProduct(db, { supplierId, stock: 1 });
    const nobodys = aProduct(db);
    const enough = aProduct(db, { supplierId, stock: 5 });
    const service = aProduct(db, { supplierId, isStockItem: false });
    ordered(tent, 6);
    ordered(tent, 4);
    ordered(tent, 50, { status: 'quotation' });
    for (const productId of [nobodys, enough, service]) ordered(productId, 5);
    aPurchase(db, { lines: [{ productId: tent, orderedMilli: pieces(2) }], isDraft: true });
    expect(listMissing(db)).toMatchObject([
      {
        supplierId,
        supplierName: 'Fjell Import',
        products: [
          {
            productId: tent,
            waitingMilli: 10_000,
            stockMilli: 1000,
            onPurchaseMilli: 2000,
            missingMilli: 7000,
            orderCount: 2,
          },
        ],
      },
      { supplierId: null, products: [{ productId: nobodys, missingMilli: 5000 }] },
    ]);
  });

  it('makes a draft that is reserved for the lines that wait; then nothing is missing', () => {
    const tent = aProduct(db, { supplierId, stock: 2 });
    const covered = ordered(tent, 2, { orderDate: '2026-01-01' });
    const waits = ordered(tent, 3, { orderDate: '2026-01-02' });
    const before = orderNow(db, waits).version;
    const id = purchase({ deliveryDate: '2026-05-01', lines: [{ productId: tent, orderedMilli: pieces(3) }] });
    expect(readPurchaseView(db, id)).toMatchObject({
      status: 'draft',
      supplierId,
      deliveryDate: '2026-05-01',
      lines: [{ orderedMilli: 3000, reservedFor: [{ orderId: waits, remainingMilli: 3000 }] }],
    });
    expect(orderNow(db, covered).lines).toMatchObject([{ purchaseLineId: null }]);
    expect(orderNow(db, waits)).toMatchObject({ version: before + 1, lines: [{ dateSource: 'linked-purchase' }] });
    expect(listMissing(db)).toEqual([]);
  });

  it('of an unknown supplier makes nothing', () => {
    const tent = aProduct(db);
    const lines = [{ productId: tent, orderedMilli: pieces(1) }];
    const notFound = expect.objectContaining({ code: 'not-found' });
    expect(() => purchase({ supplierId: 999, lines } as PurchaseMissingInput)).toThrow(notFound);
    expect(() => readPurchaseView(db, 1)).toThrow(notFound);
  });
});

describe('Reservation of a sales order line', () => {
  it('tells of each purchase what is reserved on it and which date the customer would go by', () => {
    const tent = aProduct(db);
    const order = anOrder(db, { lines: [{ productId: tent, orderedMilli: pieces(3) }] });
    const lineId = order.lineIds[0] ?? 0;
    const soon = aPurchase(db, { deliveryDate: '2026-04-01', lines: [{ productId: tent, orderedMilli: pieces(9) }] });
    aPurchase(db, { deliveryDate: '2026-06-01', lines: [{ productId: tent, orderedMilli: pieces(9) }], isDraft: true });
    ordered(tent, 4);
    purchase({ lines: [{ productId: tent, orderedMilli: pieces(1) }] });
    expect(readReservation(db, order.orderId, lineId)).toMatchObject({
      orderVersion: at(db, order.orderId).orderVersion,
      remainingMilli: 3000,
      effectiveDate: '2026-04-01',
      dateSource: 'open-purchase',
      withoutReservation: { date: '2026-04-01' },
      purchases: [
        {
          purchaseLineId: soon.purchaseLineIds[0],
          openMilli: 9000,
          reservedMilli: 0,
          wouldBe: { date: '2026-04-01', source: 'linked-purchase' },
        },
        { deliveryDate: '2026-06-01', wouldBe: { date: '2026-06-01', source: 'linked-purchase' } },
        { deliveryDate: null, wouldBe: { date: '2026-04-01', source: 'open-purchase' } },
      ],
    });
  });

  it('changes no date of a line that has its own', () => {
    const tent = aProduct(db);
    const order = anOrder(db, { lines: [{ productId: tent, orderedMilli: 1000, deliveryDate: '2026-03-09' }] });
    const { purchaseOrderId } = aPurchase(db, {
      deliveryDate: '2026-04-01',
      lines: [{ productId: tent, orderedMilli: 1000 }],
      isDraft: true,
    });
    command(db, (tx, context) => transferPurchase(tx, context, purchaseAt(db, purchaseOrderId)));
    expect(readReservation(db, order.orderId, order.lineIds[0] ?? 0).purchases).toMatchObject([
      { wouldBe: { date: '2026-03-09', source: 'line' } },
    ]);
  });
});
