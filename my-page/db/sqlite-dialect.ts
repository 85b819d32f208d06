import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';

/** How long a write waits for writes of other processes before it gives up. */
const writeLockWaitMs = 15_000;
/** 16 MB: what a shop publishes lies all over a big file, and pages written several times meanwhile go into it once. */
const pagesPerCheckpoint = 4000;
const cachedStatements = 500;
const readerCacheKilobytes = 65_536;
const readerMapBytes = 2 ** 31 - 65_536;

/**
 * SQLite for several processes on one file.
 *
 * A transaction takes the write lock at once (BEGIN IMMEDIATE), so it never fails half way on a stale read. It waits
 * for the lock without blocking the process: SQLite's own busy handler would stop every request meanwhile.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const givesUpAt = performance.now() + writeLockWaitMs;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > givesUpAt) throw error;
        await wait(1 + Math.random() * 10);
      }
    }
  }
}

/** Opens one connection; statements are prepared once. `kind` decides how long it blocks on a lock by itself. */
export function openConnection(path: string, kind: 'reader' | 'writer'): SqliteDialectConfig['database'] {
  const connection = new Database(path, { timeout: 5000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // A customer who was erased is not left behind in unused pages of the file
  connection.pragma('secure_delete = ON');
  if (kind === 'writer') {
    connection.pragma('busy_timeout = 20');
    connection.pragma(`wal_autocheckpoint = ${pagesPerCheckpoint}`);
  }
  // Pages of customers lie all over a big file: what leads to them should at least stay in memory, and the rest be read
  // where the system keeps it, without a copy.
  else {
    connection.pragma(`cache_size = -${readerCacheKilobytes}`);
    connection.pragma(`mmap_size = ${readerMapBytes}`);
  }
  const statements = new Map<string, Database.Statement>();
  return {
    close: () => connection.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = connection.prepare(sql);
      if (statements.size >= cachedStatements) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
