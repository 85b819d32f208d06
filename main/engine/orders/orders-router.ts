import { duplicateOrderInput } from '../../../shared/order-window.ts';
import {
  cancelOrderInput,
  countOrdersInput,
  editOrderInput,
  listOrdersInput,
  newOrderInput,
  orderRef,
} from '../../../shared/sales-orders.ts';
import { procedure, router } from '../trpc.ts';
import { cancelOrder } from './cancel-order-service.ts';
import { createOrder } from './create-order-service.ts';
import { duplicateOrder } from './duplicate-order-service.ts';
import { editOrder } from './edit-order-service.ts';
import { countForNavigation, countOrders, listOrders } from './order-list-store.ts';
import { readHierarchy, readOrderLog, readOrderView } from './order-view-store.ts';

/** View - Sales/Invoicing - Order registration. */
export const ordersRouter = router({
  list: procedure.input(listOrdersInput).query(({ ctx, input }) => listOrders(ctx.session.company().db, input)),
  count: procedure.input(countOrdersInput).query(({ ctx, input }) => countOrders(ctx.session.company().db, input)),
  counts: procedure.query(({ ctx }) => countForNavigation(ctx.session.company().db)),
  get: procedure.input(orderRef).query(({ ctx, input }) => readOrderView(ctx.session.company().db, input.orderId)),
  hierarchy: procedure
    .input(orderRef)
    .query(({ ctx, input }) => readHierarchy(ctx.session.company().db, input.orderId)),
  log: procedure.input(orderRef).query(({ ctx, input }) => readOrderLog(ctx.session.company().db, input.orderId)),

  create: procedure.input(newOrderInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => ({
      orderId: createOrder(tx, context, { ...input, web: null }),
    })),
  ),
  duplicate: procedure
    .input(duplicateOrderInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => ({ orderId: duplicateOrder(tx, context, input.orderId) })),
    ),
  edit: procedure
    .input(editOrderInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => editOrder(tx, context, input))),
  cancel: procedure
    .input(cancelOrderInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => cancelOrder(tx, context, input))),
});
