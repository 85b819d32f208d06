import type { ReadDb } from './database.ts';

const mostBytesAtOnce = 64 * 1024 * 1024;

/**
 * Does work that removes what must not be found in the file any more: freed space is overwritten at once (SQLite's
 * secure_delete). @throws as the work does
 */
export function overwritingFreed<Result>(db: ReadDb, work: () => Result): Result {
  db.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    // What freed pages held is overwritten where that costs no writing of its own
    db.pragma('secure_delete = FAST');
  }
}

/**
 * Takes out of the file what earlier edits and removals left: the words that search indexes still carry of rows changed
 * since, unused pages, and the journal. Costs a walk through the search indexes; harmless at any time.
 */
export function scrubFile(db: ReadDb): void {
  overwritingFreed(db, () => {
    for (const index of ['order_search', 'contact_search']) {
      db.exec(`INSERT INTO ${index}(${index}) VALUES ('optimize')`);
    }
    overwriteUnusedPages(db);
  });
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** Pages that were freed before: filled once with zeros, and freed again. */
function overwriteUnusedPages(db: ReadDb): void {
  const pages = db.pragma('freelist_count', { simple: true }) as number;
  const pageBytes = db.pragma('page_size', { simple: true }) as number;
  if (pages === 0) return;
  db.transaction(() => {
    db.exec('CREATE TABLE scrub (zeros BLOB NOT NULL)');
    const insert = db.prepare('INSERT INTO scrub(zeros) VALUES (zeroblob(?))');
    for (let left = pages * pageBytes; left > 0; left -= mostBytesAtOnce) insert.run(Math.min(left, mostBytesAtOnce));
    db.exec('DROP TABLE scrub');
  }).immediate();
}
