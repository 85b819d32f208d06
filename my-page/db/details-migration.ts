/** Migration 4: contact details as the customer sees them, and wishes to be deleted. */
export const detailsMigration: readonly string[] = [
  `ALTER TABLE account ADD COLUMN deletion_asked_at TEXT`,
  `CREATE TABLE account_details(
    account_id TEXT PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE,
    known TEXT,
    proposed TEXT,
    proposed_at TEXT,
    proposed_number INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
];
