import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../../../main/engine/trpc.ts';
import { pieces } from '../../../support/builders.ts';
import { openPaperDesk, type PaperDesk } from '../../../support/paper-desk.ts';
import { pdfPages } from '../../../support/pdf-text.ts';

let desk: PaperDesk;
let productId: number;
beforeEach(async () => {
  desk = await openPaperDesk();
  productId = await desk.product('P-1');
});
afterEach(() => desk.close());

const anOrder = () => desk.order({ [productId]: 10 });
const orderNow = (orderId: number) => desk.engine.orders.get({ orderId });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => failureOf(error).appCode,
  );
const stock = async () => (await desk.engine.warehouse.stock({})).rows[0]?.stockMilli;

async function printNote(orderId: number): Promise<void> {
  const { noteNo, orderVersion, scope } = await desk.engine.warehouse.deliveryNotePdf({ orderId });
  await desk.engine.warehouse.confirmDeliveryNote({ orderId, orderVersion, noteNo, scope, how: 'printer' });
}
async function printList(orderId: number): Promise<void> {
  const { orderVersion } = await desk.engine.warehouse.pickingListPdf({ orderId });
  await desk.engine.warehouse.confirmPickingList({ orderId, orderVersion, how: 'printer' });
}

describe('General', () => {
  it("new quotations and orders are automatically marked as 'Process complete'", async () => {
    expect((await orderNow(await anOrder())).processComplete).toBe(false);
    await desk.engine.settings.editSales({ newOrdersAreProcessComplete: true });
    expect((await orderNow(await anOrder())).processComplete).toBe(true);
    expect((await orderNow(await desk.order({ [productId]: 1 }, 'quotation'))).processComplete).toBe(true);
  });

  it("do not print orders before 'Process complete'", async () => {
    await desk.engine.settings.editSales({ printOnlyProcessComplete: true });
    const orderId = await anOrder();
    expect(await codeOf(desk.engine.warehouse.deliveryNotePdf({ orderId }))).toBe('order-not-process-complete');
    expect(await codeOf(desk.engine.warehouse.pickingListPdf({ orderId }))).toBe('order-not-process-complete');
    await desk.engine.orders.edit({ ...(await desk.at(orderId)), processComplete: true });
    expect(await codeOf(desk.engine.warehouse.deliveryNotePdf({ orderId }))).toBe('done');
  });

  it("do not invoice before 'Ready for invoicing'", async () => {
    await desk.engine.settings.editSales({ invoiceOnlyWhenReady: true });
    const orderId = await anOrder();
    expect(await codeOf(desk.engine.invoicing.invoice(await desk.at(orderId)))).toBe('order-not-ready-for-invoicing');
    await desk.engine.orders.edit({ ...(await desk.at(orderId)), readyForInvoicing: true });
    expect(await codeOf(desk.engine.invoicing.invoice(await desk.at(orderId)))).toBe('done');
  });

  it('do not invoice before all is delivered: part invoicing is blocked', async () => {
    await desk.engine.settings.editSales({ invoiceOnlyWhenAllDelivered: true });
    const orderId = await anOrder();
    const [line] = (await orderNow(orderId)).lines;
    const lines = [{ lineId: line?.id ?? 0, quantityMilli: pieces(4) }];
    await desk.engine.warehouse.deliverProducts({ ...(await desk.at(orderId)), lines });
    expect(await codeOf(desk.engine.invoicing.invoice(await desk.at(orderId)))).toBe('order-not-fully-delivered');
    const rest = [{ lineId: line?.id ?? 0, quantityMilli: pieces(6) }];
    await desk.engine.warehouse.deliverProducts({ ...(await desk.at(orderId)), lines: rest });
    expect(await codeOf(desk.engine.invoicing.invoice(await desk.at(orderId)))).toBe('done');
  });
});

describe('Printouts', () => {
  it.each(['readyForInvoicing', 'picked'] as const)(
    '%s is set by printing the document that was chosen',
    async (flag) => {
      const setting = flag === 'picked' ? 'pickedBy' : 'readyForInvoicingBy';
      const prints = { 'delivery-note': printNote, 'picking-list': printList, none: async () => {} };
      for (const chosen of ['delivery-note', 'picking-list', 'none'] as const) {
        await desk.engine.settings.editSales({ pickedBy: 'none', readyForInvoicingBy: 'none', [setting]: chosen });
        for (const printed of ['delivery-note', 'picking-list'] as const) {
          const orderId = await anOrder();
          await prints[printed](orderId);
          expect([chosen, printed, (await orderNow(orderId))[flag]]).toEqual([chosen, printed, chosen === printed]);
        }
      }
    },
  );

  it('stock is updated by printing the delivery note', async () => {
    await printNote(await anOrder());
    expect(await stock()).toBe(pieces(100));
    await desk.engine.settings.editSales({ stockByDeliveryNote: true });
    await printNote(await anOrder());
    expect(await stock()).toBe(pieces(90));
  });
});

describe('Export', () => {
  const folder = () => join(desk.folder, 'Invoices');
  beforeEach(async () => {
    mkdirSync(folder());
    await desk.engineWith(folder()).settings.setInvoiceFolder({ folder: folder() });
  });

  it('a PDF copy of an invoice is stored while invoicing', async () => {
    expect(await desk.engine.invoicing.invoice(await desk.at(await anOrder()))).toMatchObject({
      pdfCopy: { kind: 'off' },
    });
    expect(readdirSync(folder())).toEqual([]);
    await desk.engine.settings.editSales({ storeInvoicePdf: true });
    const path = join(folder(), 'Invoice 50002 Kari Nordmann.pdf');
    expect(await desk.engine.invoicing.invoice(await desk.at(await anOrder()))).toMatchObject({
      invoiceNo: 50_002,
      pdfCopy: { kind: 'stored', path },
    });
    expect(readdirSync(folder())).toEqual(['Invoice 50002 Kari Nordmann.pdf']);
    expect(pdfPages(readFileSync(path))[0]).toContain('50002');
  });

  it('a copy that cannot be stored is told, never undoes the invoice, and is stored again from the order', async () => {
    await desk.engine.settings.editSales({ storeInvoicePdf: true });
    rmSync(folder(), { recursive: true });
    const orderId = await anOrder();
    expect(await desk.engine.invoicing.invoice(await desk.at(orderId))).toMatchObject({
      invoiceNo: 50_001,
      pdfCopy: { kind: 'failed', why: 'folder-gone' },
    });
    expect((await orderNow(orderId)).status).toBe('invoice');
    mkdirSync(folder());
    expect(await desk.engine.invoicing.storePdf({ orderId })).toMatchObject({ kind: 'stored' });
    expect((await desk.engine.orders.log({ orderId })).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['invoice-pdf-not-stored', 'invoice-pdf-stored']),
    );
  });

  it('no file that is there is written over', async () => {
    const orderId = await anOrder();
    await desk.engine.invoicing.invoice(await desk.at(orderId));
    await desk.engine.invoicing.storePdf({ orderId });
    await desk.engine.invoicing.storePdf({ orderId });
    expect(readdirSync(folder()).sort()).toEqual([
      'Invoice 50001 Kari Nordmann (2).pdf',
      'Invoice 50001 Kari Nordmann.pdf',
    ]);
  });

  it('a folder that cannot be used is not taken; without one the copy says so', async () => {
    const missing = join(folder(), 'missing');
    const choosing = desk.engineWith(missing).settings;
    expect(await codeOf(choosing.setInvoiceFolder({ folder: missing }))).toBe('folder-not-usable');
    expect(await desk.engine.settings.invoiceFolder()).toEqual({ folder: folder() });
    await desk.engine.settings.setInvoiceFolder({ folder: null });
    const orderId = await anOrder();
    await desk.engine.invoicing.invoice(await desk.at(orderId));
    expect(await desk.engine.invoicing.storePdf({ orderId })).toEqual({ kind: 'failed', why: 'no-folder' });
  });
});

describe('logo', () => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  it('stands on delivery note, picking list and invoice until it is taken away', async () => {
    const orderId = await anOrder();
    const papers = async () => [
      (await desk.engine.warehouse.deliveryNotePdf({ orderId })).pdf,
      (await desk.engine.warehouse.pickingListPdf({ orderId })).pdf,
    ];
    const pictures = async () =>
      (await papers()).map((pdf) => Buffer.from(pdf).toString('latin1').split('/Subtype /Image').length > 1);
    expect(await pictures()).toEqual([false, false]);
    await desk.engine.settings.setLogo({ image: new Uint8Array(pixel) });
    expect(await desk.engine.settings.logo()).toMatchObject({ widthPx: 1, heightPx: 1 });
    expect(await pictures()).toEqual([true, true]);
    await desk.engine.settings.clearLogo();
    expect(await desk.engine.settings.logo()).toBeNull();
    expect(await pictures()).toEqual([false, false]);
  });

  it('that is SVG is refused with a word of its own, and the one before stays', async () => {
    await desk.engine.settings.setLogo({ image: new Uint8Array(pixel) });
    const svg = new TextEncoder().encode('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await codeOf(desk.engine.settings.setLogo({ image: svg }))).toBe('logo-is-svg');
    expect(await desk.engine.settings.logo()).toMatchObject({ widthPx: 1 });
  });
});
