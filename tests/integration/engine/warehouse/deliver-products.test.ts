import { beforeEach, describe, expect, it } from 'vitest';
import { all, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { deliverProducts } from '../../../../main/engine/warehouse/deliver-products-service.ts';
import { prepareDeliveryNote } from '../../../../main/engine/warehouse/delivery-note-service.ts';
import { countStock } from '../../../../main/engine/warehouse/stock-taking-service.ts';
import type { OrderStatus } from '../../../../shared/order.ts';
import {
  anOrder,
  aProduct,
  at,
  checkNothing,
  orderNow,
  pieces,
  setSalesSettings,
  stockOf,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';

let db: ReadDb;
let productId: number;
let orderId: number;
let lineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  productId = aProduct(db, { stock: 50 });
  const built = anOrder(db, { lines: [{ productId, orderedMilli: pieces(20) }] });
  orderId = built.orderId;
  lineId = built.lineIds[0] ?? 0;
  checkNothing(db);
});
const deliver = (count: number, line = lineId) =>
  command(db, (tx, context) =>
    deliverProducts(tx, context, { ...at(db, orderId), lines: [{ lineId: line, quantityMilli: pieces(count) }] }),
  );
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('Deliver products', () => {
  it('takes the goods from stock, raises delivered and makes no invoice', () => {
    deliver(9);
    expect(stockOf(db, productId)).toBe(41);
    expect(orderNow(db, orderId)).toMatchObject({
      status: 'order',
      invoiceNo: null,
      lines: [{ deliveredMilli: 9000, toBeDeliveredMilli: 11_000, remainingMilli: 11_000 }],
      deliveries: [{ cause: 'warehouse', deliveredBy: 'tester', lines: [{ lineId, quantityMilli: 9000 }] }],
    });
    expect(toCheck(db)).toEqual([orderId]);
  });

  it('its note covers what was delivered and not what comes next', () => {
    deliver(9);
    const plan = prepareDeliveryNote(db, { orderId, scope: 'delivered-only' }, testContext);
    expect(plan).toMatchObject({
      noteNo: '10001-1',
      isOriginal: true,
      model: { lines: [{ deliveredNowMilli: 9000, toComeMilli: 11_000 }] },
    });
  });

  it('leaves from the first warehouse of the website', () => {
    command(db, (tx) => {
      run(tx, `INSERT INTO warehouse(id, name) VALUES (2, 'Web'), (3, 'Other')`);
      run(tx, 'DELETE FROM website_warehouse');
      run(tx, 'INSERT INTO website_warehouse VALUES (1, 3), (1, 2)');
    });
    deliver(1);
    const moved = all(db, 'SELECT warehouse_id AS id, quantity_milli AS milli FROM product_stock ORDER BY 1');
    expect(moved).toEqual([
      { id: 1, milli: 50_000 },
      { id: 2, milli: -1000 },
    ]);
  });

  it('takes nothing from stock for a service or free text', () => {
    const service = aProduct(db, { isStockItem: false });
    const built = anOrder(db, {
      lines: [
        { productId: service, orderedMilli: pieces(2) },
        { description: 'x', orderedMilli: pieces(1) },
      ],
    });
    orderId = built.orderId;
    deliver(2, built.lineIds[0]);
    deliver(1, built.lineIds[1]);
    expect(orderNow(db, orderId).lines).toMatchObject([{ deliveredMilli: 2000 }, { deliveredMilli: 1000 }]);
    expect(stockOf(db, service)).toBe(0);
  });

  it('of the last goods of Invoice (not delivered) makes it an invoice', () => {
    command(db, (tx) => run(tx, `UPDATE sales_order SET status = 'invoice-not-delivered'`));
    deliver(19);
    expect(orderNow(db, orderId).status).toBe('invoice-not-delivered');
    deliver(1);
    expect(orderNow(db, orderId).status).toBe('invoice');
  });

  it('the other orders that wait are looked at when stock is used up', () => {
    const waiting = anOrder(db, { lines: [{ productId, orderedMilli: pieces(50) }] }).orderId;
    command(db, (tx, context) => countStock(tx, context, { productId, warehouseId: 1, countedMilli: pieces(9) }));
    checkNothing(db);
    deliver(8);
    expect(toCheck(db)).toEqual([orderId]);
    deliver(1);
    expect(toCheck(db)).toEqual([orderId, waiting]);
  });
});

describe('refused, and nothing moves', () => {
  const refuses = (attempt: () => unknown, expected: string) => {
    const before = orderNow(db, orderId);
    expect(attempt).toThrow(code(expected));
    expect(orderNow(db, orderId)).toEqual(before);
    expect(stockOf(db, productId)).toBe(50);
  };

  it('more than remains', () => refuses(() => deliver(21), 'quantity-out-of-range'));
  it('nothing at all', () => refuses(() => deliver(0), 'nothing-to-deliver'));
  it('a line of another order', () => refuses(() => deliver(1, 999), 'not-found'));
  it('a line named twice', () => {
    const lines = [1, 2].map(() => ({ lineId, quantityMilli: 1000 }));
    refuses(
      () => command(db, (tx, context) => deliverProducts(tx, context, { ...at(db, orderId), lines })),
      'bad-input',
    );
  });
  it('an order that changed meanwhile', () => {
    const input = { orderId, orderVersion: 99, lines: [] };
    refuses(() => command(db, (tx, context) => deliverProducts(tx, context, input)), 'order-changed-meanwhile');
  });
  it('an order that is not process complete, where the company says so', () => {
    setSalesSettings(db, { printOnlyProcessComplete: true });
    refuses(() => deliver(1), 'order-not-process-complete');
  });
  it.each<[OrderStatus, string]>([
    ['invoice', 'order-finished'],
    ['cancelled', 'order-finished'],
    ['quotation', 'nothing-to-deliver'],
  ])('an order that is %s', (status, expected) => {
    command(db, (tx) => run(tx, 'UPDATE sales_order SET status = @status', { status }));
    refuses(() => deliver(1), expected);
  });
});
