import { afterEach, beforeEach, expect, it } from 'vitest';
import { pieces } from '../../../support/builders.ts';
import { openPaperDesk, type PaperDesk } from '../../../support/paper-desk.ts';
import { pdfPages } from '../../../support/pdf-text.ts';

let desk: PaperDesk;
let tent: number;
let rope: number;
beforeEach(async () => {
  desk = await openPaperDesk();
  tent = await desk.product('P-10');
  rope = await desk.product('P-9');
});
afterEach(() => desk.close());

const orderNow = (orderId: number) => desk.engine.orders.get({ orderId });

it('delivery notes of a selection come in one PDF, each on its own pages, and what has none is named with the reason', async () => {
  const [first, second] = [await desk.order({ [tent]: 2 }), await desk.order({ [rope]: 3 })];
  const quotation = await desk.order({ [tent]: 1 }, 'quotation');
  const { document, papers, leftOut } = await desk.engine.warehouse.prepareDeliveryNotes({
    orderIds: [first, quotation, second, 999, first],
  });
  const pages = pdfPages(document?.pdf ?? new Uint8Array());
  expect(pages).toHaveLength(2);
  expect(pages.map((page) => page.includes('Page 1 of 1'))).toEqual([true, true]);
  expect(papers.map(({ noteNo, isOriginal }) => [noteNo, isOriginal])).toEqual([
    ['10001-1', true],
    ['10002-1', true],
  ]);
  expect(leftOut).toEqual([
    {
      orderId: quotation,
      orderNo: 10_003,
      customerName: 'Kari Nordmann',
      code: 'nothing-to-deliver',
      details: expect.anything(),
    },
    { orderId: 999, orderNo: null, customerName: '', code: 'not-found', details: expect.anything() },
  ]);
  expect((await orderNow(first)).deliveryNotes).toEqual([]);
});

it('an order that changed between print and confirmation is named; the others are confirmed', async () => {
  await desk.engine.settings.editSales({ stockByDeliveryNote: true, pickedBy: 'delivery-note' });
  const [first, second] = [await desk.order({ [tent]: 2 }), await desk.order({ [rope]: 3 })];
  const { papers } = await desk.engine.warehouse.prepareDeliveryNotes({ orderIds: [first, second] });
  await desk.engine.orders.edit({ ...(await desk.at(second)), text: 'Leave it at the door' });
  const result = await desk.engine.warehouse.confirmDeliveryNotes({ notes: [...papers], how: 'printer' });
  expect(result).toMatchObject({ confirmed: [first], leftOut: [{ orderNo: 10_002, code: 'order-changed-meanwhile' }] });
  expect(await orderNow(first)).toMatchObject({ picked: true, lines: [{ deliveredMilli: 2000 }] });
  expect(await orderNow(second)).toMatchObject({ picked: false, deliveryNotes: [], lines: [{ deliveredMilli: 0 }] });
});

it('picking lists of a selection are confirmed in one go', async () => {
  await desk.engine.settings.editSales({ pickedBy: 'picking-list' });
  const orderIds = [await desk.order({ [tent]: 2 }), await desk.order({ [rope]: 3 })];
  const { document, papers } = await desk.engine.warehouse.preparePickingLists({ orderIds });
  expect(pdfPages(document?.pdf ?? new Uint8Array())).toHaveLength(2);
  await desk.engine.warehouse.confirmPickingLists({ lists: [...papers], how: 'pdf' });
  for (const orderId of orderIds) expect((await orderNow(orderId)).picked).toBe(true);
});

it('a combined picking list goes by product number as people count, with what each order takes', async () => {
  const orderIds = [await desk.order({ [tent]: 2, [rope]: 1 }), await desk.order({ [rope]: 3 })];
  const { document } = await desk.engine.warehouse.preparePickingLists({ orderIds, as: 'combined' });
  const [page = '', ...more] = pdfPages(document?.pdf ?? new Uint8Array());
  expect(more).toEqual([]);
  const text = page.replace(/\s+/g, ' ');
  expect(text).toContain('Combined picking list');
  expect(text).toMatch(/P-9 Product P-9 10001: 1 10002: 3 100 4 pcs P-10 Product P-10 10001: 2 100 2 pcs/);
});

it('several orders are invoiced each for itself, their invoices come in one PDF, and a second print is a copy', async () => {
  const [first, second, third] = [
    await desk.order({ [tent]: 2 }),
    await desk.order({ [rope]: 3 }),
    await desk.order({ [tent]: 1 }, 'quotation'),
  ];
  const orders = [await desk.at(first), { ...(await desk.at(second)), orderVersion: 99 }, await desk.at(third)];
  const { invoiced, leftOut } = await desk.engine.invoicing.invoiceMany({ orders });
  expect(invoiced).toMatchObject([{ orderId: first, orderNo: 10_001, invoiceNo: 50_001, pdfCopy: { kind: 'off' } }]);
  expect(leftOut.map(({ orderNo, code }) => [orderNo, code])).toEqual([
    [10_002, 'order-changed-meanwhile'],
    [10_003, 'order-not-ready-for-invoicing'],
  ]);
  const print = await desk.engine.invoicing.prepareInvoices({ orderIds: [first, second] });
  expect(print).toMatchObject({ papers: [{ invoiceNo: 50_001, isOriginal: true }], leftOut: [{ orderNo: 10_002 }] });
  expect(pdfPages(print.document?.pdf ?? new Uint8Array())[0]).not.toContain('Copy');
  await desk.engine.invoicing.confirmPrinted({ orderIds: [first], how: 'printer' });
  const { pdf } = await desk.engine.invoicing.pdf({ orderId: first });
  expect(pdfPages(pdf)[0]).toMatch(/^Copy$/m);
});

it('nothing to print gives no document, only the reasons', async () => {
  const orderId = await desk.order({ [tent]: 1 });
  const [line] = (await orderNow(orderId)).lines;
  await desk.engine.orders.edit({
    ...(await desk.at(orderId)),
    lines: [{ lineId: line?.id ?? 0, toBeDeliveredMilli: pieces(0) }],
  });
  expect(await desk.engine.warehouse.preparePickingLists({ orderIds: [orderId] })).toMatchObject({
    document: null,
    papers: [],
    leftOut: [{ code: 'nothing-to-deliver' }],
  });
});
