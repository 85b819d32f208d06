import type { ReadDb } from './database.ts';

/**
 * Opens a SQLite file with the settings that all our stores share. The library is loaded here, not at start: an
 * Electron too old for it can still run the engine file up to this point (docs/adr/0003-engine-process.md).
 */
export async function openDatabase(path: string): Promise<ReadDb> {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // What is removed or changed does not linger in pages that are written anyway (scrub-service.ts does the rest)
  db.pragma('secure_delete = FAST');
  db.pragma('busy_timeout = 5000');
  // What a sort or an undo sets aside names customers: it goes to no file outside, which would cost an import a third too
  db.pragma('temp_store = MEMORY');
  // Up to 32 MiB of what was read last: lists of large companies walk through more than SQLite's own 2 MiB
  db.pragma('cache_size = -32768');
  return db;
}

/** Opens a file to look at it; not a byte of it changes. */
export async function openToLookAt(path: string): Promise<ReadDb> {
  const { default: Database } = await import('better-sqlite3');
  return new Database(path, { readonly: true, fileMustExist: true });
}
