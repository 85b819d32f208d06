import { beforeEach, expect, it } from 'vitest';
import { type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { cancelOrder } from '../../../../main/engine/orders/cancel-order-service.ts';
import { reservePurchase } from '../../../../main/engine/purchasing/reservation-service.ts';
import {
  anOrder,
  aProduct,
  aPurchase,
  at,
  checkNothing,
  orderNow,
  pieces,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});
const cancel = (orderId: number, as: 'cancelled' | 'lost-sale' = 'cancelled') =>
  command(db, (tx, context) => cancelOrder(tx, context, { ...at(db, orderId), as }));

it.each(['cancelled', 'lost-sale'] as const)(
  'an order that is %s delivers nothing more, and the run looks at it',
  (as) => {
    const { orderId } = anOrder(db);
    checkNothing(db);
    cancel(orderId, as);
    expect(orderNow(db, orderId)).toMatchObject({ status: as, lines: [{ toBeDeliveredMilli: 0 }] });
    expect(toCheck(db)).toEqual([orderId]);
  },
);

it('it waits for no purchase any more', () => {
  const productId = aProduct(db);
  const { orderId, lineIds } = anOrder(db, { lines: [{ productId, orderedMilli: pieces(1) }] });
  const { purchaseLineIds } = aPurchase(db, { lines: [{ productId, orderedMilli: pieces(1) }] });
  const reservation = { lineId: lineIds[0] ?? 0, purchaseLineId: purchaseLineIds[0] ?? 0 };
  command(db, (tx, context) => reservePurchase(tx, context, { ...at(db, orderId), ...reservation }));
  cancel(orderId);
  expect(orderNow(db, orderId).lines).toMatchObject([{ purchaseLineId: null }]);
});

it('goods that left must be invoiced first', () => {
  const { orderId, lineIds } = anOrder(db);
  command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 1 WHERE id = @id', { id: lineIds[0] ?? 0 }));
  expect(() => cancel(orderId)).toThrow(expect.objectContaining({ code: 'order-partly-delivered' }));
  expect(orderNow(db, orderId).status).toBe('order');
});

it.each(['invoice', 'invoice-not-delivered', 'credit-note', 'cancelled'])(
  'an order that is %s is not cancelled',
  (status) => {
    const { orderId } = anOrder(db);
    command(db, (tx) => run(tx, 'UPDATE sales_order SET status = @status WHERE id = @orderId', { status, orderId }));
    expect(() => cancel(orderId)).toThrow(expect.objectContaining({ code: 'order-finished' }));
  },
);
