import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishReport } from '../../shared/enquiries.ts';
import type { PostgresCluster } from '../../tests/support/postgres-cluster.ts';
import { type Helper, startHelper } from '../processes.ts';
import type { BenchResult } from '../result.ts';
import { emptyDatabase } from './postgres-shop.ts';
import type { Published } from './publish-process.ts';
import { publishedOrders } from './publishing-company.ts';

/** The memory of the first ten thousand is the bound of all that follow. */
const settledAfter = 10_000;
const goal = 1.3;
const megabyte = 1024 * 1024;

type Sample = { readonly done: number; readonly sender: NodeJS.MemoryUsage; readonly receiver: NodeJS.MemoryUsage };

/** Publishing 100,000 order histories: what sender and receiver hold at the most, against what they held at 10,000. */
export async function benchPublishing(cluster: PostgresCluster): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-bench-'));
  try {
    const stores = {
      SQLite: { MY_PAGE_STORE: join(folder, 'my-page.sqlite') },
      PostgreSQL: { DATABASE_URL: await emptyDatabase(cluster, 'publishing') },
    };
    const results: BenchResult[] = [];
    for (const [store, environment] of Object.entries(stores)) {
      const samples = await publishTo(environment);
      results.push(resultOf(`sender, to ${store}`, samples, ({ sender }) => sender));
      results.push(resultOf(`receiver on ${store}`, samples, ({ receiver }) => receiver));
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function publishTo(environment: Readonly<Record<string, string>>): Promise<readonly Sample[]> {
  const receiver = await startHelper(new URL('./instance-process.ts', import.meta.url), {
    environment,
    execArgv: ['--expose-gc'],
    isSilent: true,
  });
  const { url } = receiver.said as { readonly url: string };
  const { key } = (await receiver.ask('key')) as { readonly key: string };
  const sender = await startHelper(new URL('./publish-process.ts', import.meta.url), {
    environment: { SITE_ADDRESS: url, SITE_KEY: key },
    execArgv: ['--expose-gc'],
  });
  try {
    return await sampleWhile(sender, receiver);
  } finally {
    await sender.stop();
    await receiver.stop();
  }
}

async function sampleWhile(sender: Helper, receiver: Helper): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  let said = (await sender.ask('publish')) as Published | PublishReport;
  while ('done' in said) {
    const { done, memory } = said;
    samples.push({ done, sender: memory, receiver: (await receiver.ask('memory')) as NodeJS.MemoryUsage });
    said = (await sender.next()) as Published | PublishReport;
  }
  if (said.published !== publishedOrders || said.groupsOutOfStep > 0) {
    throw new Error(`Published ${said.published} of ${publishedOrders}: ${JSON.stringify(said).slice(0, 500)}`);
  }
  return samples;
}

function resultOf(
  who: string,
  samples: readonly Sample[],
  memoryOf: (sample: Sample) => NodeJS.MemoryUsage,
): BenchResult {
  const most = (from: number, to: number, sizeOf: (memory: NodeJS.MemoryUsage) => number): number =>
    Math.max(...samples.filter(({ done }) => done > from && done <= to).map((sample) => sizeOf(memoryOf(sample)))) /
    megabyte;
  const resident = ({ rss }: NodeJS.MemoryUsage): number => rss;
  const inUse = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external;
  const [first, later] = [most(0, settledAfter, resident), most(settledAfter, publishedOrders, resident)];
  const [firstInUse, laterInUse] = [most(0, settledAfter, inUse), most(settledAfter, publishedOrders, inUse)];
  const size = (value: number): string => value.toFixed(0);
  return {
    work: `Memory of publishing ${publishedOrders} order histories against ${settledAfter}, ${who}`,
    ratio: Math.max(later / first, laterInUse / firstInUse),
    goal,
    detail: `resident ${size(first)} -> ${size(later)} MB, in use after collection ${size(firstInUse)} -> ${size(laterInUse)} MB`,
  };
}
