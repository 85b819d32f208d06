import type {
  AccountMailSettings,
  AccountMailSettingsAnswer,
  Enquiry,
  EnquiryOutcomes,
  ErasedAccount,
  HeldHistoriesAnswer,
  OneTimeLinkAnswer,
  PasswordMailAnswer,
  PublishAccountsAnswer,
  PublishedAccount,
  PublishedProduct,
  PublishHistories,
  PublishHistoriesAnswer,
  SiteSettings,
  StateAnswer,
} from '../../../shared/my-page/protocol.ts';

/**
 * One enquiry as it arrived. `enquiry` is null when its body follows no schema that this program knows (a newer site);
 * it is kept all the same, so that nothing a customer did is lost.
 */
export type ReceivedEnquiry = {
  readonly siteEnquiryId: string;
  readonly kind: Enquiry['kind'] | 'unreadable';
  /** The enquiry as JSON. */
  readonly body: string;
  readonly enquiry: Enquiry | null;
};

export type EnquiriesAnswer =
  | {
      readonly kind: 'page';
      readonly enquiries: readonly ReceivedEnquiry[];
      readonly cursor: string;
      readonly more: boolean;
    }
  /** The site does not know the cursor (any more): read from the start and drop what is known. */
  | { readonly kind: 'unknown-cursor' };

/** What a site says when it is asked to mail a customer a link to choose a password. */
export type PasswordMailOutcome =
  | ({ readonly kind: 'asked' } & PasswordMailAnswer)
  /** `not-known`: the site knows no such call. */
  | { readonly kind: PasswordMailRefusal };
export const passwordMailRefusals = [
  'mail-not-set-up',
  'account-not-approved',
  'account-unknown',
  'not-known',
] as const;
export type PasswordMailRefusal = (typeof passwordMailRefusals)[number];

/**
 * What the desktop says to a website (architecture.md "Website protocol"). Every call may be made again without harm.
 *
 * @throws AppError 'website-unreachable', 'website-key-refused' or 'website-bad-answer'; the signal's reason when the
 * caller stopped it
 */
export type WebsiteConnector = {
  /** Enquiries after a cursor in commit order; the empty cursor is the start. */
  readonly fetchEnquiries: (after: string, limit: number, signal?: AbortSignal) => Promise<EnquiriesAnswer>;
  readonly publishHistories: (
    histories: PublishHistories['histories'],
    signal?: AbortSignal,
  ) => Promise<PublishHistoriesAnswer>;
  /** A paper's bytes, PDF, of an order (the desktop's UUID) whose document names it. */
  readonly publishPaper: (
    paper: { readonly orderId: string; readonly paperId: string; readonly bytes: Uint8Array },
    signal?: AbortSignal,
  ) => Promise<void>;
  /** What became of orders placed on the site; false where the site does not know the question. */
  readonly publishOutcomes: (outcomes: EnquiryOutcomes['outcomes'], signal?: AbortSignal) => Promise<boolean>;
  /** What the site holds of each order, after an order id; null where the site does not know the question. */
  readonly heldHistories: (after: string | null, signal?: AbortSignal) => Promise<HeldHistoriesAnswer | null>;
  /** Read-back of what the site holds, from bucket `from` on. */
  readonly state: (from: number, signal?: AbortSignal) => Promise<StateAnswer>;
  readonly publishAccounts: (
    accounts: readonly PublishedAccount[],
    signal?: AbortSignal,
  ) => Promise<PublishAccountsAnswer>;
  /** Customers whose identity was erased: the site forgets their accounts. */
  readonly eraseAccounts: (
    accounts: readonly Omit<ErasedAccount, 'erased'>[],
    signal?: AbortSignal,
  ) => Promise<PublishAccountsAnswer>;
  readonly publishProducts: (products: readonly PublishedProduct[], signal?: AbortSignal) => Promise<void>;
  readonly publishSiteSettings: (settings: SiteSettings, signal?: AbortSignal) => Promise<void>;
  /** Sender and texts of mails about accounts. Null where the site words them itself. */
  readonly publishAccountMails: (
    settings: AccountMailSettings,
    signal?: AbortSignal,
  ) => Promise<AccountMailSettingsAnswer | null>;
  /** Lets the site mail the customer of an account (the desktop's UUID) a link to choose a password, which only that customer sees. */
  readonly sendPasswordMail: (accountId: string, signal?: AbortSignal) => Promise<PasswordMailOutcome>;
  /** The settings that the site holds; shows that address and key are right. */
  readonly readSiteSettings: (signal?: AbortSignal) => Promise<SiteSettings | null>;
  /** Signs the opt-out links of mails (shared/my-page/opt-out-token.ts); made and owned by the site. Null where it has none. */
  readonly optOutSecret: (signal?: AbortSignal) => Promise<string | null>;
  /** An address where the customer of an account (the desktop's UUID) sets a password; null for an unknown account. */
  readonly oneTimeLink: (accountId: string, signal?: AbortSignal) => Promise<OneTimeLinkAnswer | null>;
};
