import { randomUUID } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PublishedAccount } from '../../../../shared/my-page/protocol.ts';
import { makeClock, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor } from '../../../support/my-page-accounts.ts';
import { comparable, type Route, statementsOf } from '../../../support/my-page-attack.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../../support/my-page-documents.ts';
import { openVisitor, type PageReply, type Visitor } from '../../../support/my-page-visitor.ts';

const hashes = vi.hoisted(() => ({ count: 0 }));
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  const counted = <Call extends (...given: never[]) => unknown>(call: Call): Call =>
    ((...given: Parameters<Call>) => {
      hashes.count += 1;
      return call(...given);
    }) as Call;
  return { ...real, hash: counted(real.hash), verify: counted(real.verify) };
});

const password = 'correct horse battery';
const clock = makeClock();
const routes: Route[] = [];
let myPage: TestMyPage;
let account: PublishedAccount;
let visitor: Visitor;
let customers = 0;
let commits = 0;
beforeAll(async () => {
  const beforeCommit = async (): Promise<void> => {
    commits += 1;
  };
  myPage = await startMyPage({ clock: clock.now, beforeCommit, onRoute: (route) => routes.push(route) });
  await publish(myPage, '/site-settings', { ...testSettings, approval: 'automatic' });
  const product = { productNo: 'N-1', name: 'Rope', unit: 'm', unitPriceMinor: 1, vatPermille: 0, currency: 'NOK' };
  await publish(myPage, '/products', { products: [{ ...product, webStockMilli: 1 }] });
});
afterAll(() => myPage.close());
beforeEach(async () => {
  clock.forward({ minutes: 70 });
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com` });
  await publish(myPage, '/accounts', { accounts: [account] });
  visitor = await loggedInVisitor(myPage, account, password);
});

type Node = DefaultTreeAdapterMap['node'];

function nodesOf(node: Node): readonly Node[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(nodesOf) : [])];
}

function attributeOf(node: Node, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined;
}

/** Where a page asks anybody for an e-mail address, and sends it. */
async function formsThatAskForAnAddress(): Promise<readonly { readonly page: string; readonly action: string }[]> {
  const pages = routes.filter(({ method, path }) => method === 'GET' && !/^\/api\/|[:*]/.test(path));
  const found: { page: string; action: string }[] = [];
  for (const { path: page } of pages) {
    const reply = await openVisitor(myPage.url).get(page);
    if (reply.status !== 200 || !reply.headers.get('content-type')?.startsWith('text/html')) continue;
    const forms = nodesOf(parse(reply.text)).filter((node) => node.nodeName === 'form');
    const asking = forms.filter((form) => nodesOf(form).some((node) => attributeOf(node, 'name') === 'email'));
    found.push(...asking.map((form) => ({ page, action: attributeOf(form, 'action') ?? page })));
  }
  return found;
}

type Answer = {
  readonly status: number;
  readonly page: string;
  readonly headers: string;
  readonly hashes: number;
  readonly commits: number;
  readonly statements: readonly string[];
};

async function ask(
  form: { readonly page: string; readonly action: string },
  email: string,
  orderNo = 'W-1',
): Promise<Answer> {
  // So that every question finds the throttle empty.
  clock.forward({ minutes: 70 });
  const browser = openVisitor(myPage.url);
  const fields = { name: 'Kari Nordmann', email, password: 'a wrong password', addressLine1: 'x', postcode: '1' };
  const given = { ...fields, city: 'Oslo', 'order-number': orderNo };
  const before = { hashes: hashes.count, commits };
  let reply: PageReply | undefined;
  const statements = await statementsOf(async () => {
    reply = await browser.submit(form.page, form.action, given);
  });
  if (!reply) throw new Error('No answer');
  const { status, text, headers } = reply;
  const told = [...headers].filter(([name]) => !['date', 'set-cookie', 'content-length'].includes(name));
  return {
    status,
    page: comparable(text).replaceAll(email, '(email)'),
    headers: JSON.stringify([...told, ['cookies', headers.getSetCookie().map((cookie) => cookie.split('=')[0])]]),
    hashes: hashes.count - before.hashes,
    commits: commits - before.commits,
    statements: statements.map(({ sql }) => sql),
  };
}

describe('asking who is a customer', () => {
  test('a known and an unknown address get the same bytes, for as many hashes and writes', async () => {
    const forms = await formsThatAskForAnAddress();
    expect(forms.map(({ action }) => action)).toEqual(expect.arrayContaining(['/log-in', '/register', '/shop/orders']));
    for (const form of forms) {
      const known = await ask(form, account.email);
      const unknown = await ask(form, `nobody-x-${customers}@example.com`);
      const { statements: _, ...told } = known;
      const { statements: __, ...toldToNobody } = unknown;
      expect(toldToNobody, form.action).toEqual(told);
    }
  });

  test('a log-in runs the very same statements for both', async () => {
    const form = { page: '/log-in', action: '/log-in' };
    const known = await ask(form, account.email);
    const unknown = await ask(form, `nobody-y-${customers}@example.com`);
    expect(unknown.statements).toEqual(known.statements);
    expect([known.hashes, known.status]).toEqual([1, 422]);
  });

  test.each(['/forgot-password', '/look-up', '/register'])('%s does, too, and writes a mail for both', async (path) => {
    const order = makeHistory({ accountId: account.accountId, email: account.email, webOrderNo: `W-${customers}` });
    await publish(myPage, '/order-histories', { histories: [order] });
    const form = { page: path, action: path };
    const known = await ask(form, account.email, order.webOrderNo);
    const unknown = await ask(form, `nobody-w-${customers}@example.com`, order.webOrderNo);
    expect(unknown.statements).toEqual(known.statements);
    expect(known.statements.filter((sql) => sql.startsWith('insert into "account_mail"'))).toHaveLength(1);
  });

  test('a pending, a declined and a closed account look like none to whoever does not know the password', async () => {
    const form = { page: '/log-in', action: '/log-in' };
    const nobody = await ask(form, `nobody-z-${customers}@example.com`);
    for (const status of ['pending', 'declined'] as const) {
      const other = makeAccount({ email: `${status}-${customers}@example.com`, status });
      await publish(myPage, '/accounts', { accounts: [other] });
      const answer = await ask(form, other.email);
      expect(answer).toEqual(nobody);
    }
  });

  test("orders of others, deleted ones and those that never were look the same, and so do a stranger's", async () => {
    const theirs = makeHistory({ accountId: randomUUID() });
    const gone = makeHistory({ accountId: account.accountId });
    const histories = [theirs, gone, { orderId: gone.orderId, version: 2, deleted: true }];
    await publish(myPage, '/order-histories', { histories });
    const ids = [theirs.orderId, gone.orderId, randomUUID()];
    const details = routes.filter(({ method, path }) => method === 'GET' && /^\/orders\/.*:\w*Id/.test(path));
    expect(details.length).toBeGreaterThanOrEqual(2);
    for (const { path } of details) {
      const places = ids.map((id) => path.replace(/:\w*Id/, id).replace(/:\w+/, 'x'));
      const own = await Promise.all(places.map((place) => visitor.get(place)));
      expect(new Set(own.map(({ status, text }) => `${status} ${comparable(text)}`)).size, path).toBe(1);
      const stranger = openVisitor(myPage.url);
      const strange = await Promise.all(places.map((place) => stranger.get(place)));
      expect(new Set(strange.map(({ status }) => status)).size, path).toBe(1);
      expect(strange.map(({ text }) => text).join()).not.toContain(theirs.webOrderNo);
    }
  });
});

describe('brute force', () => {
  test('50 guesses side by side get ten tries; the owner is in again after 15 minutes', async () => {
    const browsers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const browser = openVisitor(myPage.url);
        await browser.get('/log-in');
        return browser;
      }),
    );
    const replies = await Promise.all(
      browsers.map((browser, index) => browser.logIn(account.email, `a guess ${index}`)),
    );
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(10);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(40);
    expect((await visitor.get('/orders')).status).toBe(200);
    clock.forward({ minutes: 16 });
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('a header that names another address does not start the count anew', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 11; count++) {
      const page = await visitor.get('/settings');
      const token = /name="form-token" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
      const fields = { 'form-token': token, 'old-password': 'a guess', 'new-password': 'another long one' };
      const origin = new URL(myPage.url).origin;
      const headers = { origin, 'x-forwarded-for': `10.0.0.${count}`, forwarded: `for=10.0.0.${count}` };
      statuses.push((await visitor.post('/settings/password', fields, headers)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
  });
});
