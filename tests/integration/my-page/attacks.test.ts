import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../my-page/db/store.ts';
import type { OrderHistory, PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { callApi, makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../support/my-page-documents.ts';
import { hiddenFields, openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

/** What someone on the open internet may try; each finds the site as it was before. */

const password = 'correct horse battery';
const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'&{{7*7}}';
const clock = makeClock();
let myPage: TestMyPage;
let account: PublishedAccount;
let visitor: Visitor;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now, requestTimeoutMs: 2000 });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());
beforeEach(async () => {
  clock.forward({ minutes: 20 });
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com` });
  await publish(myPage, '/accounts', { accounts: [account] });
  visitor = await loggedInVisitor(myPage, account, password);
});

const comparable = (page: string): string => page.replace(/value="[^"]*"/g, '');

describe('cross-site requests', () => {
  const forms = [
    '/log-in',
    '/log-out',
    '/register',
    '/settings',
    '/settings/password',
    '/settings/details',
    '/settings/delete',
    '/settings/log-out-everywhere',
    '/settings/end-session',
    '/settings/second-factor',
    '/settings/second-factor/confirm',
    '/settings/second-factor/off',
    '/settings/second-factor/new-codes',
    '/log-in/code',
    '/log-in/recovery-code',
    '/shop/orders',
    `/set-password/${'x'.repeat(43)}`,
  ];

  test.each(forms)(
    '%s takes no form from another site, nor one without a token or with a foreign one',
    async (path) => {
      const own = hiddenFields((await visitor.get('/settings')).text);
      const other = hiddenFields((await openVisitor(myPage.url).get('/log-in')).text);
      const origin = new URL(myPage.url).origin;
      const fields = { email: account.email, password, 'old-password': password, 'new-password': 'another long one' };
      const tries: readonly (readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [
        [own, { origin: 'https://evil.example' }],
        [own, { origin, 'sec-fetch-site': 'cross-site' }],
        [own, { origin: 'null' }],
        [own, {}],
        [{}, { origin }],
        [other, { origin }],
      ];
      for (const [hidden, headers] of tries) {
        expect((await visitor.post(path, { ...hidden, ...fields }, headers)).status).toBe(403);
      }
      expect((await visitor.get('/orders')).status).toBe(200);
    },
  );

  test('nothing that changes something answers to GET', async () => {
    for (const path of ['/log-out', '/settings/password', '/settings/log-out-everywhere', '/shop/orders']) {
      expect((await visitor.get(path)).status).toBe(404);
    }
    expect((await visitor.get('/orders')).status).toBe(200);
  });
});

describe('session fixation', () => {
  test('an id from before log-in, set password or change of password opens nothing afterwards', async () => {
    const planted = visitor.cookies.get('my-page-session') ?? '';
    await visitor.submit('/settings', '/settings/password', {
      'old-password': password,
      'new-password': 'another long one',
    });
    const thief = openVisitor(myPage.url);
    thief.cookies.set('my-page-session', planted);
    expect((await thief.get('/orders')).status).toBe(303);
    const link = await newPasswordLink(myPage, account.accountId);
    const victim = openVisitor(myPage.url);
    victim.cookies.set('my-page-session', 'chosen-by-an-attacker');
    await victim.submit(link, link, { password });
    thief.cookies.set('my-page-session', 'chosen-by-an-attacker');
    expect([(await victim.get('/orders')).status, (await thief.get('/orders')).status]).toEqual([200, 303]);
  });

  test.each(['', ' ', '%00', `${'x'.repeat(5000)}`, "' OR 1=1 --"])(
    'a session cookie of %j opens nothing',
    async (value) => {
      const thief = openVisitor(myPage.url);
      thief.cookies.set('my-page-session', value);
      expect((await thief.get('/orders')).status).toBe(303);
    },
  );
});

describe('asking who is a customer', () => {
  test('log-in and registration answer a known and an unknown address the same', async () => {
    const ask = async (path: string, email: string) => {
      const fields = { name: 'A', email, password: 'a wrong password' };
      const { status, text: page } = await openVisitor(myPage.url).submit(path, path, fields);
      return { status, page: comparable(page) };
    };
    for (const path of ['/log-in', '/register']) {
      expect(await ask(path, account.email)).toEqual(await ask(path, `nobody-${customers}@example.com`));
    }
  });

  test('and cost the same work: a hash is computed for the unknown address, too', async () => {
    const cpuOf = async (email: string): Promise<number> => {
      const before = process.cpuUsage();
      for (let count = 0; count < 5; count++) await openVisitor(myPage.url).logIn(email, 'a wrong password');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await cpuOf('warm-up@example.com');
    const known = await cpuOf(account.email);
    const unknown = await cpuOf(`nobody-${customers}@example.com`);
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  test('orders of others, deleted ones and those that never were look the same', async () => {
    const theirs = makeHistory({ accountId: randomUUID() });
    const gone = makeHistory({ accountId: account.accountId });
    const histories = [theirs, gone, { orderId: gone.orderId, version: 2, deleted: true }];
    await publish(myPage, '/order-histories', { histories });
    const pages = await Promise.all(
      [theirs.orderId, gone.orderId, randomUUID()].map((id) => visitor.get(`/orders/${id}`)),
    );
    expect(new Set(pages.map(({ status, text: page }) => `${status} ${comparable(page)}`)).size).toBe(1);
  });
});

describe('brute force', () => {
  test('50 guesses side by side get ten tries; the owner is in again after 15 minutes', async () => {
    const browsers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const browser = openVisitor(myPage.url);
        return { browser, hidden: hiddenFields((await browser.get('/log-in')).text) };
      }),
    );
    const replies = await Promise.all(
      browsers.map(({ browser, hidden }, index) =>
        browser.post('/log-in', { ...hidden, email: account.email, password: `a guess ${index}` }),
      ),
    );
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(10);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(40);
    expect((await visitor.get('/orders')).status).toBe(200);
    clock.forward({ minutes: 16 });
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('a header that names another address does not start the count anew', async () => {
    const page = await visitor.get('/settings');
    const fields = { ...hiddenFields(page.text), 'old-password': 'a guess', 'new-password': 'another long one' };
    const origin = new URL(myPage.url).origin;
    const statuses: number[] = [];
    for (let count = 0; count < 11; count++) {
      const headers = { origin, 'x-forwarded-for': `10.0.0.${count}` };
      statuses.push((await visitor.post('/settings/password', fields, headers)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
  });
});

describe('stored HTML', () => {
  test('from registration, proposal, search and user agent is shown as text', async () => {
    await publish(myPage, '/accounts', {
      accounts: [{ ...account, name: evil, details: { name: evil, email: 'x@example.com', city: evil } }],
    });
    const browser = openVisitor(myPage.url, evil);
    await browser.logIn(account.email, password);
    await browser.submit('/settings/details', '/settings/details', { name: evil, email: account.email, phone: evil });
    const query = new URLSearchParams({ search: evil });
    for (const path of ['/settings', '/settings/details', '/shop', `/orders?${query}`, `/log-in?next=${evil}`]) {
      const { text: page } = await browser.get(path);
      expect(page, path).not.toMatch(/<script|<img/);
    }
    expect((await browser.get('/settings')).text).toContain('&lt;script&gt;');
  });

  test('in the settings of the site, too', async () => {
    await publish(myPage, '/site-settings', { ...testSettings, siteName: evil, shopUrl: 'javascript:alert(1)' });
    for (const path of ['/log-in', '/orders', '/icon.svg']) {
      expect((await visitor.get(path)).text, path).not.toMatch(/<script|<img|javascript:/);
    }
    await publish(myPage, '/site-settings', testSettings);
  });
});

describe('path tricks', () => {
  test.each([
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/style.css/../../package.json',
    '/orders/..%2fsettings',
    '/orders/%00',
    '/orders/%',
    '/%c0%af',
    '/set-password/../settings',
    '/api/v1/../../settings/my-data.json',
    '//evil.example/orders',
  ])('%s gives nothing away', async (path) => {
    const { port } = new URL(myPage.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(answer).not.toMatch(/root:|"dependencies"|location: \/\//i);
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/orders/../../evil', '/orders\r\nX-A: b'])(
    'a log-in leads to no other place: %j',
    async (next) => {
      const reply = await openVisitor(myPage.url).submit('/log-in', '/log-in', {
        email: account.email,
        password,
        next,
      });
      expect([reply.status, reply.location, reply.headers.get('x-a')]).toEqual([303, '/orders', null]);
    },
  );
});

describe('oversized, slow and crooked bodies', () => {
  test('are refused before they are read through, and the site goes on', async () => {
    const large = 'x'.repeat(70_000);
    expect((await visitor.post('/log-in', { email: large })).status).toBe(413);
    const { desktopKey, storefrontKey } = myPage;
    const order = {
      key: storefrontKey,
      method: 'POST',
      path: '/orders',
      body: { note: 'x'.repeat(1_100_000) },
    } as const;
    expect((await callApi(myPage, order)).status).toBe(413);
    const settings = { key: desktopKey, method: 'PUT', path: '/site-settings', body: { siteName: large } } as const;
    expect((await callApi(myPage, settings)).status).toBe(413);
    expect((await visitor.get('/orders')).status).toBe(200);
  });

  test('twenty slow senders hold nobody up and are cut off', async () => {
    const { port } = new URL(myPage.url);
    const sockets = Array.from({ length: 20 }, () => connect(Number(port), '127.0.0.1'));
    const head = 'POST /log-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    for (const socket of sockets) socket.write(`${head}Content-Length: 1000\r\n\r\ne`);
    expect((await visitor.get('/orders')).status).toBe(200);
    const answers = await Promise.all(sockets.map((socket) => text(socket)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 408'))).toHaveLength(20);
  });

  test.each([
    ['application/json', '{"email":{"a":1}}'],
    ['application/json', '{"__proto__":{"isAdmin":true}}'],
    ['application/x-www-form-urlencoded', 'email=a&email=b&password[]=c'],
    ['application/x-www-form-urlencoded', '__proto__[x]=1&constructor=2'],
    ['text/xml', '<a/>'],
  ])('%s with %s is refused as a form', async (contentType, body) => {
    const headers = { origin: new URL(myPage.url).origin, 'content-type': contentType };
    const { status } = await fetch(`${myPage.url}/log-in`, { method: 'POST', headers, body, redirect: 'manual' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

describe('publishing replayed or out of order', () => {
  test('leaves the highest version, whatever comes again and in whichever order', async () => {
    const order = makeHistory({ accountId: account.accountId });
    const version = (number: number): OrderHistory => ({ ...order, version: number, statusText: `State ${number}` });
    const send = (document: unknown) => publish(myPage, '/order-histories', { histories: [document] });
    for (const number of [3, 1, 5, 2, 5, 4]) await send(version(number));
    expect((await visitor.get(`/orders/${order.orderId}`)).text).toContain('State 5');
    await send({ orderId: order.orderId, version: 6, deleted: true });
    await send(version(5));
    expect((await visitor.get(`/orders/${order.orderId}`)).status).toBe(404);
  });

  test('a stale version cannot hand an order to another account', async () => {
    const thief = makeAccount({ email: `thief-${customers}@example.com` });
    await publish(myPage, '/accounts', { accounts: [thief] });
    const order = makeHistory({ accountId: account.accountId, version: 2 });
    await publish(myPage, '/order-histories', { histories: [order] });
    await publish(myPage, '/order-histories', { histories: [{ ...order, version: 1, accountId: thief.accountId }] });
    const browser = await loggedInVisitor(myPage, thief, password);
    expect((await browser.get(`/orders/${order.orderId}`)).status).toBe(404);
  });
});

describe('a copy of the store', () => {
  test('holds no key, session, link or password as it is', async () => {
    const link = await newPasswordLink(myPage, account.accountId);
    const store = await openStore({ path: myPage.storePath, now: clock.now });
    const tables = ['api_key', 'session', 'one_time_link', 'account', 'throttle', 'audit'] as const;
    const rows = await Promise.all(tables.map((table) => store.read.selectFrom(table).selectAll().execute()));
    await store.close();
    const kept = JSON.stringify(rows);
    const secrets = [
      myPage.desktopKey,
      visitor.cookies.get('my-page-session') ?? '',
      link.split('/').at(-1) ?? '',
      password,
    ];
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      expect(kept).not.toContain(secret);
    }
  });
});
