/**
 * Mails that My page sends itself: the outbox (no text, no link), what the shop set about them, guests' passes to one
 * order, and guesses that are counted. The number of a migration is its place in migrate.ts.
 */
export const accountMailMigration: readonly string[] = [
  `CREATE TABLE account_mail(
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    account_id TEXT REFERENCES account(id) ON DELETE CASCADE,
    guest_email TEXT,
    order_id TEXT,
    enquiry_id TEXT,
    language TEXT NOT NULL,
    is_copy INTEGER NOT NULL CHECK (is_copy IN (0, 1)),
    is_asked_by_shop INTEGER NOT NULL CHECK (is_asked_by_shop IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'uncertain', 'dropped')),
    tries INTEGER NOT NULL,
    queued_at TEXT NOT NULL,
    next_try_at TEXT NOT NULL,
    claim TEXT,
    claimed_until TEXT,
    body_begun_at TEXT,
    ended_at TEXT,
    reply_code INTEGER
  ) STRICT`,
  `CREATE INDEX account_mail_due ON account_mail(state, next_try_at)`,
  `CREATE INDEX account_mail_account ON account_mail(account_id)`,
  `CREATE INDEX account_mail_ended ON account_mail(ended_at)`,
  `CREATE TABLE account_mail_settings(id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT`,
  `CREATE TABLE guest_pass(
    token_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('link', 'view')),
    order_id TEXT,
    enquiry_id TEXT,
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX guest_pass_expiry ON guest_pass(expires_at)`,
  `CREATE TABLE guess_count(
    key TEXT PRIMARY KEY,
    guesses INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    free_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX guess_count_age ON guess_count(last_at)`,
];
