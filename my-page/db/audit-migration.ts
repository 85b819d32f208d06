/** Migration 5: who did what that matters for security. Without foreign keys: it outlives what it speaks of. */
export const auditMigration: readonly string[] = [
  `CREATE TABLE audit(
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    account_id TEXT,
    key_id TEXT
  ) STRICT`,
  `CREATE INDEX audit_at ON audit(at)`,
  `CREATE INDEX audit_account ON audit(account_id, at)`,
];
