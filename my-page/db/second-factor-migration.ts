/** A migration: the second factor of an account, its recovery codes, and log-ins that wait for a code. */
export const secondFactorMigration: readonly string[] = [
  `CREATE TABLE second_factor(
    account_id TEXT PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    code_salt TEXT NOT NULL,
    last_step INTEGER NOT NULL,
    made_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE recovery_code(
    account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (account_id, code_hash)
  ) STRICT`,
  `CREATE TABLE second_factor_offer(
    session_hash TEXT PRIMARY KEY REFERENCES session(token_hash) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX second_factor_offer_expiry ON second_factor_offer(expires_at)`,
  `CREATE TABLE log_in_challenge(
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    tries INTEGER NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX log_in_challenge_account ON log_in_challenge(account_id)`,
  `CREATE INDEX log_in_challenge_expiry ON log_in_challenge(expires_at)`,
];
