import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword, isOutdatedHash, mostCostlyAtATime } from '../../../my-page/accounts/passwords.ts';
import type { Store } from '../../../my-page/db/store.ts';
import type { PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { makeClock, openTestStore, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import {
  loggedInVisitor,
  newPasswordLink,
  registerCustomer,
  registrationLink,
} from '../../support/my-page-accounts.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { hiddenFields, openVisitor } from '../../support/my-page-visitor.ts';

const password = 'correct horse battery';
const clock = makeClock();
let myPage: TestMyPage;
let account: PublishedAccount;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());
beforeEach(async () => {
  clock.forward({ minutes: 20 });
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com`, name: 'Kari Nordmann' });
  await publish(myPage, '/accounts', { accounts: [account] });
});

async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openTestStore(myPage, clock.now);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function storedHash(): Promise<string> {
  return withStore(async (store) => {
    const rows = store.read.selectFrom('account').select('password_hash').where('email', '=', account.email);
    return (await rows.executeTakeFirstOrThrow()).password_hash ?? '';
  });
}

describe('a new password', () => {
  test.each([
    ['Password123', 'Many people use this password'],
    ['1q2w3e4r5t6y', 'Many people use this password'],
    ['testshop2026', 'little more than a name'],
    ['Kari Nordmann', 'little more than a name'],
  ])('%s is refused by registration, link and change alike', async (guessable, text) => {
    const person = { name: 'Kari Nordmann', email: `new-${customers}@example.com` };
    const registered = await registerCustomer(myPage, person, { password: guessable });
    const link = await newPasswordLink(myPage, account.accountId);
    const byLink = await openVisitor(myPage.url).submit(link, link, { password: guessable });
    const visitor = await loggedInVisitor(myPage, account, password);
    const fields = { 'old-password': password, 'new-password': guessable };
    const changed = await visitor.submit('/settings', '/settings/password', fields);
    for (const reply of [registered, byLink, changed]) {
      expect([reply.status, reply.text.includes(text)]).toEqual([422, true]);
    }
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('of 256 characters counts to its last one', async () => {
    const long = `${'long pass phrase '.repeat(15)}!`;
    expect(long).toHaveLength(256);
    await loggedInVisitor(myPage, account, long);
    expect((await openVisitor(myPage.url).logIn(account.email, long.slice(0, -1))).status).toBe(422);
    expect((await openVisitor(myPage.url).logIn(account.email, long)).status).toBe(303);
  });

  test.each([
    ['white space at its ends', '  two blanks before', 'two blanks before'],
    ['its case', 'Correct Horse Battery', 'correct horse battery'],
    ['the way an accent is written', 'bla\u030Ab\u00E6r og fl\u00F8te', 'bl\u00E5b\u00E6r og fl\u00F8te'],
  ])('is taken as typed: %s counts', async (_what, typed, other) => {
    await loggedInVisitor(myPage, account, typed);
    expect((await openVisitor(myPage.url).logIn(account.email, other)).status).toBe(422);
    expect((await openVisitor(myPage.url).logIn(account.email, typed)).status).toBe(303);
  });

  test('can be pasted whole: its field cuts nothing off', async () => {
    const person = { name: 'Ola Berg', email: 'ola.pastes@example.com' };
    await openVisitor(myPage.url).submit('/register', '/register', person);
    const links = [await registrationLink(myPage, person.email), await newPasswordLink(myPage, account.accountId)];
    for (const path of ['/log-in', ...links]) {
      const fields = [...(await openVisitor(myPage.url).get(path)).text.matchAll(/<input[^>]*type="password"[^>]*>/g)];
      expect(fields.length, path).toBe(1);
      for (const [field] of fields) expect(field).not.toMatch(/maxlength|onpaste|autocomplete="off"/);
    }
  });
});

describe('the stored hash', () => {
  test('is argon2id with at least 19 MiB and 2 passes', async () => {
    await loggedInVisitor(myPage, account, password);
    const [, kind, , parameters = ''] = (await storedHash()).split('$');
    expect(kind).toBe('argon2id');
    const [memory = 0, passes = 0] = [...parameters.matchAll(/=(\d+)/g)].map(([, number]) => Number(number));
    expect(memory).toBeGreaterThanOrEqual(19_456);
    expect(passes).toBeGreaterThanOrEqual(2);
  });

  test('from before the cost was raised is made anew by a log-in, and only by a right one', async () => {
    await loggedInVisitor(myPage, account, password);
    const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await withStore((store) =>
      store.write((tx) =>
        tx.updateTable('account').set({ password_hash: weak }).where('email', '=', account.email).execute(),
      ),
    );
    await openVisitor(myPage.url).logIn(account.email, 'a wrong password');
    expect(await storedHash()).toBe(weak);
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
    expect(isOutdatedHash(await storedHash())).toBe(false);
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });
});

describe('a flood of log-ins', () => {
  test('is put off with 503 and Retry-After, for known and unknown addresses alike, and passes', async () => {
    const emails = [account.email, 'nobody@example.com'];
    const browsers = await Promise.all(
      emails.map(async (email) => {
        const browser = openVisitor(myPage.url);
        return { browser, email, hidden: hiddenFields((await browser.get('/log-in')).text) };
      }),
    );
    let isFlooding = true;
    const flood = async (): Promise<void> => {
      while (isFlooding) await hashPassword('as many as can wait');
    };
    const floods = Array.from({ length: mostCostlyAtATime }, flood);
    const replies = await Promise.all(
      browsers.map(({ browser, email, hidden }) => browser.post('/log-in', { ...hidden, email, password })),
    );
    expect((await openVisitor(myPage.url).get('/shop')).status).toBe(200);
    isFlooding = false;
    await Promise.all(floods);
    expect(replies.map(({ status }) => status)).toEqual([503, 503]);
    expect(replies.map(({ headers }) => headers.get('retry-after'))).toEqual(['5', '5']);
    expect(new Set(replies.map(({ text }) => text.replace(/value="[^"]*"/g, ''))).size).toBe(1);
    expect(replies[0]?.text).toContain('Try again in a few seconds.');
    expect((await openVisitor(myPage.url).logIn('nobody@example.com', password)).status).toBe(422);
  });
});
