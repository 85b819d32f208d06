import { createHash } from 'node:crypto';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import type pg from 'pg';

/** "orderbud" in ASCII: locks of other programs on the same database are other locks. */
const writeLock = '8030874869388801380';
/** Beyond it a statement is planned anew each time: a search of many words, say, is rare. */
const mostPreparedStatements = 400;

/**
 * PostgreSQL with one write at a time, across all instances, as on SQLite: a transaction takes one advisory lock before
 * its first statement and PostgreSQL gives it free once the commit can be seen. So a transaction that reads and then
 * writes is never overtaken, and numbers become visible in the order in which they were drawn, which the cursor of
 * GET /enquiries relies on.
 */
export class OneWriterPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new OneWriterPostgresDriver(this.#config);
  }
}

class OneWriterPostgresDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; select pg_advisory_xact_lock(${writeLock})`));
    } catch (error) {
      // The lock was not had in time: the transaction has begun all the same, and Kysely thinks it has not.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}

/** A pool whose statements PostgreSQL parses and plans once a connection. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const wrapped = known.get(client) ?? preparingClient(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    const name = nameOf(text);
    if (name === undefined && parameters.length === 0) return client.query(text);
    const values = parameters.map(withoutNul);
    return client.query(name === undefined ? { text, values } : { name, text, values });
  };
  return { query: query as PostgresPoolClient['query'], release: (isBroken) => client.release(isBroken) };
}

/** Text in PostgreSQL cannot hold U+0000. It becomes what lone surrogates become on the way to any UTF-8. */
function withoutNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}

const names = new Map<string, string>();

/** The name under which a statement stays prepared; none for what cannot or need not be. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostPreparedStatements || !/^\s*(select|insert|update|delete|with)\b/i.test(text)) return undefined;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}
