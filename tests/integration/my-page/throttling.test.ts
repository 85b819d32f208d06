import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { hiddenFields, openVisitor, type PageReply, type Visitor } from '../../support/my-page-visitor.ts';

const password = 'correct horse battery';
const clock = makeClock();
let myPage: TestMyPage;
let account: PublishedAccount;
let owner: Visitor;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now, trustedProxies: ['127.0.0.1'] });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());
beforeEach(async () => {
  clock.forward({ minutes: 16 });
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com` });
  await publish(myPage, '/accounts', { accounts: [account] });
  owner = await loggedInVisitor(myPage, account, password);
  await owner.post('/log-out', hiddenFields((await owner.get('/orders')).text));
});

/** Tries from an address, as a proxy would tell it. */
async function tryFrom(address: string, email: string, visitor = openVisitor(myPage.url)): Promise<PageReply> {
  const hidden = hiddenFields((await visitor.get('/log-in')).text);
  const headers = { origin: new URL(myPage.url).origin, 'x-forwarded-for': address };
  return visitor.post('/log-in', { ...hidden, email, password: 'a wrong password' }, headers);
}

async function guess(times: number, email = account.email): Promise<PageReply> {
  const visitor = openVisitor(myPage.url);
  let last = await visitor.logIn(email, 'a wrong password');
  for (let count = 1; count < times; count++) last = await visitor.logIn(email, 'a wrong password');
  return last;
}

describe('guessing a password', () => {
  test('costs growing waits, at most 15 minutes, told in words and by Retry-After', async () => {
    expect((await guess(10)).status).toBe(422);
    const waits: number[] = [];
    const words: (string | undefined)[] = [];
    for (let count = 0; count < 8; count++) {
      const refused = await guess(1);
      expect(refused.status).toBe(429);
      const seconds = Number(refused.headers.get('retry-after'));
      waits.push(seconds);
      words.push(/Try again in ([^.]+)\./.exec(refused.text)?.[1]);
      clock.forward({ minutes: seconds / 60 });
      expect((await guess(1)).status).toBe(422);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
    expect(words.slice(0, 3)).toEqual(['15 seconds', '30 seconds', '1 minute']);
    expect(words.at(-1)).toBe('15 minutes');
  });

  test('a guess within a wait lengthens nothing', async () => {
    await guess(10);
    for (let count = 0; count < 20; count++) expect((await guess(1)).headers.get('retry-after')).toBe('15');
    clock.forward({ minutes: 0.25 });
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('is counted alike for an address without an account', async () => {
    const known = await guess(11);
    const unknown = await guess(11, `nobody-${customers}@example.com`);
    expect([unknown.status, unknown.headers.get('retry-after')]).toEqual([429, known.headers.get('retry-after')]);
  });
});

describe('a browser that has been in the account before', () => {
  test('gets in at once while others guess', async () => {
    await guess(40);
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(429);
    expect((await owner.logIn(account.email, password)).status).toBe(303);
  });

  test('is not excused itself: its own guesses are counted', async () => {
    for (let count = 0; count < 10; count++) await owner.logIn(account.email, 'a wrong password');
    expect((await owner.logIn(account.email, password)).status).toBe(429);
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('its log-in gives those who guess no new tries', async () => {
    await guess(10);
    await owner.logIn(account.email, password);
    expect((await guess(1)).status).toBe(429);
  });

  test('is known to its own account only, and by nothing that one can make up', async () => {
    const other = makeAccount({ email: `other-${customers}@example.com` });
    await publish(myPage, '/accounts', { accounts: [other] });
    const thief = await loggedInVisitor(myPage, other, password);
    await guess(10);
    const cookie = thief.cookies.get('my-page-device') ?? '';
    expect(cookie).not.toBe('');
    for (const made of [cookie, `${cookie}x`, 'x', cookie.split('.').reverse().join('.'), '~'.repeat(2000)]) {
      const visitor = openVisitor(myPage.url);
      visitor.cookies.set('my-page-device', made);
      expect((await visitor.logIn(account.email, password)).status).toBe(429);
    }
  });

  test('stays known to two people who share it', async () => {
    const other = makeAccount({ email: `partner-${customers}@example.com` });
    await publish(myPage, '/accounts', { accounts: [other] });
    await loggedInVisitor(myPage, other, password);
    await owner.logIn(other.email, password);
    await owner.post('/log-out', hiddenFields((await owner.get('/orders')).text));
    await guess(10);
    await guess(10, other.email);
    expect((await owner.logIn(account.email, password)).status).toBe(303);
    await owner.post('/log-out', hiddenFields((await owner.get('/orders')).text));
    expect((await owner.logIn(other.email, password)).status).toBe(303);
  });

  test('says nothing of the account in its cookie', () => {
    expect(owner.cookies.get('my-page-device')).toMatch(/^[\w-]{43}\.[\w-]{43}$/);
  });
});

describe('a network', () => {
  test('gets 100 wrong tries in 15 minutes over all accounts; an IPv6 network is a /64', async () => {
    const visitor = openVisitor(myPage.url);
    let last = await tryFrom('2001:db8:1:2::1', 'a@example.com', visitor);
    for (let count = 1; count < 100; count++) {
      last = await tryFrom(`2001:db8:1:2:${count.toString(16)}::1`, `nobody-${count}@example.com`, visitor);
    }
    expect(last.status).toBe(422);
    expect((await tryFrom('2001:db8:1:2:ffff::9', account.email, visitor)).status).toBe(429);
    expect((await tryFrom('2001:db8:1:3::1', account.email, visitor)).status).toBe(422);
  });
});
