/**
 * The engine as the windows call it, until every router is joined in main/engine/api.ts. Procedures whose router is still being
 * written are typed here by hand, narrowly.
 */
import type { TRPCClient } from '@trpc/client';
import type { companiesRouter } from '../main/engine/companies-router.ts';
import type { contactsRouter } from '../main/engine/contacts/contacts-router.ts';
import type { demoRouter } from '../main/engine/demo-router.ts';
import type { invoicingRouter } from '../main/engine/invoicing/invoicing-router.ts';
import type { ordersRouter } from '../main/engine/orders/orders-router.ts';
import type { productsRouter } from '../main/engine/products/products-router.ts';
import type { purchasingRouter } from '../main/engine/purchasing/purchasing-router.ts';
import type { settingsRouter } from '../main/engine/settings/settings-router.ts';
import type { warehouseRouter } from '../main/engine/warehouse/warehouse-router.ts';
import type { enquiriesRouter } from '../main/engine/website/enquiries-router.ts';
import type { updateWebsiteRouter } from '../main/engine/website/update-website-router.ts';
import type { websitesRouter } from '../main/engine/website/websites-router.ts';
import type { mailsRouter } from '../main/engine/website-data/mails-router.ts';
import type { websiteDataRouter } from '../main/engine/website-data/website-data-router.ts';
import { api } from './ui/api.ts';

type Query<Input, Answer> = { query(input: Input): Promise<Answer> };
type Mutation<Input, Answer = unknown> = { mutate(input: Input): Promise<Answer> };

type PendingEngine = {
  readonly companies: TRPCClient<typeof companiesRouter>;
  readonly contacts: TRPCClient<typeof contactsRouter>;
  readonly orders: TRPCClient<typeof ordersRouter>;
  readonly products: TRPCClient<typeof productsRouter>;
  readonly settings: TRPCClient<typeof settingsRouter>;
  readonly warehouse: TRPCClient<typeof warehouseRouter>;
  readonly mails: TRPCClient<typeof mailsRouter>;
  readonly websiteData: TRPCClient<typeof websiteDataRouter>;
  readonly enquiries: TRPCClient<typeof enquiriesRouter>;
  readonly purchasing: TRPCClient<typeof purchasingRouter>;
  readonly invoicing: TRPCClient<typeof invoicingRouter>;
  readonly mailSettings: {
    readonly testConnection: Mutation<{ websiteId: number }>;
    readonly setPassword: Mutation<{ websiteId: number; password: string }>;
    readonly hasPassword: Query<{ websiteId: number }, boolean>;
  };
  readonly websites: TRPCClient<typeof websitesRouter>;
  readonly updateWebsite: TRPCClient<typeof updateWebsiteRouter>;
  readonly demo: TRPCClient<typeof demoRouter>;
};

export const pendingEngine = api as unknown as PendingEngine;
