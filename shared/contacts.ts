import { z } from 'zod';
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

export type WebsiteAccountView = {
  readonly id: number;
  readonly websiteId: number;
  readonly websiteName: string;
  readonly email: string;
  readonly status: AccountStatus;
  /** Changed here and not yet taken by the website: Update Website is due. */
  readonly isToBePublished: boolean;
};

export type ContactView = ContactRow & {
  readonly publicId: string;
  readonly contactPersonEmail: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly country: string;
  readonly language: string | null;
  readonly accounts: readonly WebsiteAccountView[];
  readonly orderCount: number;
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

/** Change Order status e-mails for a selection of contacts. */
export const setOrderStatusMailsInput = z.object({
  contactIds: z.array(rowId).min(1).max(100_000),
  orderStatusMails: z.boolean(),
});
export type SetOrderStatusMailsInput = z.infer<typeof setOrderStatusMailsInput>;

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
