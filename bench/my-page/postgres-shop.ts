import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../../my-page/db/store.ts';
import { type PostgresCluster, startPostgresCluster } from '../../tests/support/postgres-cluster.ts';
import { type BulkStore, fillStore } from './fill-store.ts';
import { cacheFolder } from './sqlite-shop.ts';

/** As Debian sets it up, but for memory that fits two cores; nothing traded for safety. */
const settings = ['shared_buffers=512MB', 'max_connections=50'];
const database = 'shop';

/** A PostgreSQL server of the bench's own, its data kept between runs. */
export async function startPostgres(): Promise<PostgresCluster> {
  const folder = join(cacheFolder(), 'postgres');
  await mkdir(folder, { recursive: true });
  return startPostgresCluster({ folder, settings });
}

/** The address of the made shop: made once, then only brought up to date. */
export async function postgresShop(cluster: PostgresCluster): Promise<string> {
  const url = cluster.urlOf(database);
  if (!(await hasDatabase(cluster, database))) await make(cluster);
  await migrated(url);
  return url;
}

async function make(cluster: PostgresCluster): Promise<void> {
  const unfinished = await emptyDatabase(cluster, 'unfinished');
  await withPostgres(unfinished, async (bulk) => {
    await fillStore(bulk);
    await bulk.execute('VACUUM ANALYZE');
  });
  await withPostgres(cluster.urlOf('postgres'), ({ execute }) =>
    execute(`ALTER DATABASE unfinished RENAME TO ${database}`),
  );
}

/** The address of a new database with an empty store. */
export async function emptyDatabase(cluster: PostgresCluster, name: string): Promise<string> {
  await withPostgres(cluster.urlOf('postgres'), async ({ execute }) => {
    await execute(`DROP DATABASE IF EXISTS ${name}`);
    await execute(`CREATE DATABASE ${name}`);
  });
  const url = cluster.urlOf(name);
  await migrated(url);
  return url;
}

async function hasDatabase(cluster: PostgresCluster, name: string): Promise<boolean> {
  const client = new pg.Client(cluster.urlOf('postgres'));
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  await client.end();
  return rowCount === 1;
}

async function migrated(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl, now: () => new Date() });
  await store.close();
}

/** Opens the database for writing in bulk: a column's values of all rows go in one array. */
export async function withPostgres<Result>(url: string, work: (bulk: BulkStore) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('SET synchronous_commit = off');
    return await work({
      insert: async (table, rows) => {
        const columns = Object.keys(rows[0] ?? {});
        const types = await client.query<{ name: string; type: string }>(
          'SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = $1',
          [table],
        );
        const typeOf = new Map(types.rows.map(({ name, type }) => [name, type]));
        const arrays = columns.map((column, index) => `$${index + 1}::${typeOf.get(column)}[]`).join(', ');
        await client.query(
          `INSERT INTO ${table}(${columns.join(', ')}) SELECT * FROM unnest(${arrays})`,
          columns.map((column) => rows.map((row) => new Map<string, unknown>(Object.entries(row)).get(column))),
        );
      },
      execute: async (sql) => void (await client.query(sql)),
    });
  } finally {
    await client.end();
  }
}
