import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bucketHash, bucketOf } from '../../../shared/my-page/history-state.ts';
import {
  apiProblem,
  type HeldHistory,
  heldHistoriesAnswer,
  type PublishAccountsAnswer,
  publishAccountsAnswer,
  publishHistoriesAnswer,
  siteSettings,
  stateAnswer,
} from '../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';

let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage();
});
afterAll(() => myPage.close());

async function publishHistories(histories: readonly unknown[]) {
  return publishHistoriesAnswer.parse(await publish(myPage, '/order-histories', { histories })).results;
}

async function readState(from = 0) {
  return stateAnswer.parse((await callApi(myPage, { key: myPage.desktopKey, path: `/state?from=${from}` })).body);
}

describe('order histories', () => {
  test('an older or equal version changes nothing and answers the version held', async () => {
    const order = makeHistory({ version: 5, statusText: 'Newest' });
    const { orderId } = order;
    expect(await publishHistories([order])).toEqual([{ orderId, version: 5, outcome: 'stored' }]);
    const unchanged = [{ orderId, version: 5, outcome: 'unchanged' }];
    expect(await publishHistories([order])).toEqual(unchanged);
    expect(await publishHistories([{ ...order, version: 4, statusText: 'Older' }])).toEqual(unchanged);
    expect(await publishHistories([{ orderId, version: 5, deleted: true }])).toEqual(unchanged);
  });

  test('in whatever order requests arrive, the highest version stands at the end', async () => {
    const order = makeHistory();
    for (const version of [2, 7, 3, 7, 1]) await publishHistories([{ ...order, version }]);
    const [last] = await publishHistories([{ ...order, version: 1 }]);
    expect(last?.version).toBe(7);
  });

  test('several versions of one order in a request count in their order', async () => {
    const order = makeHistory();
    const results = await publishHistories([
      { ...order, version: 2 },
      { ...order, version: 1 },
    ]);
    expect(results.map(({ outcome, version }) => [outcome, version])).toEqual([
      ['stored', 2],
      ['unchanged', 2],
    ]);
  });

  test('a tombstone keeps its version, so an older document does not come back', async () => {
    const order = makeHistory({ version: 3 });
    await publishHistories([order]);
    await publishHistories([{ orderId: order.orderId, version: 4, deleted: true }]);
    const [again] = await publishHistories([order]);
    expect(again).toEqual({ orderId: order.orderId, version: 4, outcome: 'unchanged' });
    const [anew] = await publishHistories([{ ...order, version: 5 }]);
    expect(anew?.outcome).toBe('stored');
  });

  test('many documents in one request are stored as they would be one by one', async () => {
    const [together, oneByOne] = await Promise.all([startMyPage(), startMyPage()]);
    try {
      const orders = Array.from({ length: 130 }, () => makeHistory());
      // Some of them again, newer, as old, older, taken off, faulty
      const requests = [
        orders,
        orders.flatMap((order, n) => [
          { ...order, version: 1 + (n % 3), statusText: `Second ${n}` },
          ...(n % 5 === 0 ? [{ ...order, version: 3, statusText: `Third ${n}` }] : []),
          ...(n % 7 === 0 ? [{ orderId: order.orderId, version: 4, deleted: true }] : []),
          ...(n % 11 === 0 ? [{ ...order, version: 5, lines: 'none' }] : []),
          ...(n % 14 === 0 ? [{ ...order, version: 6, statusText: `Back ${n}` }] : []),
        ]),
      ];
      for (const histories of requests) {
        const { results } = publishHistoriesAnswer.parse(await publish(together, '/order-histories', { histories }));
        const expected: unknown[] = [];
        for (const history of histories) {
          const answer = await publish(oneByOne, '/order-histories', { histories: [history] });
          expected.push(...publishHistoriesAnswer.parse(answer).results);
        }
        const outcomes = (all: readonly unknown[]) => all.map((each) => ({ ...(each as object), version: 0 }));
        expect(outcomes(results)).toEqual(outcomes(expected));
        const heldBy = async (site: TestMyPage) =>
          (await callApi(site, { key: site.desktopKey, path: '/order-histories?limit=500' })).body;
        expect(await heldBy(together)).toEqual(await heldBy(oneByOne));
      }
    } finally {
      await Promise.all([together.close(), oneByOne.close()]);
    }
  });

  test('a faulty document is rejected by itself with its fault; the others are stored', async () => {
    const good = makeHistory();
    const bad = { ...makeHistory(), lines: 'none' };
    const [first, second] = await publishHistories([bad, good]);
    expect(first).toMatchObject({ orderId: bad.orderId, version: 0, outcome: 'rejected' });
    expect(first?.reason).toMatch(/^lines: /);
    expect(second?.outcome).toBe('stored');
  });

  test('a document that does not say whose it is, or 501 of them, refuse the request', async () => {
    const put = async (histories: readonly unknown[]) => {
      const { desktopKey: key } = myPage;
      const reply = await callApi(myPage, { key, method: 'PUT', path: '/order-histories', body: { histories } });
      return [reply.status, apiProblem.parse(reply.body).faults?.[0]?.field];
    };
    expect(await put([{ ...makeHistory(), orderId: 'x' }])).toEqual([400, 'histories.0.orderId']);
    expect(await put(Array.from({ length: 501 }, () => makeHistory()))).toEqual([400, 'histories']);
  });
});

describe('read-back', () => {
  test('names the highest version and hashes every bucket as the protocol says, tombstones too', async () => {
    const own = await startMyPage();
    try {
      const orders = Array.from({ length: 300 }, (_, index) => ({ orderId: randomUUID(), version: index + 1 }));
      const histories = orders.map(({ orderId, version }) =>
        version % 10 === 0 ? { orderId, version, deleted: true } : makeHistory({ orderId, version }),
      );
      await publish(own, '/order-histories', { histories });
      const reply = await callApi(own, { key: own.desktopKey, path: '/state' });
      const state = stateAnswer.parse(reply.body);
      expect(state.highestVersion).toBe(300);
      expect(state.buckets.map(({ bucket }) => bucket)).toEqual(Array.from({ length: 256 }, (_, bucket) => bucket));
      for (const { bucket, count, hash } of state.buckets) {
        const expected = orders.filter(({ orderId }) => bucketOf(orderId) === bucket);
        expect([count, hash]).toEqual([expected.length, bucketHash(expected)]);
      }
    } finally {
      await own.close();
    }
  });

  test('an unchanged republishing leaves the state as it is, a higher version changes its bucket only', async () => {
    const order = makeHistory();
    await publishHistories([order]);
    const before = await readState();
    await publishHistories([order]);
    expect(await readState()).toEqual(before);
    await publishHistories([{ ...order, version: 2 }]);
    const changed = (await readState()).buckets.filter(({ hash }, index) => hash !== before.buckets[index]?.hash);
    expect(changed.map(({ bucket }) => bucket)).toEqual([bucketOf(order.orderId)]);
  });

  test('starts at the bucket asked for', async () => {
    expect((await readState(250)).buckets.map(({ bucket }) => bucket)).toEqual([250, 251, 252, 253, 254, 255]);
  });
});

describe('accounts', () => {
  async function putAccounts(...accounts: readonly unknown[]): Promise<PublishAccountsAnswer['results']> {
    return publishAccountsAnswer.parse(await publish(myPage, '/accounts', { accounts })).results;
  }

  test('published twice keep the site id', async () => {
    const account = makeAccount({ email: 'twice@example.com' });
    const [first] = await putAccounts(account);
    const [second] = await putAccounts({ ...account, name: 'New name' });
    expect(second).toEqual(first);
  });

  test('a second account with the same e-mail is rejected, however it is written', async () => {
    await putAccounts(makeAccount({ email: 'same@example.com' }));
    const [result] = await putAccounts(makeAccount({ email: ' SAME@example.com' }));
    expect(result).toMatchObject({ outcome: 'rejected', reason: 'email-in-use' });
  });

  test('an account of the site is never handed to a second account of the desktop', async () => {
    const [first] = await putAccounts(makeAccount({ email: 'mine@example.com' }));
    const [result] = await putAccounts(
      makeAccount({ email: 'other@example.com', siteAccountId: first?.siteAccountId ?? null }),
    );
    expect(result).toMatchObject({ outcome: 'rejected', reason: 'site-account-belongs-to-another' });
  });

  test('a link for a password needs a known, approved account', async () => {
    const linkFor = async (accountId: string) => {
      const path = `/accounts/${accountId}/one-time-link`;
      return (await callApi(myPage, { key: myPage.desktopKey, method: 'POST', path })).status;
    };
    const pending = makeAccount({ email: 'pending@example.com', status: 'pending' });
    await putAccounts(pending);
    expect(await linkFor(randomUUID())).toBe(404);
    expect(await linkFor('x')).toBe(400);
    expect(await linkFor(pending.accountId)).toBe(409);
  });
});

describe('site settings and products', () => {
  beforeEach(() => publish(myPage, '/site-settings', testSettings));

  test('settings are answered as published and shown on the pages', async () => {
    const { storefrontKey: key } = myPage;
    const reply = await callApi(myPage, { key, path: '/site-settings' });
    expect(siteSettings.parse(reply.body)).toEqual(testSettings);
    expect((await openVisitor(myPage.url).get('/log-in')).text).toContain('Test shop');
  });

  test('products published again are replaced by their number', async () => {
    const product = {
      productNo: 'N-1',
      name: 'Rope',
      unit: 'm',
      unitPriceMinor: 2400,
      vatPermille: 250,
      currency: 'NOK',
      webStockMilli: 5000,
    };
    await publish(myPage, '/products', { products: [product] });
    await publish(myPage, '/products', { products: [{ ...product, webStockMilli: 0 }] });
    const reply = await callApi(myPage, { key: myPage.storefrontKey, path: '/products' });
    expect(reply.body).toEqual({ products: [{ ...product, webStockMilli: 0 }] });
  });
});

test('what the site holds of each order is read page by page, with its version and what was told, and nothing else', async () => {
  const own = await startMyPage();
  const news = [{ at: '2026-03-03T10:00:00.000Z', sentences: ['Your order has been picked.'] }];
  const orders = Array.from({ length: 5 }, (_none, index) => makeHistory({ webOrderNo: `W-${index}`, news }));
  try {
    await publish(own, '/order-histories', { histories: orders });
    const gone = orders[0]?.orderId ?? '';
    await publish(own, '/order-histories', { histories: [{ orderId: gone, version: 9, deleted: true }] });
    const read: HeldHistory[] = [];
    let after = '';
    for (let pages = 1; ; pages++) {
      const path = `/order-histories?limit=2${after}`;
      const page = heldHistoriesAnswer.parse((await callApi(own, { key: own.desktopKey, path })).body);
      read.push(...page.histories);
      if (page.next === null) {
        expect(pages).toBe(3);
        break;
      }
      after = `&after=${page.next}`;
    }
    const expected = orders.map(({ orderId, version, webOrderNo }) =>
      orderId === gone ? { orderId, version: 9, webOrderNo, news: [] } : { orderId, version, webOrderNo, news },
    );
    expect(read).toEqual(expected.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1)));
    expect((await callApi(own, { key: own.storefrontKey, path: '/order-histories' })).status).toBe(403);
  } finally {
    await own.close();
  }
});
