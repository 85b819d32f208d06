/** Migration 1: the first store. Text that SQLite and PostgreSQL both understand, but for STRICT. */
export const firstMigration: readonly string[] = [
  `CREATE TABLE site_secret(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
  `CREATE TABLE counter(name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT`,
  `INSERT INTO counter(name, last) VALUES ('enquiry', 0), ('web-order', 1000), ('enquiry-confirmed', 0)`,
  `CREATE TABLE api_key(
    id TEXT PRIMARY KEY,
    key_hash TEXT NOT NULL UNIQUE,
    scope TEXT NOT NULL CHECK (scope IN ('desktop', 'storefront')),
    created_at TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT`,
  `CREATE TABLE site_settings(id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT`,
  `CREATE TABLE account(
    id TEXT PRIMARY KEY,
    desktop_account_id TEXT UNIQUE,
    contact_id TEXT,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('approved', 'pending', 'declined')),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    order_status_mails INTEGER NOT NULL CHECK (order_status_mails IN (0, 1)),
    settings_number INTEGER NOT NULL DEFAULT 0,
    password_hash TEXT,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX account_contact ON account(contact_id)`,
  `CREATE TABLE contact_choice(
    contact_id TEXT PRIMARY KEY,
    order_status_mails INTEGER NOT NULL CHECK (order_status_mails IN (0, 1)),
    settings_number INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE session(
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX session_account ON session(account_id)`,
  `CREATE INDEX session_expiry ON session(expires_at)`,
  `CREATE TABLE throttle(key TEXT PRIMARY KEY, started_at TEXT NOT NULL, tries INTEGER NOT NULL) STRICT`,
  `CREATE TABLE one_time_link(
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX one_time_link_account ON one_time_link(account_id)`,
  `CREATE TABLE enquiry(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE web_order(
    web_order_no TEXT PRIMARY KEY,
    enquiry_id TEXT NOT NULL UNIQUE,
    account_id TEXT REFERENCES account(id) ON DELETE SET NULL,
    placed_at TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX web_order_account ON web_order(account_id, placed_at)`,
  `CREATE TABLE idempotency(
    client TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (client, key)
  ) STRICT`,
  `CREATE INDEX idempotency_age ON idempotency(created_at)`,
  `CREATE TABLE order_history(
    order_id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    body TEXT,
    account_id TEXT,
    web_order_no TEXT,
    order_date TEXT,
    as_of TEXT
  ) STRICT`,
  `CREATE INDEX order_history_bucket ON order_history(bucket, order_id, version)`,
  `CREATE INDEX order_history_version ON order_history(version)`,
  `CREATE INDEX order_history_account ON order_history(account_id, order_date, order_id)`,
  `CREATE INDEX order_history_web_order ON order_history(web_order_no)`,
  `CREATE TABLE product(product_no TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT`,
];
