import { closeSync, existsSync, openSync } from 'node:fs';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { ImmediateSqliteDialect, openConnection } from './sqlite-dialect.ts';
import type { Opened, StoreOptions } from './store.ts';
import type { Tables } from './tables.ts';

/** Opens the store in an SQLite file, or in memory, and brings it up to date. */
export async function openSqlite(options: StoreOptions): Promise<Opened> {
  const path = options.path ?? ':memory:';
  if (options.path !== undefined) makePrivateFile(options.path);
  const writer = connect(path, 'writer');
  // A database in memory belongs to one connection; a file lets readers go on while a write waits for its commit.
  const reader = options.path === undefined ? writer : connect(path, 'reader');
  const close = async (): Promise<void> => {
    if (reader !== writer) await reader.destroy();
    await writer.destroy();
  };
  try {
    await migrate(writer, { now: options.now(), database: 'SQLite', toDialect: (statement) => statement });
  } catch (error) {
    await close();
    throw error;
  }
  return { reader, writer, connections: () => null, close };
}

function connect(path: string, kind: 'reader' | 'writer'): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: openConnection(path, kind) }) });
}

/** The store holds personal data: a new file is readable by its owner only, and SQLite's side files follow it. */
function makePrivateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}
