import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { aContact, anOrder, aProduct, orderNow, pieces, setSalesSettings, toCheck } from '../../../support/builders.ts';
import { openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});

describe('a new order', () => {
  it('copies the contact as it is now: later changes on the card do not reach it', () => {
    const contactId = aContact(db, { name: 'Kari Nordmann', city: 'Bergen' });
    const { orderId } = anOrder(db, { contactId });
    expect(orderNow(db, orderId)).toMatchObject({ customerName: 'Kari Nordmann', city: 'Bergen', status: 'order' });
  });

  it('takes product no., name, unit, price and VAT from the product, and all of it is to be delivered', () => {
    const productId = aProduct(db, {
      productNo: 'R-1',
      name: 'Rope',
      unit: 'm',
      unitPriceMinor: 995,
      vatPermille: 150,
    });
    const { orderId } = anOrder(db, { lines: [{ productId, orderedMilli: pieces(2.5) }] });
    expect(orderNow(db, orderId).lines).toMatchObject([
      {
        productNo: 'R-1',
        description: 'Rope',
        unit: 'm',
        unitPriceMinor: 995,
        vatPermille: 150,
        orderedMilli: 2500,
        toBeDeliveredMilli: 2500,
        remainingMilli: 2500,
        isStockItem: true,
      },
    ]);
  });

  it('may hold free text, which is no stock item', () => {
    const { orderId } = anOrder(db, { lines: [{ description: 'Gift wrapping', orderedMilli: pieces(1) }] });
    expect(orderNow(db, orderId).lines).toMatchObject([{ productId: null, isStockItem: false }]);
  });

  it('gets the next order no., also when it came from the web', () => {
    const first = orderNow(db, anOrder(db).orderId);
    const second = orderNow(db, anOrder(db, { webOrderNo: 'W-8841' }).orderId);
    expect(second.orderNo).toBe(first.orderNo + 1);
    expect(second).toMatchObject({ webOrderNo: 'W-8841', isWebOrder: true, websiteName: 'Shop' });
  });

  it('is process complete from the start where the company says so', () => {
    expect(orderNow(db, anOrder(db).orderId).processComplete).toBe(false);
    setSalesSettings(db, { newOrdersAreProcessComplete: true });
    expect(orderNow(db, anOrder(db).orderId).processComplete).toBe(true);
  });

  it('is looked at by the next run only when it is a webshop order', () => {
    const web = anOrder(db);
    anOrder(db, { webOrderNo: null });
    expect(toCheck(db)).toEqual([web.orderId]);
  });
});

describe('refused, and nothing is stored', () => {
  const stored = () => db.prepare('SELECT count(*) AS n FROM sales_order').get();
  it.each([
    ['an unknown product', { productId: 999, orderedMilli: 1000 }, 'not-found'],
    ['a line that says nothing', { orderedMilli: 1000 }, 'bad-input'],
    [
      'more to be delivered than ordered',
      { description: 'x', orderedMilli: 1000, toBeDeliveredMilli: 1001 },
      'quantity-out-of-range',
    ],
  ])('%s', (_, line, code) => {
    expect(() => anOrder(db, { lines: [line] })).toThrow(expect.objectContaining({ code }));
    expect(stored()).toEqual({ n: 0 });
  });

  it('an unknown contact', () => {
    expect(() => anOrder(db, { contactId: 999 })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
