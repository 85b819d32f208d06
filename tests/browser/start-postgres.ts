import { startPostgresCluster } from '../support/postgres-cluster.ts';

/** One PostgreSQL cluster for all workers; each makes databases of its own in it. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const cluster = await startPostgresCluster();
  process.env.ORDERBUD_TEST_POSTGRES = cluster.urlOf('postgres');
  return cluster.remove;
}
