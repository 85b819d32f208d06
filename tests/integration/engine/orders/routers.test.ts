import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactsRouter } from '../../../../main/engine/contacts/contacts-router.ts';
import { invoicingRouter } from '../../../../main/engine/invoicing/invoicing-router.ts';
import { ordersRouter } from '../../../../main/engine/orders/orders-router.ts';
import { productsRouter } from '../../../../main/engine/products/products-router.ts';
import { purchasingRouter } from '../../../../main/engine/purchasing/purchasing-router.ts';
import { EngineSession } from '../../../../main/engine/session.ts';
import { settingsRouter } from '../../../../main/engine/settings/settings-router.ts';
import { createCallerFactory, failureOf, router } from '../../../../main/engine/trpc.ts';
import { warehouseRouter } from '../../../../main/engine/warehouse/warehouse-router.ts';
import { pieces } from '../../../support/builders.ts';
import { failingLog } from '../../../support/company.ts';

const createCaller = createCallerFactory(
  router({
    orders: ordersRouter,
    products: productsRouter,
    contacts: contactsRouter,
    warehouse: warehouseRouter,
    purchasing: purchasingRouter,
    invoicing: invoicingRouter,
    settings: settingsRouter,
  }),
);

let folder: string;
let session: EngineSession;
let engine: ReturnType<typeof createCaller>;
let backOrders: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-routers-'));
  backOrders = 0;
  const noSecrets = { get: async () => null, set: async () => {}, delete: async () => {} };
  const effects = {
    backOrderMade: () => {
      backOrders += 1;
    },
    orderImported: () => {},
    rulesChanged: () => {},
  };
  session = new EngineSession({
    secrets: noSecrets,
    effects,
    now: () => new Date('2026-03-03T10:12:00Z'),
    log: failingLog,
  });
  engine = createCaller({ session });
  await session.create(join(folder, 'test.orderbud'), { name: 'Test company' });
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no failure',
    (error: unknown) => failureOf(error).appCode,
  );

async function newOrder(stock = 30): Promise<{ orderId: number; lineId: number; productId: number }> {
  const { contactId } = await engine.contacts.create({ name: 'Kari Nordmann' });
  const { productId } = await engine.products.create({ productNo: 'P-1', name: 'Tent', unitPriceMinor: 1000 });
  await engine.warehouse.countStock({ productId, warehouseId: 1, countedMilli: pieces(stock) });
  const { orderId } = await engine.orders.create({ contactId, lines: [{ productId, orderedMilli: pieces(20) }] });
  const [line] = (await engine.orders.get({ orderId })).lines;
  return { orderId, lineId: line?.id ?? 0, productId };
}
const versionOf = async (orderId: number) => (await engine.orders.get({ orderId })).version;

describe('a day’s work through the API', () => {
  it('an order is picked, delivered in part, noted, invoiced and its rest back-ordered, with every paper', async () => {
    const { orderId, lineId, productId } = await newOrder();
    const picking = await engine.warehouse.pickingListPdf({ orderId });
    expect(isPdf(picking.pdf)).toBe(true);
    await engine.warehouse.confirmPickingList({ orderId, orderVersion: picking.orderVersion, how: 'printer' });

    const note = await engine.warehouse.deliverProducts({
      orderId,
      orderVersion: await versionOf(orderId),
      lines: [{ lineId, quantityMilli: pieces(9) }],
    });
    expect(note).toMatchObject({ isOriginal: true, scope: 'delivered-only', fileName: 'delivery-note-10001-1.pdf' });
    expect(isPdf(note.pdf)).toBe(true);
    const { orderVersion, noteNo, scope } = note;
    await engine.warehouse.confirmDeliveryNote({ orderId, orderVersion, noteNo, scope, how: 'pdf' });
    expect(await engine.warehouse.deliveryNotePdf({ orderId, scope })).toMatchObject({ isOriginal: false, noteNo });

    await engine.orders.edit({
      orderId,
      orderVersion: await versionOf(orderId),
      lines: [{ lineId, toBeDeliveredMilli: 0 }],
    });
    const outcome = await engine.invoicing.invoice({ orderId, orderVersion: await versionOf(orderId) });
    expect(outcome).toMatchObject({ invoiceNo: 50_001, status: 'invoice' });
    expect(backOrders).toBe(1);
    expect(isPdf((await engine.invoicing.pdf({ orderId })).pdf)).toBe(true);

    const { creditNoteOrderId } = await engine.invoicing.credit({ orderId, orderVersion: await versionOf(orderId) });
    expect((await engine.invoicing.pdf({ orderId: creditNoteOrderId })).fileName).toBe('credit-note-50002.pdf');
    expect((await engine.orders.hierarchy({ orderId })).map(({ status }) => status)).toEqual([
      'invoice',
      'back-order',
      'credit-note',
    ]);
    expect(await engine.warehouse.stock({})).toMatchObject({ rows: [{ productId, stockMilli: 21_000 }] });
    expect((await engine.orders.log({ orderId })).map(({ what }) => what)).toEqual([
      'order-credited',
      'order-invoiced',
      'back-order-made',
      'order-edited',
      'delivery-note-printed',
      'products-delivered',
      'picking-list-printed',
      'order-made',
    ]);
  });

  it('goods are bought, reserved and received', async () => {
    const { orderId, lineId, productId } = await newOrder(0);
    const { contactId: supplierId } = await engine.contacts.create({ name: 'Supplier', isSupplier: true });
    const lines = [{ productId, orderedMilli: pieces(20) }];
    const { purchaseOrderId } = await engine.purchasing.create({ supplierId, deliveryDate: '2026-04-01', lines });
    const purchase = await engine.purchasing.get({ purchaseOrderId });
    const purchaseLineId = purchase.lines[0]?.id ?? 0;
    const seen = { purchaseOrderId, purchaseVersion: purchase.version };
    await expect(engine.purchasing.orderPdf({ purchaseOrderId })).rejects.toThrow('purchase-not-transferred');
    const { purchaseVersion } = await engine.purchasing.transfer(seen);
    await engine.purchasing.reserve({ orderId, orderVersion: await versionOf(orderId), lineId, purchaseLineId });
    expect((await engine.orders.get({ orderId })).lines).toMatchObject([
      { effectiveDate: '2026-04-01', dateSource: 'linked-purchase', purchaseNo: purchase.purchaseNo },
    ]);
    expect(await engine.warehouse.purchasesNotReceived()).toMatchObject([{ notReceivedPercent: 100 }]);
    const received = [{ purchaseLineId, quantityMilli: pieces(20) }];
    await engine.purchasing.receive({ purchaseOrderId, purchaseVersion, lines: received });
    expect(await engine.warehouse.purchasesNotReceived()).toEqual([]);
    expect(await engine.warehouse.ordersNotDelivered({})).toMatchObject({ rows: [{ isInStock: true }] });
  });

  it('settings are read, changed and noted', async () => {
    expect(await engine.settings.editSales({ stockByDeliveryNote: true })).toMatchObject({ stockByDeliveryNote: true });
    const { websiteId } = await engine.settings.createWebsite({ name: 'Shop' });
    const rules = { 1: true, 2: true, 3: false, 4: true, 5: true, 6: false, 7: true };
    expect(await engine.settings.editWebsite({ websiteId, rules })).toMatchObject({ rules });
    await engine.settings.saveCarrier({ name: 'Posten', trackingUrl: 'https://post.example/{no}' });
    expect(await engine.settings.carriers()).toHaveLength(1);
    expect(await engine.settings.editCompany({ name: 'Fjell AS' })).toMatchObject({ name: 'Fjell AS' });
  });
});

describe('a failure comes with its code', () => {
  it('of the rule that refused', async () => {
    const { orderId } = await newOrder();
    expect(await codeOf(engine.orders.edit({ orderId, orderVersion: 9, picked: true }))).toBe(
      'order-changed-meanwhile',
    );
    expect(await codeOf(engine.orders.get({ orderId: 99 }))).toBe('not-found');
    expect(await codeOf(engine.invoicing.pdf({ orderId }))).toBe('not-found');
  });

  it('of an input that is none', async () => {
    const { orderId } = await newOrder();
    const edit = { orderId, orderVersion: 1, deliveryDate: '1 April' };
    expect(await codeOf(engine.orders.edit(edit))).toBe('bad-input');
  });

  it('of no company', async () => {
    session.close();
    expect(await codeOf(engine.orders.counts())).toBe('no-company-open');
  });
});
