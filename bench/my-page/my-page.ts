import type { BenchResult } from '../result.ts';
import { benchPages } from './pages.ts';
import { startPostgres } from './postgres-shop.ts';
import { benchPublishing } from './publishing.ts';

/** My page with 1,000,000 orders of 100,000 customers, on SQLite and PostgreSQL. */
export async function benchMyPage(): Promise<readonly BenchResult[]> {
  const cluster = await startPostgres();
  try {
    return [...(await benchPages(cluster)), ...(await benchPublishing(cluster))];
  } finally {
    await cluster.remove();
  }
}
