import { beforeEach, describe, expect, it } from 'vitest';
import { type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { creditOrder } from '../../../../main/engine/invoicing/credit-service.ts';
import { readInvoiceModel } from '../../../../main/engine/invoicing/invoice-model-store.ts';
import { invoiceOrder } from '../../../../main/engine/invoicing/invoice-service.ts';
import { listOrders } from '../../../../main/engine/orders/order-list-store.ts';
import { type CreditOrderInput, listOrdersInput } from '../../../../shared/sales-orders.ts';
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
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
let productId: number;
let orderId: number;
let lineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  productId = aProduct(db, { stock: 50, unitPriceMinor: 1000 });
  const built = anOrder(db, { webOrderNo: 'W-1', freightMinor: 500, lines: [{ productId, orderedMilli: pieces(10) }] });
  orderId = built.orderId;
  lineId = built.lineIds[0] ?? 0;
});
const effects = { backOrderMade: () => {} };
const invoice = () => command(db, (tx, context) => invoiceOrder(tx, { ...context, effects }, at(db, orderId)));
const credit = (choice: Omit<CreditOrderInput, 'orderId' | 'orderVersion'> = {}) =>
  command(db, (tx, context) => creditOrder(tx, context, { ...at(db, orderId), ...choice }));
const part = (count: number) => ({ lines: [{ lineId, quantityMilli: pieces(count) }] });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a credit note', () => {
  it('is an order of its own with a number of its own, linked to its invoice, at negative prices', () => {
    invoice();
    checkNothing(db);
    const { creditNoteOrderId, creditNoteNo } = credit();
    expect(creditNoteNo).toBe(50_002);
    expect(orderNow(db, creditNoteOrderId)).toMatchObject({
      status: 'credit-note',
      creditedOrderId: orderId,
      invoiceNo: 50_002,
      webOrderNo: 'W-1 / credit 1',
      freightMinor: -500,
      lines: [{ orderedMilli: 10_000, remainingMilli: 0, unitPriceMinor: -1000 }],
      totals: { totalMinor: -13_125 },
    });
    expect(orderNow(db, orderId).status).toBe('invoice');
    expect(toCheck(db)).toEqual([orderId, creditNoteOrderId]);
  });

  it('and its invoice sum up to nothing in the list', () => {
    invoice();
    credit();
    const { rows } = listOrders(db, listOrdersInput.parse({}));
    expect(rows.reduce((sum, row) => sum + row.totalMinor, 0)).toBe(0);
  });

  it('prints positive amounts and names the invoice it takes back', () => {
    invoice();
    const { creditNoteOrderId } = credit(part(4));
    expect(readInvoiceModel(db, creditNoteOrderId)).toMatchObject({
      kind: 'credit-note',
      creditedInvoiceNo: 50_001,
      backOrderNo: null,
      freightMinor: 500,
      lines: [{ quantityMilli: 4000, unitPriceMinor: 1000, amountMinor: 4000 }],
      totals: { netMinor: 4500 },
    });
  });

  it('may take back a part, and the rest later, freight once', () => {
    invoice();
    credit(part(4));
    const second = credit();
    expect(orderNow(db, second.creditNoteOrderId)).toMatchObject({
      webOrderNo: 'W-1 / credit 2',
      freightMinor: 0,
      lines: [{ orderedMilli: 6000 }],
    });
    expect(() => credit()).toThrow(code('nothing-to-credit'));
  });

  it('leaves freight out where staff say so', () => {
    invoice();
    expect(orderNow(db, credit({ ...part(1), creditFreight: false }).creditNoteOrderId).freightMinor).toBe(0);
  });

  it('puts goods back into stock only when staff say so', () => {
    invoice();
    credit(part(4));
    expect(stockOf(db, productId)).toBe(40);
    const { creditNoteOrderId } = credit({ ...part(5), returnToStock: true });
    expect(stockOf(db, productId)).toBe(45);
    expect(orderNow(db, creditNoteOrderId).deliveries).toMatchObject([{ lines: [{ quantityMilli: -5000 }] }]);
  });
});

describe('of an invoice whose goods are still in the house', () => {
  beforeEach(() => {
    setSalesSettings(db, { stockByDeliveryNote: true });
    invoice();
  });

  it('what is credited is not delivered any more; nothing comes back that never left', () => {
    credit({ ...part(4), returnToStock: true });
    expect(orderNow(db, orderId)).toMatchObject({
      status: 'invoice-not-delivered',
      lines: [{ remainingMilli: 6000, toBeDeliveredMilli: 6000, movedMilli: 4000 }],
    });
    expect(stockOf(db, productId)).toBe(50);
  });

  it('the whole of it makes a plain invoice with nothing left to deliver', () => {
    credit();
    expect(orderNow(db, orderId)).toMatchObject({
      status: 'invoice',
      lines: [{ remainingMilli: 0, toBeDeliveredMilli: 0 }],
    });
  });
});

describe('refused', () => {
  it('more than stands invoiced', () => {
    invoice();
    expect(() => credit(part(11))).toThrow(code('quantity-out-of-range'));
  });

  it.each(['order', 'credit-note', 'cancelled'])('an order that is %s', (status) => {
    command(db, (tx) => run(tx, 'UPDATE sales_order SET status = @status', { status }));
    expect(() => credit()).toThrow(code('order-finished'));
  });

  it('another order’s line', () => {
    invoice();
    expect(() => credit({ lines: [{ lineId: 999, quantityMilli: 1 }] })).toThrow(code('not-found'));
  });
});
