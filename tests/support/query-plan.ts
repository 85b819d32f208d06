import Database from 'better-sqlite3';
import pg from 'pg';
import type { StorePlace } from './my-page-store.ts';

/**
 * The steps of a statement's plan, one a line. On PostgreSQL as it plans a prepared statement for whatever values come,
 * and as if tables were big: a small one it would always read whole.
 */
export function readPlan(place: StorePlace, statement: string): Promise<string> {
  return 'storePath' in place ? sqlitePlan(place.storePath, statement) : postgresPlan(place.databaseUrl, statement);
}

async function sqlitePlan(path: string, statement: string): Promise<string> {
  const db = new Database(path, { readonly: true });
  const values = statement
    .split('?')
    .slice(1)
    .map(() => 'x');
  const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).all(...values);
  db.close();
  return steps.map(({ detail }) => detail).join('\n');
}

async function postgresPlan(databaseUrl: string, statement: string): Promise<string> {
  const count = new Set(statement.match(/\$\d+/g)).size;
  const values = Array.from({ length: count }, () => "'1'").join(', ');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // Of the others PostgreSQL knows nothing and expects much; these it would take for few
  await client.query('ANALYZE account');
  await client.query('SET enable_seqscan = off');
  await client.query('SET enable_bitmapscan = off');
  await client.query('SET plan_cache_mode = force_generic_plan');
  await client.query(`PREPARE looked_at AS ${statement}`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE looked_at(${values})`);
  await client.end();
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/**
 * Steps that go through a whole table, a whole index, or all of it on one side of a value, where a key was expected.
 * What a query made itself (`family`, `root`) and the one row of the site's settings do not count.
 */
export function stepsWithoutKey(plan: string): readonly string[] {
  const steps = plan.split('\n').filter((step) => !step.includes('site_settings'));
  return steps.filter((step, index) => {
    if (/^SCAN (?!family|root)/.test(step) || step.includes('Seq Scan on')) return true;
    if (/^SEARCH .* USING /.test(step)) return !/\([^)]*=/.test(step);
    return /Index (Only )?Scan/.test(step) && !/Index Cond: .* = /.test(steps[index + 1] ?? '');
  });
}
