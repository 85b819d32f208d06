import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore, type Store } from '../../my-page/db/store.ts';
import { bytesOfStore } from './store-bytes.ts';

/** Where a store of My page is: an SQLite file, or a PostgreSQL database in the project `my-page-postgres`. */
export type StorePlace = { readonly storePath: string } | { readonly databaseUrl: string };
export type TestStorePlace = { readonly place: StorePlace; readonly remove: () => Promise<void> };

/** Which of the two databases this run of the tests is about. */
export const testDatabase = process.env.ORDERBUD_TEST_POSTGRES === undefined ? 'SQLite' : 'PostgreSQL';

/** A place for a new store of the kind that this run is about. */
export async function makeStorePlace(): Promise<TestStorePlace> {
  const postgresUrl = process.env.ORDERBUD_TEST_POSTGRES;
  return postgresUrl === undefined ? makeFolder() : makeDatabase(postgresUrl);
}

/** Like makeStorePlace; on PostgreSQL with its tables made already, which takes half the time. */
export async function makeReadyStorePlace(): Promise<TestStorePlace> {
  const postgresUrl = process.env.ORDERBUD_TEST_POSTGRES;
  if (postgresUrl === undefined) return makeFolder();
  return makeDatabase(postgresUrl, process.env.ORDERBUD_TEST_POSTGRES_TEMPLATE);
}

/** A folder for an SQLite file of its own. */
export async function makeFolder(): Promise<TestStorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'my-page-'));
  return {
    place: { storePath: join(folder, 'my-page.sqlite') },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Makes a database of its own beside the given one; a copy of the template, where there is one. */
export async function makeDatabase(
  postgresUrl: string,
  template?: string,
): Promise<TestStorePlace & { readonly databaseUrl: string }> {
  const name = `my_page_${randomBytes(6).toString('hex')}`;
  const copied = template === undefined ? '' : ` TEMPLATE ${template} STRATEGY FILE_COPY`;
  await askPostgres(postgresUrl, `CREATE DATABASE ${name}${copied}`);
  const databaseUrl = withDatabase(postgresUrl, name);
  return {
    databaseUrl,
    place: { databaseUrl },
    remove: () => askPostgres(postgresUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Opens the store of a My page beside it, whichever it is. */
export function openStoreAt(place: StorePlace, now: () => Date): Promise<Store> {
  return 'storePath' in place
    ? openStore({ path: place.storePath, now })
    : openStore({ databaseUrl: place.databaseUrl, databaseConnections: 3, now });
}

/** Everything that a store of My page holds, as bytes in which names can be looked for. */
export async function bytesOfStoreAt(place: StorePlace): Promise<Buffer> {
  if ('storePath' in place) return bytesOfStore(place.storePath);
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name",
  );
  const rows: unknown[] = [];
  for (const { name } of tables.rows) rows.push((await client.query(`SELECT * FROM "${name}"`)).rows);
  await client.end();
  return Buffer.from(JSON.stringify(rows));
}

/** The variables with which `node my-page/main.ts` finds a store. */
export function environmentFor(place: StorePlace): Readonly<Record<string, string>> {
  return 'storePath' in place ? { MY_PAGE_STORE: place.storePath } : { DATABASE_URL: place.databaseUrl };
}

/** Runs one statement in a database. */
export async function askPostgres(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The address of another database of the same cluster. */
export function withDatabase(postgresUrl: string, name: string): string {
  return postgresUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}
