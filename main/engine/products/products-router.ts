import {
  changeProductsInput,
  editProductInput,
  listProductsInput,
  newProductInput,
  productRef,
} from '../../../shared/products.ts';
import { logAction } from '../logging/log-store.ts';
import { procedure, router } from '../trpc.ts';
import { changeProducts, readDateChangeReach } from './change-products-service.ts';
import { insertProduct, listProducts, readProduct, writeProduct } from './product-store.ts';

/** View - Products. */
export const productsRouter = router({
  list: procedure.input(listProductsInput).query(({ ctx, input }) => listProducts(ctx.session.company().db, input)),
  get: procedure.input(productRef).query(({ ctx, input }) => readProduct(ctx.session.company().db, input.productId)),
  create: procedure.input(newProductInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const productId = insertProduct(tx, input);
      logAction(tx, context, { what: 'product-made', details: { productId } });
      return { productId };
    }),
  ),
  edit: procedure.input(editProductInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const changes = writeProduct(tx, input);
      if (changes.length > 0) {
        logAction(tx, context, { what: 'product-edited', details: { productId: input.productId, changes } });
      }
      return readProduct(tx, input.productId);
    }),
  ),
  /** The same change for a selection. */
  change: procedure
    .input(changeProductsInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => changeProducts(tx, context, input))),
  dateChangeReach: procedure
    .input(changeProductsInput.pick({ productIds: true }))
    .query(({ ctx, input }) => readDateChangeReach(ctx.session.company().db, input.productIds)),
});
