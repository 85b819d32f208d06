import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMyPage, type MyPageOptions } from '../../../my-page/server.ts';
import { makeClock, openTestStore, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { type CodeApp, turnOnSecondFactor } from '../../support/my-page-second-factor.ts';
import { environmentFor, makeStorePlace, type TestStorePlace } from '../../support/my-page-store.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';

/** What becomes of second factors when keys change, and what the owner of the site can do. */

const run = promisify(execFile);
const password = 'correct horse battery';
const firstKey = 'a first key of more than 32 characters';
const secondKey = 'another key of more than 32 characters';
const account = makeAccount();
const clock = makeClock();
let folder: string;
let store: TestStorePlace;
let myPage: TestMyPage | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'my-page-keys-'));
  store = await makeStorePlace();
});
afterEach(async () => {
  await myPage?.close();
  myPage = null;
  await store.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Starts My page on the store of this test; the one before it stops. */
async function restart(options: MyPageOptions): Promise<TestMyPage> {
  await myPage?.close();
  const { place } = store;
  const site = await createMyPage({ clock: clock.now, databaseConnections: 5, ...options, ...place });
  const keys = {
    desktopKey: await site.createApiKey('desktop'),
    storefrontKey: await site.createApiKey('storefront'),
  };
  myPage = { ...site, ...keys, place };
  return myPage;
}

async function turnOn(site: TestMyPage): Promise<CodeApp> {
  await publish(site, '/site-settings', testSettings);
  await publish(site, '/accounts', { accounts: [account] });
  return turnOnSecondFactor(await loggedInVisitor(site, account, password), password, clock.now());
}

/** Logs in a few minutes later, and says whether the code opened the orders. */
async function opens(site: TestMyPage, code: () => string): Promise<boolean> {
  clock.forward({ minutes: 2 });
  const browser = openVisitor(site.url);
  await browser.logIn(account.email, password);
  await browser.submit('/log-in/code', '/log-in/code', { code: code() });
  return (await browser.get('/orders')).status === 200;
}

async function sealedSecret(site: TestMyPage): Promise<string> {
  const opened = await openTestStore(site, clock.now);
  const { secret } = await opened.read.selectFrom('second_factor').select('secret').executeTakeFirstOrThrow();
  await opened.close();
  return secret;
}

const keyIdOf = (sealed: string) => sealed.split('.')[1];

describe('the key that seals the secrets of apps', () => {
  test('may be set later, and replaced: what an earlier one sealed is read, and sealed anew by a log-in', async () => {
    const unset = await restart({});
    const app = await turnOn(unset);
    const code = () => app.codeAt(clock.now());
    const keyIds = [keyIdOf(await sealedSecret(unset))];
    for (const keys of [{ secretKey: firstKey }, { secretKey: secondKey, formerSecretKey: firstKey }]) {
      const site = await restart(keys);
      expect(await opens(site, code)).toBe(true);
      keyIds.push(keyIdOf(await sealedSecret(site)));
    }
    expect(new Set(keyIds).size).toBe(3);
    expect(await opens(await restart({ secretKey: secondKey }), code)).toBe(true);
  });

  test('that is lost shuts out codes but not recovery codes, and the log says why without naming anybody', async () => {
    const app = await turnOn(await restart({ secretKey: firstKey }));
    const lines: string[] = [];
    const site = await restart({ secretKey: secondKey, logTo: { write: (line) => lines.push(line) } });
    expect(await opens(site, () => app.codeAt(clock.now()))).toBe(false);
    expect(lines.filter((line) => line.includes('second-factor-unreadable'))).toHaveLength(1);
    expect(lines.join('')).not.toContain(account.email);
    expect(await opens(site, () => app.recoveryCodes[0] ?? '')).toBe(true);
  });
});

describe('the owner of the site', () => {
  const main = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    run(process.execPath, ['my-page/main.ts', ...args], {
      env: { ...process.env, ...environmentFor(store.place), ...env },
    }).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        text: `${error.stdout}${error.stderr}`,
      }),
    );

  test('can take the second factor from a customer who lost both: logged out everywhere, in the audit', async () => {
    const site = await restart({});
    await turnOn(site);
    const browser = await loggedInVisitor(site, account, password);
    expect(await main(['--remove-second-factor', ` ${account.email.toUpperCase()}`])).toMatchObject({ code: 0 });
    expect((await browser.get('/orders')).status).toBe(303);
    expect((await openVisitor(site.url).logIn(account.email, password)).location).toBe('/orders');
    const opened = await openTestStore(site, clock.now);
    const events = await opened.read.selectFrom('audit').select('event').execute();
    await opened.close();
    expect(events).toContainEqual({ event: 'second-factor-removed' });
    expect((await main(['--remove-second-factor', account.email])).text).toContain('has no second factor');
    expect(await main(['--remove-second-factor', 'nobody@example.com'])).toMatchObject({ code: 1 });
  });

  test('is told when the key is too short, also from a file, before anything listens', async () => {
    const file = join(folder, 'key');
    await writeFile(file, 'short\n');
    for (const env of [{ MY_PAGE_SECRET_KEY: 'short' }, { MY_PAGE_SECRET_KEY_FILE: file }]) {
      const { code, text } = await main([], { ...env, PORT: '0' });
      expect([code, text]).toEqual([1, expect.stringContaining('MY_PAGE_SECRET_KEY has fewer than 32 characters')]);
    }
  });
});
