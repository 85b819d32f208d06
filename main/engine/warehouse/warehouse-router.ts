import { orderRef } from '../../../shared/sales-orders.ts';
import {
  confirmDeliveryNoteInput,
  confirmPickingListInput,
  countStockInput,
  type DeliveryNoteScope,
  deliverProductsInput,
  deliveryNoteInput,
  listNotDeliveredInput,
  listStockInput,
  type PreparedDeliveryNote,
  type PreparedPickingList,
} from '../../../shared/warehouse.ts';
import { renderDeliveryNote } from '../documents/render-delivery-note.ts';
import { renderPickingList } from '../documents/render-picking-list.ts';
import { listWarehouses } from '../products/stock-store.ts';
import type { EngineSession } from '../session.ts';
import { procedure, router } from '../trpc.ts';
import { deliverProducts } from './deliver-products-service.ts';
import { confirmDeliveryNotePrinted, prepareDeliveryNote } from './delivery-note-service.ts';
import { confirmPickingListPrinted, preparePickingList } from './picking-list-service.ts';
import { countStock } from './stock-taking-service.ts';
import { listNotDelivered, listNotReceived, listStock } from './warehouse-list-store.ts';

/** View - Warehouse, and the papers that go with goods. */
export const warehouseRouter = router({
  ordersNotDelivered: procedure
    .input(listNotDeliveredInput)
    .query(({ ctx, input }) => listNotDelivered(ctx.session.company().db, input)),
  purchasesNotReceived: procedure.query(({ ctx }) => listNotReceived(ctx.session.company().db)),
  stock: procedure.input(listStockInput).query(({ ctx, input }) => listStock(ctx.session.company().db, input)),
  warehouses: procedure.query(({ ctx }) => listWarehouses(ctx.session.company().db)),

  deliveryNotePdf: procedure
    .input(deliveryNoteInput)
    .query(({ ctx, input }) => deliveryNotePdf(ctx.session, input.orderId, input.scope)),
  confirmDeliveryNote: procedure
    .input(confirmDeliveryNoteInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => confirmDeliveryNotePrinted(tx, context, input)),
    ),
  pickingListPdf: procedure.input(orderRef).query(({ ctx, input }) => pickingListPdf(ctx.session, input.orderId)),
  confirmPickingList: procedure
    .input(confirmPickingListInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => confirmPickingListPrinted(tx, context, input)),
    ),

  /** Print and update warehouse: delivers, and answers with the delivery's note to print and then confirm. */
  deliverProducts: procedure.input(deliverProductsInput).mutation(({ ctx, input }) => {
    ctx.session.company().command((tx, context) => deliverProducts(tx, context, input));
    return deliveryNotePdf(ctx.session, input.orderId, 'delivered-only');
  }),
  countStock: procedure
    .input(countStockInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => countStock(tx, context, input))),
});

async function deliveryNotePdf(
  session: EngineSession,
  orderId: number,
  scope: DeliveryNoteScope,
): Promise<PreparedDeliveryNote> {
  const { db, today } = session.company();
  const moment = { now: session.now().toISOString(), today: today() };
  const { model, noteNo, isOriginal, orderVersion } = prepareDeliveryNote(db, { orderId, scope }, moment);
  const fileName = `delivery-note-${noteNo}.pdf`;
  return { pdf: await renderDeliveryNote(model), fileName, orderVersion, noteNo, isOriginal, scope };
}

async function pickingListPdf(session: EngineSession, orderId: number): Promise<PreparedPickingList> {
  const { db, today } = session.company();
  const moment = { now: session.now().toISOString(), today: today() };
  const { model, orderVersion } = preparePickingList(db, orderId, moment);
  return { pdf: await renderPickingList(model), fileName: `picking-list-${model.orderNo}.pdf`, orderVersion };
}
