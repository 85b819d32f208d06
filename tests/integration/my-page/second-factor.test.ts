import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { makeClock, openTestStore, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink } from '../../support/my-page-accounts.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { type CodeApp, readCodeApp, recoveryCodesIn, turnOnSecondFactor } from '../../support/my-page-second-factor.ts';
import { hiddenFields, openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const password = 'correct horse battery';
const newPassword = 'battery horse correct';
const start = '/settings/second-factor';
const confirm = '/settings/second-factor/confirm';
const clock = makeClock();
let myPage: TestMyPage;
let account: PublishedAccount;
let visitor: Visitor;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
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

async function isLoggedIn(browser: Visitor): Promise<boolean> {
  return (await browser.get('/orders')).status === 200;
}

/** Turns it on, and lets the step of its first code pass. */
async function turnOn(): Promise<CodeApp> {
  const app = await turnOnSecondFactor(visitor, password, clock.now());
  clock.forward({ minutes: 2 });
  return app;
}

/** A browser that knew the password and is asked for the code. */
async function afterPassword(): Promise<Visitor> {
  const browser = openVisitor(myPage.url);
  const reply = await browser.logIn(account.email, password);
  expect(reply).toMatchObject({ status: 303, location: '/log-in/code?next=%2Forders' });
  return browser;
}

const typeCode = (browser: Visitor, code: string) => browser.submit('/log-in/code', '/log-in/code', { code });

describe('turning the second factor on', () => {
  test('asks for the password, offers nothing without it, and shows key, picture and link in a page without script', async () => {
    const wrong = await visitor.submit(start, start, { password: 'a wrong password' });
    expect([wrong.status, wrong.text.includes('This is not your password.')]).toEqual([422, true]);
    expect((await visitor.get(confirm)).location).toBe(start);
    expect((await visitor.submit(start, start, { password })).location).toBe(confirm);
    const page = await visitor.get(confirm);
    const { secret } = readCodeApp(page.text);
    const shownKey = /<p class="code-key">(.*?)<\/p>/s.exec(page.text)?.[1]?.replace(/<[^>]*>|\s/g, '');
    expect(shownKey).toBe(secret);
    expect(page.text).toMatch(/<div class="qr-code" role="img" aria-label="[^"]+"><svg /);
    expect(page.text).not.toMatch(/<script|<img|data:|style="/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test('takes a first code, then ends every other session and gives this one a new id', async () => {
    const elsewhere = openVisitor(myPage.url);
    await elsewhere.logIn(account.email, password);
    const former = visitor.cookies.get('my-page-session') ?? '';
    await turnOn();
    const stolen = openVisitor(myPage.url);
    stolen.cookies.set('my-page-session', former);
    expect([await isLoggedIn(visitor), await isLoggedIn(elsewhere), await isLoggedIn(stolen)]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await visitor.get('/settings')).text).toContain('Recovery codes left: 10.');
  });

  test('is not done by a wrong code, an old one, or an offer older than ten minutes', async () => {
    await visitor.submit(start, start, { password });
    const app = readCodeApp((await visitor.get(confirm)).text);
    const old = app.codeAt(clock.now());
    clock.forward({ minutes: 2 });
    for (const code of ['000000', '', 'abcdef', old]) {
      expect((await visitor.submit(confirm, confirm, { code })).status).toBe(422);
    }
    const form = hiddenFields((await visitor.get(confirm)).text);
    clock.forward({ minutes: 8 });
    const late = await visitor.post(confirm, { ...form, code: app.codeAt(clock.now()) });
    expect(late).toMatchObject({ status: 303, location: start });
    expect((await visitor.get('/settings')).text).not.toContain('Recovery codes left');
  });

  test('is for the session that asked: another one of the account sees no secret', async () => {
    const elsewhere = openVisitor(myPage.url);
    await elsewhere.logIn(account.email, password);
    await visitor.submit(start, start, { password });
    expect((await elsewhere.get(confirm)).location).toBe(start);
  });

  test('shows the recovery codes once, in a page whose forms work', async () => {
    await visitor.submit(start, start, { password });
    const app = readCodeApp((await visitor.get(confirm)).text);
    const sent = hiddenFields((await visitor.get(confirm)).text);
    const shown = await visitor.post(confirm, { ...sent, code: app.codeAt(clock.now()) });
    const codes = recoveryCodesIn(shown.text);
    expect(codes).toHaveLength(10);
    for (const path of ['/settings', confirm, start]) {
      expect((await visitor.get(path)).text).not.toContain(codes[0]);
    }
    expect((await visitor.post('/log-out', hiddenFields(shown.text))).status).toBe(303);
  });

  test('a second time changes nothing: the one that is on stays', async () => {
    const app = await turnOn();
    expect((await visitor.get(start)).location).toBe('/settings#second-factor');
    const own = hiddenFields((await visitor.get('/settings')).text);
    await visitor.post(start, { ...own, password });
    const second = readCodeApp((await visitor.get(confirm)).text);
    const refused = await visitor.post(confirm, { ...own, code: second.codeAt(clock.now()) });
    expect(refused.location).toBe(start);
    expect((await typeCode(await afterPassword(), second.codeAt(clock.now()))).status).toBe(422);
    expect((await typeCode(await afterPassword(), app.codeAt(clock.now()))).status).toBe(303);
  });
});

describe('logging in with a second factor', () => {
  test('the password alone opens nothing; the code does, with a session id of its own, and leads on', async () => {
    const app = await turnOn();
    const browser = openVisitor(myPage.url);
    const reply = await browser.submit('/log-in?next=/settings', '/log-in', { email: account.email, password });
    expect(reply.location).toBe('/log-in/code?next=%2Fsettings');
    expect(browser.cookies.has('my-page-session')).toBe(false);
    expect(await isLoggedIn(browser)).toBe(false);
    const challenge = browser.cookies.get('my-page-challenge') ?? '';
    const in2 = await browser.submit(reply.location ?? '', '/log-in/code', { code: app.codeAt(clock.now()) });
    expect(in2).toMatchObject({ status: 303, location: '/settings' });
    expect(await isLoggedIn(browser)).toBe(true);
    expect(browser.cookies.has('my-page-challenge')).toBe(false);
    const thief = openVisitor(myPage.url);
    thief.cookies.set('my-page-session', challenge);
    expect(await isLoggedIn(thief)).toBe(false);
  });

  test('the cookie in between is HttpOnly, SameSite=Lax and short-lived', async () => {
    await turnOn();
    const cookies = (await openVisitor(myPage.url).logIn(account.email, password)).headers.getSetCookie().join('\n');
    expect(cookies).toMatch(/my-page-challenge=[^;]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax/);
  });

  test('a wrong password and an unknown address look as they do without one', async () => {
    await turnOn();
    const comparable = (text: string) => text.replace(/value="[^"]*"/g, '');
    const wrong = await openVisitor(myPage.url).logIn(account.email, 'a wrong password');
    const unknown = await openVisitor(myPage.url).logIn(`nobody-${customers}@example.com`, 'a wrong password');
    expect([wrong.status, comparable(wrong.text)]).toEqual([unknown.status, comparable(unknown.text)]);
    expect(wrong.headers.getSetCookie()).toEqual(unknown.headers.getSetCookie());
  });

  test('takes a code half a minute early or late, and no further off', async () => {
    const app = await turnOn();
    const at = (seconds: number) => app.codeAt(new Date(clock.now().getTime() + seconds * 1000));
    const browser = await afterPassword();
    for (const off of [-60, 60]) expect((await typeCode(browser, at(off))).status).toBe(422);
    expect((await typeCode(browser, at(-30))).status).toBe(303);
    expect((await typeCode(await afterPassword(), at(30))).status).toBe(303);
  });

  test('spends each code once: of browsers that send the same one side by side, one gets in', async () => {
    const app = await turnOn();
    const code = app.codeAt(clock.now());
    const browsers = await Promise.all([1, 2, 3, 4].map(afterPassword));
    const forms = await Promise.all(
      browsers.map(async (browser) => hiddenFields((await browser.get('/log-in/code')).text)),
    );
    const replies = await Promise.all(
      browsers.map((browser, index) => browser.post('/log-in/code', { ...forms[index], code })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
    expect((await typeCode(await afterPassword(), code)).status).toBe(422);
  });

  test('after a code, one of an earlier step is spent, too', async () => {
    const app = await turnOn();
    const earlier = app.codeAt(new Date(clock.now().getTime() - 30_000));
    expect((await typeCode(await afterPassword(), app.codeAt(clock.now()))).status).toBe(303);
    expect((await typeCode(await afterPassword(), earlier)).status).toBe(422);
  });

  test('takes five tries, then the password again; the right code comes too late', async () => {
    const app = await turnOn();
    const browser = await afterPassword();
    const form = hiddenFields((await browser.get('/log-in/code')).text);
    const statuses: number[] = [];
    for (let count = 0; count < 5; count++) {
      statuses.push((await browser.post('/log-in/code', { ...form, code: '000000' })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 303]);
    const late = await browser.post('/log-in/code', { ...form, code: app.codeAt(clock.now()) });
    expect(late.location).toBe('/log-in?left=code&next=%2Forders');
    expect((await browser.get('/log-in?left=code')).text).toContain('too many tries. Log in again.');
    expect(await isLoggedIn(browser)).toBe(false);
  });

  test('and ten of all unknown browsers, however often the password is given; the owner is not kept out at his own', async () => {
    const app = await turnOn();
    const code = () => app.codeAt(clock.now());
    for (const _browser of [1, 2]) {
      const browser = await afterPassword();
      const form = hiddenFields((await browser.get('/log-in/code')).text);
      for (let count = 0; count < 5; count++) await browser.post('/log-in/code', { ...form, code: '000000' });
    }
    const refused = await typeCode(await afterPassword(), code());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15']);
    expect(refused.text).toContain('Too many tries. Try again in 15 seconds.');
    await visitor.submit('/orders', '/log-out', {});
    await visitor.logIn(account.email, password);
    expect((await typeCode(visitor, code())).status).toBe(303);
    clock.forward({ minutes: 16 });
    expect((await typeCode(await afterPassword(), code())).status).toBe(303);
  });

  test('waits ten minutes for the code, and needs the browser that gave the password', async () => {
    const app = await turnOn();
    const browser = await afterPassword();
    const form = hiddenFields((await browser.get('/log-in/code')).text);
    const other = openVisitor(myPage.url);
    expect((await other.get('/log-in/code')).location).toBe('/log-in?left=code&next=%2Forders');
    const otherForm = hiddenFields((await other.get('/log-in')).text);
    expect((await other.post('/log-in/code', { ...otherForm, code: app.codeAt(clock.now()) })).status).toBe(303);
    expect(await isLoggedIn(other)).toBe(false);
    clock.forward({ minutes: 10 });
    await browser.post('/log-in/code', { ...form, code: app.codeAt(clock.now()) });
    expect(await isLoggedIn(browser)).toBe(false);
  });

  test('a link that sets a password does not get around it', async () => {
    const app = await turnOn();
    const link = await newPasswordLink(myPage, account.accountId);
    const browser = openVisitor(myPage.url);
    expect((await browser.submit(link, link, { password: newPassword })).location).toBe('/log-in/code?next=%2Forders');
    expect(await isLoggedIn(browser)).toBe(false);
    expect((await typeCode(browser, app.codeAt(clock.now()))).status).toBe(303);
    expect(await isLoggedIn(browser)).toBe(true);
  });

  test('ends half way when the password is changed or the account declined meanwhile', async () => {
    const app = await turnOn();
    const [first, second] = [await afterPassword(), await afterPassword()];
    await visitor.submit('/settings', '/settings/password', { 'old-password': password, 'new-password': newPassword });
    expect((await first.get('/log-in/code')).location).toBe('/log-in?left=code&next=%2Forders');
    await first.logIn(account.email, newPassword);
    const form = hiddenFields((await first.get('/log-in/code')).text);
    await publish(myPage, '/accounts', { accounts: [{ ...account, status: 'declined' }] });
    await first.post('/log-in/code', { ...form, code: app.codeAt(clock.now()) });
    await publish(myPage, '/accounts', { accounts: [account] });
    expect([await isLoggedIn(first), await isLoggedIn(second)]).toEqual([false, false]);
  });
});

describe('recovery codes', () => {
  const typeRecovery = (browser: Visitor, code: string) =>
    browser.submit('/log-in/recovery-code', '/log-in/recovery-code', { code });

  test('work instead of the app, once each, however they are typed', async () => {
    const { recoveryCodes } = await turnOn();
    const [first = '', second = ''] = recoveryCodes;
    expect((await typeRecovery(await afterPassword(), first)).status).toBe(303);
    const again = await typeRecovery(await afterPassword(), first);
    expect([again.status, again.text.includes('This recovery code does not fit')]).toEqual([422, true]);
    const browser = await afterPassword();
    expect((await typeRecovery(browser, ` ${second.toUpperCase().replace('-', ' ')}`)).status).toBe(303);
    expect((await browser.get('/settings')).text).toContain('Recovery codes left: 8.');
  });

  test('side by side open one session', async () => {
    const { recoveryCodes } = await turnOn();
    const browsers = await Promise.all([1, 2, 3].map(afterPassword));
    const forms = await Promise.all(
      browsers.map(async (browser) => hiddenFields((await browser.get('/log-in/code')).text)),
    );
    const code = recoveryCodes[0] ?? '';
    const replies = await Promise.all(
      browsers.map((browser, index) => browser.post('/log-in/code', { ...forms[index], code })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  test('of one customer open no other account', async () => {
    const { recoveryCodes } = await turnOn();
    const other = makeAccount({ email: `other-${customers}@example.com` });
    await publish(myPage, '/accounts', { accounts: [other] });
    const theirs = await loggedInVisitor(myPage, other, password);
    await turnOnSecondFactor(theirs, password, clock.now());
    const browser = openVisitor(myPage.url);
    await browser.logIn(other.email, password);
    expect((await typeRecovery(browser, recoveryCodes[0] ?? '')).status).toBe(422);
  });

  test('made anew take password and code, and the old ones stop working', async () => {
    const app = await turnOn();
    const path = '/settings/second-factor/new-codes';
    const elsewhere = await afterPassword();
    await typeCode(elsewhere, app.codeAt(clock.now()));
    clock.forward({ minutes: 1 });
    for (const [given, text] of [
      [{ password: 'a wrong password', code: app.codeAt(clock.now()) }, 'This is not your password.'],
      [{ password, code: '000000' }, 'This code does not fit'],
    ] as const) {
      const refused = await visitor.submit(path, path, given);
      expect([refused.status, refused.text.includes(text)]).toEqual([422, true]);
    }
    const made = await visitor.submit(path, path, { password, code: app.codeAt(clock.now()) });
    const codes = recoveryCodesIn(made.text);
    expect([made.status, codes.length]).toEqual([200, 10]);
    expect([await isLoggedIn(visitor), await isLoggedIn(elsewhere)]).toEqual([true, false]);
    expect((await typeRecovery(await afterPassword(), app.recoveryCodes[1] ?? '')).status).toBe(422);
    expect((await typeRecovery(await afterPassword(), codes[0] ?? '')).status).toBe(303);
  });

  test('running out are told of', async () => {
    const { recoveryCodes } = await turnOn();
    const warning = 'Few recovery codes are left.';
    const used = recoveryCodes.slice(0, 8);
    let last = visitor;
    for (const code of used) {
      expect((await last.get('/settings')).text).not.toContain(warning);
      last = await afterPassword();
      await typeRecovery(last, code);
    }
    expect((await last.get('/settings')).text).toContain(warning);
  });
});

describe('turning the second factor off', () => {
  const off = '/settings/second-factor/off';

  test('takes password and code, ends every other session, and the password alone opens the account again', async () => {
    const app = await turnOn();
    const elsewhere = await afterPassword();
    await typeCode(elsewhere, app.codeAt(clock.now()));
    clock.forward({ minutes: 1 });
    expect((await visitor.submit(off, off, { password: 'a wrong password', code: '000000' })).status).toBe(422);
    expect((await visitor.submit(off, off, { password, code: '000000' })).status).toBe(422);
    const done = await visitor.submit(off, off, { password, code: app.codeAt(clock.now()) });
    expect(done.location).toBe('/settings?done=second-factor-off');
    expect((await visitor.get('/settings?done=second-factor-off')).text).toContain('Log-in with a code is off.');
    expect(await isLoggedIn(elsewhere)).toBe(false);
    expect((await openVisitor(myPage.url).logIn(account.email, password)).location).toBe('/orders');
  });

  test('cannot be used to guess the code', async () => {
    const app = await turnOn();
    for (let count = 0; count < 10; count++) {
      expect((await visitor.submit(off, off, { password, code: '000000' })).status).toBe(422);
    }
    expect((await visitor.submit(off, off, { password, code: app.codeAt(clock.now()) })).status).toBe(429);
  });

  test('is not there where it is off', async () => {
    for (const path of [off, '/settings/second-factor/new-codes']) {
      expect((await visitor.get(path)).location).toBe('/settings#second-factor');
      const own = hiddenFields((await visitor.get('/settings')).text);
      expect((await visitor.post(path, { ...own, password, code: '000000' })).location).toBe('/settings#second-factor');
    }
  });
});

describe('the store', () => {
  test('holds neither secret nor recovery code nor the token in between as it is', async () => {
    const app = await turnOn();
    const browser = await afterPassword();
    await visitor.submit('/settings', '/settings', { language: 'en' });
    const store = await openTestStore(myPage, clock.now);
    const tables = ['second_factor', 'recovery_code', 'second_factor_offer', 'log_in_challenge'] as const;
    const rows = await Promise.all(tables.map((table) => store.read.selectFrom(table).selectAll().execute()));
    await store.close();
    const kept = JSON.stringify(rows);
    const recovery = (app.recoveryCodes[0] ?? '').replace('-', '');
    for (const secret of [app.secret, recovery, browser.cookies.get('my-page-challenge') ?? '']) {
      expect(secret).not.toBe('');
      expect(kept).not.toContain(secret);
    }
  });

  test('forgets log-ins and offers that have had their time', async () => {
    await visitor.submit(start, start, { password });
    await turnOn();
    await afterPassword();
    clock.forward({ minutes: 11 });
    await myPage.keepHouse();
    const store = await openTestStore(myPage, clock.now);
    const left = await Promise.all(
      (['second_factor_offer', 'log_in_challenge'] as const).map((table) =>
        store.read.selectFrom(table).selectAll().execute(),
      ),
    );
    await store.close();
    expect(left).toEqual([[], []]);
  });

  test('says who did what: the events of the audit', async () => {
    const app = await turnOn();
    const browser = await afterPassword();
    await typeCode(browser, '000000');
    await typeCode(browser, app.recoveryCodes[0] ?? '');
    const off = '/settings/second-factor/off';
    await visitor.submit(off, off, { password, code: app.codeAt(clock.now()) });
    const store = await openTestStore(myPage, clock.now);
    const audited = await store.read.selectFrom('audit').select(['event', 'account_id']).execute();
    const own = await store.read
      .selectFrom('account')
      .select('id')
      .where('email', '=', account.email)
      .executeTakeFirstOrThrow();
    await store.close();
    const events = audited.filter(({ account_id }) => account_id === own.id).map(({ event }) => event);
    expect(events.toSorted()).toEqual(
      [
        'code-asked',
        'code-refused',
        'logged-in',
        'password-link-made',
        'password-set',
        'recovery-code-used',
        'second-factor-off',
        'second-factor-on',
      ].toSorted(),
    );
  });
});
