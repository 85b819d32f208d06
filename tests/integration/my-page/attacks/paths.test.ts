import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { privateProxies } from '../../../../my-page/site/proxy.ts';
import { oneTimeLinkAnswer, type PublishedAccount } from '../../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor } from '../../../support/my-page-accounts.ts';
import { filled, type Route, rawGet, sendRaw } from '../../../support/my-page-attack.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../../support/my-page-visitor.ts';

const password = 'correct horse battery';
const routes: Route[] = [];
let myPage: TestMyPage;
let account: PublishedAccount;
let visitor: Visitor;
beforeAll(async () => {
  myPage = await startMyPage({ trustedProxies: privateProxies, onRoute: (route) => routes.push(route) });
  await publish(myPage, '/site-settings', testSettings);
  account = makeAccount();
  await publish(myPage, '/accounts', { accounts: [account] });
  visitor = await loggedInVisitor(myPage, account, password);
});
afterAll(() => myPage.close());

describe('path tricks', () => {
  test.each([
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cetc/passwd',
    '/style.css/../../package.json',
    '/style.css%00.html',
    '/orders/..%2fsettings',
    '/orders/%2e%2e/settings',
    '/orders/%00',
    '/orders/%',
    '/orders/%zz',
    '/%c0%af',
    '/orders/%ff%fe',
    '/orders/%E2%80%AE',
    '/set-password/../settings',
    '/api/v1/../../settings/my-data.json',
    '/api/v1/%2e%2e/settings',
    '/settings%2fmy-data.json',
    '/SETTINGS',
    '/settings/',
    '//settings',
    '//evil.example/orders',
    '/;/settings',
    '/settings;a=b',
    '/.git/config',
    '/.env',
    `/orders/${'x'.repeat(101)}`,
    `/${'x'.repeat(8000)}`,
    `/orders/${'%61'.repeat(2000)}`,
  ])('%s gives nothing away', async (path) => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await sendRaw(myPage.url, rawGet(path, `Cookie: ${cookie}`));
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(answer).toMatch(/frame-ancestors 'none'/);
    expect(answer).not.toMatch(/root:|"dependencies"|location: \/\//i);
    expect(answer).not.toContain(account.email);
  });

  test('an absolute address in the request line changes nothing', async () => {
    const answer = await sendRaw(myPage.url, rawGet('http://evil.example/log-in'));
    expect(answer).not.toContain('evil.example');
  });

  test.each(['not-a-uuid', '1', `${randomUUID()}%20`, `${randomUUID()}'`, 'null', '__proto__', 'constructor'])(
    'an order called %s is unknown like any other',
    async (id) => {
      expect((await visitor.get(`/orders/${id}`)).status).toBe(404);
      expect((await visitor.get(`/orders/received/${id}`)).status).toBe(404);
      expect((await visitor.get(`/shop/thanks/${id}`)).status).toBe(404);
    },
  );

  test('the query of a list is a number and a text, whatever is sent', async () => {
    const queries = [
      'page=-1',
      'page=1e9',
      'page=a',
      'page[]=1',
      'page=1&page=2',
      'search[a]=1',
      'search=%00',
      'search=%25_',
    ];
    for (const query of [...queries, `search=${'a%20'.repeat(2000)}`, '__proto__=1', `${'a=1&'.repeat(1500)}b=1`]) {
      expect((await visitor.get(`/orders?${query}`)).status, query.slice(0, 40)).toBe(200);
    }
  });

  test('a search for patterns finds what it says, not everything', async () => {
    const line = { ...makeHistory().lines[0], description: `${'a'.repeat(5000)} 100%` };
    const order = { ...makeHistory({ accountId: account.accountId }), lines: [line] };
    await publish(myPage, '/order-histories', {
      histories: [order, makeHistory({ accountId: account.accountId, webOrderNo: 'W-2' })],
    });
    const find = async (search: string): Promise<readonly boolean[]> => {
      const { text } = await visitor.get(`/orders?${new URLSearchParams({ search })}`);
      return [text.includes(order.webOrderNo), text.includes('W-2')];
    };
    expect(await find('100%')).toEqual([true, false]);
    expect(await find('%%%')).toEqual([false, false]);
    expect(await find('_')).toEqual([false, false]);
    expect(await find(`${'a'.repeat(90)}b ${'%a'.repeat(4)}`)).toEqual([false, false]);
    expect(await find("' OR '1'='1")).toEqual([false, false]);
  });
});

describe('an open redirect', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '/%5cevil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/orders/../../evil',
    '/orders\r\nX-A: b',
    '/orders?x=//evil.example',
    '/orders@evil.example',
    ' /orders',
  ];

  test.each(elsewhere)('a log-in leads to no other place: %j', async (next) => {
    const reply = await openVisitor(myPage.url).submit('/log-in', '/log-in', { email: account.email, password, next });
    expect([reply.status, reply.headers.get('x-a')]).toEqual([303, null]);
    expect(['/orders', next.trim()]).toContain(reply.location);
    expect(reply.location).toMatch(/^\/orders$/);
  });

  test('nor does a link to it, for someone logged in', async () => {
    for (const next of elsewhere) {
      const reply = await visitor.get(`/log-in?${new URLSearchParams({ next })}`);
      expect(reply.location).toBe('/orders');
    }
  });

  test('every redirect stays on the site', async () => {
    for (const { method, path } of routes) {
      if (method !== 'GET' || path.includes('*') || path.startsWith('/api/')) continue;
      for (const browser of [visitor, openVisitor(myPage.url)]) {
        const { location } = await browser.get(filled(path, randomUUID()));
        if (location !== null) expect(location, path).toMatch(/^\/(?![/\\])/);
      }
    }
  });
});

describe('a host of the attacker', () => {
  const forged = ['X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https', 'Forwarded: host=evil.example'];

  test('comes into no page and no link', async () => {
    for (const path of ['/', '/log-in', '/orders', '/shop', '/nowhere', '/api/v1/openapi.json', '/style.css']) {
      const request = rawGet(path, ...forged).replace('Host: x', 'Host: evil.example');
      expect(await sendRaw(myPage.url, request), path).not.toContain('evil.example');
    }
    const path = `/accounts/${account.accountId}/one-time-link`;
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'POST', path, headers });
    expect(new URL(oneTimeLinkAnswer.parse(reply.body).url).origin).toBe(myPage.url);
  });

  test('nor does it let a form through', async () => {
    const token = /name="form-token" value="([^"]*)"/.exec((await visitor.get('/settings')).text)?.[1] ?? '';
    const headers = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' };
    expect((await visitor.post('/settings', { 'form-token': token, language: 'de' }, headers)).status).toBe(403);
  });
});

describe('the headers of every answer', () => {
  /** What anybody may keep: it says nothing of a customer. */
  const kept = ['/style.css', '/icon.svg'];

  test('forbid framing, guessing and keeping, on every route, found or not', async () => {
    const places = routes.map(({ method, path }) => ({ method, path: filled(path, randomUUID()) }));
    expect(places.length).toBeGreaterThan(30);
    for (const { method, path } of [
      ...places,
      { method: 'GET', path: '/nowhere' },
      { method: 'PUT', path: '/api/v1/x' },
    ]) {
      if (path.includes('*')) continue;
      const reply = await fetch(`${myPage.url}${path}`, { method, redirect: 'manual' });
      const { headers } = reply;
      expect(headers.get('content-security-policy'), `${method} ${path}`).toMatch(
        /^default-src 'none';.*frame-ancestors 'none'/,
      );
      expect(headers.get('x-content-type-options'), `${method} ${path}`).toBe('nosniff');
      const cache = headers.get('cache-control') ?? '';
      if (!kept.includes(path)) expect(cache, `${method} ${path}`).toMatch(/^(no-store|private, no-cache)$/);
      expect(headers.get('access-control-allow-origin'), `${method} ${path}`).toBeNull();
      expect(headers.get('x-powered-by') ?? headers.get('server'), `${method} ${path}`).toBeNull();
      if (!path.startsWith('/api/') && !/^\/(healthz|readyz)/.test(path)) {
        expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src|\*/);
        // An address that opens something by itself is told to no page, not even our own
        const isSecret = /^\/(register|set-password|look-up)\/(?!order$)[^/]+$/.test(path);
        expect(headers.get('referrer-policy'), path).toBe(isSecret ? 'strict-origin' : 'same-origin');
      }
    }
  });

  test('a page of a customer is kept by nobody, not even with a validator', async () => {
    const { headers } = await visitor.get('/orders');
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  });
});
