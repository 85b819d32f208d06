import { z } from 'zod';
import * as protocol from '../../shared/my-page/protocol.ts';
import { orderRequest } from '../orders/order-request.ts';
import type { ApiKeyScope } from './api-key-store.ts';
import type { Problems } from './problems.ts';

/** One end point of the API: what the OpenAPI file says and what the routes check. */
export type Endpoint = {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below /api/v1, in Fastify's notation. */
  readonly path: string;
  readonly summary: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Of a body that is no JSON. */
  readonly bodyType?: 'application/pdf';
  readonly bodyLimit?: number;
  readonly success: number;
  readonly answer: z.ZodType;
  /** Its own refusals, by status; problems.ts adds those that all have. */
  readonly problems?: Problems;
  /** Answers carry an entity tag, and `If-None-Match` is heeded. */
  readonly hasEntityTag?: true;
  /** Heeds `Idempotency-Key`. */
  readonly isIdempotent?: true;
};

const megabyte = 1024 * 1024;
const desktop: readonly ApiKeyScope[] = ['desktop'];
const anyKey: readonly ApiKeyScope[] = ['desktop', 'storefront'];

export const enquiriesQuery = z.object({
  after: z
    .string()
    .regex(/^[\w.-]{0,100}$/)
    .default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
/** The cursor is an order id; the smallest one, where the list begins, is no order's. */
export const heldHistoriesQuery = z.object({
  after: protocol.uuid.default('00000000-0000-0000-0000-000000000000'),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});
export const stateQuery = z.object({ from: z.coerce.number().int().min(0).max(255).default(0) });

export const endpoints = {
  getEnquiries: {
    method: 'GET',
    path: '/enquiries',
    summary: 'What customers did since the cursor, in the order it was committed. 410: unknown cursor, start anew.',
    scopes: desktop,
    query: enquiriesQuery,
    success: 200,
    answer: protocol.enquiriesPage,
    problems: { 410: ['cursor-unknown'] },
  },
  putOrderHistories: {
    method: 'PUT',
    path: '/order-histories',
    summary: 'Order documents with versions; an older or equal version changes nothing. Answers per document.',
    scopes: desktop,
    body: protocol.publishHistories,
    bodyLimit: 32 * megabyte,
    success: 200,
    answer: protocol.publishHistoriesAnswer,
  },
  getOrderHistories: {
    method: 'GET',
    path: '/order-histories',
    summary: 'What the site holds of each order: its version and what its customer was told. By order id.',
    scopes: desktop,
    query: heldHistoriesQuery,
    success: 200,
    answer: protocol.heldHistoriesAnswer,
  },
  putOrderPaper: {
    method: 'PUT',
    path: '/order-histories/:orderId/documents/:id',
    summary: "A paper's bytes, as application/pdf. 404 when no held document of that order names it.",
    scopes: desktop,
    bodyType: 'application/pdf',
    bodyLimit: protocol.maximumPaperBytes,
    success: 200,
    answer: protocol.publishPaperAnswer,
    problems: { 400: ['not-pdf'], 404: ['paper-unknown'], 415: ['not-pdf'] },
  },
  putEnquiryOutcomes: {
    method: 'PUT',
    path: '/enquiry-outcomes',
    summary: 'What became of orders placed here that get no order history. Unknown ids are passed over.',
    scopes: desktop,
    body: protocol.enquiryOutcomes,
    success: 200,
    answer: protocol.enquiryOutcomesAnswer,
  },
  getState: {
    method: 'GET',
    path: '/state',
    summary: 'Highest version and a hash per bucket, to compare with what was published.',
    scopes: desktop,
    query: stateQuery,
    success: 200,
    answer: protocol.stateAnswer,
  },
  putAccounts: {
    method: 'PUT',
    path: '/accounts',
    summary: 'Account status, contact and user name.',
    scopes: desktop,
    body: protocol.publishAccounts,
    bodyLimit: 2 * megabyte,
    success: 200,
    answer: protocol.publishAccountsAnswer,
  },
  postOneTimeLink: {
    method: 'POST',
    path: '/accounts/:accountId/one-time-link',
    summary: "A link for setting the account's password; for 7 days, once.",
    scopes: desktop,
    success: 201,
    answer: protocol.oneTimeLinkAnswer,
    problems: { 404: ['account-unknown'], 409: ['account-not-approved'] },
  },
  postAccountMail: {
    method: 'POST',
    path: '/accounts/:accountId/mails',
    summary:
      'Mails the customer a link to choose a password: an invitation where none was chosen yet, else a reset. 409: no mail server, or not approved.',
    scopes: desktop,
    success: 202,
    answer: protocol.passwordMailAnswer,
    problems: { 404: ['account-unknown'], 409: ['account-not-approved', 'mail-not-set-up'] },
  },
  putAccountMails: {
    method: 'PUT',
    path: '/account-mails',
    summary:
      'Sender, copy and texts of mails about accounts. Kinds and languages left out are built in. 400 names the place of a faulty text.',
    scopes: desktop,
    body: protocol.accountMailSettings,
    bodyLimit: 4 * megabyte,
    success: 200,
    answer: protocol.accountMailSettingsAnswer,
  },
  putProducts: {
    method: 'PUT',
    path: '/products',
    summary: 'Products with web stock.',
    scopes: desktop,
    body: protocol.publishProducts,
    bodyLimit: 2 * megabyte,
    success: 200,
    answer: protocol.publishProductsAnswer,
  },
  getProducts: {
    method: 'GET',
    path: '/products',
    summary: 'Products with web stock, as last published.',
    scopes: anyKey,
    success: 200,
    answer: protocol.productsAnswer,
    hasEntityTag: true,
  },
  putSiteSettings: {
    method: 'PUT',
    path: '/site-settings',
    summary: 'Name, colour, language, password mode and approval.',
    scopes: desktop,
    body: protocol.siteSettings,
    success: 200,
    answer: protocol.siteSettings,
  },
  getSiteSettings: {
    method: 'GET',
    path: '/site-settings',
    summary: 'The settings as last published, for storefronts to obey.',
    scopes: anyKey,
    success: 200,
    answer: protocol.siteSettings,
    hasEntityTag: true,
  },
  postOrder: {
    method: 'POST',
    path: '/orders',
    summary:
      'Places an order. With an Idempotency-Key (kept 30 days) it can be repeated; the same key with another body, or a taken web order no., is 409.',
    scopes: ['storefront'],
    body: orderRequest,
    bodyLimit: megabyte,
    success: 201,
    answer: protocol.placeOrderAnswer,
    problems: { 409: ['web-order-no-taken', 'idempotency-key-reused'] },
    isIdempotent: true,
  },
  getOptOutSecret: {
    method: 'GET',
    path: '/opt-out-secret',
    summary: "Signs the opt-out links of the shop's mails.",
    scopes: desktop,
    success: 200,
    answer: protocol.optOutSecretAnswer,
  },
} as const satisfies Record<string, Endpoint>;
export type EndpointName = keyof typeof endpoints;
