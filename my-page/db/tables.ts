/** The tables of My page's store. Instants are UTC ISO 8601 text, flags 0 or 1, bodies JSON text. */
export type Tables = {
  readonly schema_migration: { number: number; applied_at: string };
  readonly site_secret: { name: string; value: string };
  readonly counter: { name: string; last: number };
  readonly api_key: { id: string; key_hash: string; scope: string; created_at: string; revoked_at: string | null };
  readonly audit: { id: string; at: string; event: string; account_id: string | null; key_id: string | null };
  readonly site_settings: { id: number; body: string };
  readonly account: AccountRow;
  readonly account_details: AccountDetailsRow;
  readonly contact_choice: { contact_id: string; order_status_mails: number; settings_number: number };
  readonly account_mail: AccountMailRow;
  readonly account_mail_settings: { id: number; body: string };
  readonly session: SessionRow;
  readonly throttle: { key: string; started_at: string; tries: number };
  readonly guess_count: { key: string; guesses: number; last_at: string; free_at: string };
  readonly guest_pass: {
    token_hash: string;
    kind: string;
    order_id: string | null;
    enquiry_id: string | null;
    expires_at: string;
  };
  readonly one_time_link: { token_hash: string; account_id: string; purpose: string; expires_at: string };
  readonly registration: RegistrationRow;
  readonly second_factor: SecondFactorRow;
  readonly recovery_code: { account_id: string; code_hash: string };
  readonly second_factor_offer: { session_hash: string; secret: string; expires_at: string };
  readonly log_in_challenge: { token_hash: string; account_id: string; tries: number; expires_at: string };
  readonly enquiry: { number: number; id: string; kind: string; at: string; body: string };
  readonly web_order: WebOrderRow;
  readonly idempotency: {
    client: string;
    key: string;
    body_hash: string;
    answer: string;
    created_at: string;
  };
  readonly order_history: OrderHistoryRow;
  readonly order_paper: { order_id: string; paper_id: string; size: number; bytes: Uint8Array };
  readonly product: { product_no: string; body: string };
};

export type SessionRow = {
  token_hash: string;
  account_id: string;
  created_at: string;
  expires_at: string;
  /** When it was last in use; not to the minute. */
  seen_at: string;
  /** Empty where the browser does not say. */
  browser: string;
  system: string;
};

export type AccountRow = {
  id: string;
  desktop_account_id: string | null;
  contact_id: string | null;
  email: string;
  /** The address as compared: trimmed, lower case. */
  email_folded: string;
  status: string;
  name: string;
  language: string;
  order_status_mails: number;
  /** Number of the last enquiry in which the customer chose language or mails; 0 for never. */
  settings_number: number;
  password_hash: string | null;
  created_at: string;
  /** Since then the account is closed at its owner's wish. */
  deletion_asked_at: string | null;
  /** The desktop's, as last taken over. */
  version: number;
};

/** A registration whose address is not confirmed yet. */
export type RegistrationRow = {
  id: string;
  /** Null until its mail leaves. */
  token_hash: string | null;
  email_folded: string;
  /** What was typed, JSON text. */
  customer: string;
  language: string;
  expires_at: string;
};

export type SecondFactorRow = {
  account_id: string;
  /** Sealed by the site's secret box. */
  secret: string;
  code_salt: string;
  last_step: number;
  made_at: string;
};

/** Contact details, each JSON text. */
export type AccountDetailsRow = {
  account_id: string;
  known: string | null;
  proposed: string | null;
  proposed_at: string | null;
  proposed_number: number;
};

/** A mail that My page sends itself. Neither its text nor its link is stored. */
export type AccountMailRow = {
  id: string;
  kind: string;
  /** Null for a guest's mail, and for a question about an address that belongs to nobody. */
  account_id: string | null;
  /** Removed when the mail has ended. */
  guest_email: string | null;
  /** Which order a guest's mail is about: a published one, or one that was received and not handled yet. */
  order_id: string | null;
  enquiry_id: string | null;
  /** Whose address is to be confirmed. */
  registration_id: string | null;
  language: string;
  /** For the shop, without the link. */
  is_copy: number;
  is_asked_by_shop: number;
  state: string;
  tries: number;
  queued_at: string;
  next_try_at: string;
  /** Whoever is at it, and until when nobody else may be. */
  claim: string | null;
  claimed_until: string | null;
  /** From then on it may have arrived. */
  body_begun_at: string | null;
  ended_at: string | null;
  reply_code: number | null;
};

export type WebOrderRow = {
  web_order_no: string;
  enquiry_id: string;
  account_id: string | null;
  placed_at: string;
  body: string;
  /** `rejected` once the shop has said so. */
  outcome: string | null;
};

export type OrderHistoryRow = {
  order_id: string;
  version: number;
  bucket: number;
  /** The document as published; null once deleted. */
  body: string | null;
  /** The desktop's account id. No foreign key: a document may come before its account. */
  account_id: string | null;
  /** Kept when the document is deleted, so that the order does not show as "not yet handled" again. */
  web_order_no: string | null;
  order_date: string | null;
  as_of: string | null;
  /** Folded, as search-text.ts makes it. */
  search_text: string | null;
  origin_order_id: string | null;
  /** What the list shows of it, as listed-history.ts writes it; null once deleted. */
  listed: string | null;
};
