import { z } from 'zod';
import type { AccountMailsAnswer } from './enquiries.ts';
import { emailOrEmpty, languageCode, pageLimit, requiredText, rowId, searchText, shortText } from './fields.ts';

export const listContactsInput = z.object({
  search: searchText,
  kind: z.enum(['all', 'customers', 'suppliers']).default('all'),
  cursor: rowId.nullable().default(null),
  limit: pageLimit,
});
export type ListContactsInput = z.infer<typeof listContactsInput>;

export type ContactRow = {
  readonly id: number;
  readonly name: string;
  readonly companyNo: string;
  readonly contactPerson: string;
  readonly email: string;
  readonly phone: string;
  readonly postcode: string;
  readonly city: string;
  readonly isSupplier: boolean;
  readonly orderStatusMails: boolean;
  readonly customerOptedOut: boolean;
  readonly hasAccount: boolean;
};

export const accountStatuses = ['approved', 'pending', 'declined'] as const;
export const accountStatus = z.enum(accountStatuses);
export type AccountStatus = z.infer<typeof accountStatus>;

/** Of an account: all of it, its user name and status, or only what else My page shows of the customer. */
export type UnpublishedPart = 'account' | 'user-name-and-status' | 'user-name' | 'status' | 'details';

export type WebsiteAccountView = {
  readonly id: number;
  readonly websiteId: number;
  readonly websiteName: string;
  readonly email: string;
  readonly status: AccountStatus;
  /** What the website holds; null where it knows no such account. */
  readonly siteStatus: AccountStatus | null;
  /** What the website has not taken yet; Update Website publishes it. */
  readonly unpublished: UnpublishedPart | null;
  /** What the website said when account mails were last published; null before. */
  readonly accountMailsAnswer: AccountMailsAnswer | null;
  /** The last link to choose a password that staff asked for. */
  readonly passwordMail: {
    readonly mail: 'invitation' | 'reset';
    readonly to: string;
    readonly at: string;
  } | null;
};

export type ContactView = ContactRow & {
  readonly publicId: string;
  readonly contactPersonEmail: string;
  /** What an imported register knows the contact by; empty for others. */
  readonly customerNo: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly country: string;
  readonly language: string | null;
  readonly accounts: readonly WebsiteAccountView[];
  readonly orderCount: number;
  /** Since when the contact is erased and says nobody. */
  readonly erasedAt: string | null;
  readonly doubles: readonly LikelyDouble[];
};

/** A message that the contact wrote on a website, imported with Get Website Data (domain.md 1.2). */
export type ContactActivity = {
  readonly id: number;
  readonly at: string;
  readonly websiteName: string;
  readonly subject: string;
  /** May have line breaks. */
  readonly text: string;
};

export const contactRef = z.object({ contactId: rowId });

const contactFields = {
  name: requiredText,
  companyNo: shortText,
  contactPerson: shortText,
  contactPersonEmail: emailOrEmpty,
  email: emailOrEmpty,
  phone: shortText,
  addressLine1: shortText,
  addressLine2: shortText,
  postcode: shortText,
  city: shortText,
  country: shortText,
  language: languageCode.nullable(),
  isSupplier: z.boolean(),
  /** Settings - Customer: Order status e-mails. A customer's own No is not in here: only the customer lifts it. */
  orderStatusMails: z.boolean(),
};

export const newContactInput = z.object(contactFields).partial().required({ name: true });
export type NewContactInput = z.infer<typeof newContactInput>;
export const editContactInput = z.object(contactFields).partial().extend({ contactId: rowId });
export type EditContactInput = z.infer<typeof editContactInput>;

const contactIds = z.array(rowId).min(1).max(100_000);

/** What can be changed for a selection of contacts; what is left out stays as it is. */
export const contactChange = z
  .object({
    orderStatusMails: contactFields.orderStatusMails,
    language: contactFields.language,
    isSupplier: contactFields.isSupplier,
  })
  .partial();
export type ContactChange = z.infer<typeof contactChange>;
export const changeContactsInput = z.object({ contactIds, change: contactChange });
export type ChangeContactsInput = z.infer<typeof changeContactsInput>;

/** Why one of a selection was left as it was. */
export type ContactLeftOut = { readonly name: string; readonly reason: 'customers-own-no' | 'supplies' | 'merged' };
export type ContactsChanged = {
  readonly changed: number;
  /** Had that value already. */
  readonly unchanged: number;
  readonly leftOut: readonly ContactLeftOut[];
};

/** What a merge can take over from the contact that goes. Supplier and a customer's own No are not chosen: either is enough. */
export const mergeFields = [
  'name',
  'companyNo',
  'contactPerson',
  'contactPersonEmail',
  'email',
  'phone',
  'addressLine1',
  'addressLine2',
  'postcode',
  'city',
  'country',
  'language',
  'orderStatusMails',
] as const;
export type MergeField = (typeof mergeFields)[number];

const merge = { keptId: rowId, otherId: rowId, take: z.array(z.enum(mergeFields)).max(mergeFields.length).default([]) };
export const mergePreviewInput = z.object(merge);
export type MergePreviewInput = z.infer<typeof mergePreviewInput>;

/** Where the mails of these orders will go from now on; null: nowhere. */
const addressMove = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  webOrderNos: z.array(z.string()),
});
export type AddressMove = z.infer<typeof addressMove>;
export const mergeInput = z.object({
  ...merge,
  /** What the preview showed: staff were told where mails will go, or nothing is merged. */
  addressMoves: z.array(addressMove),
  /** Where both have an account on one website: the one of the contact that goes is set to Declined. */
  declinesAccounts: z.boolean(),
});
export type MergeInput = z.infer<typeof mergeInput>;

export type MergePreview = {
  readonly kept: ContactView;
  readonly other: ContactView;
  readonly moving: {
    readonly orders: number;
    readonly purchases: number;
    readonly enquiries: number;
    readonly accounts: number;
  };
  /** Websites on which both have an account. */
  readonly clashes: readonly { readonly websiteName: string; readonly kept: string; readonly declined: string }[];
  readonly addressMoves: readonly AddressMove[];
};

/** What erasing a customer would do (GDPR article 17). */
export type ErasePreview = {
  readonly contactId: number;
  readonly name: string;
  /** What stands in its place afterwards. */
  readonly erasedName: string;
  /** Orders and purchases that must end first, as they are called. */
  readonly underWay: readonly string[];
  readonly orders: number;
  readonly enquiries: number;
  readonly mails: number;
  /** Of the mails: those that would never go. */
  readonly waitingMails: number;
  readonly accounts: number;
};

export const doubleSigns = ['email', 'companyNo', 'phone'] as const;
/** A contact that looks like this one, and by what. */
export type LikelyDouble = {
  readonly id: number;
  readonly name: string;
  readonly city: string;
  readonly signs: readonly (typeof doubleSigns)[number][];
};

const accountEmail = emailOrEmpty.min(1);
export const newAccountInput = z.object({
  contactId: rowId,
  websiteId: rowId,
  email: accountEmail,
  status: accountStatus.default('approved'),
});
export type NewAccountInput = z.input<typeof newAccountInput>;
export const editAccountInput = z.object({
  accountId: rowId,
  email: accountEmail.optional(),
  status: accountStatus.optional(),
});
export type EditAccountInput = z.infer<typeof editAccountInput>;
