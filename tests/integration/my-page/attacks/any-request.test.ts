import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Endpoint, endpoints } from '../../../../my-page/api/endpoints.ts';
import type { Store } from '../../../../my-page/db/store.ts';
import type { Tables } from '../../../../my-page/db/tables.ts';
import { type PublishedAccount, publishHistoriesAnswer } from '../../../../shared/my-page/protocol.ts';
import { changedJson, changedText } from '../../../support/any-change.ts';
import { anyInput } from '../../../support/any-input.ts';
import { casesOf, fuzzTimeoutMs } from '../../../support/fuzz.ts';
import { callApi, makeClock, openTestStore, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor } from '../../../support/my-page-accounts.ts';
import type { Route } from '../../../support/my-page-attack.ts';
import {
  makeAccount,
  makeHistory,
  makePlacedOrder,
  publish,
  testSettings,
} from '../../../support/my-page-documents.ts';
import { hiddenFields, openVisitor, type Visitor } from '../../../support/my-page-visitor.ts';

const clock = makeClock();
const routes: Route[] = [];
const secretName = 'Somebody Else';
let myPage: TestMyPage;
let store: Store;
let account: PublishedAccount;
let visitor: Visitor;
const otherOrder = makeHistory({
  accountId: randomUUID(),
  customerName: secretName,
  email: 'else@example.com',
  webOrderNo: 'W-9',
});
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now, onRoute: (route) => routes.push(route) });
  store = await openTestStore(myPage);
  await publish(myPage, '/site-settings', testSettings);
  account = makeAccount();
  const other = makeAccount({ accountId: otherOrder.accountId ?? '', email: 'else@example.com', name: secretName });
  await publish(myPage, '/accounts', { accounts: [account, other] });
  const own = makeHistory({ accountId: account.accountId });
  await publish(myPage, '/order-histories', { histories: [own, otherOrder] });
  visitor = await loggedInVisitor(myPage, account);
}, 60_000);
afterAll(async () => {
  await store.close();
  await myPage.close();
});

/** Few, so that cases meet what others stored. */
const ids = [randomUUID(), randomUUID(), randomUUID()];
const history = fc
  .record({
    orderId: fc.constantFrom(...ids),
    version: fc.integer({ min: 1, max: 9 }),
    webOrderNo: fc.constantFrom('W-1', '', '\0', '\ud800'),
  })
  .map(makeHistory);
const published = fc
  .record({ accountId: fc.constantFrom(...ids), email: fc.constantFrom('a@x.example', 'b@x.example', '') })
  .map(makeAccount);
const validBodies: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  '/order-histories': fc.array(history, { maxLength: 3 }).map((histories) => ({ histories })),
  '/accounts': fc.array(published, { maxLength: 3 }).map((accounts) => ({ accounts })),
  '/orders': fc.record({ webOrderNo: fc.constantFrom('W-1', 'W-2') }).map(makePlacedOrder),
  '/site-settings': fc.constant(testSettings),
};

/** As it would go over the line. */
function asJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
  return text === undefined ? null : JSON.parse(text);
}

type Call = {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly key: 'desktopKey' | 'storefrontKey';
  readonly body: unknown;
};

/** The end points that take JSON, with bodies of their schema, and with bodies as they are sent, changed. */
const anyCall: fc.Arbitrary<Call> = fc.oneof(
  ...Object.values<Endpoint>(endpoints).flatMap(({ method, path, scopes, body }) => {
    if (method === 'GET' || body === undefined) return [];
    const key = scopes.includes('desktop') ? ('desktopKey' as const) : ('storefrontKey' as const);
    const shaped = anyInput(body).map(asJson);
    const valid = validBodies[path];
    const bodies = valid === undefined ? shaped : fc.oneof(shaped, changedJson(valid), changedJson(valid));
    return [bodies.map((each) => ({ method, path, key, body: each }))];
  }),
);

/** What the site holds for people; what it notes of its own calls changes with each of them. */
async function held(): Promise<string> {
  const db = store.read as Kysely<Tables>;
  const rows: string[] = [];
  for (const name of ['order_history', 'account', 'enquiry', 'product', 'site_settings'] as const) {
    const found = await db
      .selectFrom(name as keyof Tables)
      .selectAll()
      .execute();
    rows.push(...found.map((row) => `${name} ${JSON.stringify(row)}`));
  }
  return rows.sort().join('\n');
}

test('whatever body an end point gets, it takes it and says what of it, or names the fault and stores nothing', {
  timeout: fuzzTimeoutMs,
}, async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyCall, async ({ method, path, key, body }) => {
      clock.forward({ minutes: 1 });
      const before = await held();
      // Throws for an answer that the OpenAPI document does not know
      const reply = await callApi(myPage, { method, path, key: myPage[key], body });
      statuses.add(reply.status);
      expect(reply.status).toBeLessThan(500);
      if (reply.status >= 300) expect(await held()).toBe(before);
      else if (path === '/order-histories') await holdHistories(reply.body);
    }),
    casesOf("My page's requests", { slice: 150, ofAMillion: 10_000 }),
  );
  expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 400]));
});

/** The highest version of each document that the site ever held. */
const highest = new Map<string, number>();

/** An answer names the version that the site now holds; none ever falls. */
async function holdHistories(answer: unknown): Promise<void> {
  const rows = await (store.read as Kysely<Tables>)
    .selectFrom('order_history')
    .select(['order_id', 'version'])
    .execute();
  const versions = new Map(rows.map((row) => [row.order_id, Number(row.version)]));
  const { results } = publishHistoriesAnswer.parse(answer);
  const last = new Map(
    results.filter(({ outcome }) => outcome !== 'rejected').map((each) => [each.orderId, each.version]),
  );
  for (const [orderId, version] of last) {
    expect(versions.get(orderId)).toBe(version);
    expect(version).toBeGreaterThanOrEqual(highest.get(orderId) ?? 0);
    highest.set(orderId, version);
  }
}

const values = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '..',
    '../..',
    '%00',
    '%',
    '%ff',
    '\0',
    '\ud800',
    'x'.repeat(3_000),
    "' OR 1=1 --",
    '<script>',
    'W-9',
    'else@example.com',
    'no',
    'on',
  ),
  fc.constantFrom(...ids, otherOrder.orderId),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.base64String({ maxLength: 60 }),
  changedText(fc.constant(otherOrder.orderId)),
);

test('whatever address somebody asks for, guest or customer, it is answered without a failure and without what is another’s', {
  timeout: fuzzTimeoutMs,
}, async () => {
  const guest = openVisitor(myPage.url);
  const paths = [
    ...new Set(
      routes.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/')).map(({ path }) => path),
    ),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      values,
      values,
      fc.boolean(),
      async (path, value, query, isCustomer) => {
        const address = path.replace(/:\w+|\*/g, encodeURIComponent(value.toWellFormed()));
        const search = new URLSearchParams({ after: query, q: query, page: query, [value.slice(0, 9)]: query });
        const reply = await (isCustomer ? visitor : guest).get(`${address}?${search}`);
        expect(reply.status).toBeLessThan(500);
        expect(reply.text).not.toContain(secretName);
      },
    ),
    casesOf("My page's requests", { slice: 100, ofAMillion: 10_000 }),
  );
});

test('whatever a form brings, it is answered without a failure and without what is another’s', {
  timeout: fuzzTimeoutMs,
}, async () => {
  const paths = [
    ...new Set(
      routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/')).map(({ path }) => path),
    ),
  ];
  // Logging out would leave the rest of the cases to guests
  const forms = paths.filter((path) => !path.includes('log-out'));
  const names = [
    'email',
    'password',
    'name',
    'order-no',
    'language',
    'code',
    'old-password',
    'new-password',
    'phone',
    'city',
    'x',
  ];
  const fields = fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...forms),
      values,
      fields,
      fc.boolean(),
      async (path, value, given, isCustomer) => {
        clock.forward({ minutes: 1 });
        const browser = isCustomer ? visitor : openVisitor(myPage.url);
        const token = hiddenFields((await browser.get(isCustomer ? '/settings' : '/log-in')).text);
        const address = path.replace(/:\w+/g, encodeURIComponent(value.toWellFormed()));
        const reply = await browser.post(address, { ...given, ...token });
        expect(reply.status).toBeLessThan(500);
        expect(reply.text).not.toContain(secretName);
      },
    ),
    casesOf("My page's requests", { slice: 60, ofAMillion: 3_000 }),
  );
});
