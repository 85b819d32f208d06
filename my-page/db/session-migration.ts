/** Migration 2: what the list of sessions shows. Rows from before say nothing of their device. */
export const sessionMigration: readonly string[] = [
  `ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE session ADD COLUMN system TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE session ADD COLUMN seen_at TEXT NOT NULL DEFAULT ''`,
  `UPDATE session SET seen_at = created_at`,
];
