import {
  confirmDeliveryNotesInput,
  confirmPickingListsInput,
  ordersInput,
  pickingListsInput,
} from '../../../shared/papers.ts';
import { productRef } from '../../../shared/products.ts';
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
  listWaitingProductsInput,
  type PreparedDeliveryNote,
  type PreparedPickingList,
  scanInput,
} from '../../../shared/warehouse.ts';
import { renderDeliveryNote } from '../documents/render-delivery-note.ts';
import { renderPickingList } from '../documents/render-picking-list.ts';
import { listWarehouses } from '../products/stock-store.ts';
import type { EngineSession } from '../session.ts';
import { readLogo } from '../settings/logo-store.ts';
import { procedure, router } from '../trpc.ts';
import { deliveryNotesPdf, pickingListsPdf } from './batch-papers-service.ts';
import { deliverProducts } from './deliver-products-service.ts';
import { deliverableNow } from './deliverable-now.ts';
import { confirmDeliveryNotesPrinted } from './delivery-note-batch-service.ts';
import { confirmDeliveryNotePrinted, prepareDeliveryNote } from './delivery-note-service.ts';
import { findByScan } from './find-by-scan-store.ts';
import { confirmPickingListsPrinted } from './picking-list-batch-service.ts';
import { confirmPickingListPrinted, preparePickingList } from './picking-list-service.ts';
import { countStock } from './stock-taking-service.ts';
import { listOrdersWaitingFor, listWaitingProducts } from './waiting-products-store.ts';
import { listNotDelivered, listNotReceived, listStock } from './warehouse-list-store.ts';

/** View - Warehouse, and the papers that go with goods. */
export const warehouseRouter = router({
  ordersNotDelivered: procedure.input(listNotDeliveredInput).query(({ ctx, input }) => {
    const read = (page: typeof input) => listNotDelivered(ctx.session.company().db, page);
    return input.onlyInStock ? deliverableNow(read, input) : read(input);
  }),
  /** Orders, not delivered, by product. */
  waitingProducts: procedure
    .input(listWaitingProductsInput)
    .query(({ ctx, input }) => listWaitingProducts(ctx.session.company().db, input)),
  ordersWaitingFor: procedure
    .input(productRef)
    .query(({ ctx, input }) => listOrdersWaitingFor(ctx.session.company().db, input.productId)),
  findByScan: procedure.input(scanInput).query(({ ctx, input }) => findByScan(ctx.session.company().db, input.text)),
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
  /** The delivery notes of a selection of orders in one PDF; then call `confirmDeliveryNotes`. */
  prepareDeliveryNotes: procedure
    .input(ordersInput)
    .query(({ ctx, input }) => deliveryNotesPdf(ctx.session, input.orderIds)),
  confirmDeliveryNotes: procedure
    .input(confirmDeliveryNotesInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => confirmDeliveryNotesPrinted(tx, context, input)),
    ),
  pickingListPdf: procedure.input(orderRef).query(({ ctx, input }) => pickingListPdf(ctx.session, input.orderId)),
  confirmPickingList: procedure
    .input(confirmPickingListInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => confirmPickingListPrinted(tx, context, input)),
    ),

  /** The picking lists of a selection of orders, one each or by product; then call `confirmPickingLists`. */
  preparePickingLists: procedure
    .input(pickingListsInput)
    .query(({ ctx, input }) => pickingListsPdf(ctx.session, input)),
  confirmPickingLists: procedure
    .input(confirmPickingListsInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => confirmPickingListsPrinted(tx, context, input)),
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
  return { pdf: await renderDeliveryNote(model, readLogo(db)), fileName, orderVersion, noteNo, isOriginal, scope };
}

async function pickingListPdf(session: EngineSession, orderId: number): Promise<PreparedPickingList> {
  const { db, today } = session.company();
  const moment = { now: session.now().toISOString(), today: today() };
  const { model, orderVersion } = preparePickingList(db, orderId, moment);
  const pdf = await renderPickingList(model, readLogo(db));
  return { pdf, fileName: `picking-list-${model.orderNo}.pdf`, orderVersion };
}
