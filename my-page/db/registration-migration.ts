/** A migration: registrations whose address is not confirmed yet, and the mails that ask for it. */
export const registrationMigration: readonly string[] = [
  `CREATE TABLE registration(
    id TEXT PRIMARY KEY,
    token_hash TEXT,
    email_folded TEXT NOT NULL,
    customer TEXT NOT NULL,
    language TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX registration_token ON registration(token_hash)`,
  `CREATE INDEX registration_email ON registration(email_folded)`,
  `CREATE INDEX registration_expiry ON registration(expires_at)`,
  `ALTER TABLE account_mail ADD COLUMN registration_id TEXT`,
];
