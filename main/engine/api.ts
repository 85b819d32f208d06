import { appProcedures } from './app-router.ts';
import { companiesRouter } from './companies-router.ts';
import { contactsRouter } from './contacts/contacts-router.ts';
import { demoRouter } from './demo-router.ts';
import { importRouter } from './import/import-router.ts';
import { invoicingRouter } from './invoicing/invoicing-router.ts';
import { ordersRouter } from './orders/orders-router.ts';
import { productsRouter } from './products/products-router.ts';
import { purchasingRouter } from './purchasing/purchasing-router.ts';
import { setUpRouter } from './set-up-router.ts';
import { settingsRouter } from './settings/settings-router.ts';
import { router } from './trpc.ts';
import { warehouseRouter } from './warehouse/warehouse-router.ts';
import { accountMailsRouter } from './website/account-mails-router.ts';
import { enquiriesRouter } from './website/enquiries-router.ts';
import { updateWebsiteRouter } from './website/update-website-router.ts';
import { websitesRouter } from './website/websites-router.ts';
import { mailSettingsRouter } from './website-data/mail-settings-router.ts';
import { mailTextsRouter } from './website-data/mail-texts-router.ts';
import { mailsRouter } from './website-data/mails-router.ts';
import { returnBoxRouter } from './website-data/return-box-router.ts';
import { websiteDataRouter } from './website-data/website-data-router.ts';

/** Everything a window can ask of the engine. */
export const appRouter = router({
  app: appProcedures,
  companies: companiesRouter,
  demo: demoRouter,
  orders: ordersRouter,
  warehouse: warehouseRouter,
  invoicing: invoicingRouter,
  purchasing: purchasingRouter,
  products: productsRouter,
  contacts: contactsRouter,
  imports: importRouter,
  settings: settingsRouter,
  setUp: setUpRouter,
  enquiries: enquiriesRouter,
  websites: websitesRouter,
  accountMails: accountMailsRouter,
  updateWebsite: updateWebsiteRouter,
  websiteData: websiteDataRouter,
  mails: mailsRouter,
  mailSettings: mailSettingsRouter,
  mailTexts: mailTextsRouter,
  returnBox: returnBoxRouter,
});

export type AppRouter = typeof appRouter;
