import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeClock, openTestStore, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink } from '../../support/my-page-accounts.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const email = 'kari@example.com';
const password = 'correct horse battery';
const account = makeAccount({ email });
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1';
const clock = makeClock();
let myPage: TestMyPage;
let here: Visitor;
let elsewhere: Visitor;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
  await publish(myPage, '/site-settings', testSettings);
  await publish(myPage, '/accounts', { accounts: [account] });
});
afterAll(() => myPage.close());
beforeEach(async () => {
  clock.forward({ minutes: 20 });
  here = openVisitor(myPage.url, firefox);
  elsewhere = openVisitor(myPage.url, phone);
  const link = await newPasswordLink(myPage, account.accountId);
  await here.submit(link, link, { password });
  await elsewhere.logIn(email, password);
});

async function isLoggedIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/orders')).status === 200;
}

function change(fields: Readonly<Record<string, string>>) {
  return here.submit('/settings', '/settings/password', fields);
}

describe('the list of sessions', () => {
  test('names each device in plain words, marks this one, and says when the others were last seen', async () => {
    const page = (await here.get('/settings')).text;
    expect(page).toMatch(/Firefox on Linux<\/span>\s*<span class="quiet"><strong>This device/);
    expect(page).toMatch(/Safari on iPhone<\/span>\s*<span class="quiet">Last seen 3 Mar 2026/);
    expect((await elsewhere.get('/settings')).text).toMatch(/Safari on iPhone<\/span>\s*<span class="quiet"><strong>/);
  });

  test('keeps up with use, to a few minutes', async () => {
    const shown = async () => /Last seen ([^<]+)/.exec((await here.get('/settings')).text)?.[1];
    const before = await shown();
    clock.forward({ minutes: 4 });
    await elsewhere.get('/orders');
    expect(await shown()).toBe(before);
    clock.forward({ minutes: 2 });
    await elsewhere.get('/orders');
    expect(await shown()).not.toBe(before);
  });

  test('holds no session that has expired or was left', async () => {
    await elsewhere.submit('/orders', '/log-out', {});
    expect((await here.get('/settings')).text).not.toContain('iPhone');
  });
});

describe('the life of a session', () => {
  const daysLater = (days: number) => clock.forward({ minutes: days * 24 * 60 });

  test('goes on with every visit, but no longer than 30 days', async () => {
    for (const _visit of [1, 2]) {
      daysLater(13);
      expect(await isLoggedIn(here)).toBe(true);
    }
    daysLater(4);
    expect(await isLoggedIn(here)).toBe(false);
  });

  test('ends after 14 days without a visit, and the list knows', async () => {
    daysLater(8);
    expect(await isLoggedIn(here)).toBe(true);
    expect((await here.get('/settings')).text).toContain('Safari on iPhone');
    daysLater(6);
    expect((await here.get('/settings')).text).not.toContain('iPhone');
    expect(await isLoggedIn(elsewhere)).toBe(false);
  });

  test('that is over leaves nothing in the store once the house was kept', async () => {
    daysLater(14);
    await myPage.keepHouse();
    const store = await openTestStore(myPage, clock.now);
    const rows = await store.read.selectFrom('session').selectAll().execute();
    await store.close();
    expect(rows).toEqual([]);
  });
});

describe('ending one session', () => {
  /** The id that the list gives the other session. */
  const listedIn = (page: string) => /name="session" value="([^"]+)"/.exec(page)?.[1] ?? '';

  test('logs that device out and no other, and says so', async () => {
    const session = listedIn((await here.get('/settings')).text);
    const reply = await here.submit('/settings', '/settings/end-session', { session });
    expect(reply.location).toBe('/settings?done=session');
    expect((await here.get('/settings?done=session')).text).toContain('That device is logged out.');
    expect([await isLoggedIn(here), await isLoggedIn(elsewhere)]).toEqual([true, false]);
  });

  test('offers every session but the own, by an id that opens nothing', async () => {
    const page = (await here.get('/settings')).text;
    expect(page.match(/action="\/settings\/end-session"/g)).toHaveLength(1);
    const thief = openVisitor(myPage.url);
    thief.cookies.set('my-page-session', listedIn(page));
    expect(await isLoggedIn(thief)).toBe(false);
  });

  test('of another account, or of none, ends nothing', async () => {
    const other = makeAccount({ email: 'per@example.com' });
    await publish(myPage, '/accounts', { accounts: [other] });
    const visitor = await loggedInVisitor(myPage, other, password);
    const session = listedIn((await here.get('/settings')).text);
    for (const id of [session, '', 'x'.repeat(24)]) {
      await visitor.submit('/settings', '/settings/end-session', { session: id });
    }
    expect([await isLoggedIn(here), await isLoggedIn(elsewhere), await isLoggedIn(visitor)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('log out everywhere', () => {
  test('ends this session and all others', async () => {
    const reply = await here.submit('/settings', '/settings/log-out-everywhere', {});
    expect(reply.location).toBe('/log-in?left=everywhere');
    expect([await isLoggedIn(here), await isLoggedIn(elsewhere)]).toEqual([false, false]);
    expect((await here.get('/log-in?left=everywhere')).text).toContain('You are logged out everywhere.');
  });

  test("leaves other accounts' sessions alone, and needs a form of one's own page", async () => {
    expect((await elsewhere.post('/settings/log-out-everywhere', {})).status).toBe(403);
    const other = makeAccount({ email: 'ola@example.com' });
    await publish(myPage, '/accounts', { accounts: [other] });
    const visitor = openVisitor(myPage.url);
    const link = await newPasswordLink(myPage, other.accountId);
    await visitor.submit(link, link, { password });
    await here.submit('/settings', '/settings/log-out-everywhere', {});
    expect(await isLoggedIn(visitor)).toBe(true);
  });
});

describe('changing the password', () => {
  const newPassword = 'battery horse correct';

  test('needs the old one, ends every other session and gives this one a new id', async () => {
    const former = here.cookies.get('my-page-session') ?? '';
    const reply = await change({ 'old-password': password, 'new-password': newPassword });
    expect(reply).toMatchObject({ status: 303, location: '/settings?done=password#content' });
    expect([await isLoggedIn(here), await isLoggedIn(elsewhere)]).toEqual([true, false]);
    const stolen = openVisitor(myPage.url);
    stolen.cookies.set('my-page-session', former);
    expect(await isLoggedIn(stolen)).toBe(false);
    expect((await elsewhere.logIn(email, password)).status).toBe(422);
    expect((await elsewhere.logIn(email, newPassword)).status).toBe(303);
  });

  test('makes links for setting a password stop working', async () => {
    const link = await newPasswordLink(myPage, account.accountId);
    await change({ 'old-password': password, 'new-password': newPassword });
    expect((await elsewhere.get(link)).status).toBe(410);
  });

  test.each([
    [{ 'old-password': 'wrong password', 'new-password': newPassword }, 'This is not your password.'],
    [{ 'old-password': '', 'new-password': newPassword }, 'This is not your password.'],
    [{ 'old-password': password, 'new-password': 'short' }, 'Choose at least 10 characters.'],
    [{ 'old-password': password, 'new-password': 'xyz1'.repeat(65) }, 'This is too long.'],
  ])('is refused at its field and changes nothing: %j', async (fields, text) => {
    const reply = await change(fields);
    expect([reply.status, reply.text.includes(text)]).toEqual([422, true]);
    expect(await isLoggedIn(elsewhere)).toBe(true);
    expect((await openVisitor(myPage.url).logIn(email, password)).status).toBe(303);
  });

  test('cannot be used to guess the old one', async () => {
    for (let count = 0; count < 10; count++) {
      expect((await change({ 'old-password': 'a wrong guess', 'new-password': newPassword })).status).toBe(422);
    }
    expect((await change({ 'old-password': password, 'new-password': newPassword })).status).toBe(429);
    expect((await openVisitor(myPage.url).logIn(email, password)).status).toBe(303);
  });

  test('is found by password managers', async () => {
    expect((await here.get('/.well-known/change-password')).location).toBe('/settings#password');
  });
});
