import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PdfDocument } from '../../../shared/fields.ts';
import { previewCreditInput } from '../../../shared/order-window.ts';
import {
  confirmInvoicesInput,
  type InvoiceInBatch,
  type InvoiceManyResult,
  type InvoiceResult,
  invoiceManyInput,
  ordersInput,
  type PdfCopy,
  type PreparedPapers,
} from '../../../shared/papers.ts';
import { creditOrderInput, type OrderAt, orderAt, orderRef } from '../../../shared/sales-orders.ts';
import { renderInvoice, renderInvoices } from '../documents/render-invoice.ts';
import { leftOutOrder } from '../orders/each-order.ts';
import { readOrder } from '../orders/order-store.ts';
import type { EngineSession } from '../session.ts';
import { readLogo } from '../settings/logo-store.ts';
import { procedure, router } from '../trpc.ts';
import { previewCredit } from './credit-preview-service.ts';
import { creditOrder } from './credit-service.ts';
import { readInvoiceModel } from './invoice-model-store.ts';
import { confirmInvoicesPrinted, prepareInvoices } from './invoice-print-service.ts';
import { invoiceOrder } from './invoice-service.ts';
import { storeCopyOfNewInvoice, storeInvoiceCopy } from './store-invoice-service.ts';

/** Invoice and credit note. */
export const invoicingRouter = router({
  /** Invoices one order, then stores its PDF copy; the answer tells both. */
  invoice: procedure.input(orderAt).mutation(({ ctx, input }) => invoiceOne(ctx.session, input)),
  /** Each order in a transaction of its own: one that cannot be invoiced holds back no other. */
  invoiceMany: procedure.input(invoiceManyInput).mutation(({ ctx, input }) => invoiceMany(ctx.session, input.orders)),
  /** Saves the PDF copy of an invoice again, such as after a failure. */
  storePdf: procedure
    .input(orderRef)
    .mutation(({ ctx, input }) => storeInvoiceCopy(ctx.session.company(), input.orderId)),
  credit: procedure
    .input(creditOrderInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => creditOrder(tx, context, input))),
  /** What can be credited and what a choice of it comes to; changes nothing. */
  previewCredit: procedure
    .input(previewCreditInput)
    .query(({ ctx, input }) => previewCredit(ctx.session.company(), input)),
  /** The invoice or credit note of an order, to print or save; call `confirmPrinted` when that was done. */
  pdf: procedure.input(orderRef).query(async ({ ctx, input }): Promise<PdfDocument> => {
    const { db } = ctx.session.company();
    const model = readInvoiceModel(db, input.orderId);
    return { pdf: await renderInvoice(model, readLogo(db)), fileName: `${model.kind}-${model.invoiceNo}.pdf` };
  }),
  /** The invoices of a selection of orders in one PDF. */
  prepareInvoices: procedure
    .input(ordersInput)
    .query(({ ctx, input }) => prepareSelection(ctx.session, input.orderIds)),
  confirmPrinted: procedure
    .input(confirmInvoicesInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => confirmInvoicesPrinted(tx, context, input)),
    ),
});

async function invoiceOne(session: EngineSession, order: OrderAt): Promise<InvoiceResult> {
  const company = session.company();
  const outcome = company.command((tx, context) => invoiceOrder(tx, { ...context, effects: session.effects }, order));
  return { ...outcome, pdfCopy: await copyOfNewInvoice(session, order.orderId) };
}

/** The invoice stands: whatever is wrong with its copy is told, never thrown. */
async function copyOfNewInvoice(session: EngineSession, orderId: number): Promise<PdfCopy> {
  try {
    return await storeCopyOfNewInvoice(session.company(), orderId);
  } catch (error) {
    session.log.unexpected('invoice-copy', error);
    return { kind: 'failed', why: 'other' };
  }
}

async function invoiceMany(session: EngineSession, orders: readonly OrderAt[]): Promise<InvoiceManyResult> {
  const { db } = session.company();
  const invoiced: InvoiceManyResult['invoiced'][number][] = [];
  const leftOut: InvoiceManyResult['leftOut'][number][] = [];
  for (const order of orders) {
    try {
      const { orderNo } = readOrder(db, order.orderId);
      invoiced.push({ orderId: order.orderId, orderNo, ...(await invoiceOne(session, order)) });
    } catch (error) {
      leftOut.push(leftOutOrder(db, order.orderId, error));
    }
    await nextTurn();
  }
  return { invoiced, leftOut };
}

async function prepareSelection(
  session: EngineSession,
  orderIds: readonly number[],
): Promise<PreparedPapers<InvoiceInBatch>> {
  const { db } = session.company();
  const { done, leftOut } = prepareInvoices(db, orderIds);
  const papers = done.map(({ paper }) => paper);
  if (done.length === 0) return { document: null, papers, leftOut };
  const pdf = await renderInvoices(
    done.map(({ model }) => model),
    readLogo(db),
  );
  const numbers = papers.map(({ invoiceNo }) => invoiceNo);
  return {
    document: { pdf, fileName: `invoices-${Math.min(...numbers)}-${Math.max(...numbers)}.pdf` },
    papers,
    leftOut,
  };
}
