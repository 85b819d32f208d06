import { expect, test } from 'vitest';
import { freightVatPermille } from '../../../main/engine/orders/order-totals.ts';
import { freightWithVat, orderSum } from '../../../my-page/pages/order-sum.ts';
import { placedOrder } from '../../../shared/my-page/protocol.ts';

test('the sum of an order counts the VAT of freight as the desktop does: the highest rate among the goods', () => {
  const line = (vatPermille: number) => ({
    description: 'A',
    quantityMilli: 2000,
    unitPriceMinor: 10_000,
    vatPermille,
  });
  const lines = [line(150), line(250)];
  const order = placedOrder.parse({ customer: { name: 'A', email: 'a' }, currency: 'NOK', freightMinor: 8000, lines });
  expect(freightWithVat(order)).toBe((8000 * (1000 + freightVatPermille(order.lines))) / 1000);
  expect(orderSum(order, 'en').replace(/\s/g, ' ')).toBe('NOK 580.00');
});
