import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAudit } from '../../../my-page/audit/audit-store.ts';
import { callApi, makeClock, openTestStore, siteNow, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, makePlacedOrder, publish, testSettings } from '../../support/my-page-documents.ts';
import { environmentFor } from '../../support/my-page-store.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';

const run = promisify(execFile);
const clock = makeClock();
let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now, requestTimeoutMs: 300 });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());

/** Sends bytes as they are and hands back the status of the answer; the rest never comes. */
async function sendRaw(bytes: string): Promise<string> {
  const { port } = new URL(myPage.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return (await text(socket)).split('\r\n')[0] ?? '';
}

describe('health', () => {
  test('/healthz and /readyz answer without a cookie, in words for machines', async () => {
    for (const [path, word] of [
      ['/healthz', 'ok\n'],
      ['/readyz', 'ready\n'],
    ] as const) {
      const reply = await openVisitor(myPage.url).get(path);
      expect([reply.status, reply.text, reply.headers.get('set-cookie')]).toEqual([200, word, null]);
    }
  });
});

describe('headers of the API', () => {
  test('forbid keeping and guessing, and over HTTPS plain HTTP', async () => {
    const secure = await startMyPage({ publicUrl: 'https://my.shop.example' });
    const reply = await callApi({ url: secure.localUrl }, { key: 'none', path: '/site-settings' });
    await secure.close();
    expect(reply.status).toBe(401);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    });
  });
});

describe('limits', () => {
  test('a body that stops coming, and headers that never end, are given up', async () => {
    const body = 'POST /log-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    expect(await sendRaw(`${body}Content-Length: 100\r\n\r\nemail=`)).toContain('408');
    expect(await sendRaw('GET / HTTP/1.1\r\nHost: x\r\n')).toContain('408');
  });

  test('requests without a valid key are counted by address, in the store, and free again after a minute', async () => {
    const ask = async () => {
      const reply = await callApi(myPage, { key: 'obk_desktop_guess', path: '/enquiries' });
      return { status: reply.status, retryAfter: reply.headers.get('retry-after') };
    };
    for (let count = 0; count < 60; count++) expect((await ask()).status).toBe(401);
    expect(await ask()).toEqual({ status: 429, retryAfter: '60' });
    expect((await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries' })).status).toBe(200);
    clock.forward({ minutes: 2 });
    expect((await ask()).status).toBe(401);
  });

  test("a storefront's requests are counted by key; the desktop's are not", async () => {
    const ask = async (key: string) => (await callApi(myPage, { key, path: '/site-settings' })).status;
    expect(await ask(myPage.storefrontKey)).toBe(200);
    const store = await openTestStore(myPage, clock.now);
    await store.write((tx) => tx.updateTable('throttle').set({ tries: 6000 }).execute());
    await store.close();
    expect([await ask(myPage.storefrontKey), await ask(myPage.desktopKey)]).toEqual([429, 200]);
    clock.forward({ minutes: 2 });
    expect(await ask(myPage.storefrontKey)).toBe(200);
  });
});

describe('the audit log', () => {
  test('says what was done and by which account, without names or addresses, and is kept for 13 months', async () => {
    const account = makeAccount({ email: 'secret-name@example.com', name: 'Secret Name' });
    await publish(myPage, '/accounts', { accounts: [account] });
    const visitor = await loggedInVisitor(myPage, account, 'correct horse battery');
    await openVisitor(myPage.url).logIn(account.email, 'wrong password');
    await openVisitor(myPage.url).logIn('nobody@example.com', 'wrong password');
    await visitor.get('/settings/my-data.json');
    await visitor.submit('/settings', '/settings/log-out-everywhere', {});
    const store = await openTestStore(myPage, clock.now);
    const entries = await readAudit(store.read, 100);
    const events = entries.map(({ event }) => event);
    for (const event of [
      'key-made',
      'password-link-made',
      'password-set',
      'data-downloaded',
      'logged-out-everywhere',
    ]) {
      expect(events).toContain(event);
    }
    const refused = entries.filter(({ event }) => event === 'log-in-refused');
    expect(refused.map(({ accountId }) => accountId !== null).sort()).toEqual([false, true]);
    expect(JSON.stringify(entries)).not.toMatch(/secret|nobody|127\.0/i);
    clock.forward({ minutes: 401 * 24 * 60 });
    await myPage.keepHouse();
    expect(await readAudit(store.read, 100)).toEqual([]);
    await store.close();
  });
});

describe('keys', () => {
  const program = 'my-page/main.ts';
  const cli = (...args: readonly string[]) =>
    run(process.execPath, [program, ...args], { env: { ...process.env, ...environmentFor(myPage.place) } });

  test('are listed without the key itself, and one revoked is refused at once', async () => {
    const key = await myPage.createApiKey('storefront');
    const order = () => callApi(myPage, { key, method: 'POST', path: '/orders', body: makePlacedOrder() });
    expect((await order()).status).toBe(201);
    const newest = (await myPage.listApiKeys()).find(({ createdAt }) => createdAt !== siteNow.toISOString())?.id ?? '';
    const listed = (await cli('--list-keys')).stdout;
    expect(listed).not.toContain(key.slice(-20));
    expect(listed).toMatch(new RegExp(`${newest} +storefront .* in use`));
    expect((await cli('--revoke-key', newest)).stdout).toContain('is revoked');
    expect((await order()).status).toBe(401);
    expect(await myPage.revokeApiKey(newest)).toBe(false);
  });
});
