import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, endpoints } from '../../../../my-page/api/endpoints.ts';
import { callApi, openTestStore, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink } from '../../../support/my-page-accounts.ts';
import { statementsOf, storeAsText } from '../../../support/my-page-attack.ts';
import { makeAccount, makePlacedOrder, publish } from '../../../support/my-page-documents.ts';

let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage();
});
afterAll(() => myPage.close());

const all = Object.values<Endpoint>(endpoints);

/** Asks an end point with that key, with a body that would do harm if it were read. */
async function statusWith(key: string, { method, path }: Endpoint, headers = {}): Promise<number> {
  const place = path.replace(/:\w+/g, randomUUID());
  const call = { key, method, path: place, headers, ...(method !== 'GET' && { body: { accounts: [], products: [] } }) };
  return (await callApi(myPage, call)).status;
}

describe('a key', () => {
  test('of a storefront opens no end point of the desktop, nor the other way round', async () => {
    const before = await storeAsText(myPage);
    for (const endpoint of all) {
      const { scopes } = endpoint;
      if (!scopes.includes('storefront'))
        expect(await statusWith(myPage.storefrontKey, endpoint), endpoint.path).toBe(403);
      if (!scopes.includes('desktop')) expect(await statusWith(myPage.desktopKey, endpoint), endpoint.path).toBe(403);
    }
    expect(withoutCounts(await storeAsText(myPage))).toBe(withoutCounts(before));
  });

  test('that was revoked, or is of another site, opens nothing at once, anywhere', async () => {
    const other = await startMyPage();
    const key = await myPage.createApiKey('desktop');
    const known = new Set((await myPage.listApiKeys()).map(({ id }) => id));
    const revoked = await myPage.createApiKey('desktop');
    const made = (await myPage.listApiKeys()).find(({ id }) => !known.has(id));
    expect(await myPage.revokeApiKey(made?.id ?? '')).toBe(true);
    for (const endpoint of all) {
      expect(await statusWith(revoked, endpoint), endpoint.path).toBe(401);
      expect(await statusWith(other.desktopKey, endpoint), endpoint.path).toBe(401);
      expect(await statusWith(other.storefrontKey, endpoint), endpoint.path).toBe(401);
    }
    expect((await callApi(myPage, { key, path: '/state?from=255' })).status).toBe(200);
    await other.close();
  });

  test('is heeded in its header only, whole and once', async () => {
    const { desktopKey } = myPage;
    const ask = async (headers: Readonly<Record<string, string>>, query = ''): Promise<number> =>
      (await fetch(`${myPage.url}/api/v1/opt-out-secret${query}`, { headers })).status;
    expect(await ask({ authorization: `Bearer ${desktopKey}` })).toBe(200);
    for (const authorization of [
      desktopKey,
      `Basic ${desktopKey}`,
      `Bearer ${desktopKey.slice(0, -1)}`,
      `Bearer ${desktopKey}x`,
      `Bearer ${desktopKey.toUpperCase()}`,
      `Bearer ${desktopKey}, Bearer x`,
      `Bearer ${desktopKey} x`,
      `Bearer "${desktopKey}"`,
      'Bearer %',
      "Bearer ' OR 1=1 --",
    ]) {
      expect(await ask({ authorization }), authorization).toBe(401);
    }
    expect(await ask({ cookie: `key=${desktopKey}`, 'x-api-key': desktopKey }, `?key=${desktopKey}`)).toBe(401);
  });

  test('is looked up by its hash: no comparison of the key itself could be timed', async () => {
    const key = 'obk_desktop_a-key-that-is-tried';
    const statements = await statementsOf(() => callApi(myPage, { key, path: '/state' }));
    const lookUp = statements.find(({ sql }) => sql.includes('api_key'));
    expect(lookUp?.parameters).toContain(createHash('sha256').update(key).digest('hex'));
    expect(JSON.stringify(statements.map(({ parameters }) => parameters))).not.toContain(key);
  });

  test('that is unknown costs no write once its address has asked too often', async () => {
    const ask = () => callApi(myPage, { key: 'obk_desktop_unknown', path: '/state' });
    const store = await openTestStore(myPage);
    await store.write((tx) => tx.updateTable('throttle').set({ tries: 1000 }).execute());
    const statements = await statementsOf(ask);
    expect(statements.filter(({ sql }) => !/^select/i.test(sql))).toEqual([]);
    expect((await ask()).status).toBe(429);
    await store.write((tx) => tx.deleteFrom('throttle').execute());
    await store.close();
  });
});

describe('a storefront', () => {
  test("that guesses another customer's account id gets an order of its own words, and reads nothing back", async () => {
    const account = makeAccount();
    await publish(myPage, '/accounts', { accounts: [account] });
    const body = makePlacedOrder({ siteAccountId: randomUUID() });
    const reply = await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
    expect(reply.status).toBe(400);
    const placed = { key: myPage.storefrontKey, method: 'POST', path: '/orders', body: makePlacedOrder() } as const;
    expect(Object.keys((await callApi(myPage, placed)).body as object).sort()).toEqual(['enquiryId', 'webOrderNo']);
  });

  test('cannot replay the idempotency key of another one', async () => {
    const headers = { 'idempotency-key': 'shared' };
    const call = (key: string) =>
      callApi(myPage, { key, method: 'POST', path: '/orders', body: makePlacedOrder(), headers });
    const first = await call(myPage.storefrontKey);
    const other = await call(await myPage.createApiKey('storefront'));
    expect(other.headers.get('idempotent-replayed')).toBeNull();
    expect(other.body).not.toEqual(first.body);
  });
});

describe('a copy of the store', () => {
  test('holds no key, session, link or password as it is', async () => {
    const password = 'correct horse battery';
    const account = makeAccount({ email: 'copy@example.com' });
    await publish(myPage, '/accounts', { accounts: [account] });
    const visitor = await loggedInVisitor(myPage, account, password);
    const link = await newPasswordLink(myPage, account.accountId);
    const kept = await storeAsText(myPage);
    const session = visitor.cookies.get('my-page-session') ?? '';
    for (const secret of [myPage.desktopKey, myPage.storefrontKey, session, link.split('/').at(-1) ?? '', password]) {
      expect(secret).not.toBe('');
      expect(kept).not.toContain(secret);
    }
  });
});

function withoutCounts(rows: string): string {
  return rows
    .split('\n')
    .filter((row) => !row.startsWith('throttle '))
    .join('\n');
}
