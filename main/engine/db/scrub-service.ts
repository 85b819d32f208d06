import type { ReadDb } from './database.ts';

const mostBytesAtOnce = 64 * 1024 * 1024;

/**
 * Takes out of the file what edits and removals left there: the words that search indexes still carry of rows changed
 * since, unused pages, and the journal. What lies in used pages is overwritten at once (secure_delete of
 * open-database.ts). Costs a walk through the search indexes; harmless at any time.
 */
export function scrubFile(db: ReadDb): void {
  for (const index of ['order_search', 'contact_search']) {
    db.exec(`INSERT INTO ${index}(${index}) VALUES ('optimize')`);
  }
  overwriteUnusedPages(db);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** Pages that were freed: filled once with zeros, and freed again. */
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
