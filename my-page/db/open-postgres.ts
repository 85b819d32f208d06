import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { OneWriterPostgresDialect, preparingPool } from './postgres-dialect.ts';
import { toPostgresStatement } from './postgres-statement.ts';
import type { Opened, StoreOptions } from './store.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Writes take turns: one works, the next has its connection ready. The other connections are for reading. */
const writersPerInstance = 2;
const fewestConnections = writersPerInstance + 1;
const defaultConnections = 10;
const readerWaitMs = 5000;
/** As long as on SQLite. */
const writerWaitMs = 15_000;
const statementTimeoutMs = 15_000;
/** An instance that hangs inside a write would stop all others. */
const idleInTransactionMs = 30_000;
const idleConnectionMs = 300_000;

/** Opens the store on a PostgreSQL database and brings it up to date, before anything is read. */
export async function openPostgres(databaseUrl: string, options: StoreOptions): Promise<Opened> {
  await bringUpToDate(databaseUrl, options);
  const connections = Math.max(fewestConnections, options.databaseConnections ?? defaultConnections);
  const pools = {
    reader: openPool(databaseUrl, options, { max: connections - writersPerInstance, waitMs: readerWaitMs }),
    writer: openPool(databaseUrl, options, { max: writersPerInstance, waitMs: writerWaitMs }),
  };
  const reader = connect(pools.reader);
  const writer = connect(pools.writer);
  return {
    reader,
    writer,
    connections: () => {
      const all = Object.values(pools);
      const sum = (count: (pool: pg.Pool) => number): number => all.reduce((total, pool) => total + count(pool), 0);
      const open = sum((pool) => pool.totalCount);
      return {
        most: connections,
        open,
        inUse: open - sum((pool) => pool.idleCount),
        waiting: sum((pool) => pool.waitingCount),
      };
    },
    close: async () => {
      await Promise.all([pools.reader.end(), pools.writer.end()]);
    },
  };
}

/** On a connection of its own: other instances may hold the lock for long, and a big table takes its time. */
async function bringUpToDate(databaseUrl: string, options: StoreOptions): Promise<void> {
  const pool = openPool(databaseUrl, options, { max: 1, waitMs: writerWaitMs, isUnhurried: true });
  const db = connect(pool);
  try {
    const { rows } = await sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(db);
    if (rows[0]?.encoding !== 'UTF8') {
      throw new StoreError('STORE_NOT_UTF8', `The database holds ${rows[0]?.encoding}, not UTF8. Make one with UTF8.`);
    }
    await migrate(db, { now: options.now(), database: 'PostgreSQL', toDialect: toPostgresStatement });
  } finally {
    await pool.end();
  }
}

type PoolKind = { readonly max: number; readonly waitMs: number; readonly isUnhurried?: boolean };

function openPool(databaseUrl: string, options: StoreOptions, kind: PoolKind): pg.Pool {
  const report = options.onConnectionLost ?? (() => undefined);
  const limits = kind.isUnhurried
    ? {}
    : { statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: idleInTransactionMs };
  const pool = new pg.Pool({
    application_name: 'orderbud-my-page',
    options: '-c TimeZone=UTC',
    keepAlive: true,
    connectionTimeoutMillis: kind.waitMs,
    idleTimeoutMillis: idleConnectionMs,
    max: kind.max,
    types: { getTypeParser },
    ...limits,
    connectionString: databaseUrl,
  });
  pool.on('error', report);
  // A connection in use tells its query, too; without a listener of its own Node would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function connect(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new OneWriterPostgresDialect({ pool: preparingPool(pool) }) });
}

const numberTypes: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

/** Numbers as numbers: what we count fits into 53 bits. A sum of them is NUMERIC. */
function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return numberTypes.has(type) && format !== 'binary' ? Number : pg.types.getTypeParser(type, format);
}
