import { productRef } from '../../../shared/products.ts';
import {
  editPurchaseInput,
  listPurchasesInput,
  newPurchaseInput,
  purchaseAt,
  purchaseRef,
  receivePurchaseInput,
  reserveInput,
} from '../../../shared/purchasing.ts';
import { procedure, router } from '../trpc.ts';
import { listPurchases, readPurchaseView } from './purchase-list-store.ts';
import { cancelPurchase, createPurchase, editPurchase, receivePurchase, transferPurchase } from './purchase-service.ts';
import { listReservable, reservePurchase } from './reservation-service.ts';

/** View - Purchase. */
export const purchasingRouter = router({
  list: procedure.input(listPurchasesInput).query(({ ctx, input }) => listPurchases(ctx.session.company().db, input)),
  get: procedure
    .input(purchaseRef)
    .query(({ ctx, input }) => readPurchaseView(ctx.session.company().db, input.purchaseOrderId)),
  reservable: procedure
    .input(productRef)
    .query(({ ctx, input }) => listReservable(ctx.session.company().db, input.productId)),

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
  receive: procedure
    .input(receivePurchaseInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => receivePurchase(tx, context, input))),
  cancel: procedure
    .input(purchaseAt)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => cancelPurchase(tx, context, input))),
  reserve: procedure
    .input(reserveInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => reservePurchase(tx, context, input))),
});
