import { describe, expect, it } from 'vitest';
import { planCredit } from '../../../../main/engine/invoicing/credit-plan.ts';
import type { LineRecord } from '../../../../main/engine/orders/order-record.ts';

const line: LineRecord = {
  id: 7,
  orderId: 1,
  position: 1,
  productId: 1,
  productNo: 'P',
  description: 'Rope',
  unit: 'm',
  orderedMilli: 10_000,
  toBeDeliveredMilli: 0,
  deliveredMilli: 10_000,
  invoicedMilli: 10_000,
  movedMilli: 0,
  notedMilli: 0,
  isRemoved: false,
  deliveryDate: null,
  unitPriceMinor: 100,
  vatPermille: 250,
  purchaseLineId: null,
  originLineId: null,
  isStockItem: true,
};

describe('what a credit note takes back', () => {
  it('is all that was invoiced and not credited before, where nothing is chosen', () => {
    expect(planCredit([line], new Map([[7, 4000]]), null)).toMatchObject([
      { creditedMilli: 6000, deliveredMilli: 6000 },
    ]);
  });

  it('is first what was never delivered', () => {
    const half = { ...line, deliveredMilli: 4000, toBeDeliveredMilli: 6000 };
    expect(planCredit([half], new Map(), new Map([[7, 8000]]))).toMatchObject([
      { creditedMilli: 8000, undeliveredMilli: 6000, deliveredMilli: 2000 },
    ]);
  });

  it('is never more than stands invoiced', () => {
    const code = expect.objectContaining({ code: 'quantity-out-of-range' });
    expect(() => planCredit([line], new Map([[7, 4000]]), new Map([[7, 6001]]))).toThrow(code);
  });

  it('must be something', () => {
    const code = expect.objectContaining({ code: 'nothing-to-credit' });
    expect(() => planCredit([line], new Map([[7, 10_000]]), null)).toThrow(code);
    expect(() => planCredit([line], new Map(), new Map())).toThrow(code);
  });
});
