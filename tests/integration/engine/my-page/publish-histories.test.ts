import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { all, get, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import type { HistoryConnector, HistoryDocument } from '../../../../main/engine/my-page/history-connector.ts';
import { publishOrderHistories } from '../../../../main/engine/my-page/publish-service.ts';
import { writeWebsite } from '../../../../main/engine/settings/website-store.ts';
import { AppError } from '../../../../shared/errors.ts';
import { bucketCount, bucketHash, bucketOf } from '../../../../shared/my-page/history-state.ts';
import type { PriceDisplay } from '../../../../shared/price-display.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';
import { placeWebOrder } from '../../../support/histories.ts';
import { companyOver } from '../../../support/web-orders.ts';

/** A site that keeps the rules of the protocol, in memory, and remembers what it was sent. */
function memorySite() {
  const held = new Map<string, HistoryDocument>();
  const requests: (readonly HistoryDocument[])[] = [];
  const connector: HistoryConnector = {
    publishHistories: async (histories) => {
      requests.push(histories);
      return {
        results: histories.map((document) => {
          const { orderId } = document;
          const before = held.get(orderId)?.version ?? 0;
          if (before >= document.version) return { orderId, version: before, outcome: 'unchanged' as const };
          held.set(orderId, document);
          return { orderId, version: document.version, outcome: 'stored' as const };
        }),
      };
    },
    publishPaper: async () => {},
    state: async (from) => {
      const versions = [...held.values()].map(({ orderId, version }) => ({ orderId, version }));
      const highestVersion = Math.max(0, ...versions.map((each) => each.version));
      // half of what is left at a time: a site may page its answer
      const to = Math.min(bucketCount, from + 100);
      const buckets = Array.from({ length: to - from }, (_unused, index) => {
        const bucket = from + index;
        const inBucket = versions.filter((each) => bucketOf(each.orderId) === bucket);
        return { bucket, count: inBucket.length, hash: bucketHash(inBucket) };
      });
      return { highestVersion, buckets };
    },
  };
  return { held, requests, connector };
}

const publish = (db: ReadDb, connector: HistoryConnector, signal?: AbortSignal) =>
  publishOrderHistories(companyOver(db), { websiteId: 1, connector, ...(signal === undefined ? {} : { signal }) });
const inStep = { removed: 0, republished: 0, failures: [], groupsOutOfStep: 0, stopped: false };
const due = (db: ReadDb) =>
  get<{ n: number }>(db, 'SELECT count(*) AS n FROM order_publication WHERE version > answered_version')?.n;

async function companyWith(orders: number): Promise<ReadDb> {
  const db = await openTestCompany();
  command(db, (tx, context) => {
    for (let index = 1; index <= orders; index += 1) placeWebOrder(tx, context, { webOrderNo: `W-${index}` });
  });
  return db;
}
function changeOrder(db: ReadDb, orderId: number): void {
  command(db, (tx) => run(tx, 'UPDATE sales_order SET picked = 1 - picked WHERE id = @orderId', { orderId }));
}

test('orders that changed go out once; a second run with nothing changed sends nothing', async () => {
  const db = await companyWith(3);
  const site = memorySite();
  expect(await publish(db, site.connector)).toEqual({ ...inStep, published: 3 });
  expect(site.held.size).toBe(3);
  expect(await publish(db, site.connector)).toEqual({ ...inStep, published: 0 });
  changeOrder(db, 2);
  expect(await publish(db, site.connector)).toEqual({ ...inStep, published: 1 });
  expect(site.requests.map((request) => request.length)).toEqual([3, 1]);
});

test('another way to show prices sends every document of the website again, written so; leaving it as it is sends none', async () => {
  const db = await companyWith(2);
  command(db, (tx) => run(tx, 'UPDATE order_line SET unit_price_minor = 123456, vat_permille = 250'));
  const site = memorySite();
  const first = () => [...site.held.values()].find((document) => !document.deleted);
  const totals = () => [...site.held.values()].map((document) => (document.deleted ? '' : document.total));
  const showPrices = (prices: Partial<PriceDisplay>) => command(db, (tx) => writeWebsite(tx, { websiteId: 1, prices }));
  await publish(db, site.connector);
  expect(first()).not.toHaveProperty('pricesExclVat');
  const [inclVat] = totals();

  showPrices({});
  expect(due(db)).toBe(0);
  showPrices({ includesVat: false, prefix: '', suffix: 'kr', thousandSeparator: 'space' });
  expect(due(db)).toBe(2);
  expect(await publish(db, site.connector)).toEqual({ ...inStep, published: 2 });
  expect(first()).toMatchObject({ pricesExclVat: true });
  expect(new Set(totals())).toEqual(new Set([totals()[0]]));
  expect(totals()[0]).toMatch(/^\d+\u00a0\d{3}\.\d\d\u00a0kr$/);
  expect(totals()[0]).not.toBe(inclVat);
  // The company's currency is what an own prefix speaks of
  command(db, (tx) => run(tx, `UPDATE company SET currency = 'SEK'`));
  expect(due(db)).toBe(2);
  await publish(db, site.connector);
  expect(totals()[0]).toMatch(/^NOK\u00a0/);
});

test.each<Partial<PriceDisplay>>([
  { prefix: 'kr' },
  { suffix: 'kr' },
  { includesVat: false },
  { decimalSymbol: 'comma' },
  { thousandSeparator: 'none' },
  { decimals: 0 },
  { rounding: 'up' },
])('%j alone sends the documents again', async (prices) => {
  const db = await companyWith(1);
  await publish(db, memorySite().connector);
  command(db, (tx) => writeWebsite(tx, { websiteId: 1, prices }));
  expect(due(db)).toBe(1);
});

test('the first batch is small, the others hold 500', async () => {
  const db = await companyWith(650);
  const site = memorySite();
  await publish(db, site.connector);
  expect(site.requests.map((request) => request.length)).toEqual([100, 500, 50]);
});

test('the next batch is read and worded while the site stores one', async () => {
  const db = await companyWith(150);
  const site = memorySite();
  let built = 0;
  const company = {
    ...companyOver(db),
    context: () => {
      built += 1;
      return testContext;
    },
  };
  const publishHistories: HistoryConnector['publishHistories'] = async (histories) => {
    if (site.requests.length === 0) await expect.poll(() => built).toBe(2);
    return site.connector.publishHistories(histories);
  };
  const connector = { ...site.connector, publishHistories };
  expect(await publishOrderHistories(company, { websiteId: 1, connector })).toMatchObject({ published: 150 });
});

test('a document holds the latest hundred of its news, newest first', async () => {
  const db = await companyWith(1);
  command(db, (tx) => {
    for (let n = 1; n <= 103; n += 1)
      run(tx, `INSERT INTO order_news VALUES (1, @n, @at, '["Picked."]')`, { n, at: `at ${n}` });
  });
  const site = memorySite();
  await publish(db, site.connector);
  const [document] = site.held.values();
  const news = document?.deleted === false ? document.news.map(({ at }) => at) : [];
  expect([news.length, news[0], news.at(-1)]).toEqual([100, 'at 103', 'at 4']);
});

test('the account stands on the document only when the contact has one on that website', async () => {
  const db = await companyWith(2);
  const accountId = testContext.newUuid();
  command(db, (tx) =>
    run(
      tx,
      `INSERT INTO website_account(public_id, contact_id, website_id, email, status) VALUES (@accountId, 1, 1, 'a@b.example', 'approved')`,
      { accountId },
    ),
  );
  const site = memorySite();
  await publish(db, site.connector);
  const accounts = [...site.held.values()].map((document) => !document.deleted && document.accountId);
  expect(accounts).toEqual([accountId, null]);
});

test('a change made while a batch is under way stays due', async () => {
  const db = await companyWith(1);
  const site = memorySite();
  let isFirst = true;
  const connector: HistoryConnector = {
    ...site.connector,
    publishHistories: (histories, signal) => {
      if (isFirst) changeOrder(db, 1);
      isFirst = false;
      return site.connector.publishHistories(histories, signal);
    },
  };
  await publish(db, connector);
  expect(due(db)).toBe(1);
  expect(await publish(db, connector)).toMatchObject({ published: 1 });
  expect(due(db)).toBe(0);
});

test('a restored backup: the site holds higher versions, so ours are raised above them and the documents go out again', async () => {
  const db = await companyWith(2);
  const site = memorySite();
  await publish(db, site.connector);
  const backup = all<{ order_id: number; version: number; answered_version: number }>(
    db,
    'SELECT * FROM order_publication',
  );
  changeOrder(db, 1);
  changeOrder(db, 1);
  changeOrder(db, 2);
  await publish(db, site.connector);
  const ahead = new Map([...site.held].map(([orderId, document]) => [orderId, document.version]));
  command(db, (tx) => {
    for (const row of backup)
      run(
        tx,
        'UPDATE order_publication SET version = @version, answered_version = @answered_version WHERE order_id = @order_id',
        {
          order_id: row.order_id,
          version: row.version,
          answered_version: row.answered_version,
        },
      );
    // one of the two changes after the restore, the other is found by the read-back alone
    run(tx, `UPDATE sales_order SET customer_name = 'After the restore' WHERE id = 1`);
  });
  const report = await publish(db, site.connector);
  expect(report).toMatchObject({ published: 2, republished: 2, groupsOutOfStep: 0, failures: [] });
  for (const [orderId, document] of site.held) expect(document.version).toBe((ahead.get(orderId) ?? 0) + 1);
  expect([...site.held.values()][0]).toMatchObject({ customerName: 'After the restore' });
  expect(due(db)).toBe(0);
});

test('drift is found by the read-back and repaired: a site that lost documents gets them again', async () => {
  const db = await companyWith(5);
  const site = memorySite();
  await publish(db, site.connector);
  const [lost] = [...site.held.keys()];
  site.held.delete(lost ?? '');
  expect(await publish(db, site.connector)).toMatchObject({ published: 1, groupsOutOfStep: 0 });
  expect(site.held.size).toBe(5);
});

test('drift that publishing cannot repair is reported', async () => {
  const db = await companyWith(1);
  const site = memorySite();
  const orphan = '9c0c2f6e-54b2-4a4d-9c0c-2d1f3b4a5c6d';
  site.held.set(orphan, { orderId: orphan, version: 3, deleted: true });
  expect(await publish(db, site.connector)).toMatchObject({ published: 1, groupsOutOfStep: 1 });
});

test('finished orders older than the history leave My page as tombstones, once; open ones stay', async () => {
  const db = await openTestCompany();
  command(db, (tx, context) => {
    placeWebOrder(tx, context, { webOrderNo: 'W-old', orderDate: '2024-01-01' });
    placeWebOrder(tx, context, { webOrderNo: 'W-open', orderDate: '2024-01-01' });
    run(tx, `UPDATE website SET history_months = 240`);
    run(tx, `UPDATE sales_order SET status = 'cancelled' WHERE id = 1`);
  });
  const site = memorySite();
  expect(await publish(db, site.connector)).toMatchObject({ published: 2, removed: 0 });
  command(db, (tx) => run(tx, 'UPDATE website SET history_months = 24'));
  expect(await publish(db, site.connector)).toMatchObject({ removed: 1, groupsOutOfStep: 0 });
  expect([...site.held.values()].map((document) => document.deleted)).toEqual([true, false]);
  expect(await publish(db, site.connector)).toEqual({ ...inStep, published: 0 });
  command(db, (tx) => run(tx, 'UPDATE website SET history_months = 240'));
  await publish(db, site.connector);
  expect([...site.held.values()].map((document) => document.deleted)).toEqual([false, false]);
});

test('an order that grows old without a change becomes a tombstone by the calendar alone', async () => {
  const db = await openTestCompany();
  command(db, (tx, context) => {
    placeWebOrder(tx, context, { webOrderNo: 'W-1', orderDate: '2024-03-03' });
    run(tx, `UPDATE sales_order SET status = 'lost-sale' WHERE id = 1`);
  });
  const site = memorySite();
  expect(await publish(db, site.connector)).toMatchObject({ published: 1, removed: 0 });
  const tomorrow = companyOver(db, { ...testContext, today: '2026-03-04' });
  const report = await publishOrderHistories(tomorrow, { websiteId: 1, connector: site.connector });
  expect(report).toMatchObject({ published: 0, removed: 1 });
});

test('one rejected document is named and stays due; the others are taken', async () => {
  const db = await companyWith(3);
  const site = memorySite();
  const connector: HistoryConnector = {
    ...site.connector,
    publishHistories: async (histories) => {
      const [faulty, ...rest] = histories;
      const answer = await site.connector.publishHistories(rest);
      return faulty === undefined
        ? answer
        : {
            results: [
              ...answer.results,
              { orderId: faulty.orderId, version: 0, outcome: 'rejected' as const, reason: 'email: too long' },
            ],
          };
    },
  };
  const report = await publish(db, connector);
  expect(report).toMatchObject({ published: 2, failures: [{ what: 'order', name: 'W-1', reason: 'email: too long' }] });
  expect(due(db)).toBe(1);
});

test('a batch too large for the site goes out in halves', async () => {
  const db = await companyWith(10);
  const site = memorySite();
  const connector: HistoryConnector = {
    ...site.connector,
    publishHistories: async (histories) => {
      if (histories.length > 3) throw new AppError('website-bad-answer', { status: 413 });
      return site.connector.publishHistories(histories);
    },
  };
  expect(await publish(db, connector)).toMatchObject({ published: 10, failures: [] });
  expect(site.held.size).toBe(10);
});

test('a site that is gone half way keeps what it took; the next run sends only the rest', async () => {
  const db = await companyWith(150);
  const site = memorySite();
  const connector: HistoryConnector = {
    ...site.connector,
    publishHistories: async (histories) => {
      if (site.requests.length === 1) throw new AppError('website-unreachable');
      return site.connector.publishHistories(histories);
    },
  };
  await expect(publish(db, connector)).rejects.toMatchObject({ code: 'website-unreachable' });
  expect(due(db)).toBe(50);
  expect(await publish(db, site.connector)).toMatchObject({ published: 50, groupsOutOfStep: 0 });
});

test('killed after the site took a batch and before its answer was stored: the batch goes again and doubles nothing', async () => {
  const db = await companyWith(4);
  const site = memorySite();
  const killed: HistoryConnector = {
    ...site.connector,
    publishHistories: async (histories) => {
      await site.connector.publishHistories(histories);
      throw new Error('killed');
    },
  };
  await expect(publish(db, killed)).rejects.toThrow('killed');
  expect(await publish(db, site.connector)).toEqual({ ...inStep, published: 0 });
  expect([due(db), site.held.size]).toEqual([0, 4]);
});

test('stopped by a person between two batches: what was answered stays, the rest is due', async () => {
  const db = await companyWith(120);
  const site = memorySite();
  const stop = new AbortController();
  const report = await publishOrderHistories(companyOver(db), {
    websiteId: 1,
    connector: site.connector,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(report).toMatchObject({ published: 100, stopped: true });
  expect(due(db)).toBe(20);
});

test('stopped by a person after the last batch: the site is not asked what it holds', async () => {
  const db = await companyWith(3);
  const site = memorySite();
  const stop = new AbortController();
  const state: HistoryConnector['state'] = async () => {
    throw new Error('asked');
  };
  const report = await publishOrderHistories(companyOver(db), {
    websiteId: 1,
    connector: { ...site.connector, state },
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(report).toMatchObject({ published: 3, stopped: true });
});

test('a site that leaves out buckets gives a bad answer, not a false "in step"', async () => {
  const db = await companyWith(1);
  const site = memorySite();
  const connector = { ...site.connector, state: async () => ({ highestVersion: 1, buckets: [] }) };
  await expect(publish(db, connector)).rejects.toMatchObject({ code: 'website-bad-answer' });
});

test('an empty bucket hashes as nothing', () => {
  expect(bucketHash([])).toBe(createHash('sha256').digest('hex'));
});
