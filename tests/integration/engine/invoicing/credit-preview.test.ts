import { beforeEach, expect, it } from 'vitest';
import { get, type ReadDb } from '../../../../main/engine/db/database.ts';
import { previewCredit } from '../../../../main/engine/invoicing/credit-preview-service.ts';
import { creditOrder } from '../../../../main/engine/invoicing/credit-service.ts';
import { invoiceOrder } from '../../../../main/engine/invoicing/invoice-service.ts';
import type { PreviewCreditInput } from '../../../../shared/order-window.ts';
import { anOrder, aProduct, at, orderNow, pieces } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';
import { companyOver } from '../../../support/web-orders.ts';

let db: ReadDb;
let orderId: number;
let lineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  const productId = aProduct(db, { stock: 50, unitPriceMinor: 1000 });
  const built = anOrder(db, { freightMinor: 500, lines: [{ productId, orderedMilli: pieces(3) }] });
  orderId = built.orderId;
  lineId = built.lineIds[0] ?? 0;
  command(db, (tx, context) => invoiceOrder(tx, { ...context, effects: { backOrderMade: () => {} } }, at(db, orderId)));
});
const preview = (choice: Omit<PreviewCreditInput, 'orderId'> = {}) =>
  previewCredit(companyOver(db), { orderId, ...choice } as PreviewCreditInput);
const oneOf = () => ({ lines: [{ lineId, quantityMilli: pieces(1) }], creditFreight: false });
const drawn = () => get(db, 'SELECT next_invoice_no, next_order_no FROM company');

it('the amounts before confirming are those of the credit note, and asking draws no number', () => {
  const before = drawn();
  const version = orderNow(db, orderId).version;
  const { totals } = preview(oneOf());
  expect(totals).toMatchObject({ netMinor: -1000, totalMinor: -1250 });
  expect(drawn()).toEqual(before);
  expect(orderNow(db, orderId).version).toBe(version);
  const made = command(db, (tx, context) => creditOrder(tx, context, { ...at(db, orderId), ...oneOf() }));
  expect(orderNow(db, made.creditNoteOrderId).totals).toEqual(totals);
});

it('what an earlier credit note took back is not offered again', () => {
  command(db, (tx, context) => creditOrder(tx, context, { ...at(db, orderId), ...oneOf(), creditFreight: true }));
  expect(preview()).toMatchObject({ lines: [{ lineId, mostMilli: 2000 }], freightMinor: 0 });
});

it('a choice of nothing comes to nothing', () => {
  expect(preview({ lines: [] }).totals).toBeNull();
});
