import { appProcedures } from './app-router.ts';
import { contactsRouter } from './contacts/contacts-router.ts';
import { ordersRouter } from './orders/orders-router.ts';
import { productsRouter } from './products/products-router.ts';
import { settingsRouter } from './settings/settings-router.ts';
import { router } from './trpc.ts';
import { warehouseRouter } from './warehouse/warehouse-router.ts';
import { mailsRouter } from './website-data/mails-router.ts';

/** Everything a window can ask of the engine. */
export const appRouter = router({
  app: appProcedures,
  orders: ordersRouter,
  warehouse: warehouseRouter,
  products: productsRouter,
  contacts: contactsRouter,
  settings: settingsRouter,
  mails: mailsRouter,
});

export type AppRouter = typeof appRouter;
