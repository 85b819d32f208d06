import type { PostgresCluster } from '../../tests/support/postgres-cluster.ts';
import type { BenchResult } from '../result.ts';
import { benchPages } from './pages.ts';
import { startPostgres } from './postgres-shop.ts';
import { benchPublishing } from './publishing.ts';

/** My page with 1,000,000 orders of 100,000 customers, on SQLite and PostgreSQL: what customers open. */
export function benchMyPagePages(): Promise<readonly BenchResult[]> {
  return withPostgres(benchPages);
}

/** 100,000 order histories brought to My page, on SQLite and PostgreSQL. */
export function benchMyPagePublishing(): Promise<readonly BenchResult[]> {
  return withPostgres(benchPublishing);
}

async function withPostgres<Found>(work: (cluster: PostgresCluster) => Promise<Found>): Promise<Found> {
  const cluster = await startPostgres();
  try {
    return await work(cluster);
  } finally {
    await cluster.remove();
  }
}
