import { beforeEach, describe, expect, it } from 'vitest';
import { all, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import {
  confirmDeliveryNotePrinted,
  prepareDeliveryNote,
} from '../../../../main/engine/warehouse/delivery-note-service.ts';
import type { OrderStatus } from '../../../../shared/order.ts';
import type { DeliveryNoteScope } from '../../../../shared/warehouse.ts';
import {
  anOrder,
  aProduct,
  at,
  checkNothing,
  orderNow,
  pieces,
  setSalesSettings,
  stockOf,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';

let db: ReadDb;
let productId: number;
let orderId: number;
let lineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  setSalesSettings(db, { pickedBy: 'none' });
  productId = aProduct(db, { stock: 50 });
  const built = anOrder(db, { lines: [{ productId, orderedMilli: pieces(20), toBeDeliveredMilli: pieces(9) }] });
  orderId = built.orderId;
  lineId = built.lineIds[0] ?? 0;
  checkNothing(db);
});

const prepare = (scope: DeliveryNoteScope = 'to-be-delivered') =>
  prepareDeliveryNote(db, { orderId, scope }, { now: testContext.now, today: testContext.today });
const confirm = (plan: { noteNo: string; orderVersion: number }, scope: DeliveryNoteScope = 'to-be-delivered') =>
  command(db, (tx, context) =>
    confirmDeliveryNotePrinted(tx, context, {
      orderId,
      orderVersion: plan.orderVersion,
      noteNo: plan.noteNo,
      scope,
      how: 'printer',
    }),
  );
const print = () => confirm(prepare());
const setToBeDelivered = (count: number) =>
  command(db, (tx, context) =>
    editOrder(tx, context, { ...at(db, orderId), lines: [{ lineId, toBeDeliveredMilli: pieces(count) }] }),
  );
const setStatus = (status: OrderStatus) =>
  command(db, (tx) => run(tx, 'UPDATE sales_order SET status = @status WHERE id = @orderId', { status, orderId }));
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('what the note says', () => {
  it('what goes now, what went before and what is still to come', () => {
    print();
    setToBeDelivered(15);
    expect(prepare()).toMatchObject({
      noteNo: '10001-2',
      isOriginal: true,
      model: {
        isOriginal: true,
        noteDate: '2026-03-03',
        lines: [{ orderedMilli: 20_000, deliveredNowMilli: 6000, deliveredBeforeMilli: 9000, toComeMilli: 5000 }],
      },
    });
  });

  it('a copy says what its original said', () => {
    print();
    setToBeDelivered(15);
    print();
    expect(prepare()).toMatchObject({
      noteNo: '10001-2',
      isOriginal: false,
      model: {
        isOriginal: false,
        lines: [{ deliveredNowMilli: 6000, deliveredBeforeMilli: 9000, toComeMilli: 5000 }],
      },
    });
  });

  it('a line that is taken off is not on a new note', () => {
    const lines = [{ lineId, remove: true as const }];
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), lines }));
    expect(() => prepare()).toThrow(code('nothing-to-deliver'));
  });
});

describe('printing', () => {
  it('a cancelled dialog changes nothing', () => {
    const before = orderNow(db, orderId);
    prepare();
    expect(orderNow(db, orderId)).toEqual(before);
    expect(toCheck(db)).toEqual([]);
  });

  it('an original is stored with what it covers, who printed it, and the run looks at the order', () => {
    print();
    expect(orderNow(db, orderId).deliveryNotes).toMatchObject([
      { noteNo: '10001-1', printedBy: 'tester', copies: 0, lines: [{ lineId, quantityMilli: 9000 }] },
    ]);
    expect(orderNow(db, orderId).lines).toMatchObject([
      { notedMilli: 9000, toBeDeliveredMilli: 9000, deliveredMilli: 0 },
    ]);
    expect(toCheck(db)).toEqual([orderId]);
  });

  it('the same delivery again is a copy, and no news for the customer', () => {
    print();
    checkNothing(db);
    print();
    print();
    expect(orderNow(db, orderId).deliveryNotes).toMatchObject([{ noteNo: '10001-1', copies: 2 }]);
    expect(toCheck(db)).toEqual([]);
  });

  it('an order changed between preview and print is refused, and two people cannot print one original', () => {
    const plan = prepare();
    const other = prepare();
    confirm(plan);
    expect(() => confirm(other)).toThrow(code('order-changed-meanwhile'));
    expect(orderNow(db, orderId).deliveryNotes).toMatchObject([{ copies: 0 }]);
  });

  it('nothing to cover and no note: there is nothing to deliver', () => {
    setToBeDelivered(0);
    expect(() => prepare()).toThrow(code('nothing-to-deliver'));
  });
});

describe('the company settings', () => {
  it('Picked and Ready for invoicing follow the delivery note where they say so', () => {
    print();
    expect(orderNow(db, orderId)).toMatchObject({ picked: false, readyForInvoicing: false });
    setSalesSettings(db, { pickedBy: 'delivery-note', readyForInvoicingBy: 'delivery-note' });
    print();
    expect(orderNow(db, orderId)).toMatchObject({ picked: false, readyForInvoicing: false });
    setToBeDelivered(10);
    print();
    expect(orderNow(db, orderId)).toMatchObject({ picked: true, readyForInvoicing: true });
  });

  it('stock follows invoicing unless it follows the delivery note', () => {
    print();
    expect(stockOf(db, productId)).toBe(50);
    setSalesSettings(db, { stockByDeliveryNote: true });
    setToBeDelivered(12);
    print();
    expect(stockOf(db, productId)).toBe(38);
    expect(orderNow(db, orderId)).toMatchObject({
      lines: [{ deliveredMilli: 12_000, toBeDeliveredMilli: 0, notedMilli: 12_000, remainingMilli: 8000 }],
      deliveries: [{ cause: 'delivery-note', lines: [{ quantityMilli: 12_000 }] }],
    });
  });

  it('the note of Deliver products delivers nothing more', () => {
    setSalesSettings(db, { stockByDeliveryNote: true });
    command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 4000'));
    confirm(prepare('delivered-only'), 'delivered-only');
    expect(orderNow(db, orderId).lines).toMatchObject([
      { deliveredMilli: 4000, notedMilli: 4000, toBeDeliveredMilli: 9000 },
    ]);
    expect(stockOf(db, productId)).toBe(50);
  });

  it('only what is process complete is printed where they say so', () => {
    setSalesSettings(db, { printOnlyProcessComplete: true });
    expect(() => prepare()).toThrow(code('order-not-process-complete'));
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), processComplete: true }));
    expect(prepare().isOriginal).toBe(true);
  });
});

describe('by status', () => {
  it('the last delivery of Invoice (not delivered) makes it an invoice', () => {
    setSalesSettings(db, { stockByDeliveryNote: true });
    setStatus('invoice-not-delivered');
    print();
    expect(orderNow(db, orderId).status).toBe('invoice-not-delivered');
    setToBeDelivered(11);
    print();
    expect(orderNow(db, orderId).status).toBe('invoice');
  });

  it('an invoiced order gets its note for what left with the invoice', () => {
    command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 20000, to_be_delivered_milli = 0'));
    setStatus('invoice');
    print();
    expect(orderNow(db, orderId).deliveryNotes).toMatchObject([{ lines: [{ quantityMilli: 20_000 }] }]);
  });

  it.each<[OrderStatus, string]>([
    ['cancelled', 'order-finished'],
    ['credit-note', 'order-finished'],
    ['quotation', 'nothing-to-deliver'],
    ['order-basis', 'nothing-to-deliver'],
  ])('%s has none', (status, expected) => {
    setStatus(status);
    expect(() => prepare()).toThrow(code(expected));
  });
});

it('every print is in the log with who and how', () => {
  print();
  print();
  const entries = all<{ details: string }>(
    db,
    `SELECT details FROM log_entry WHERE what = 'delivery-note-printed' ORDER BY id`,
  );
  expect(entries.map(({ details }) => JSON.parse(details))).toEqual([
    { noteNo: '10001-1', isOriginal: true, how: 'printer' },
    { noteNo: '10001-1', isOriginal: false, how: 'printer' },
  ]);
});
