import type { EndpointName } from './endpoints.ts';

export type Example = { readonly body?: unknown; readonly answer: unknown };

const orderId = '5f0a3a52-4a55-4c0e-8a0e-2f6a4be4b0a1';
const accountId = '0d9a4e0e-52a5-4f0c-9df4-5a4fd1f0a7f2';
const siteAccountId = 'c6a1c0b0-6a41-4f0b-8d0c-3b1a1d5a9e11';
const enquiryId = '7e3f1c1e-93c2-4c53-9f4b-0a1f5c9f3b77';
const customer = { name: 'Kari Nordmann', email: 'kari@example.com', addressLine1: 'Storgata 1', postcode: '0155' };
const order = {
  customer: { ...customer, city: 'Oslo', country: 'Norway' },
  language: 'nb',
  currency: 'NOK',
  freightMinor: 9900,
  lines: [
    { productNo: 'N-1001', description: 'Rain jacket', quantityMilli: 2000, unitPriceMinor: 100_000, vatPermille: 250 },
  ],
};
const settings = {
  siteName: 'Fjord Sport',
  shopUrl: 'https://shop.example',
  language: 'nb',
  currency: 'NOK',
  colour: '#1d6b4f',
  passwordMode: 'voluntary',
  approval: 'manual',
  timeZone: 'Europe/Oslo',
  showsRegisterLink: true,
};
const product = {
  productNo: 'N-1001',
  name: 'Rain jacket',
  unit: 'pcs',
  unitPriceMinor: 100_000,
  vatPermille: 250,
  currency: 'NOK',
  webStockMilli: 12_000,
};

/** One example of each end point, which the OpenAPI document shows; a test holds them against the schemas. */
export const examples: Readonly<Partial<Record<EndpointName, Example>>> = {
  getEnquiries: {
    answer: {
      enquiries: [
        {
          kind: 'customer-settings',
          id: enquiryId,
          at: '2026-03-03T09:12:00Z',
          siteAccountId,
          contactId: null,
          orderStatusMails: false,
          language: null,
        },
      ],
      cursor: `17.${enquiryId}`,
      more: false,
    },
  },
  putOrderHistories: {
    body: { histories: [{ orderId, version: 8, deleted: true }] },
    answer: { results: [{ orderId, version: 8, outcome: 'stored' }] },
  },
  getOrderHistories: {
    answer: {
      histories: [
        {
          orderId,
          version: 8,
          webOrderNo: 'W-8841',
          news: [{ at: '2026-03-03T09:12:00Z', sentences: ['Your order has been picked in our warehouse.'] }],
        },
      ],
      next: null,
    },
  },
  putOrderPaper: { answer: { orderId, id: 'invoice-1043', bytes: 24_117 } },
  putEnquiryOutcomes: { body: { outcomes: [{ enquiryId, outcome: 'rejected' }] }, answer: { stored: 1 } },
  getState: {
    answer: { highestVersion: 8, buckets: [{ bucket: 255, count: 0, hash: 'e3b0c44298fc1c149afbf4c8996fb924' }] },
  },
  putAccounts: {
    body: {
      accounts: [
        {
          accountId,
          siteAccountId: null,
          contactId: 'a7b1c2d3-1111-4222-8333-444455556666',
          email: 'kari@example.com',
          status: 'approved',
          name: 'Kari Nordmann',
          language: 'nb',
          orderStatusMails: true,
        },
      ],
    },
    answer: { results: [{ accountId, siteAccountId, outcome: 'stored' }] },
  },
  postOneTimeLink: {
    answer: { url: 'https://my.shop.example/set-password/Zk1...', expiresAt: '2026-03-10T09:12:00Z' },
  },
  postAccountMail: { answer: { mail: 'invitation', to: 'kari@example.com' } },
  putAccountMails: {
    body: {
      senderName: 'Fjord Sport',
      senderAddress: 'post@shop.example',
      replyTo: '',
      copyTo: '',
      texts: [{ mail: 'reset', language: 'en', subject: 'A new password', text: 'Hello {{ name }},\n\n{{ link }}' }],
    },
    answer: { texts: 1, canSend: true },
  },
  putProducts: { body: { products: [product] }, answer: { stored: 1 } },
  getProducts: { answer: { products: [product] } },
  putSiteSettings: { body: settings, answer: settings },
  getSiteSettings: { answer: settings },
  postOrder: { body: order, answer: { webOrderNo: 'W-1001', enquiryId } },
  getOptOutSecret: { answer: { secret: 'a-secret-of-at-least-32-characters' } },
};
