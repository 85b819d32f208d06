import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visitSite } from '../../../demo/site-visitor.ts';
import { get } from '../../../main/engine/db/database.ts';
import { closeDemo, openDemo, resumeDemo } from '../../../main/engine/demo-host.ts';
import { demoRouter } from '../../../main/engine/demo-router.ts';
import { createCallerFactory } from '../../../main/engine/trpc.ts';
import { getWebsiteData } from '../../../main/engine/website-data/run-service.ts';
import { type DemoSession, openDemoSession } from '../../support/demo.ts';

const callsOf = createCallerFactory(demoRouter);
const userDataBefore = process.env.ORDERBUD_USER_DATA;
let demo: DemoSession;

beforeEach(async () => {
  demo = await openDemoSession();
  process.env.ORDERBUD_USER_DATA = demo.folder;
});
afterEach(async () => {
  await closeDemo();
  await demo.close();
  if (userDataBefore === undefined) delete process.env.ORDERBUD_USER_DATA;
  else process.env.ORDERBUD_USER_DATA = userDataBefore;
});

describe('demo services', () => {
  test('somebody buys, Get Website Data fetches the order and tells the planned customers, the inbox shows it', async () => {
    await openDemo(demo.session);
    const calls = callsOf({ session: demo.session });
    const { webOrderNo } = await calls.placeOrder();
    const report = await getWebsiteData(demo.session);
    expect(report.websites).toMatchObject([
      { fetchedOrders: 1, imported: 1, planned: 4, accepted: 4, sendProblem: null },
    ]);
    expect(
      get(demo.session.company().db, 'SELECT 1 FROM sales_order WHERE web_order_no = @webOrderNo', { webOrderNo }),
    ).toBeDefined();
    const inbox = await calls.inbox();
    expect(inbox.map(({ to }) => to).sort()).toEqual([
      'aase.oestby@post.example',
      'emily.hartley@mail.example',
      'post@bergsport.example',
      'sindre.solheim@post.example',
    ]);
    const [newest] = inbox;
    const mail = await calls.inboxMail({ id: newest?.id ?? '' });
    expect(mail.html).toContain('<html');
    expect(mail.plain).not.toBe('');
  });

  test('the link in a mail that stops them leads to a page that knows the customer', async () => {
    await openDemo(demo.session);
    await getWebsiteData(demo.session);
    const [mail] = await callsOf({ session: demo.session }).inbox();
    const link = /http:\/\/\S+\/opt-out\/[\w.-]+/.exec(mail?.plain ?? '')?.[0];
    const page = await visitSite().open(link ?? '');
    expect(page.status).toBe(200);
    expect(page.html).toContain('<form');
  });

  test('a forgotten password lands in the inbox, marked as My page’s own; nobody was invited before', async () => {
    await openDemo(demo.session);
    const calls = callsOf({ session: demo.session });
    expect(await calls.inbox()).toEqual([]);
    const { myPageUrl, login } = await calls.places();
    const visitor = visitSite();
    await visitor.submit(await visitor.open(`${myPageUrl}/forgot-password`), { email: login.email });
    await expect.poll(() => calls.inbox()).toHaveLength(1);
    const [mail] = await calls.inbox();
    expect(mail).toMatchObject({ to: login.email, sentBy: 'my-page' });
    const link = /http:\/\/\S+\/set-password\/[\w-]+/.exec(mail?.plain ?? '')?.[0];
    expect((await visitSite().open(link ?? '')).status).toBe(200);
    await getWebsiteData(demo.session);
    expect((await calls.inbox()).filter(({ sentBy }) => sentBy === 'desktop')).toHaveLength(4);
  });

  test('mails and logins are there again after the company was closed and opened', async () => {
    await openDemo(demo.session);
    await getWebsiteData(demo.session);
    const before = await callsOf({ session: demo.session }).inbox();
    await closeDemo();
    demo.session.close();
    await openDemo(demo.session);
    const calls = callsOf({ session: demo.session });
    expect(await calls.inbox()).toEqual(before);
    const { myPageUrl, login } = await calls.places();
    const visitor = visitSite();
    const page = await visitor.submit(await visitor.open(`${myPageUrl}/log-in`), login);
    expect(page.url).toBe(`${myPageUrl}/orders`);
    expect(page.text).toContain('W-8850');
    expect((await getWebsiteData(demo.session)).websites).toMatchObject([
      { fetchProblem: null, sendProblem: null, accepted: 0 },
    ]);
  });

  test('the shop sells what is on the web, with prices', async () => {
    await openDemo(demo.session);
    const { shopUrl } = await callsOf({ session: demo.session }).places();
    const shop = await visitSite().open(shopUrl);
    expect(shop.text).toContain('Backpack Besseggen 30 l');
    expect(shop.text).not.toContain('Pulk Polhavet');
  });

  test('its password and keys are in the keychain and nowhere in its files', async () => {
    await openDemo(demo.session);
    const kept = [...demo.secrets.keys()].map((account) => account.split(':')[0]).sort();
    expect(kept).toEqual(['smtp', 'storefront-key', 'website-key']);
    const { db } = demo.session.company();
    const stored = JSON.stringify(db.prepare('SELECT * FROM website').all());
    for (const secret of demo.secrets.values()) expect(stored).not.toContain(secret);
  });

  test('a company that is no demo has no inbox, and its opening stops the demo', async () => {
    await openDemo(demo.session);
    const { myPageUrl } = await callsOf({ session: demo.session }).places();
    await demo.session.create(`${demo.folder}/own.orderbud`, { name: 'My own' });
    await resumeDemo(demo.session);
    await expect(callsOf({ session: demo.session }).inbox()).rejects.toMatchObject({ cause: { code: 'not-found' } });
    await expect(fetch(myPageUrl)).rejects.toThrow();
  });
});
