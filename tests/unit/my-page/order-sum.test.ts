import { expect, test } from 'vitest';
import { freightVatPermille } from '../../../main/engine/orders/order-totals.ts';
import { freightWithVat, orderSum } from '../../../my-page/pages/order-sum.ts';
import { placedOrder } from '../../../shared/my-page/protocol.ts';
import { type PriceDisplay, plainPriceDisplay } from '../../../shared/price-display.ts';

const line = (vatPermille: number) => ({ description: 'A', quantityMilli: 2000, unitPriceMinor: 10_000, vatPermille });
const order = placedOrder.parse({
  customer: { name: 'A', email: 'a' },
  currency: 'NOK',
  freightMinor: 8000,
  lines: [line(150), line(250)],
});

function sum(prices?: PriceDisplay): string {
  const settings = { currency: 'NOK', ...(prices && { prices }) };
  return orderSum(order, { settings, language: 'en' }).replace(/\s/g, ' ');
}

test('the sum of an order counts the VAT of freight as the desktop does: the highest rate among the goods', () => {
  expect(freightWithVat(order)).toBe((8000 * (1000 + freightVatPermille(order.lines))) / 1000);
  expect(sum()).toBe('NOK 580.00');
});

test('it is written as the shop shows amounts, with VAT where it shows that', () => {
  expect(sum({ ...plainPriceDisplay, prefix: '', suffix: 'kr', decimals: 0 })).toBe('580 kr');
  expect(sum({ ...plainPriceDisplay, includesVat: false })).toBe('NOK 480.00');
});
