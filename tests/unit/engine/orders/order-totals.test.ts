import { expect, it } from 'vitest';
import { amountOf, freightVatPermille, orderTotals } from '../../../../main/engine/orders/order-totals.ts';

const line = { orderedMilli: 3000, movedMilli: 0, unitPriceMinor: 10_000, vatPermille: 250, isRemoved: false };

it('an amount counts what a back order has not taken over', () => {
  expect(amountOf(line)).toBe(30_000);
  expect(amountOf({ ...line, movedMilli: 2000 })).toBe(10_000);
  expect(amountOf({ ...line, isRemoved: true })).toBe(0);
});

it('freight bears the highest VAT rate among the goods', () => {
  expect(freightVatPermille([{ vatPermille: 150 }, { vatPermille: 250 }])).toBe(250);
  expect(freightVatPermille([{ vatPermille: 150 }])).toBe(150);
  expect(freightVatPermille([])).toBe(250);
});

it('totals hold goods, freight and VAT, and no line that was taken off', () => {
  const removed = { ...line, vatPermille: 900, isRemoved: true };
  expect(orderTotals([line, removed], 5000)).toEqual({ netMinor: 35_000, vatMinor: 8750, totalMinor: 43_750 });
});
