import { beforeEach, describe, expect, it } from 'vitest';
import { all, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { readInvoiceModel } from '../../../../main/engine/invoicing/invoice-model-store.ts';
import { invoiceOrder } from '../../../../main/engine/invoicing/invoice-service.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import { readHierarchy } from '../../../../main/engine/orders/order-view-store.ts';
import { reservePurchase } from '../../../../main/engine/purchasing/reservation-service.ts';
import type { OrderStatus } from '../../../../shared/order.ts';
import type { SalesSettings } from '../../../../shared/settings.ts';
import {
  anOrder,
  aProduct,
  aPurchase,
  at,
  checkNothing,
  orderNow,
  pieces,
  setSalesSettings,
  stockOf,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let productId: number;
let orderId: number;
let lineId: number;
let backOrdersMade: { parentOrderId: number; backOrderId: number }[];
beforeEach(async () => {
  db = await openTestCompany();
  backOrdersMade = [];
  productId = aProduct(db, { stock: 50, unitPriceMinor: 1000 });
  const built = anOrder(db, {
    webOrderNo: 'W-8841',
    freightMinor: 500,
    lines: [{ productId, orderedMilli: pieces(20) }],
  });
  orderId = built.orderId;
  lineId = built.lineIds[0] ?? 0;
  checkNothing(db);
});

const effects = {
  backOrderMade: (_tx: unknown, _context: unknown, orders: { parentOrderId: number; backOrderId: number }) => {
    backOrdersMade.push(orders);
  },
};
const invoice = (id = orderId) => command(db, (tx, context) => invoiceOrder(tx, { ...context, effects }, at(db, id)));
const setToBeDelivered = (count: number, id = orderId, line = lineId) =>
  command(db, (tx, context) =>
    editOrder(tx, context, { ...at(db, id), lines: [{ lineId: line, toBeDeliveredMilli: pieces(count) }] }),
  );
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('an invoice of the whole order', () => {
  it('takes the goods from stock, gets its own number, and the run looks at the order', () => {
    expect(invoice()).toEqual({ invoiceNo: 50_001, status: 'invoice', backOrderId: null, backOrderNo: null });
    expect(stockOf(db, productId)).toBe(30);
    expect(orderNow(db, orderId)).toMatchObject({
      status: 'invoice',
      invoiceNo: 50_001,
      lines: [{ deliveredMilli: 20_000, invoicedMilli: 20_000, toBeDeliveredMilli: 0, remainingMilli: 0 }],
      deliveries: [{ cause: 'invoice' }],
    });
    expect(toCheck(db)).toEqual([orderId]);
    expect(backOrdersMade).toEqual([]);
  });

  it('is made once', () => {
    invoice();
    expect(() => invoice()).toThrow(code('order-finished'));
  });

  it('takes from stock only what the warehouse has not delivered', () => {
    command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 15000, to_be_delivered_milli = 5000'));
    invoice();
    expect(stockOf(db, productId)).toBe(45);
    expect(orderNow(db, orderId).lines).toMatchObject([{ deliveredMilli: 20_000, invoicedMilli: 20_000 }]);
  });
});

describe('a part invoice: 20 ordered, 9 to be delivered', () => {
  it('makes a linked back order of 11 with a number of its own', () => {
    setToBeDelivered(9);
    const { backOrderId, backOrderNo } = invoice();
    expect(orderNow(db, orderId).lines).toMatchObject([
      {
        orderedMilli: 20_000,
        invoicedMilli: 9000,
        deliveredMilli: 9000,
        movedMilli: 11_000,
        toBeDeliveredMilli: 0,
        remainingMilli: 0,
      },
    ]);
    const parent = orderNow(db, orderId);
    expect(orderNow(db, backOrderId ?? 0)).toMatchObject({
      orderNo: backOrderNo,
      status: 'back-order',
      parentOrderId: orderId,
      webOrderNo: 'W-8841 / rest 1',
      contactId: parent.contactId,
      customerName: parent.customerName,
      websiteId: 1,
      freightMinor: 0,
      picked: false,
      invoiceNo: null,
      lines: [{ orderedMilli: 11_000, toBeDeliveredMilli: 11_000, deliveredMilli: 0, movedMilli: 0, notedMilli: 0 }],
    });
    expect(backOrdersMade).toEqual([{ parentOrderId: orderId, backOrderId }]);
    expect(readHierarchy(db, backOrderId ?? 0)).toMatchObject([
      { id: orderId, depth: 0, originOrderId: null },
      { id: backOrderId, depth: 1, originOrderId: orderId },
    ]);
  });

  it('the back order of a back order counts on at the order that all stem from', () => {
    setToBeDelivered(9);
    const first = invoice().backOrderId ?? 0;
    setToBeDelivered(4, first, orderNow(db, first).lines[0]?.id);
    const second = invoice(first).backOrderId ?? 0;
    expect(orderNow(db, second)).toMatchObject({ webOrderNo: 'W-8841 / rest 2', parentOrderId: first });
    expect(orderNow(db, second).lines).toMatchObject([{ orderedMilli: 7000 }]);
  });

  it('carries language, address, the line’s date and its reservation along', () => {
    const { purchaseLineIds } = aPurchase(db, { lines: [{ productId, orderedMilli: pieces(20) }] });
    const reservation = { lineId, purchaseLineId: purchaseLineIds[0] ?? 0 };
    command(db, (tx) => run(tx, `UPDATE sales_order SET language = 'no', ordering_email = 'kari@mail.example'`));
    command(db, (tx, context) => reservePurchase(tx, context, { ...at(db, orderId), ...reservation }));
    command(db, (tx, context) =>
      editOrder(tx, context, {
        ...at(db, orderId),
        lines: [{ lineId, deliveryDate: '2026-05-01', toBeDeliveredMilli: 0 }],
        newLines: [{ productId: null, description: 'Wax', orderedMilli: 1000, deliveryDate: null }],
      }),
    );
    const backOrderId = invoice().backOrderId ?? 0;
    expect(orderNow(db, backOrderId)).toMatchObject({
      language: 'no',
      orderingEmail: 'kari@mail.example',
      lines: [{ deliveryDate: '2026-05-01', purchaseLineId: reservation.purchaseLineId, orderedMilli: 20_000 }],
    });
  });

  it('of an order typed in by staff makes a back order without a web number', () => {
    const staff = anOrder(db, {
      webOrderNo: null,
      lines: [{ productId, orderedMilli: pieces(2), toBeDeliveredMilli: pieces(1) }],
    });
    const backOrderId = invoice(staff.orderId).backOrderId ?? 0;
    expect(orderNow(db, backOrderId)).toMatchObject({ webOrderNo: '', isWebOrder: false });
  });

  it('both orders are looked at by the next run', () => {
    setToBeDelivered(9);
    checkNothing(db);
    const { backOrderId } = invoice();
    expect(toCheck(db)).toEqual([orderId, backOrderId]);
  });
});

describe('where stock follows the delivery note', () => {
  beforeEach(() => setSalesSettings(db, { stockByDeliveryNote: true }));

  it('goods still in the house make it Invoice (not delivered), with stock and To be delivered as they were', () => {
    setToBeDelivered(9);
    expect(invoice()).toMatchObject({ status: 'invoice-not-delivered' });
    expect(stockOf(db, productId)).toBe(50);
    expect(orderNow(db, orderId).lines).toMatchObject([
      { invoicedMilli: 9000, deliveredMilli: 0, toBeDeliveredMilli: 9000, movedMilli: 11_000, remainingMilli: 9000 },
    ]);
  });

  it('services and free text count as delivered, so an order of them is a plain invoice', () => {
    const lines = [
      { productId: aProduct(db, { isStockItem: false }), orderedMilli: 1000 },
      { description: 'x', orderedMilli: 1000 },
    ];
    const built = anOrder(db, { lines });
    expect(invoice(built.orderId)).toMatchObject({ status: 'invoice' });
    expect(orderNow(db, built.orderId).lines).toMatchObject([{ deliveredMilli: 1000 }, { deliveredMilli: 1000 }]);
  });

  it('goods already delivered make a plain invoice', () => {
    command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 20000, to_be_delivered_milli = 0'));
    expect(invoice()).toMatchObject({ status: 'invoice' });
  });
});

describe('refused', () => {
  it.each<[string, Partial<SalesSettings>, string]>([
    ['not ready for invoicing', { invoiceOnlyWhenReady: true }, 'order-not-ready-for-invoicing'],
    ['not all delivered', { invoiceOnlyWhenAllDelivered: true }, 'order-not-fully-delivered'],
  ])('%s, where the company says so', (_, settings, expected) => {
    setSalesSettings(db, settings);
    expect(() => invoice()).toThrow(code(expected));
    expect(orderNow(db, orderId).status).toBe('order');
    command(db, (tx) => run(tx, 'UPDATE sales_order SET ready_for_invoicing = 1'));
    command(db, (tx) => run(tx, 'UPDATE order_line SET delivered_milli = 20000, to_be_delivered_milli = 0'));
    expect(invoice()).toMatchObject({ status: 'invoice' });
  });

  it('nothing delivered and nothing to be delivered', () => {
    setToBeDelivered(0);
    expect(() => invoice()).toThrow(code('nothing-to-invoice'));
  });

  it.each<[OrderStatus, string]>([
    ['quotation', 'order-not-ready-for-invoicing'],
    ['cancelled', 'order-finished'],
    ['invoice-not-delivered', 'order-finished'],
  ])('an order that is %s', (status, expected) => {
    command(db, (tx) => run(tx, 'UPDATE sales_order SET status = @status', { status }));
    expect(() => invoice()).toThrow(code(expected));
  });

  it('an order that changed meanwhile, and no number is used up', () => {
    const late = () =>
      command(db, (tx, context) => invoiceOrder(tx, { ...context, effects }, { orderId, orderVersion: 99 }));
    expect(late).toThrow(code('order-changed-meanwhile'));
    expect(invoice().invoiceNo).toBe(50_001);
  });

  it('a ledger that fails takes the whole invoice back', () => {
    setToBeDelivered(9);
    const failing = {
      backOrderMade: () => {
        throw new Error('ledger');
      },
    };
    expect(() =>
      command(db, (tx, context) => invoiceOrder(tx, { ...context, effects: failing }, at(db, orderId))),
    ).toThrow('ledger');
    expect(all(db, 'SELECT id FROM sales_order')).toHaveLength(1);
    expect(stockOf(db, productId)).toBe(50);
  });
});

it('the paper says what the invoice covered, its VAT and where the rest comes', () => {
  setToBeDelivered(9);
  invoice();
  expect(readInvoiceModel(db, orderId)).toMatchObject({
    kind: 'invoice',
    invoiceNo: 50_001,
    invoiceDate: '2026-03-03',
    backOrderNo: 'W-8841 / rest 1',
    freightMinor: 500,
    lines: [{ quantityMilli: 9000, amountMinor: 9000, toComeMilli: 11_000 }],
    totals: { netMinor: 9500, totalMinor: 11_875 },
  });
});

it('an order that was not invoiced has no invoice to print', () => {
  expect(() => readInvoiceModel(db, orderId)).toThrow(code('not-found'));
});
