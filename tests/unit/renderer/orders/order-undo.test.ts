import { expect, test } from 'vitest';
import { inverseOfOrderPatch } from '../../../../renderer/orders/order-undo.ts';
import type { OrderView } from '../../../../shared/sales-orders.ts';

const order = {
  id: 1,
  orderNo: 10432,
  picked: false,
  deliveryDate: '2026-12-14',
  text: 'Leave at the door',
  lines: [{ id: 5, toBeDeliveredMilli: 3000, deliveryDate: null }],
  shipments: [{ id: 9, carrier: 'Posten', shippingNo: '7012' }],
} as unknown as OrderView;

test('a change is taken back to what stood there, and called by its field and order', () => {
  expect(inverseOfOrderPatch(order, { picked: true })).toEqual({
    label: 'Picked, order 10432',
    patch: { picked: false },
  });
  expect(inverseOfOrderPatch(order, { lines: [{ lineId: 5, toBeDeliveredMilli: 0 }] })?.patch).toEqual({
    lines: [{ lineId: 5, toBeDeliveredMilli: 3000 }],
  });
});

test('a shipping no. that was taken off is added again', () => {
  const off = inverseOfOrderPatch(order, { shipments: [{ id: 9, carrier: 'Posten', shippingNo: '' }] });
  expect(off?.patch).toEqual({ shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
});

test('a line that was taken off stays off, and what was added is not taken back', () => {
  expect(inverseOfOrderPatch(order, { lines: [{ lineId: 5, remove: true }] })).toBeNull();
  expect(inverseOfOrderPatch(order, { shipments: [{ id: null, carrier: 'Bring', shippingNo: '1' }] })).toBeNull();
  expect(
    inverseOfOrderPatch(order, { picked: true, newLines: [{ orderedMilli: 1000, productId: 1 }] } as never),
  ).toBeNull();
});
