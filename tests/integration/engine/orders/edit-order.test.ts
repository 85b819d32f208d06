import { beforeEach, describe, expect, it } from 'vitest';
import { type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import { readOrderLog } from '../../../../main/engine/orders/order-view-store.ts';
import type { OrderStatus } from '../../../../shared/order.ts';
import type { EditOrderInput } from '../../../../shared/sales-orders.ts';
import { anOrder, aProduct, at, checkNothing, orderNow, pieces, toCheck } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let orderId: number;
let lineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  const built = anOrder(db);
  orderId = built.orderId;
  lineId = built.lineIds[0] ?? 0;
  checkNothing(db);
});

type Edit = Omit<EditOrderInput, 'orderId' | 'orderVersion'>;
const edit = (changes: Edit) =>
  command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), ...changes }));
const setStatus = (status: OrderStatus) =>
  command(db, (tx) => run(tx, 'UPDATE sales_order SET status = @status WHERE id = @orderId', { status, orderId }));
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('every fact of the rules that is edited stands for the next run to look at', () => {
  it.each<[string, () => Edit]>([
    ['picked', () => ({ picked: true })],
    ["the order's delivery date", () => ({ deliveryDate: '2026-04-01' })],
    ["a line's delivery date", () => ({ lines: [{ lineId, deliveryDate: '2026-04-01' }] })],
    ['To be delivered', () => ({ lines: [{ lineId, toBeDeliveredMilli: pieces(3) }] })],
    ['a quantity', () => ({ lines: [{ lineId, orderedMilli: pieces(12) }] })],
    ['a line taken off', () => ({ lines: [{ lineId, remove: true }] })],
    [
      'a line added',
      () => ({ newLines: [{ productId: null, description: 'Wax', orderedMilli: pieces(1), deliveryDate: null }] }),
    ],
    ['a shipping no.', () => ({ shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] })],
    ['the status', () => ({ status: 'quotation' })],
  ])('%s', (_, changes) => {
    const before = orderNow(db, orderId).version;
    expect(edit(changes())).toEqual({ orderVersion: before + 1 });
    expect(toCheck(db)).toEqual([orderId]);
    expect(readOrderLog(db, orderId)[0]).toMatchObject({ what: 'order-edited', who: 'tester' });
  });

  it.each<[string, Edit]>([
    ['ready for invoicing', { readyForInvoicing: true }],
    ['process complete', { processComplete: true }],
    ['text', { text: 'Leave it at the door' }],
  ])('what no rule speaks of does not: %s', (_, changes) => {
    edit(changes);
    expect(toCheck(db)).toEqual([]);
  });
});

describe('an edit', () => {
  it('that changes nothing makes no version, no log and no work for the run', () => {
    const before = orderNow(db, orderId);
    edit({ picked: false, deliveryDate: null, lines: [{ lineId, toBeDeliveredMilli: pieces(10) }], shipments: [] });
    expect(orderNow(db, orderId).version).toBe(before.version);
    expect(readOrderLog(db, orderId).map(({ what }) => what)).toEqual(['order-made']);
    expect(toCheck(db)).toEqual([]);
  });

  it('of an order that someone else changed meanwhile is refused', () => {
    const seen = at(db, orderId);
    edit({ picked: true });
    expect(() => command(db, (tx, context) => editOrder(tx, context, { ...seen, picked: false }))).toThrow(
      code('order-changed-meanwhile'),
    );
    expect(orderNow(db, orderId).picked).toBe(true);
  });

  it('is done whole or not at all', () => {
    expect(() => edit({ picked: true, lines: [{ lineId, toBeDeliveredMilli: pieces(11) }] })).toThrow(
      code('quantity-out-of-range'),
    );
    expect(orderNow(db, orderId).picked).toBe(false);
    expect(toCheck(db)).toEqual([]);
  });

  it('of another order’s line or shipment is refused', () => {
    const other = anOrder(db).lineIds[0] ?? 0;
    expect(() => edit({ lines: [{ lineId: other, toBeDeliveredMilli: 0 }] })).toThrow(code('not-found'));
    expect(() => edit({ shipments: [{ id: 99, carrier: '', shippingNo: '1' }] })).toThrow(code('not-found'));
  });

  it('keeps what a person wrote out of the log', () => {
    edit({ text: 'call 99 88 77 66', lines: [{ lineId, description: 'for Kari' }] });
    const [entry] = readOrderLog(db, orderId);
    expect(JSON.stringify(entry?.details)).not.toMatch(/99 88|Kari/);
  });
});

describe('shipments', () => {
  const numbers = () => orderNow(db, orderId).shipments.map(({ carrier, shippingNo }) => `${carrier} ${shippingNo}`);
  const shipment = (id: number | null, shippingNo: string, carrier = 'Posten') => ({ id, carrier, shippingNo });

  it('are trimmed, and an empty number adds nothing', () => {
    edit({ shipments: [shipment(null, '  7012 '), shipment(null, '   ')] });
    expect(numbers()).toEqual(['Posten 7012']);
  });

  it('are not entered twice, so that nobody hears of a parcel twice', () => {
    edit({ shipments: [shipment(null, '7012')] });
    edit({ shipments: [shipment(null, '7012')] });
    expect(numbers()).toEqual(['Posten 7012']);
  });

  it('can be changed, and removed by emptying the number', () => {
    edit({ shipments: [shipment(null, '7012'), shipment(null, '7013')] });
    const [first, second] = orderNow(db, orderId).shipments;
    checkNothing(db);
    edit({ shipments: [shipment(first?.id ?? 0, '7099'), shipment(second?.id ?? 0, '')] });
    expect(numbers()).toEqual(['Posten 7099']);
    expect(toCheck(db)).toEqual([orderId]);
  });

  it('show where the parcel is when the carrier has an address', () => {
    command(db, (tx) => run(tx, `INSERT INTO carrier VALUES ('Posten', 'https://post.example/{no}')`));
    edit({ shipments: [shipment(null, '7012'), shipment(null, '7013', 'Unknown')] });
    expect(orderNow(db, orderId).shipments.map(({ trackingUrl }) => trackingUrl)).toEqual([
      'https://post.example/7012',
      null,
    ]);
  });

  it.each<OrderStatus>(['invoice', 'invoice-not-delivered'])(
    'may still be entered on an order that is %s',
    (status) => {
      setStatus(status);
      edit({ shipments: [shipment(null, '7012')] });
      expect(numbers()).toEqual(['Posten 7012']);
    },
  );
});

describe('a line taken off', () => {
  it('stays for the history, waits for nothing and cannot be edited', () => {
    edit({ lines: [{ lineId, remove: true }] });
    expect(orderNow(db, orderId).lines).toMatchObject([{ isRemoved: true, toBeDeliveredMilli: 0, remainingMilli: 0 }]);
    expect(() => edit({ lines: [{ lineId, orderedMilli: pieces(1) }] })).toThrow(code('not-found'));
  });

  it('must not have been delivered', () => {
    command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 1 WHERE id = @lineId', { lineId }));
    expect(() => edit({ lines: [{ lineId, remove: true }] })).toThrow(code('quantity-out-of-range'));
  });
});

describe('a finished order', () => {
  it.each<[OrderStatus, string, () => Edit]>([
    ['invoice', 'a quantity', () => ({ lines: [{ lineId, orderedMilli: pieces(12) }] })],
    ['invoice', 'To be delivered', () => ({ lines: [{ lineId, toBeDeliveredMilli: 0 }] })],
    ['invoice', 'the delivery date', () => ({ deliveryDate: '2026-04-01' })],
    ['invoice', 'freight', () => ({ freightMinor: 100 })],
    ['invoice-not-delivered', 'a price', () => ({ lines: [{ lineId, unitPriceMinor: 1 }] })],
    ['invoice-not-delivered', 'a line off', () => ({ lines: [{ lineId, remove: true }] })],
    ['invoice', 'its status', () => ({ status: 'order' })],
    ['cancelled', 'a shipping no.', () => ({ shipments: [{ id: null, carrier: '', shippingNo: '1' }] })],
    ['cancelled', 'picked', () => ({ picked: true })],
    ['lost-sale', 'its text', () => ({ text: 'x' })],
    [
      'credit-note',
      'a new line',
      () => ({ newLines: [{ productId: aProduct(db), orderedMilli: 1, deliveryDate: null }] }),
    ],
  ])('(%s) refuses %s', (status, _, changes) => {
    setStatus(status);
    expect(() => edit(changes())).toThrow(code('order-finished'));
  });

  it('that is invoiced and not delivered still takes To be delivered and dates', () => {
    setStatus('invoice-not-delivered');
    edit({ deliveryDate: '2026-04-01', lines: [{ lineId, toBeDeliveredMilli: pieces(4) }] });
    expect(orderNow(db, orderId)).toMatchObject({ deliveryDate: '2026-04-01', lines: [{ toBeDeliveredMilli: 4000 }] });
  });

  it('a back order stays a back order', () => {
    setStatus('back-order');
    expect(() => edit({ status: 'order' })).toThrow(code('bad-input'));
  });

  it('an order whose goods left cannot become a quotation', () => {
    command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 1 WHERE id = @lineId', { lineId }));
    expect(() => edit({ status: 'quotation' })).toThrow(code('order-partly-delivered'));
  });
});
