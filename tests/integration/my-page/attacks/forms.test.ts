import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PublishedAccount } from '../../../../shared/my-page/protocol.ts';
import { makeClock, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink } from '../../../support/my-page-accounts.ts';
import { filled, type Route, sendRaw, storeAsText } from '../../../support/my-page-attack.ts';
import { makeAccount, publish, testSettings } from '../../../support/my-page-documents.ts';
import { hiddenFields, openVisitor, type Visitor } from '../../../support/my-page-visitor.ts';

const password = 'correct horse battery';
/** The signed link is the authority: a mail program posts with neither cookie nor origin (RFC 8058). */
const withoutToken = ['/opt-out/:token'];
const clock = makeClock();
const routes: Route[] = [];
let myPage: TestMyPage;
let account: PublishedAccount;
let visitor: Visitor;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now, onRoute: (route) => routes.push(route) });
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

/** Every form of the pages, from the routes themselves: a new one is tested without a word here. */
function forms(): readonly string[] {
  return routes
    .filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/') && !withoutToken.includes(path))
    .map(({ path }) => path);
}

describe('cross-site requests', () => {
  test('no form is taken from another site, without a token, with a foreign one or one of another session', async () => {
    expect(forms().length).toBeGreaterThanOrEqual(10);
    const own = hiddenFields((await visitor.get('/settings')).text);
    const stranger = openVisitor(myPage.url);
    const ofStranger = hiddenFields((await stranger.get('/log-in')).text);
    const elsewhere = await loggedInVisitor(myPage, account, password);
    visitor = await loggedInVisitor(myPage, account, password);
    const ofOtherSession = hiddenFields((await elsewhere.get('/settings')).text);
    const present = hiddenFields((await visitor.get('/settings')).text);
    const origin = new URL(myPage.url).origin;
    const fields = {
      ...{ email: account.email, name: 'A', password, language: 'de', 'order-no': 'W-1' },
      ...{ 'old-password': password, 'new-password': 'another long one' },
    };
    const tries: readonly (readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [
      [present, { origin: 'https://evil.example' }],
      [present, { origin: `${origin}.evil.example` }],
      [present, { origin: origin.replace('http', 'https') }],
      [present, { origin, 'sec-fetch-site': 'cross-site' }],
      [present, { origin, 'sec-fetch-site': 'same-site' }],
      [present, { origin: 'null' }],
      [present, {}],
      [{}, { origin }],
      [{ 'form-token': '' }, { origin }],
      [own, { origin }],
      [ofStranger, { origin }],
      [ofOtherSession, { origin }],
    ];
    const before = await storeAsText(myPage);
    for (const path of forms()) {
      for (const [hidden, headers] of tries) {
        const { status } = await visitor.post(filled(path, 'x'.repeat(43)), { ...hidden, ...fields }, headers);
        expect(status, `${path} ${JSON.stringify([Object.keys(hidden), headers])}`).toBe(403);
      }
    }
    expect(await storeAsText(myPage)).toBe(before);
    expect((await visitor.get('/orders')).status).toBe(200);
  });

  test('a token of nobody logged in opens no form of somebody who is, and the other way round', async () => {
    const anonymous = openVisitor(myPage.url);
    const ofMember = hiddenFields((await visitor.get('/settings')).text);
    await anonymous.get('/log-in');
    const reply = await anonymous.post('/log-in', { ...ofMember, email: account.email, password });
    expect(reply.status).toBe(403);
  });

  test('a log-in forced upon a victim with cookie and token of the attacker fails at the origin', async () => {
    const attacker = openVisitor(myPage.url);
    const hidden = hiddenFields((await attacker.get('/log-in')).text);
    const victim = openVisitor(myPage.url);
    victim.cookies.set('my-page-visitor', attacker.cookies.get('my-page-visitor') ?? '');
    const fields = { ...hidden, email: account.email, password };
    const reply = await victim.post('/log-in', fields, { origin: 'https://evil.example' });
    expect([reply.status, victim.cookies.has('my-page-session')]).toEqual([403, false]);
  });

  test('a form as JSON, plain text or multipart is not taken', async () => {
    const origin = new URL(myPage.url).origin;
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const hidden = hiddenFields((await visitor.get('/settings')).text);
    const before = await storeAsText(myPage);
    for (const type of ['application/json', 'text/plain', 'text/xml', 'multipart/form-data; boundary=x']) {
      for (const path of forms()) {
        const headers = { origin, cookie, 'content-type': type };
        const body = JSON.stringify({ ...hidden, language: 'de' });
        const init = { method: 'POST', headers, body, redirect: 'manual' } as const;
        const { status } = await fetch(`${myPage.url}${filled(path, 'x'.repeat(43))}`, init);
        expect([403, 415], `${path} ${type}`).toContain(status);
      }
    }
    expect(await storeAsText(myPage)).toBe(before);
  });

  test('no other method does what a form does', async () => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const hidden = hiddenFields((await visitor.get('/settings')).text);
    const origin = new URL(myPage.url).origin;
    const before = await storeAsText(myPage);
    const readable = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    for (const path of forms()) {
      const query = new URLSearchParams({ ...hidden, password, language: 'de' });
      for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        if (readable.has(path) && (method === 'GET' || method === 'HEAD')) continue;
        const headers = { cookie, origin, 'x-http-method-override': 'POST' };
        const reply = await fetch(`${myPage.url}${filled(path, 'x'.repeat(43))}?${query}`, { method, headers });
        expect(reply.status, `${method} ${path}`).toBe(404);
        expect(reply.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
    expect(
      await sendRaw(myPage.url, `TRACE / HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`),
    ).not.toContain(cookie);
    expect(await storeAsText(myPage)).toBe(before);
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

  test('who logs in over a session of somebody else ends it', async () => {
    const other = makeAccount({ email: `other-${customers}@example.com` });
    await publish(myPage, '/accounts', { accounts: [other] });
    await loggedInVisitor(myPage, other, password);
    const attackers = visitor.cookies.get('my-page-session') ?? '';
    const victim = openVisitor(myPage.url);
    const hidden = hiddenFields((await victim.get('/log-in')).text);
    victim.cookies.set('my-page-session', `${attackers}x`);
    await victim.post('/log-in', { ...hidden, email: other.email, password });
    expect(victim.cookies.get('my-page-session')).not.toContain(attackers);
    expect((await victim.get('/settings')).text).toContain(other.email);
  });

  test.each(['', ' ', '%00', '%', '\u0001', `${'x'.repeat(5000)}`, "' OR 1=1 --", '__proto__', '../session'])(
    'a session cookie of %j opens nothing',
    async (value) => {
      const answer = await sendRaw(
        myPage.url,
        `GET /orders HTTP/1.1\r\nHost: x\r\nCookie: my-page-session=${value}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 (303|400) /);
    },
  );
});

describe('cookies planted from another host of the domain', () => {
  test('have no name of ours over HTTPS, and ours cannot be planted', async () => {
    const secure = await startMyPage({ publicUrl: 'https://my.shop.example' });
    await publish({ ...secure, url: secure.localUrl }, '/accounts', { accounts: [account] });
    const ask = (headers: Readonly<Record<string, string>>) =>
      fetch(`${secure.localUrl}/log-in`, { headers, redirect: 'manual' });
    const given = (await ask({})).headers.getSetCookie();
    expect(given).toHaveLength(1);
    for (const cookie of given) {
      expect(cookie).toMatch(/^__Host-my-page-/);
      expect(cookie.toLowerCase()).toMatch(/; path=\/;.*httponly.*secure.*samesite=lax/);
      expect(cookie).not.toMatch(/domain=/i);
    }
    const planted = await ask({ cookie: 'my-page-visitor=planted; my-page-session=planted' });
    expect(planted.headers.getSetCookie()).toHaveLength(1);
    expect(planted.headers.get('strict-transport-security')).toBe('max-age=31536000');
    await secure.close();
  });
});
