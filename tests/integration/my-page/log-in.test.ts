import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { oneTimeLinkAnswer, publishAccountsAnswer } from '../../../shared/my-page/protocol.ts';
import { callApi, makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor, registerCustomer } from '../../support/my-page-accounts.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { hiddenFields, openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const email = 'kari@example.com';
const password = 'correct horse battery';
const clock = makeClock();
const account = makeAccount({ email });
let myPage: TestMyPage;
let visitor: Visitor;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
  await publish(myPage, '/site-settings', testSettings);
  await publish(myPage, '/accounts', { accounts: [account] });
  await setPassword(openVisitor(myPage.url), await newLink(), password);
});
afterAll(() => myPage.close());
beforeEach(() => {
  clock.forward({ minutes: 20 });
  visitor = openVisitor(myPage.url);
});

async function newLink(): Promise<string> {
  const path = `/accounts/${account.accountId}/one-time-link`;
  const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'POST', path });
  return new URL(oneTimeLinkAnswer.parse(reply.body).url).pathname;
}

function setPassword(by: Visitor, link: string, chosen: string) {
  return by.submit(link, link, { password: chosen });
}

describe('logging in', () => {
  test('opens the orders, and without it everything personal leads to the log-in page', async () => {
    for (const path of ['/orders', '/settings']) {
      expect(await visitor.get(path)).toMatchObject({ status: 303, location: `/log-in?next=${path}` });
    }
    expect(await visitor.logIn(email, password)).toMatchObject({ status: 303, location: '/orders' });
    expect((await visitor.get('/orders')).status).toBe(200);
  });

  test('takes the address in any case, and goes on to the page that was asked for', async () => {
    const reply = await visitor.submit('/log-in?next=/settings', '/log-in', { email: ' KARI@Example.com', password });
    expect(reply.location).toBe('/settings');
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/log-out'])(
    'does not lead on to %s',
    async (next) => {
      const reply = await visitor.submit('/log-in', '/log-in', { email, password, next });
      expect(reply.location).toBe('/orders');
    },
  );

  test('a wrong password and an unknown address get the same page', async () => {
    const wrong = await visitor.logIn(email, 'wrong password');
    const unknown = await openVisitor(myPage.url).logIn('nobody@example.com', 'wrong password');
    const comparable = (text: string) => text.replace(/value="[^"]*"/g, '');
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(comparable(unknown.text)).toBe(comparable(wrong.text));
  });

  test('an account that is not approved says so to its password only', async () => {
    await publish(myPage, '/accounts', { accounts: [{ ...account, status: 'pending' }] });
    expect((await visitor.logIn(email, password)).text).toContain('waits for the shop to approve');
    expect((await visitor.logIn(email, 'wrong password')).text).toContain('do not belong together');
    await publish(myPage, '/accounts', { accounts: [account] });
  });

  test('gives a new session id and ends the one the browser came with (session fixation)', async () => {
    await visitor.logIn(email, password);
    const planted = visitor.cookies.get('my-page-session') ?? '';
    const other = openVisitor(myPage.url);
    other.cookies.set('my-page-session', 'chosen-by-an-attacker');
    await other.logIn(email, password);
    expect(other.cookies.get('my-page-session')).not.toBe('chosen-by-an-attacker');
    await visitor.post('/log-out', hiddenFields((await visitor.get('/orders')).text));
    await visitor.logIn(email, password);
    expect(visitor.cookies.get('my-page-session')).not.toBe(planted);
    visitor.cookies.set('my-page-session', planted);
    expect((await visitor.get('/orders')).status).toBe(303);
  });

  test('the session cookie is HttpOnly and SameSite=Lax, and Secure with a __Host- name over HTTPS', async () => {
    const plain = (await visitor.logIn(email, password)).headers.getSetCookie().join('\n');
    expect(plain).toMatch(/my-page-session=[^;]{43};.*Path=\/; HttpOnly; SameSite=Lax/);
    const secure = await startMyPage({ publicUrl: 'https://my.shop.example' });
    const reply = await openVisitor(secure.localUrl).get('/log-in');
    await secure.close();
    expect(reply.headers.getSetCookie().join('\n')).toMatch(/^__Host-my-page-visitor=.*HttpOnly; Secure; SameSite=Lax/);
    expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('a session ends with log-out, after 30 days, and when the account is declined', async () => {
    await visitor.logIn(email, password);
    const token = visitor.cookies.get('my-page-session') ?? '';
    await visitor.post('/log-out', hiddenFields((await visitor.get('/orders')).text));
    visitor.cookies.set('my-page-session', token);
    expect((await visitor.get('/orders')).status).toBe(303);

    await visitor.logIn(email, password);
    clock.forward({ minutes: 30 * 24 * 60 });
    expect((await visitor.get('/orders')).status).toBe(303);

    await visitor.logIn(email, password);
    await publish(myPage, '/accounts', { accounts: [{ ...account, status: 'declined' }] });
    expect((await visitor.get('/orders')).status).toBe(303);
    await publish(myPage, '/accounts', { accounts: [account] });
    expect((await visitor.get('/orders')).status).toBe(303);
  });

  test('is throttled after ten wrong tries, for unknown addresses alike, and free again after 15 minutes', async () => {
    for (const address of [email, 'nobody@example.com']) {
      for (let count = 0; count < 10; count++)
        expect((await visitor.logIn(address, 'wrong password')).status).toBe(422);
      expect((await visitor.logIn(address, password)).status).toBe(429);
    }
    clock.forward({ minutes: 16 });
    expect((await visitor.logIn(email, password)).status).toBe(303);
  });
});

describe('forms', () => {
  test('from another site, or without an origin, are refused', async () => {
    const fields = { ...hiddenFields((await visitor.get('/log-in')).text), email, password };
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: new URL(myPage.url).origin, 'sec-fetch-site': 'cross-site' },
      {},
    ]) {
      expect((await visitor.post('/log-in', fields, headers)).status).toBe(403);
    }
    expect((await visitor.post('/log-in', fields)).status).toBe(303);
  });

  test('without the token, or with the token of another browser, are refused', async () => {
    const theirs = hiddenFields((await openVisitor(myPage.url).get('/log-in')).text);
    await visitor.get('/log-in');
    expect((await visitor.post('/log-in', { email, password })).status).toBe(403);
    expect((await visitor.post('/log-in', { ...theirs, email, password })).status).toBe(403);
  });

  test('of a logged-in customer need the token of his session', async () => {
    const before = hiddenFields((await visitor.get('/log-in')).text);
    await visitor.logIn(email, password);
    expect((await visitor.post('/settings', { ...before, language: 'nb' })).status).toBe(403);
  });
});

describe('a one-time link', () => {
  test('can be looked at any number of times and sets a password once', async () => {
    const link = await newLink();
    for (let count = 0; count < 3; count++) expect((await openVisitor(myPage.url).get(link)).status).toBe(200);
    expect(await setPassword(visitor, link, password)).toMatchObject({ status: 303, location: '/orders' });
    expect((await visitor.get('/orders')).status).toBe(200);
    expect((await openVisitor(myPage.url).get(link)).status).toBe(410);
  });

  test('logs the account out everywhere else', async () => {
    await visitor.logIn(email, password);
    await setPassword(openVisitor(myPage.url), await newLink(), password);
    expect((await visitor.get('/orders')).status).toBe(303);
  });

  test('is not spent by a password that is too short', async () => {
    const link = await newLink();
    const reply = await setPassword(visitor, link, 'short');
    expect([reply.status, reply.text.includes('at least 10 characters')]).toEqual([422, true]);
    expect((await setPassword(visitor, link, password)).status).toBe(303);
  });

  test('stops working after 7 days, and when a newer one is made', async () => {
    const older = await newLink();
    const newer = await newLink();
    expect((await visitor.get(older)).status).toBe(410);
    clock.forward({ minutes: 7 * 24 * 60 });
    expect((await visitor.get(newer)).status).toBe(410);
  });
});

describe('registering', () => {
  const form = { name: 'Ola Berg', email: 'ola@example.com' };

  async function enquiries(): Promise<readonly Record<string, unknown>[]> {
    const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
    return (reply.body as { enquiries: readonly Record<string, unknown>[] }).enquiries;
  }

  const register = (fields: typeof form) => registerCustomer(myPage, fields, { password, visitor, now: clock.now() });

  test('by hand: makes a pending account and an enquiry; approved by the desktop it can log in', async () => {
    expect((await register(form)).text).toContain('your registration is now with the shop');
    const [enquiry] = await enquiries();
    expect(enquiry).toMatchObject({ kind: 'registration', accountStatus: 'pending', language: 'en' });
    expect((await visitor.logIn(form.email, password)).text).toContain('waits for the shop');
    const approved = makeAccount({ email: form.email, siteAccountId: String(enquiry?.siteAccountId) });
    const { results } = publishAccountsAnswer.parse(await publish(myPage, '/accounts', { accounts: [approved] }));
    expect(results[0]?.siteAccountId).toBe(enquiry?.siteAccountId);
    expect((await visitor.logIn(form.email, password)).status).toBe(303);
  });

  test('makes nothing before the address is confirmed: no account, no enquiry, no way to choose the password', async () => {
    await publish(myPage, '/site-settings', { ...testSettings, approval: 'automatic' });
    const before = (await enquiries()).length;
    const victim = { ...form, email: 'victim@example.com' };
    const typed = { ...victim, password, 'new-password': password };
    expect((await visitor.submit('/register', '/register', typed)).status).toBe(200);
    expect(await enquiries()).toHaveLength(before);
    expect((await visitor.logIn(victim.email, password)).status).toBe(422);
    for (const guess of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect((await visitor.get(`/register/${guess}`)).status).toBe(410);
    }
    await publish(myPage, '/site-settings', testSettings);
  });

  test('with an address that has an account gives the same page and changes nothing', async () => {
    const before = (await enquiries()).length;
    const known = await visitor.submit('/register', '/register', { ...form, email });
    const unknown = await openVisitor(myPage.url).submit('/register', '/register', {
      ...form,
      email: 'new@example.com',
    });
    expect(known.text).toBe(unknown.text);
    expect(await enquiries()).toHaveLength(before);
    expect((await visitor.logIn(email, password)).status).toBe(303);
  });

  test('automatic: the account can be used at once', async () => {
    await publish(myPage, '/site-settings', { ...testSettings, approval: 'automatic' });
    expect((await register({ ...form, email: 'at-once@example.com' })).location).toBe('/orders');
    expect((await openVisitor(myPage.url).logIn('at-once@example.com', password)).status).toBe(303);
    await publish(myPage, '/site-settings', testSettings);
  });

  test.each([
    ['declined', 'cannot be used'],
    ['approved', null],
    ['pending', 'now with the shop'],
  ] as const)(
    'with an address whose account is %s gets what the shop decided of it, once confirmed',
    async (decided, text) => {
      const account = makeAccount({ email: `known-${decided}@example.com`, status: decided });
      await publish(myPage, '/accounts', { accounts: [account] });
      const before = (await enquiries()).length;
      const reply = await register({ ...form, email: account.email });
      if (text === null) expect(reply.location).toBe('/orders');
      else expect(reply.text).toContain(text);
      expect(await enquiries()).toHaveLength(before);
      const { status } = await openVisitor(myPage.url).logIn(account.email, password);
      expect(status).toBe(decided === 'approved' ? 303 : 422);
    },
  );

  test.each(['approved', 'pending'] as const)('brings nobody back who asked to be deleted: %s', async (decided) => {
    const account = makeAccount({ email: `gone-${decided}@example.com` });
    await publish(myPage, '/accounts', { accounts: [account] });
    const owner = await loggedInVisitor(myPage, account, password);
    await owner.submit('/settings/delete', '/settings/delete', { password });
    await publish(myPage, '/accounts', { accounts: [{ ...account, status: decided }] });
    expect((await register({ ...form, email: account.email })).text).toContain('You asked us to delete this account');
    await publish(myPage, '/accounts', { accounts: [account] });
    expect((await openVisitor(myPage.url).logIn(account.email, password)).text).toContain('You asked us to delete');
  });

  test('closed: there is no such page and no link to it', async () => {
    await publish(myPage, '/site-settings', { ...testSettings, approval: 'closed' });
    expect((await visitor.get('/register')).status).toBe(404);
    expect((await visitor.get('/log-in')).text).not.toContain('/register');
    await publish(myPage, '/site-settings', testSettings);
  });

  test('names each fault at its field', async () => {
    const reply = await visitor.submit('/register', '/register', { name: '', email: 'ola' });
    expect(reply.status).toBe(422);
    for (const text of ['Fill this in.', 'Type a whole e-mail address']) {
      expect(reply.text).toContain(text);
    }
  });
});
