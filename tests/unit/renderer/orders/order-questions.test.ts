import { expect, test } from 'vitest';
import { cancelQuestion, invoiceQuestion, lostSaleQuestion } from '../../../../renderer/orders/order-questions.ts';
import type { OrderLineView, OrderView } from '../../../../shared/sales-orders.ts';

function orderWith(lines: readonly Partial<OrderLineView>[], isWebOrder = true): OrderView {
  const order: Partial<OrderView> = {
    orderNo: 10001,
    isWebOrder,
    currency: 'NOK',
    totals: { netMinor: 80_00, vatMinor: 20_00, totalMinor: 100_00 },
    lines: lines as readonly OrderLineView[],
  };
  return order as OrderView;
}

const line = { isRemoved: false, remainingMilli: 3000, toBeDeliveredMilli: 3000 };

test('invoicing a whole order names its total and no back order', () => {
  const question = invoiceQuestion(orderWith([line]));
  expect(question.text).toContain('the whole order, NOK\u00a0100.00');
  expect(question.confirm).toBe('Invoice');
});

test('invoicing a part says that a back order is made, and for how much', () => {
  const question = invoiceQuestion(
    orderWith([
      { ...line, toBeDeliveredMilli: 1000 },
      { ...line, isRemoved: true },
    ]),
  );
  expect(question.text).toContain('a back order is made for the remaining 2.');
  expect(question.confirm).toBe('Invoice and make back order');
});

test('only for webshop orders a question says that the customer hears of it', () => {
  for (const ask of [invoiceQuestion, cancelQuestion, lostSaleQuestion]) {
    expect(ask(orderWith([line])).text).toContain('with the next Get Website Data');
    expect(ask(orderWith([line], false)).text).not.toContain('Get Website Data');
  }
});
