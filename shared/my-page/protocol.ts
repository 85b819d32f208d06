import { z } from 'zod';
import { priceDisplay } from './price-display.ts';

/**
 * The website protocol, version 1 (architecture.md "Website protocol"): what the desktop and My page, or any shop
 * that speaks it, say to each other. Both sides parse with these schemas; the OpenAPI file is made from them.
 *
 * Quantities are thousandths of a unit (`…Milli`), money is minor units (`…Minor`), instants are UTC ISO 8601,
 * dates are `YYYY-MM-DD`.
 */

export const isoInstant = z.iso.datetime();
export const isoDate = z.iso.date();
export const uuid = z.uuid();
export const languageCode = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/);
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);
const shortText = z.string().max(200);
const longText = z.string().max(4000);
export const emailAddress = z.string().max(254);

/** A person or company as typed on the website. */
export const websiteCustomer = z.object({
  name: shortText.min(1),
  companyNo: shortText.default(''),
  contactPerson: shortText.default(''),
  email: emailAddress,
  phone: shortText.default(''),
  addressLine1: shortText.default(''),
  addressLine2: shortText.default(''),
  postcode: shortText.default(''),
  city: shortText.default(''),
  country: shortText.default(''),
});
export type WebsiteCustomer = z.infer<typeof websiteCustomer>;

/** One line of an order placed in the shop. `unitPriceMinor` is without VAT. */
export const placedOrderLine = z.object({
  productNo: shortText.default(''),
  description: shortText.min(1),
  quantityMilli: z.int().min(1).max(1_000_000_000),
  unitPriceMinor: z.int().min(0).max(100_000_000_000),
  vatPermille: z.int().min(0).max(1000).default(250),
});

/** `POST /api/v1/orders`: what a storefront sends. The site draws `webOrderNo` when the storefront has none. */
export const placedOrder = z.object({
  webOrderNo: z.string().min(1).max(40).optional(),
  customer: websiteCustomer,
  /** The site's own account id of a customer who was logged in. */
  siteAccountId: uuid.nullable().default(null),
  language: languageCode.nullable().default(null),
  currency: currencyCode,
  freightMinor: z.int().min(0).default(0),
  note: longText.default(''),
  lines: z.array(placedOrderLine).min(1).max(500),
});
export type PlacedOrder = z.infer<typeof placedOrder>;

export const placeOrderAnswer = z.object({ webOrderNo: z.string(), enquiryId: uuid });
export type PlaceOrderAnswer = z.infer<typeof placeOrderAnswer>;

/** What customers did on the website since the cursor. Delivered at least once; `id` is unique per site for ever. */
export const enquiry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order'),
    id: uuid,
    at: isoInstant,
    webOrderNo: z.string(),
    order: placedOrder.omit({ webOrderNo: true }),
  }),
  z.object({
    kind: z.literal('registration'),
    id: uuid,
    at: isoInstant,
    siteAccountId: uuid,
    /** What the account became on the site: approved at once where approval is automatic. */
    accountStatus: z.enum(['approved', 'pending']),
    language: languageCode.nullable(),
    customer: websiteCustomer,
  }),
  z.object({
    kind: z.literal('changed-details'),
    id: uuid,
    at: isoInstant,
    siteAccountId: uuid,
    customer: websiteCustomer,
  }),
  z.object({
    kind: z.literal('activity'),
    id: uuid,
    at: isoInstant,
    customer: websiteCustomer,
    subject: shortText,
    text: longText,
  }),
  /** A customer's own choice on My page or by the opt-out link of a mail; applied without a comparison. */
  z.object({
    kind: z.literal('customer-settings'),
    id: uuid,
    at: isoInstant,
    siteAccountId: uuid.nullable(),
    /** The desktop's contact id (UUID) that a signed opt-out link named; null when an account spoke. */
    contactId: uuid.nullable(),
    orderStatusMails: z.boolean().nullable(),
    language: languageCode.nullable(),
  }),
]);
export type Enquiry = z.infer<typeof enquiry>;

/** `GET /api/v1/enquiries?after=&limit=`; `after` is empty at first. `more` says that another page waits. */
export const enquiriesPage = z.object({
  enquiries: z.array(enquiry),
  cursor: z.string(),
  more: z.boolean(),
});
export type EnquiriesPage = z.infer<typeof enquiriesPage>;

/** One line as My page shows it. Texts are ready worded in the order's language. */
export const historyLine = z.object({
  productNo: z.string(),
  description: z.string(),
  ordered: z.string(),
  delivered: z.string(),
  toCome: z.string(),
  /** Expected date in words, or empty. */
  expected: z.string(),
  price: z.string(),
  amount: z.string(),
});

export const historyShipment = z.object({
  carrier: z.string(),
  shippingNo: z.string(),
  trackingUrl: z.url().nullable(),
});

export const documentKinds = ['delivery-note', 'invoice', 'credit-note'] as const;
/**
 * A paper of an order that the shop publishes. Its bytes come by themselves (`PUT /order-histories/:orderId/documents/:id`),
 * and only to the account that the order history belongs to, and to a guest who looks that order up.
 */
export const historyPaper = z.object({
  /** Unique within the order; the same paper keeps it. */
  id: z.string().regex(/^[\w-]{1,80}$/),
  kind: z.enum(documentKinds),
  /** Ready worded, for example "Invoice 1043". */
  title: z.string().max(200),
  date: isoDate,
});
export type HistoryPaper = z.infer<typeof historyPaper>;
export const maximumPaperBytes = 5 * 1024 * 1024;

/** One order for My page: built in the engine, only laid out by the site. */
export const orderHistory = z.object({
  /** The desktop's order id; the key of the document. */
  orderId: uuid,
  /** Rises by one in every transaction that changed anything shown here. */
  version: z.int().min(1),
  deleted: z.literal(false),
  /** The desktop's account id, or null for a guest's order. */
  accountId: uuid.nullable(),
  /** Order number as the customer knows it, for example "W-8841" or "W-8841 / rest 1". */
  webOrderNo: z.string(),
  /** The order that a back order or credit note stems from. */
  originOrderId: uuid.nullable(),
  customerName: z.string(),
  /** Lower case; lets a guest look the order up. */
  email: z.string(),
  language: languageCode,
  orderDate: isoDate,
  statusText: z.string(),
  isFinished: z.boolean(),
  expected: z.string(),
  /** When the desktop last looked at the order, in words of the company's time zone and the order's language. */
  asOf: isoInstant,
  /** What was said about the order, newest first. */
  news: z.array(z.object({ at: isoInstant, sentences: z.array(z.string()) })),
  lines: z.array(historyLine),
  shipments: z.array(historyShipment),
  /** Delivery notes and invoices, where the shop publishes them; oldest first. */
  papers: z.array(historyPaper).max(100).default([]),
  total: z.string(),
  /** Left out where price, amount and total include VAT. */
  pricesExclVat: z.boolean().optional(),
});
export type OrderHistory = z.infer<typeof orderHistory>;

/** A tombstone: the document goes away, its version stays known. */
export const deletedOrderHistory = z.object({
  orderId: uuid,
  version: z.int().min(1),
  deleted: z.literal(true),
});

export const maximumHistoriesPerRequest = 500;

/** `PUT /api/v1/order-histories`. */
export const publishHistories = z.object({
  histories: z
    .array(z.discriminatedUnion('deleted', [orderHistory, deletedOrderHistory]))
    .max(maximumHistoriesPerRequest),
});
export type PublishHistories = z.infer<typeof publishHistories>;

/** Answer per document: the version the site holds now. An older or equal version changed nothing. */
export const publishHistoriesAnswer = z.object({
  results: z.array(
    z.object({
      orderId: uuid,
      version: z.int(),
      outcome: z.enum(['stored', 'unchanged', 'rejected']),
      reason: z.string().optional(),
      /** Papers that the document names and the site does not hold: their bytes are to be sent. */
      missingPapers: z.array(z.string()).optional(),
    }),
  ),
});
export type PublishHistoriesAnswer = z.infer<typeof publishHistoriesAnswer>;

/**
 * `PUT /api/v1/order-histories/:orderId/documents/:id`: a paper's bytes (`application/pdf`, at most 5 MB). 404 when no
 * held document of that order names it.
 */
export const publishPaperAnswer = z.object({ orderId: uuid, id: z.string(), bytes: z.int() });
export type PublishPaperAnswer = z.infer<typeof publishPaperAnswer>;

/**
 * `PUT /api/v1/enquiry-outcomes`: what became of orders that were placed on the site and will get no order history
 * (domain.md 9.26). Unknown ids are passed over.
 */
export const enquiryOutcomes = z.object({
  outcomes: z.array(z.object({ enquiryId: uuid, outcome: z.enum(['rejected']) })).max(500),
});
export type EnquiryOutcomes = z.infer<typeof enquiryOutcomes>;
export const enquiryOutcomesAnswer = z.object({ stored: z.int() });

/**
 * `GET /api/v1/state?from=`: read-back after publishing. `buckets[i].hash` is the SHA-256 (hex) over the lines
 * `<orderId>:<version>\n`, sorted by order id, of the orders (tombstones too) whose bucket is `from + i`. An order's
 * bucket is the first byte of SHA-256(orderId), 0 to 255.
 */
export const stateAnswer = z.object({
  highestVersion: z.int(),
  buckets: z.array(z.object({ bucket: z.int().min(0).max(255), count: z.int(), hash: z.string() })),
});
export type StateAnswer = z.infer<typeof stateAnswer>;

/**
 * `GET /api/v1/order-histories?after=&limit=`: what the site holds of each order, by order id, for a desktop whose company was
 * restored from a backup and that asks what customers have read since. `next` is null at the end.
 */
export const heldHistory = z.object({
  orderId: uuid,
  version: z.int(),
  /** Null of a removed document that never had one. */
  webOrderNo: z.string().nullable(),
  news: z.array(z.object({ at: isoInstant, sentences: z.array(z.string()) })),
});
export type HeldHistory = z.infer<typeof heldHistory>;
export const heldHistoriesAnswer = z.object({ histories: z.array(heldHistory), next: uuid.nullable() });
export type HeldHistoriesAnswer = z.infer<typeof heldHistoriesAnswer>;

/** `PUT /api/v1/accounts`: the desktop owns status, contact and user name; the site owns the password. */
export const publishedAccount = z.object({
  /** The desktop's account id; stored by the site. */
  accountId: uuid,
  /** The site's id when the account began as a registration there, else null and the site makes one. */
  siteAccountId: uuid.nullable(),
  /** The desktop's own count of changes: what is older than the site's copy changes nothing. Left out, the last one counts. */
  version: z.int().nonnegative().optional(),
  contactId: uuid,
  email: emailAddress,
  status: z.enum(['approved', 'pending', 'declined']),
  name: z.string(),
  language: languageCode,
  orderStatusMails: z.boolean(),
  /** Contact details to show on My page; a desktop that does not give them leaves what the site knows. */
  details: websiteCustomer.optional(),
});
export type PublishedAccount = z.infer<typeof publishedAccount>;
/**
 * A customer whose identity the desktop has erased: account, contact details, sessions and links go, and the site's own
 * copies of the account's orders and enquiries keep numbers and amounts only.
 */
export const erasedAccount = z.object({ accountId: uuid, siteAccountId: uuid.nullable(), erased: z.literal(true) });
export type ErasedAccount = z.infer<typeof erasedAccount>;
export const publishAccounts = z.object({ accounts: z.array(z.union([erasedAccount, publishedAccount])).max(500) });
export const publishAccountsAnswer = z.object({
  results: z.array(
    z.object({
      accountId: uuid,
      siteAccountId: uuid.nullable(),
      outcome: z.enum(['stored', 'rejected', 'older']),
      /** With `older`: what the site holds. */
      version: z.int().optional(),
      reason: z.string().optional(),
    }),
  ),
});
export type PublishAccountsAnswer = z.infer<typeof publishAccountsAnswer>;

/** `PUT /api/v1/products`: products with web stock (stock minus allocated), shown by the demo shop and storefronts. */
export const publishedProduct = z.object({
  productNo: z.string().min(1),
  name: z.string(),
  unit: z.string(),
  unitPriceMinor: z.int(),
  vatPermille: z.int(),
  currency: currencyCode,
  webStockMilli: z.int().nullable(),
});
export type PublishedProduct = z.infer<typeof publishedProduct>;
export const publishProducts = z.object({ products: z.array(publishedProduct).max(500) });
export const publishProductsAnswer = z.object({ stored: z.int() });
/** `GET /api/v1/products`: all of them, in the order of their product no. */
export const productsAnswer = z.object({ products: z.array(publishedProduct) });

export const passwordModes = ['none', 'whole-website', 'webshop-only', 'voluntary'] as const;

/** `PUT` and `GET /api/v1/site-settings`. */
export const siteSettings = z.object({
  siteName: z.string(),
  shopUrl: z.string(),
  language: languageCode,
  currency: currencyCode,
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  passwordMode: z.enum(passwordModes),
  approval: z.enum(['manual', 'automatic', 'closed']),
  /** IANA zone of the company, for the times that My page shows; UTC, and marked so, where it is not given. */
  timeZone: z.string().max(60).optional(),
  /** Whether the menu offers "Register" (domain.md 3.2); the page itself follows `approval`. */
  showsRegisterLink: z.boolean().default(true),
  /** How the shop shows amounts; where it is not given, with VAT and as the customer's language writes them. */
  prices: priceDisplay.optional(),
});
export type SiteSettings = z.infer<typeof siteSettings>;

/**
 * `POST /api/v1/accounts/:accountId/one-time-link` (the desktop's account id): an address where the customer sets a
 * password. Earlier links of the account stop working.
 */
export const oneTimeLinkAnswer = z.object({ url: z.url(), expiresAt: isoInstant });
export type OneTimeLinkAnswer = z.infer<typeof oneTimeLinkAnswer>;

/**
 * Mails about accounts, sent by My page itself: never about what happened to an order. `guest-order` carries the link of
 * the guest look-up.
 */
export const accountMailKinds = [
  'confirm-email',
  'pending',
  'approved',
  'declined',
  'invitation',
  'reset',
  'password-changed',
  'guest-order',
] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];
/** Kinds that are of no use without `{{ link }}` in their text. */
export const accountMailsWithLink: readonly AccountMailKind[] = ['confirm-email', 'invitation', 'reset', 'guest-order'];

/** A text that staff wrote instead of the built-in one. Liquid with `name`, `shop`, `link`, `email` and `order`. */
export const accountMailText = z.object({
  mail: z.enum(accountMailKinds),
  language: languageCode,
  subject: z.string().min(1).max(200),
  text: longText.min(1),
});
export type AccountMailText = z.infer<typeof accountMailText>;

/** `PUT /api/v1/account-mails`: who account mails come from, and their texts; kinds and languages left out are built in. */
export const accountMailSettings = z.object({
  senderName: shortText,
  /** Empty: My page's own sender (MY_PAGE_MAIL_FROM). */
  senderAddress: z.string().max(254),
  replyTo: z.string().max(254),
  /** Receive a copy of this e-mail (domain.md 3.2); empty for none. Mails with a link are copied without it. */
  copyTo: z.string().max(254),
  texts: z.array(accountMailText).max(500),
});
export type AccountMailSettings = z.infer<typeof accountMailSettings>;
/** `canSend` is false where My page has no mail server: account mails wait until it has one. */
export const accountMailSettingsAnswer = z.object({ texts: z.int(), canSend: z.boolean() });
export type AccountMailSettingsAnswer = z.infer<typeof accountMailSettingsAnswer>;

/**
 * `POST /api/v1/accounts/:accountId/mails` (the desktop's account id): mails the customer a link to choose a password,
 * an invitation where none was chosen yet. Nobody but the customer sees the link. 409 `mail-not-set-up` where My page has
 * no mail server, 409 `account-not-approved`, 404 `account-unknown`.
 */
export const passwordMailAnswer = z.object({ mail: z.enum(['invitation', 'reset']), to: emailAddress });
export type PasswordMailAnswer = z.infer<typeof passwordMailAnswer>;

/** `GET /api/v1/opt-out-secret`: signs the opt-out links of mails (opt-out-token.ts). */
export const optOutSecretAnswer = z.object({ secret: z.string().min(32) });
export type OptOutSecretAnswer = z.infer<typeof optOutSecretAnswer>;

/** Every refusal of the API. `field` names the place in the body, for example `lines.0.quantityMilli`. */
export const apiProblem = z.object({
  error: z.string(),
  message: z.string(),
  faults: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type ApiProblem = z.infer<typeof apiProblem>;
