import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, inTransaction, type ReadDb, run } from '../../main/engine/db/database.ts';
import type { HistoryConnector } from '../../main/engine/my-page/history-connector.ts';
import { publishOrderHistories } from '../../main/engine/my-page/publish-service.ts';
import { connectWebsite } from '../../main/engine/website/website-client.ts';
import { companyOver } from '../../tests/support/web-orders.ts';
import { type Helper, startHelper } from '../processes.ts';
import { type BenchResult, median, spreadOf } from '../result.ts';
import { publishedOrders, publishingCompany } from './publishing-company.ts';

/** Each publishes another fifth of the 100,000. */
const rounds = 5;
const ofRound = publishedOrders / rounds;
const documentsPerRequest = 100;
const goals = { parsing: 0.8, storing: 0.4 } as const;

/**
 * Publishing 100,000 order histories, built from a company file, to a site that only parses them and to My page that stores
 * them (SQLite), against the same documents, ready made, in keep-alive requests of 100 to the one that only parses. In turns.
 */
export async function benchPublishingRate(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-bench-'));
  const parser = await startHelper(new URL('./parse-process.ts', import.meta.url));
  const myPage = await startHelper(new URL('./instance-process.ts', import.meta.url), {
    environment: { MY_PAGE_STORE: join(folder, 'my-page.sqlite') },
    isSilent: true,
  });
  const db = await publishingCompany();
  try {
    const parsing = connectWebsite({ siteAddress: urlOf(parser), key: 'bench' });
    const { key } = (await myPage.ask('key')) as { readonly key: string };
    const storing = connectWebsite({ siteAddress: urlOf(myPage), key });
    const orderIds = all<{ id: number }>(db, 'SELECT order_id AS id FROM order_publication ORDER BY order_id');
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      const [from, to] = [round * ofRound, (round + 1) * ofRound - 1].map((place) => orderIds[place]?.id ?? 0);
      const slice = { from: from ?? 0, to: to ?? 0 };
      const bodies = await recorded(db, slice);
      measured.push({
        bareMs: await timeOf(() => sendBare(urlOf(parser), bodies)),
        parsing: await publish(db, slice, parsing),
        storing: await publish(db, slice, storing),
      });
    }
    return [
      resultOf('a site that only parses', 'parsing', measured),
      resultOf('My page storing on SQLite', 'storing', measured),
    ];
  } finally {
    db.close();
    await parser.stop();
    await myPage.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Round = { readonly bareMs: number; readonly parsing: number; readonly storing: number };
type Slice = { readonly from: number; readonly to: number };

function resultOf(to: string, which: 'parsing' | 'storing', measured: readonly Round[]): BenchResult {
  const ratios = measured.map((round) => round.bareMs / round[which]);
  const perSecond = (of: keyof Round) => ((1000 * ofRound) / median(measured.map((round) => round[of]))).toFixed(0);
  return {
    work: `Publishing ${publishedOrders} order histories to ${to}, against the same bytes ready made`,
    ratio: median(ratios),
    spread: spreadOf(ratios),
    goal: goals[which],
    isLeast: true,
    detail: `${perSecond(which)} a second against ${perSecond('bareMs')}`,
  };
}

/** Publishes a slice and answers the milliseconds until the last of it was answered; what follows reads back. */
async function publish(db: ReadDb, slice: Slice, connector: HistoryConnector): Promise<number> {
  makeDue(db, slice);
  const done = new AbortController();
  let took = Number.NaN;
  const before = performance.now();
  const report = await publishOrderHistories(companyOver(db), {
    websiteId: 1,
    connector,
    signal: done.signal,
    onProgress: (published, due) => {
      if (published < due) return;
      took = performance.now() - before;
      done.abort();
    },
  });
  if (report.published !== ofRound)
    throw new Error(`${report.published} were published: ${JSON.stringify(report).slice(0, 300)}`);
  return took;
}

function makeDue(db: ReadDb, slice: Slice): void {
  inTransaction(db, (tx) => {
    run(tx, 'UPDATE order_publication SET answered_version = version');
    run(tx, 'UPDATE order_publication SET version = version + 1 WHERE order_id BETWEEN @from AND @to', slice);
  });
}

/** The bodies of the requests that carry a slice, ready made. */
async function recorded(db: ReadDb, slice: Slice): Promise<readonly string[]> {
  const documents: string[] = [];
  await publish(db, slice, {
    publishHistories: async (histories) => {
      for (const history of histories) documents.push(JSON.stringify(history));
      return { results: histories.map(({ orderId, version }) => ({ orderId, version, outcome: 'stored' as const })) };
    },
    publishPaper: async () => {},
    state: async () => ({ highestVersion: 0, buckets: [] }),
  } as HistoryConnector);
  return Array.from({ length: Math.ceil(documents.length / documentsPerRequest) }, (_, n) => {
    const some = documents.slice(n * documentsPerRequest, (n + 1) * documentsPerRequest);
    return `{"histories":[${some.join(',')}]}`;
  });
}

async function sendBare(url: string, bodies: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const body of bodies) await putOnce(`${url}/api/v1/order-histories`, body, agent);
  agent.destroy();
}

function putOnce(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request(url, { method: 'PUT', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', resolve);
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function urlOf({ said }: Helper): string {
  return (said as { readonly url: string }).url;
}
