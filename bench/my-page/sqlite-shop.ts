import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../my-page/db/store.ts';
import { type BulkStore, fillStore } from './fill-store.ts';

/** Counts up when the made shop changes. */
const edition = 1;

/**
 * Where made shops are kept between runs. Not root's own folder: PostgreSQL runs as another user, who must get to its
 * data.
 */
export function cacheFolder(): string {
  const own = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(process.getuid?.() === 0 ? '/var/tmp' : own, 'orderbud-bench', `shop-${edition}`);
}

/** The made shop as a SQLite file: made once, then only brought up to date. */
export async function sqliteShop(): Promise<string> {
  const path = join(cacheFolder(), 'my-page.sqlite');
  if (!existsSync(path)) await make(path);
  await migrated(path);
  return path;
}

async function make(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await mkdir(cacheFolder(), { recursive: true });
  await rm(unfinished, { force: true });
  await migrated(unfinished);
  await withSqlite(unfinished, async (bulk) => {
    await bulk.execute('BEGIN');
    await fillStore(bulk);
    await bulk.execute('COMMIT');
  });
  await rename(unfinished, path);
}

async function migrated(path: string): Promise<void> {
  const store = await openStore({ path, now: () => new Date() });
  await store.close();
}

/** Opens the file for writing in bulk. */
export async function withSqlite<Result>(path: string, work: (bulk: BulkStore) => Promise<Result>): Promise<Result> {
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -1000000');
  try {
    return await work({
      insert: async (table, rows) => {
        const columns = Object.keys(rows[0] ?? {});
        const statement = db.prepare(
          `INSERT INTO ${table}(${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
        );
        for (const row of rows) statement.run(row);
      },
      execute: async (sql) => void db.exec(sql),
    });
  } finally {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
}
