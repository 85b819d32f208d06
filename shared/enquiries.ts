import { z } from 'zod';
import { type AccountStatus, accountStatus } from './contacts.ts';
import { rowId, searchText } from './fields.ts';

/** What customers did on a website, as the comparison list shows it (domain.md 1.3). */
export const enquiryKinds = [
  'order',
  'registration',
  'changed-details',
  'activity',
  'customer-settings',
  /** Follows no schema that this program knows: a newer site sent it. */
  'unreadable',
] as const;
export type EnquiryKind = (typeof enquiryKinds)[number];

/** New: no field matched. Probable: e-mail, postcode, contact person or telephone, or several contacts. Existing: name or company no. */
export const matchStatuses = ['new', 'probable', 'existing'] as const;
export type MatchStatus = (typeof matchStatuses)[number];

/** Fields of a contact that a website can name, in the order of the detail window (domain.md 1.4). */
export const customerFieldNames = [
  'name',
  'companyNo',
  'contactPerson',
  'email',
  'phone',
  'addressLine1',
  'addressLine2',
  'postcode',
  'city',
  'country',
] as const;
export type CustomerFieldName = (typeof customerFieldNames)[number];
export type CustomerFields = Readonly<Record<CustomerFieldName, string>>;

/** Why an enquiry waits for staff instead of being taken by Get Website Data itself. */
export const waitingReasons = [
  /** A probable customer: check whose order it is. */
  'probable-customer',
  'several-customers',
  /** The name fits, but the address that would be told of the order, or see the history, is another one. */
  'confirm-customer',
  /** The order's customer registered, and that registration waits. */
  'registration-waits',
  /** A webshop order of this number is in the register already. */
  'web-order-no-taken',
  /** The contact has an account on this website already. */
  'contact-has-account',
  /** New users are approved by hand: whether this one may log in is for staff to say. */
  'approve-registration',
  /** The customer changed details; staff choose which of them the register takes. */
  'details-differ',
  /** A message for people to read. */
  'needs-reading',
  'unreadable',
] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** What the detail window's Result column may store: only what was chosen is in it. */
export const resultFields = z
  .object({
    name: z.string().trim().min(1).max(200),
    companyNo: z.string().trim().max(200),
    contactPerson: z.string().trim().max(200),
    email: z.string().trim().max(254),
    phone: z.string().trim().max(200),
    addressLine1: z.string().trim().max(200),
    addressLine2: z.string().trim().max(200),
    postcode: z.string().trim().max(200),
    city: z.string().trim().max(200),
    country: z.string().trim().max(200),
  } satisfies Record<CustomerFieldName, z.ZodType>)
  .partial();
export type ResultFields = z.infer<typeof resultFields>;

export const importDecision = z.discriminatedUnion('kind', [
  /** A new contact from the enquiry; `fields` replaces what came in. */
  z.object({ kind: z.literal('new'), fields: resultFields.default({}) }),
  /** A contact of the register; only `fields` overwrites what stands there (domain.md 9.18). */
  z.object({ kind: z.literal('link'), contactId: rowId, fields: resultFields.default({}) }),
]);
export type ImportDecision = z.infer<typeof importDecision>;

export const importEnquiryInput = z.object({
  enquiryId: rowId,
  decision: importDecision,
  /** For a registration: approve or decline the account with the import; left out, it is what the site made it. */
  accountStatus: accountStatus.optional(),
});
export type ImportEnquiryInput = z.input<typeof importEnquiryInput>;

export const enquiryRef = z.object({ enquiryId: rowId });
export const importAllInput = z.object({ websiteId: rowId.optional() });
export const listEnquiriesInput = z.object({ limit: z.int().min(1).max(1000).default(500) });
export const contactFieldsInput = z.object({ contactId: rowId });
export const linkableContactsInput = z.object({ enquiryId: rowId.optional(), search: searchText });

export type EnquiryRow = {
  readonly id: number;
  readonly kind: EnquiryKind;
  readonly websiteName: string;
  /** When the customer did it; when it was fetched, where that cannot be read. */
  readonly at: string;
  /** A web order no., a subject, or empty. */
  readonly summary: string;
  readonly match: MatchStatus;
  /** The contact it matched best. */
  readonly contactId: number | null;
  readonly contactName: string | null;
  readonly incoming: CustomerFields | null;
  readonly register: CustomerFields | null;
  /** What an activity says: Additional info of the detail window. */
  readonly message: string | null;
  /** Of the account on the website that the customer used or registered; null where there is none. */
  readonly accountStatus: AccountStatus | null;
  /** Null when Import all takes it. */
  readonly waitsBecause: WaitingReason | null;
};

/** A contact that an enquiry can be linked to; `matchedOn` names the fields that speak for it. */
export type LinkableContact = {
  readonly id: number;
  readonly name: string;
  readonly companyNo: string;
  readonly email: string;
  readonly phone: string;
  readonly postcode: string;
  readonly city: string;
  readonly matchedOn: readonly MatchField[];
};
export const matchFields = ['name', 'companyNo', 'email', 'phone', 'contactPerson', 'postcode', 'account'] as const;
export type MatchField = (typeof matchFields)[number];

export type ImportOutcome = {
  readonly contactId: number;
  readonly orderId: number | null;
};

/** Adds up: looked at = imported + waiting. */
export type ImportAllReport = {
  readonly importedOrders: number;
  readonly importedOthers: number;
  readonly newContacts: number;
  readonly waiting: Readonly<Partial<Record<WaitingReason, number>>>;
  /** Enquiries that could not be imported, by the code of the failure; they wait. */
  readonly failed: readonly { readonly enquiryId: number; readonly code: string }[];
};

export const fetchReport = z.object({
  /** Seen for the first time. */
  fetched: z.int(),
  /** Came again and were dropped. */
  known: z.int(),
  orders: z.int(),
  /** Customers' own settings that were applied at once. */
  appliedSettings: z.int(),
  /** The site did not know our cursor, so everything was read from the start. */
  readFromStart: z.boolean(),
});
export type FetchReport = z.infer<typeof fetchReport>;

/** `not-known`: the website words and sends mails about accounts itself. */
export type AccountMailsAnswer = 'can-send' | 'no-mail-server' | 'not-known';

/** Items that Update Website published, and those it could not, by name. */
export type UpdateWebsiteReport = {
  readonly accounts: number;
  readonly products: number;
  readonly siteSettings: boolean;
  /** What the website said to sender and texts of account mails; null when they were not published. */
  readonly accountMails: AccountMailsAnswer | null;
  readonly failures: readonly PublishFailure[];
};
export type PublishFailure = {
  readonly what: 'account' | 'product' | 'site-settings' | 'account-mails' | 'order' | 'paper';
  /** The contact's name, the product no., the web order no., or that with the paper's title; empty where there is one only. */
  readonly name: string;
  readonly reason: string;
};

/** What publishing order histories did for one website. */
export type PublishReport = {
  /** Documents that the site took. */
  readonly published: number;
  /** Finished orders older than the website's history, taken off My page. */
  readonly removed: number;
  /** Documents that went out again because the site held another version (a restored backup, a lost answer). */
  readonly republished: number;
  readonly failures: readonly PublishFailure[];
  /** Groups of orders (of 256) in which the site still differs after publishing them again; 0 is in step. */
  readonly groupsOutOfStep: number;
  /** Stopped by a person; the rest goes out with the next run. */
  readonly stopped: boolean;
};

/** All websites where none is named. */
export const updateWebsiteInput = z.object({ websiteId: rowId.optional() });
export const setWebsiteKeyInput = z.object({ websiteId: rowId, key: z.string().trim().max(500) });
export type WebsiteConnection = {
  readonly id: number;
  readonly name: string;
  readonly myPageUrl: string;
  /** Null when the keychain cannot be asked. */
  readonly hasKey: boolean | null;
  readonly waitingEnquiries: number;
};
