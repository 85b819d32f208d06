import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { deliverableNow } from '../../../../main/engine/warehouse/deliverable-now.ts';
import { findByScan } from '../../../../main/engine/warehouse/find-by-scan-store.ts';
import { listOrdersWaitingFor, listWaitingProducts } from '../../../../main/engine/warehouse/waiting-products-store.ts';
import { listNotDelivered } from '../../../../main/engine/warehouse/warehouse-list-store.ts';
import { listNotDeliveredInput, listWaitingProductsInput } from '../../../../shared/warehouse.ts';
import { anOrder, aProduct, aPurchase, orderNow, pieces } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});

describe('a scan finds', () => {
  it('an order by its own number and by the webshop’s, and says whether something is left to deliver', () => {
    const { orderId } = anOrder(db, { webOrderNo: 'W-8841' });
    const { orderNo } = orderNow(db, orderId);
    const order = { kind: 'order', orderId, orderNo, webOrderNo: 'W-8841', isOpen: true };
    expect(findByScan(db, String(orderNo))).toMatchObject(order);
    expect(findByScan(db, ' W-8841\r')).toMatchObject(order);
    command(db, (tx) => tx.exec(`UPDATE sales_order SET status = 'invoice'`));
    expect(findByScan(db, 'W-8841')).toMatchObject({ ...order, isOpen: false });
  });

  it('a product by its number, in any capitals, and a purchase order', () => {
    const productId = aProduct(db, { productNo: 'TENT-2' });
    const { purchaseOrderId } = aPurchase(db, { lines: [{ productId, orderedMilli: 1000 }] });
    expect(findByScan(db, 'tent-2')).toMatchObject({ kind: 'product', productId });
    expect(findByScan(db, '1001')).toMatchObject({ kind: 'purchase', purchaseOrderId, purchaseNo: 1001 });
  });

  it('a product by its bar code, a UPC as an EAN too', () => {
    const productId = aProduct(db, { productNo: 'TENT-2', barCode: '0036000291452' });
    aProduct(db, { barCode: '' });
    for (const text of ['0036000291452', '036000291452']) expect(findByScan(db, text)).toMatchObject({ productId });
    expect(findByScan(db, '36000291452')).toEqual({ kind: 'unknown' });
  });

  it('all that have the number: nothing is decided for the person', () => {
    const productId = aProduct(db, { productNo: '1001' });
    const { purchaseOrderId } = aPurchase(db, { lines: [{ productId, orderedMilli: 1000 }] });
    const find = findByScan(db, '1001');
    expect(find).toMatchObject({
      kind: 'several',
      found: [
        { kind: 'product', productId },
        { kind: 'purchase', purchaseOrderId },
      ],
    });
  });

  it.each(['1000', '100011', '010001', '10001.0', '1e4', 'W-884', '%', '', '\r', '-1', "' OR 1=1"])(
    'nothing by %j: numbers are compared whole',
    (text) => {
      anOrder(db, { webOrderNo: 'W-8841' });
      expect(findByScan(db, text)).toEqual({ kind: 'unknown' });
    },
  );
});

describe('Orders, not delivered, by product', () => {
  const list = (input: Record<string, unknown> = {}) =>
    listWaitingProducts(db, listWaitingProductsInput.parse(input)).rows;

  it('adds up what open orders wait for, with stock, what is on its way and when it comes', () => {
    const tent = aProduct(db, { stock: 1, name: 'Tent' });
    aProduct(db, { stock: 9 });
    const first = anOrder(db, { lines: [{ productId: tent, orderedMilli: pieces(3) }], orderDate: '2026-02-02' });
    const second = anOrder(db, { lines: [{ productId: tent, orderedMilli: pieces(2) }], orderDate: '2026-02-01' });
    anOrder(db, { lines: [{ productId: tent, orderedMilli: pieces(90) }], status: 'quotation' });
    aPurchase(db, { deliveryDate: '2026-04-01', lines: [{ productId: tent, orderedMilli: pieces(7) }] });
    expect(list()).toMatchObject([
      {
        productId: tent,
        waitingMilli: 5000,
        orderCount: 2,
        stockMilli: 1000,
        onPurchaseMilli: 7000,
        nextExpected: '2026-04-01',
      },
    ]);
    expect(listOrdersWaitingFor(db, tent)).toMatchObject([
      { orderId: second.orderId, remainingMilli: 2000, expectedDate: '2026-04-01' },
      { orderId: first.orderId, remainingMilli: 3000, toBeDeliveredMilli: 3000 },
    ]);
  });

  it('can be searched, and asked for what is in stock now', () => {
    const gone = aProduct(db, { name: 'Tent' });
    const there = aProduct(db, { name: 'Stove', stock: 1 });
    for (const productId of [gone, there]) anOrder(db, { lines: [{ productId, orderedMilli: pieces(3) }] });
    expect(list({ onlyInStock: true }).map(({ productId }) => productId)).toEqual([there]);
    expect(list({ search: 'tent' }).map(({ productId }) => productId)).toEqual([gone]);
    expect(list({ limit: 1 })).toHaveLength(1);
  });
});

it('Orders, not delivered, in stock now: reads on over pages in which nothing is, and misses none', () => {
  const there = aProduct(db, { stock: 100 });
  const gone = aProduct(db);
  const order = (productId: number) => anOrder(db, { lines: [{ productId, orderedMilli: pieces(1) }] }).orderId;
  for (const _order of [1, 2, 3, 4]) order(gone);
  const wanted = [order(there), order(there)];
  order(gone);
  wanted.push(order(there));
  const read = (cursor: number | null) =>
    deliverableNow(
      (input) => listNotDelivered(db, input),
      listNotDeliveredInput.parse({ onlyInStock: true, limit: 2, cursor }),
    );
  const first = read(null);
  const second = read(first.nextCursor);
  expect([first, second].map(({ rows }) => rows.map(({ id }) => id))).toEqual([wanted.slice(0, 2), wanted.slice(2)]);
  expect(second.nextCursor).toBeNull();
});
