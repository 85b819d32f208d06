import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Enquiry,
  enquiriesPage,
  type PublishedAccount,
  publishAccountsAnswer,
} from '../../../shared/my-page/protocol.ts';
import { callApi, makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink, registerCustomer } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, makePlacedOrder, publish, testSettings } from '../../support/my-page-documents.ts';
import { openVisitor, type Visitor } from '../../support/my-page-visitor.ts';

const password = 'correct horse battery';
const clock = makeClock();
let myPage: TestMyPage;
let account: PublishedAccount;
let siteAccountId: string;
let visitor: Visitor;
let customers = 0;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());
beforeEach(async () => {
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com` });
  const answer = publishAccountsAnswer.parse(await publish(myPage, '/accounts', { accounts: [account] }));
  siteAccountId = answer.results[0]?.siteAccountId ?? '';
  visitor = await loggedInVisitor(myPage, account, password);
});

/** What the desktop has not seen before; asked again it is confirmed. */
async function enquiries(): Promise<readonly Enquiry[]> {
  const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
  return enquiriesPage.parse(reply.body).enquiries;
}

async function confirmEnquiries(): Promise<void> {
  const { desktopKey: key } = myPage;
  const { body } = await callApi(myPage, { key, path: '/enquiries?limit=500' });
  await callApi(myPage, { key, path: `/enquiries?after=${enquiriesPage.parse(body).cursor}` });
}

function propose(fields: Readonly<Record<string, string>>) {
  const form = { name: account.name, email: account.email, ...fields };
  return visitor.submit('/settings/details', '/settings/details', form);
}

describe('contact details', () => {
  const details = { name: 'x', email: 'x@example.com', phone: '22 33 44 55', addressLine1: 'Storgata 1' };

  test('are shown as the desktop published them; one that gives none leaves them', async () => {
    await publish(myPage, '/accounts', { accounts: [{ ...account, details }] });
    await publish(myPage, '/accounts', { accounts: [account] });
    const { text } = await visitor.get('/settings');
    for (const shown of [account.name, account.email, '22 33 44 55', 'Storgata 1']) expect(text).toContain(shown);
  });

  test('are those of the registration until then', async () => {
    await publish(myPage, '/site-settings', { ...testSettings, approval: 'automatic' });
    const browser = openVisitor(myPage.url);
    const form = { name: 'Ola Berg', email: 'ola@example.com', city: 'Bergen', postcode: '5003' };
    await registerCustomer(myPage, form, { password, visitor: browser });
    expect((await browser.get('/settings')).text).toContain('5003 Bergen');
    await publish(myPage, '/site-settings', testSettings);
  });

  test('a proposed change is told to the desktop and changes nothing here', async () => {
    await publish(myPage, '/accounts', { accounts: [{ ...account, details: { ...details, companyNo: '999' } }] });
    const reply = await propose({ ...details, name: 'Kari Berg', email: 'new@example.com', phone: '11' });
    expect(reply.location).toBe('/settings#details');
    expect((await enquiries()).at(-1)).toMatchObject({
      kind: 'changed-details',
      siteAccountId,
      customer: { ...details, name: 'Kari Berg', email: 'new@example.com', phone: '11', companyNo: '999' },
    });
    const { text } = await visitor.get('/settings');
    expect(text).toContain('You proposed a change on 3 Mar 2026');
    expect(text).toContain('22 33 44 55');
    expect((await visitor.get('/settings/details')).text).toContain('value="Kari Berg"');
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('sent unchanged, or the same proposal again, tell nothing', async () => {
    const before = (await enquiries()).length;
    await propose({});
    await propose({ phone: '11' });
    await propose({ phone: '11' });
    expect((await enquiries()).length).toBe(before + 1);
  });

  test('a proposal is settled when the desktop has fetched it and publishes the details', async () => {
    const isOpen = async () => (await visitor.get('/settings')).text.includes('You proposed a change');
    await propose({ phone: '11' });
    await publish(myPage, '/accounts', { accounts: [{ ...account, details }] });
    expect(await isOpen()).toBe(true);
    await confirmEnquiries();
    await publish(myPage, '/accounts', { accounts: [account] });
    expect(await isOpen()).toBe(true);
    await publish(myPage, '/accounts', { accounts: [{ ...account, details: { ...details, phone: '11' } }] });
    expect(await isOpen()).toBe(false);
  });

  test.each([
    [{ name: '' }, 'Fill this in.'],
    [{ email: 'kari' }, 'Type a whole e-mail address'],
    [{ phone: '1'.repeat(201) }, 'This is too long.'],
  ])('a faulty proposal (%j) names its fault and tells nothing', async (fields, text) => {
    const before = (await enquiries()).length;
    const reply = await propose(fields);
    expect([reply.status, reply.text.includes(text)]).toEqual([422, true]);
    expect((await enquiries()).length).toBe(before);
  });

  test('ten proposals a day are enough', async () => {
    for (let count = 0; count < 10; count++) expect((await propose({ phone: String(count) })).status).toBe(303);
    expect((await propose({ phone: 'one more' })).status).toBe(429);
    clock.forward({ minutes: 24 * 60 + 1 });
    expect((await propose({ phone: 'one more' })).status).toBe(303);
  });
});

describe('my data', () => {
  test('are a JSON file with account, settings and orders, and nothing of others', async () => {
    const order = makeHistory({ accountId: account.accountId, webOrderNo: 'MINE' });
    const theirs = makeHistory({ accountId: makeAccount().accountId, webOrderNo: 'THEIRS' });
    await publish(myPage, '/order-histories', { histories: [order, theirs] });
    const body = makePlacedOrder({ siteAccountId, webOrderNo: 'PLACED' });
    await callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body });
    const { headers, text } = await visitor.get('/settings/my-data.json');
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('content-disposition')).toBe('attachment; filename="my-data.json"');
    expect(headers.get('cache-control')).toBe('no-store');
    const myData: unknown = JSON.parse(text);
    expect(myData).toMatchObject({
      account: { email: account.email, contactDetails: { name: account.name } },
      settings: { language: 'en', orderStatusMails: true },
      orders: [{ webOrderNo: 'MINE', lines: order.lines }],
      ordersPlacedHere: [{ webOrderNo: 'PLACED' }],
    });
    expect(text).not.toMatch(/THEIRS|argon2|hash|token/);
  });

  test('need a log-in', async () => {
    expect((await openVisitor(myPage.url).get('/settings/my-data.json')).location).toBe('/log-in?next=/settings');
  });
});

describe('asking for deletion', () => {
  function ask(given: string) {
    return visitor.submit('/settings/delete', '/settings/delete', { password: given });
  }

  test('looked at, or with a wrong password, changes nothing', async () => {
    const before = (await enquiries()).length;
    await visitor.get('/settings/delete');
    const reply = await ask('wrong password');
    expect([reply.status, reply.text.includes('This is not your password.')]).toEqual([422, true]);
    expect((await visitor.get('/orders')).status).toBe(200);
    expect((await enquiries()).length).toBe(before);
  });

  test('is told to the desktop once, and closes the account everywhere', async () => {
    const elsewhere = openVisitor(myPage.url);
    await elsewhere.logIn(account.email, password);
    const before = (await enquiries()).length;
    const reply = await ask(password);
    expect([reply.status, reply.text.includes('Your account is closed')]).toEqual([200, true]);
    const told = (await enquiries()).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      kind: 'activity',
      customer: { name: account.name, email: account.email },
      subject: 'Asks for deletion of the account',
    });
    for (const browser of [visitor, elsewhere]) expect((await browser.get('/orders')).status).toBe(303);
    const logIn = await openVisitor(myPage.url).logIn(account.email, password);
    expect([logIn.status, logIn.text.includes('You asked us to delete this account')]).toEqual([422, true]);
    expect((await openVisitor(myPage.url).logIn(account.email, 'wrong password')).text).not.toContain('delete');
  });

  test('holds against links on their way and what the desktop publishes; a new link of the shop undoes it', async () => {
    const link = await newPasswordLink(myPage, account.accountId);
    await ask(password);
    expect((await openVisitor(myPage.url).get(link)).status).toBe(410);
    await publish(myPage, '/accounts', { accounts: [account] });
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(422);
    const back = await loggedInVisitor(myPage, account, password);
    expect((await back.get('/orders')).status).toBe(200);
  });

  test('of an account without a name names it by its address, so that the desktop can read it', async () => {
    await publish(myPage, '/accounts', { accounts: [{ ...account, name: ' ' }] });
    await ask(password);
    expect((await enquiries()).at(-1)).toMatchObject({ kind: 'activity', customer: { name: account.email } });
  });
});
