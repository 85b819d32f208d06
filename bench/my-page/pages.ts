import type { PostgresCluster } from '../../tests/support/postgres-cluster.ts';
import { type Helper, startHelper } from '../processes.ts';
import { type BenchResult, median, spreadOf } from '../result.ts';
import { openSessions } from './fill-store.ts';
import type { LoadOrder, LoadResult } from './load-process.ts';
import { postgresShop, withPostgres } from './postgres-shop.ts';
import { sqliteShop, withSqlite } from './sqlite-shop.ts';
import { answersTo, type PageKind, pageKinds, randomCustomers, type Visit, visitsOf } from './visits.ts';

const rounds = 5;
const secondsOfRound = 6;
const connections = 10;
const leastShare = 0.3;
/** The fixed rate goes on for longer than any pause it should find. */
const secondsOfFixedRate = 15;
const connectionsOfFixedRate = 50;
const goalMs = 50;

/** A My page on one of the stores, with the visits that are paid to it. */
type Subject = {
  readonly store: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly server: Helper;
  readonly url: string;
  readonly visits: Readonly<Record<PageKind, readonly Visit[]>>;
};

/**
 * Order history and order page of random customers, on both stores, against a fastify route that answers the same bytes
 * from memory, and one that asks the store one question before: requests a second, in turns; and how long they take at
 * half of that.
 */
export async function benchPages(cluster: PostgresCluster): Promise<readonly BenchResult[]> {
  const subjects = await startSubjects(cluster);
  const load = await startHelper(new URL('./load-process.ts', import.meta.url));
  try {
    const results: BenchResult[] = [];
    for (const kind of pageKinds) results.push(...(await benchKind(kind, subjects, load)));
    return results;
  } finally {
    for (const { server } of subjects) await server.stop();
    await load.stop();
  }
}

async function startSubjects(cluster: PostgresCluster): Promise<readonly Subject[]> {
  const customers = randomCustomers();
  const sqlite = await sqliteShop();
  const postgres = await postgresShop(cluster);
  const ofSqlite = await withSqlite(sqlite, (bulk) => openSessions(bulk, customers));
  const ofPostgres = await withPostgres(postgres, (bulk) => openSessions(bulk, customers));
  const start = async (store: string, environment: Readonly<Record<string, string>>, tokens: readonly string[]) => {
    const server = await startHelper(new URL('./instance-process.ts', import.meta.url), {
      environment,
      isSilent: true,
    });
    const visits = {
      'order history': visitsOf('order history', customers, tokens),
      'order page': visitsOf('order page', customers, tokens),
    };
    return { store, environment, server, url: urlOf(server), visits };
  };
  return [
    await start('SQLite', { MY_PAGE_STORE: sqlite }, ofSqlite),
    await start('PostgreSQL', { DATABASE_URL: postgres }, ofPostgres),
  ];
}

async function benchKind(kind: PageKind, subjects: readonly Subject[], load: Helper): Promise<readonly BenchResult[]> {
  const [first] = subjects;
  if (!first) return [];
  const answers = await answersTo(first.url, first.visits[kind]);
  const fromMemory = await startHelper(new URL('./bound-process.ts', import.meta.url), { first: answers });
  const asking = new Map<Subject, Helper>();
  for (const subject of subjects) {
    const { environment } = subject;
    asking.set(
      subject,
      await startHelper(new URL('./bound-process.ts', import.meta.url), { first: answers, environment }),
    );
  }
  try {
    const boundRates: number[] = [];
    const measured = subjects.map((subject) => ({ subject, rates: [] as number[], askingRates: [] as number[] }));
    for (let round = 0; round <= rounds; round++) {
      const boundRate = await rateOf(load, urlOf(fromMemory), first.visits[kind]);
      // The first round warms all of them up
      if (round > 0) boundRates.push(boundRate);
      for (const { subject, rates, askingRates } of measured) {
        const asks = asking.get(subject);
        const rate = await rateOf(load, subject.url, subject.visits[kind]);
        const askingRate = asks ? await rateOf(load, urlOf(asks), subject.visits[kind]) : Number.NaN;
        if (round > 0) rates.push(rate);
        if (round > 0) askingRates.push(askingRate);
      }
    }
    const results: BenchResult[] = [];
    for (const { subject, rates, askingRates } of measured) {
      const what = `${kind} on ${subject.store}`;
      results.push(
        shareResult(`${what}: share of a route that answers from memory`, { rates, boundRates }, leastShare),
      );
      results.push(
        shareResult(`${what}: share of a route that asks only who it is`, { rates, boundRates: askingRates }),
      );
      results.push(await atHalfLoad(kind, subject, { load, rate: Math.floor(median(rates) / 2) }));
    }
    return results;
  } finally {
    for (const bound of [fromMemory, ...asking.values()]) await bound.stop();
  }
}

function urlOf({ said }: Helper): string {
  return (said as { readonly url: string }).url;
}

async function rateOf(load: Helper, url: string, visits: readonly Visit[]): Promise<number> {
  return (await run(load, { url, visits, connections, seconds: secondsOfRound })).perSecond;
}

function shareResult(
  what: string,
  { rates, boundRates }: { readonly rates: readonly number[]; readonly boundRates: readonly number[] },
  leastGoal?: number,
): BenchResult {
  const shares = rates.map((rate, round) => rate / (boundRates[round] ?? Number.NaN));
  const perSecond = `${median(rates).toFixed(0)} of ${median(boundRates).toFixed(0)} requests a second`;
  return {
    work: `My page, ${what}`,
    ratio: median(shares),
    spread: spreadOf(shares),
    goal: leastGoal ?? Number.POSITIVE_INFINITY,
    isLeast: leastGoal !== undefined,
    detail: perSecond,
  };
}

async function atHalfLoad(
  kind: PageKind,
  { store, url, visits }: Subject,
  { load, rate }: { readonly load: Helper; readonly rate: number },
): Promise<BenchResult> {
  const fixed = { connections: connectionsOfFixedRate, seconds: secondsOfFixedRate, rate };
  const { p50, p99, perSecond } = await run(load, { url, visits: visits[kind], ...fixed });
  const times = `p50 ${p50} ms, p99 ${p99} ms`;
  return {
    work: `My page, ${kind} on ${store}: p99 at half that load`,
    ratio: perSecond / rate,
    goal: Number.POSITIVE_INFINITY,
    ms: p99,
    goalMs,
    detail: `${times}, ${perSecond.toFixed(0)} of ${rate} requests a second asked for`,
  };
}

async function run(load: Helper, order: LoadOrder): Promise<LoadResult> {
  const result = (await load.ask(order)) as LoadResult;
  if (result.failed > 0) throw new Error(`${result.failed} requests to ${order.url} failed`);
  return result;
}
