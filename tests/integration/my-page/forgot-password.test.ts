import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { lastMailTo, linkIn, startMailServer } from '../../support/my-page-mails.ts';
import { openVisitor, type PageReply, type Visitor } from '../../support/my-page-visitor.ts';

const password = 'correct horse battery';
const clock = makeClock();
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let myPage: TestMyPage;
let account: PublishedAccount;
let owner: Visitor;
let customers = 0;
beforeAll(async () => {
  mailServer = await startMailServer();
  myPage = await startMyPage({ clock: clock.now, mailServer: mailServer.server });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(async () => {
  await myPage.close();
  await mailServer.close();
});
beforeEach(async () => {
  clock.forward({ minutes: 16 });
  customers += 1;
  account = makeAccount({ email: `customer-${customers}@example.com` });
  await publish(myPage, '/accounts', { accounts: [account] });
  owner = await loggedInVisitor(myPage, account, password);
});

function ask(email: string, visitor = openVisitor(myPage.url)): Promise<PageReply> {
  return visitor.submit('/forgot-password', '/forgot-password', { email });
}

async function resetsTo(email: string): Promise<number> {
  await myPage.sendDueMails();
  return mailServer.mails.filter(({ to, parsed }) => to === email && parsed.subject?.startsWith('Choose a new')).length;
}

const comparable = (page: string): string => page.replace(/value="[^"]*"/g, '');

describe('a forgotten password', () => {
  test('is replaced by a mailed link that works once; whoever was logged in is out', async () => {
    expect((await ask(account.email.toUpperCase())).status).toBe(200);
    expect(await resetsTo(account.email)).toBe(1);
    const link = linkIn(lastMailTo(mailServer.mails, account.email));
    const visitor = openVisitor(myPage.url);
    for (let count = 0; count < 3; count++) expect((await visitor.get(link)).status).toBe(200);
    const chosen = { password: 'a long new password' };
    expect(await visitor.submit(link, link, chosen)).toMatchObject({ status: 303, location: '/orders' });
    expect((await openVisitor(myPage.url).get(link)).status).toBe(410);
    expect((await owner.get('/orders')).status).toBe(303);
    expect((await openVisitor(myPage.url).logIn(account.email, 'a long new password')).status).toBe(303);
  });

  test('a reset that anybody can ask for leaves the links of the shop alone', async () => {
    const invited = makeAccount({ email: `invited-${customers}@example.com` });
    await publish(myPage, '/accounts', { accounts: [invited] });
    await myPage.sendDueMails();
    const invitation = linkIn(lastMailTo(mailServer.mails, invited.email));
    await ask(invited.email);
    expect(await resetsTo(invited.email)).toBe(1);
    expect((await openVisitor(myPage.url).get(invitation)).status).toBe(200);
  });

  test('links stop working when the password was changed meanwhile', async () => {
    await ask(account.email);
    await resetsTo(account.email);
    const link = linkIn(lastMailTo(mailServer.mails, account.email));
    const change = { 'old-password': password, 'new-password': 'another long password' };
    expect((await owner.submit('/settings', '/settings/password', change)).status).toBe(303);
    expect((await openVisitor(myPage.url).get(link)).status).toBe(410);
  });

  test.each(['pending', 'declined'] as const)('is mailed nothing while the account is %s', async (status) => {
    await publish(myPage, '/accounts', { accounts: [{ ...account, status }] });
    await ask(account.email);
    expect(await resetsTo(account.email)).toBe(0);
  });

  test('fills no inbox: three mails an hour, and the answer stays the same', async () => {
    const pages: string[] = [];
    for (let count = 0; count < 6; count++) pages.push(comparable((await ask(account.email)).text));
    expect(new Set(pages).size).toBe(1);
    expect(await resetsTo(account.email)).toBe(3);
    clock.forward({ minutes: 61 });
    await ask(account.email);
    expect(await resetsTo(account.email)).toBe(4);
  });

  test('asked for 20 times from one network, in words and by Retry-After, waits 15 minutes at most', async () => {
    const visitor = openVisitor(myPage.url);
    for (let count = 0; count < 20; count++) await ask(`nobody-${count}@example.com`, visitor);
    const refused = await ask(account.email, visitor);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect(refused.text).toContain('Try again in 15 minutes.');
    clock.forward({ minutes: 15 });
    expect((await ask(account.email, visitor)).status).toBe(200);
  });
});

describe('nobody learns who is a customer', () => {
  test('the same page for every address, down to the bytes', async () => {
    const answers: string[] = [];
    for (const email of [account.email, 'nobody@example.com']) {
      const { status, text, headers } = await ask(email);
      answers.push(`${status} ${headers.get('content-length')} ${comparable(text)}`);
    }
    expect(new Set(answers).size).toBe(1);
  });
});

describe('a link to an account', () => {
  test('stands in no Referer and in no cache', async () => {
    await ask(account.email);
    await resetsTo(account.email);
    const reply = await openVisitor(myPage.url).get(linkIn(lastMailTo(mailServer.mails, account.email)));
    expect(reply.headers.get('referrer-policy')).toBe('strict-origin');
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  test('leads to the address that My page is known by', async () => {
    await ask(account.email);
    await resetsTo(account.email);
    const { parsed } = lastMailTo(mailServer.mails, account.email);
    expect(parsed.text).toContain(`${myPage.url}/set-password/`);
  });
});
