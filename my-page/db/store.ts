import { closeSync, existsSync, openSync } from 'node:fs';
import { Kysely, type Transaction } from 'kysely';
import { migrate } from './migrate.ts';
import { ImmediateSqliteDialect, openConnection } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** What a reader may do. A `WriteTx` can be passed where a `ReadDb` is asked for, never the other way round. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom'>;
export type WriteTx = Transaction<Tables>;

/** My page's store: reads beside each other, writes one at a time across all processes. */
export type Store = {
  readonly read: ReadDb;
  /** Runs `work` in one transaction that holds the write lock from its first statement. */
  readonly write: <Result>(work: (tx: WriteTx) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
};

export type StoreOptions = {
  /** The SQLite file; in memory where it is not given. */
  readonly path?: string | undefined;
  readonly now: () => Date;
  /** Runs inside every write, just before its commit. For tests that delay commits. */
  readonly beforeCommit?: (() => Promise<void>) | undefined;
};

/** Opens the store and brings it up to date. @throws Error when it was written by a newer program. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const path = options.path ?? ':memory:';
  if (options.path !== undefined) makePrivateFile(options.path);
  const writer = connect(path, 'writer');
  // A database in memory belongs to one connection; a file lets readers go on while a write waits for its commit.
  const reader = options.path === undefined ? writer : connect(path, 'reader');
  await migrate(writer, options.now());
  return {
    read: reader,
    write: (work) =>
      writer.transaction().execute(async (tx) => {
        const result = await work(tx);
        await options.beforeCommit?.();
        return result;
      }),
    close: async () => {
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
    },
  };
}

function connect(path: string, kind: 'reader' | 'writer'): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: openConnection(path, kind) }) });
}

/** The store holds personal data: a new file is readable by its owner only, and SQLite's side files follow it. */
function makePrivateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}
