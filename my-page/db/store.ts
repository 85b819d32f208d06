import type { Kysely, Transaction } from 'kysely';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Tables } from './tables.ts';

/** What a reader may do. A `WriteTx` can be passed where a `ReadDb` is asked for, never the other way round. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom'>;
export type WriteTx = Transaction<Tables>;

/** My page's store: reads beside each other, writes one at a time across all processes. */
export type Store = {
  readonly read: ReadDb;
  /** Runs `work` in one transaction that holds the write lock from its first statement. */
  readonly write: <Result>(work: (tx: WriteTx) => Promise<Result>) => Promise<Result>;
  /** Connections to PostgreSQL; null on SQLite. */
  readonly connections: () => Connections | null;
  readonly close: () => Promise<void>;
};

/** Connections to PostgreSQL of this instance; `waiting` are requests that wait for one. */
export type Connections = {
  readonly most: number;
  readonly open: number;
  readonly inUse: number;
  readonly waiting: number;
};

export type StoreOptions = {
  /** The SQLite file; in memory where neither it nor `databaseUrl` is given. */
  readonly path?: string | undefined;
  /** postgres://..., instead of an SQLite file. */
  readonly databaseUrl?: string | undefined;
  /** How many connections to PostgreSQL an instance takes at most; 10 by default, at least 3. */
  readonly databaseConnections?: number | undefined;
  /** Told when a connection is lost while nobody uses it; the next question opens another. */
  readonly onConnectionLost?: ((error: Error) => void) | undefined;
  readonly now: () => Date;
  /** Runs inside every write, just before its commit. For tests that delay commits. */
  readonly beforeCommit?: (() => Promise<void>) | undefined;
};

/** An open database of either kind. */
export type Opened = Pick<Store, 'connections' | 'close'> & {
  readonly reader: Kysely<Tables>;
  readonly writer: Kysely<Tables>;
};

/** Opens the store and brings it up to date. @throws StoreError when it was written by a newer program. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl } = options;
  const { reader, writer, connections, close } =
    databaseUrl === undefined ? await openSqlite(options) : await openPostgres(databaseUrl, options);
  return {
    read: reader,
    write: (work) =>
      writer.transaction().execute(async (tx) => {
        const result = await work(tx);
        await options.beforeCommit?.();
        return result;
      }),
    connections,
    close,
  };
}
