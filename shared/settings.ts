import { z } from 'zod';
import type { AccountMailsAnswer } from './enquiries.ts';
import { currencyCode, emailOrEmpty, languageCode, requiredText, rowId, shortText } from './fields.ts';
import { mailPresetIds } from './mail-presets.ts';
import { passwordModes } from './my-page/protocol.ts';
import { priceDisplay } from './price-display.ts';
import { editRuleOptions, ruleOptions } from './rule-options.ts';

/** View - Settings - Company. */
export const companyDetails = z.object({
  name: requiredText,
  companyNo: shortText,
  email: emailOrEmpty,
  phone: shortText,
  addressLine1: shortText,
  addressLine2: shortText,
  postcode: shortText,
  city: shortText,
  country: shortText,
  currency: currencyCode,
  language: languageCode,
  timeZone: z.string().refine(isTimeZone),
  importByItself: z.boolean(),
  /** The texts of older mails are removed at the end of a run; that they went stays. */
  mailLogMonths: z.int().min(1).max(240),
});
export type CompanyDetails = z.infer<typeof companyDetails>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Company Settings - Settings per Module - Sales and Invoicing (domain.md 6). */
export const printedDocuments = ['none', 'picking-list', 'delivery-note'] as const;
export const salesSettings = z.object({
  newOrdersAreProcessComplete: z.boolean(),
  printOnlyProcessComplete: z.boolean(),
  invoiceOnlyWhenReady: z.boolean(),
  invoiceOnlyWhenAllDelivered: z.boolean(),
  readyForInvoicingBy: z.enum(printedDocuments),
  pickedBy: z.enum(printedDocuments),
  /** Stock is updated by printing the delivery note; otherwise it follows invoicing. */
  stockByDeliveryNote: z.boolean(),
  /** Export: invoicing stores a PDF copy of the invoice in the folder that this computer has for it. */
  storeInvoicePdf: z.boolean(),
});
export type SalesSettings = z.infer<typeof salesSettings>;

/** The company's logo as it stands on papers: PNG or JPEG, told by its bytes. */
export type CompanyLogo = { readonly image: Uint8Array; readonly widthPx: number; readonly heightPx: number };
export const logoLimits = { mostBytes: 1_048_576, mostPixels: 4000 } as const;
/** A website's logo travels in every mail: with it a mail about one order stays below 40 kB. */
export const mailLogoMostBytes = 16_384;
export const setLogoInput = z.object({ image: z.instanceof(Uint8Array) });
/** Where this computer stores PDF copies of invoices; null for nowhere. */
export const setInvoiceFolderInput = z.object({ folder: z.string().min(1).max(1000).nullable() });

export const editCompanyInput = companyDetails.partial();
export type EditCompanyInput = z.infer<typeof editCompanyInput>;
export const editSalesSettingsInput = salesSettings.partial();
export type EditSalesSettingsInput = z.infer<typeof editSalesSettingsInput>;

/** Mails in `language` use the texts of `substitute` (domain.md 9.15). */
export const languageSubstitute = z.object({ language: languageCode, substitute: languageCode });
export type LanguageSubstitute = z.infer<typeof languageSubstitute>;

const httpUrl = z
  .string()
  .trim()
  .max(500)
  .regex(/^$|^https?:\/\/[^\s]+$/i);
export const oauthProviders = ['microsoft', 'google', 'other'] as const;
const portNumber = z.int().min(1).max(65_535);

/** E-Commerce - Website Settings: one website. The SMTP password and the website's key live in the keychain. */
export const websiteSettings = z.object({
  name: requiredText,
  url: httpUrl,
  myPageUrl: httpUrl,
  language: languageCode,
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  historyMonths: z.int().min(1).max(240),
  /** Papers of webshop orders on My page. */
  publishesDeliveryNotes: z.boolean(),
  publishesInvoices: z.boolean(),
  passwordMode: z.enum(passwordModes),
  approval: z.enum(['manual', 'automatic', 'closed']),
  directUpdate: z.boolean(),
  /** Show link to 'Create user' in the menu of the website, where customers can register. */
  showsRegisterLink: z.boolean(),
  /** Sender of mails with registration information; My page sends them. */
  accountSenderName: shortText,
  accountSenderAddress: emailOrEmpty,
  accountReplyTo: emailOrEmpty,
  /** Receive a copy of this e-mail. */
  accountCopyTo: emailOrEmpty,
  /** Customer communication: which of the seven rules are on. */
  rules: z.object({
    1: z.boolean(),
    2: z.boolean(),
    3: z.boolean(),
    4: z.boolean(),
    5: z.boolean(),
    6: z.boolean(),
    7: z.boolean(),
  }),
  /** What they leave unsaid. */
  ruleOptions,
  /** How amounts are written for customers. */
  prices: priceDisplay,
  senderName: shortText,
  senderAddress: emailOrEmpty,
  replyTo: emailOrEmpty,
  copyTo: emailOrEmpty,
  smtpHost: shortText,
  smtpPort: portNumber,
  smtpSecurity: z.enum(['starttls', 'tls', 'none']),
  smtpUser: shortText,
  smtpSessions: z.int().min(1).max(20),
  /** Which provider's facts hold for the server (mail-presets.ts). */
  smtpPreset: z.enum(mailPresetIds),
  /** Limits that sending keeps; 0 for none. */
  smtpPerMinute: z.int().min(0).max(10_000),
  smtpPerSession: z.int().min(0).max(10_000),
  smtpPerDay: z.int().min(0).max(1_000_000),
  /** Parted by spaces: under which names the domain's DKIM keys lie. */
  dkimSelectors: z
    .string()
    .trim()
    .max(200)
    .regex(/^$|^[a-z0-9_-]+(\.[a-z0-9_-]+)*( +[a-z0-9_-]+(\.[a-z0-9_-]+)*)*$/i),
  /** How mails log in: by a password or by signing in at the provider (OAuth 2, SASL XOAUTH2). */
  smtpAuth: z.enum(['password', 'oauth2']),
  oauthProvider: z.enum(oauthProviders),
  oauthClientId: shortText,
  /** Microsoft's directory; empty for any organisation. */
  oauthTenant: z
    .string()
    .trim()
    .max(100)
    .regex(/^[\w.-]*$/),
  /** Of a provider that the program does not know. */
  oauthAuthorizeUrl: httpUrl,
  oauthTokenUrl: httpUrl,
  oauthScope: shortText,
  /** The PDF of a delivery note that rule 2 tells of goes with its mail. */
  attachesDeliveryNotes: z.boolean(),
  /** Mails that come back: the IMAP box in which a run looks for them; none where the host is ''. */
  returnHost: shortText,
  returnPort: portNumber,
  returnSecurity: z.enum(['tls', 'starttls', 'none']),
  returnUser: shortText,
  /** '' for INBOX. */
  returnFolder: shortText,
  /** A run stops before its first mail, to be looked at. */
  showsPreviewFirst: z.boolean(),
  /** Surge brake: a run stops that would send more than this, and more than so many times the largest of the last runs. */
  surgeMails: z.int().min(1).max(100_000),
  surgeTimes: z.int().min(1).max(100),
  /** Or in which one cause concerns so many orders, and such a share of the open ones. */
  surgeCauseOrders: z.int().min(1).max(100_000),
  surgeCausePercent: z.int().min(1).max(100),
  /** A customer's further mails of a day are held. */
  mailsPerDay: z.int().min(1).max(100),
  warehouseIds: z.array(rowId).max(100),
  substitutes: z.array(languageSubstitute).max(50),
});
export type WebsiteSettings = z.infer<typeof websiteSettings>;
export type WebsiteView = WebsiteSettings & {
  readonly id: number;
  readonly publicId: string;
  /** What the website said when sender and texts of account mails were last published; null before. */
  readonly accountMailsAnswer: AccountMailsAnswer | null;
};
export type WebsiteRow = { readonly id: number; readonly name: string; readonly url: string };

export const websiteRef = z.object({ websiteId: rowId });
export const setWebsiteLogoInput = setLogoInput.extend({ websiteId: rowId });
/** What is left out stays, the options of a rule too; a list that is given replaces the one that stood. */
export const editWebsiteInput = websiteSettings
  .partial()
  .extend({ websiteId: rowId, prices: priceDisplay.partial().optional(), ruleOptions: editRuleOptions.optional() });
export type EditWebsiteInput = z.infer<typeof editWebsiteInput>;
export const newWebsiteInput = z.object({
  name: requiredText,
  url: httpUrl.default(''),
  myPageUrl: httpUrl.default(''),
});
export type NewWebsiteInput = z.infer<typeof newWebsiteInput>;

/** `trackingUrl` holds `{no}` where the shipping no. goes; empty for none. */
export const carrierRow = z.object({ name: requiredText, trackingUrl: httpUrl });
export type CarrierRow = z.infer<typeof carrierRow>;
/** `was`: the name that it stood under before; shipments keep the name they have. */
export const saveCarrierInput = carrierRow.extend({ was: requiredText.optional() });
export const removeCarrierInput = z.object({ name: requiredText });
