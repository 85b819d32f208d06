/** A migration: an account as the desktop published it earlier does not come back. */
export const accountVersionMigration: readonly string[] = [
  'ALTER TABLE account ADD COLUMN version INTEGER NOT NULL DEFAULT 0',
];
