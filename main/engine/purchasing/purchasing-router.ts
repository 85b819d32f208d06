import { productRef } from '../../../shared/products.ts';
import {
  cancelRestInput,
  editPurchaseInput,
  listPurchasesInput,
  newPurchaseInput,
  type PreparedPurchaseOrder,
  purchaseAt,
  purchaseMissingInput,
  purchasePrintedInput,
  purchaseRef,
  receivePurchaseInput,
  reservationRef,
  reserveInput,
  returnPurchaseInput,
} from '../../../shared/purchasing.ts';
import { renderPurchaseOrder } from '../documents/render-purchase-order.ts';
import type { EngineSession } from '../session.ts';
import { readLogo } from '../settings/logo-store.ts';
import { procedure, router } from '../trpc.ts';
import { listMissing } from './missing-store.ts';
import { listPurchases, readPurchaseView } from './purchase-list-store.ts';
import { purchaseMissing } from './purchase-missing-service.ts';
import { logPurchasePrinted, readPurchasePaper } from './purchase-paper-service.ts';
import { cancelPurchase, createPurchase, editPurchase, receivePurchase, transferPurchase } from './purchase-service.ts';
import { reservePurchase } from './reservation-service.ts';
import { listReservable, readReservation } from './reservation-view-store.ts';
import { cancelRest, returnPurchase } from './rest-service.ts';

/** View - Purchase. */
export const purchasingRouter = router({
  list: procedure.input(listPurchasesInput).query(({ ctx, input }) => listPurchases(ctx.session.company().db, input)),
  get: procedure
    .input(purchaseRef)
    .query(({ ctx, input }) => readPurchaseView(ctx.session.company().db, input.purchaseOrderId)),
  reservable: procedure
    .input(productRef)
    .query(({ ctx, input }) => listReservable(ctx.session.company().db, input.productId)),
  /** Reservation from a sales order line: its purchases and the date each would give. */
  reservation: procedure
    .input(reservationRef)
    .query(({ ctx, input }) => readReservation(ctx.session.company().db, input.orderId, input.lineId)),
  /** Purchase what is missing: what to order of whom. */
  missing: procedure.query(({ ctx }) => listMissing(ctx.session.company().db)),

  create: procedure
    .input(newPurchaseInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => ({ purchaseOrderId: createPurchase(tx, context, input) })),
    ),
  edit: procedure
    .input(editPurchaseInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => editPurchase(tx, context, input))),
  transfer: procedure
    .input(purchaseAt)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => transferPurchase(tx, context, input))),
  /** The paper for the supplier; nothing is recorded before `confirmPrinted`. */
  orderPdf: procedure
    .input(purchaseRef)
    .query(({ ctx, input }) => purchaseOrderPdf(ctx.session, input.purchaseOrderId)),
  confirmPrinted: procedure
    .input(purchasePrintedInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => logPurchasePrinted(tx, context, input)),
    ),
  receive: procedure
    .input(receivePurchaseInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => receivePurchase(tx, context, input))),
  cancel: procedure
    .input(purchaseAt)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => cancelPurchase(tx, context, input))),
  /** What has not come of some lines, or of all, will not come. */
  cancelRest: procedure
    .input(cancelRestInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => cancelRest(tx, context, input))),
  /** Goods back to the supplier. */
  returnGoods: procedure
    .input(returnPurchaseInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => returnPurchase(tx, context, input))),
  /** A draft of what is missing from one supplier, reserved for the lines that wait. */
  purchaseMissing: procedure
    .input(purchaseMissingInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => ({ purchaseOrderId: purchaseMissing(tx, context, input) })),
    ),
  reserve: procedure
    .input(reserveInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => reservePurchase(tx, context, input))),
});

async function purchaseOrderPdf(session: EngineSession, purchaseOrderId: number): Promise<PreparedPurchaseOrder> {
  const { db } = session.company();
  const { model, purchaseVersion } = readPurchasePaper(db, purchaseOrderId, session.now().toISOString());
  const pdf = await renderPurchaseOrder(model, readLogo(db));
  return { pdf, fileName: `purchase-order-${model.purchaseNo}.pdf`, purchaseVersion };
}
