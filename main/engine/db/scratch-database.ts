import type { ReadDb } from './database.ts';

/**
 * Opens a store for rows that are needed for a while and by nobody else: a file without a name that is gone when it is
 * closed. It keeps no journal, so what fails in the middle of a write spoils the whole of it.
 */
export async function openScratchDatabase(schema: string): Promise<ReadDb> {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database('');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(schema);
  return db;
}
