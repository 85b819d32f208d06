import type { PdfDocument } from '../../../shared/fields.ts';
import { creditOrderInput, orderAt, orderRef } from '../../../shared/sales-orders.ts';
import { renderInvoice } from '../documents/render-invoice.ts';
import { procedure, router } from '../trpc.ts';
import { creditOrder } from './credit-service.ts';
import { readInvoiceModel } from './invoice-model-store.ts';
import { invoiceOrder } from './invoice-service.ts';

/** Invoice and credit note. */
export const invoicingRouter = router({
  invoice: procedure
    .input(orderAt)
    .mutation(({ ctx, input }) =>
      ctx.session
        .company()
        .command((tx, context) => invoiceOrder(tx, { ...context, effects: ctx.session.effects }, input)),
    ),
  credit: procedure
    .input(creditOrderInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => creditOrder(tx, context, input))),
  /** The invoice or credit note of an order, to print or save. */
  pdf: procedure.input(orderRef).query(async ({ ctx, input }): Promise<PdfDocument> => {
    const model = readInvoiceModel(ctx.session.company().db, input.orderId);
    return { pdf: await renderInvoice(model), fileName: `${model.kind}-${model.invoiceNo}.pdf` };
  }),
});
