import { beforeEach, expect, it } from 'vitest';
import { all, type ReadDb } from '../../../../main/engine/db/database.ts';
import { duplicateOrder } from '../../../../main/engine/orders/duplicate-order-service.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import { anOrder, aProduct, at, orderNow, pieces } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});
const duplicate = (orderId: number) =>
  orderNow(
    db,
    command(db, (tx, context) => duplicateOrder(tx, context, orderId)),
  );

it('a duplicate is a new, unprocessed order with the same lines at the same prices; lines taken off stay behind', () => {
  const productId = aProduct(db, { unitPriceMinor: 1000 });
  const { orderId, lineIds } = anOrder(db, {
    freightMinor: 500,
    text: 'Ring the bell',
    lines: [
      { productId, orderedMilli: pieces(3), unitPriceMinor: 900 },
      { description: 'Engraving', orderedMilli: pieces(1), unitPriceMinor: 200 },
      { productId, orderedMilli: pieces(7) },
    ],
  });
  const lines = [
    { lineId: lineIds[0] ?? 0, toBeDeliveredMilli: pieces(1), deliveryDate: '2026-04-01' },
    { lineId: lineIds[2] ?? 0, remove: true as const },
  ];
  command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), picked: true, lines }));
  const made = duplicate(orderId);
  expect(made).toMatchObject({
    status: 'order',
    picked: false,
    freightMinor: 500,
    text: 'Ring the bell',
    shipments: [],
  });
  expect(made.orderNo).not.toBe(orderNow(db, orderId).orderNo);
  expect(made.lines).toMatchObject([
    { productId, orderedMilli: 3000, toBeDeliveredMilli: 3000, unitPriceMinor: 900, deliveryDate: null },
    { productId: null, description: 'Engraving', orderedMilli: 1000, unitPriceMinor: 200 },
  ]);
});

it('a duplicate of a webshop order is no webshop order: it never mails', () => {
  const made = duplicate(anOrder(db, { webOrderNo: 'W-1' }).orderId);
  expect(made).toMatchObject({ isWebOrder: false, websiteId: null, webOrderNo: '', orderingEmail: '' });
  expect(all(db, 'SELECT 1 FROM order_to_check WHERE order_id = @id', { id: made.id })).toEqual([]);
});

it('who saved meanwhile is named to whoever saved on an older version', () => {
  const { orderId } = anOrder(db);
  const seen = at(db, orderId);
  command(db, (tx, context) => editOrder(tx, { ...context, who: 'grete' }, { ...seen, picked: true }));
  const saveOnOld = () => command(db, (tx, context) => editOrder(tx, context, { ...seen, text: 'Hello' }));
  expect(saveOnOld).toThrow(
    expect.objectContaining({ code: 'order-changed-meanwhile', details: expect.objectContaining({ who: 'grete' }) }),
  );
});
