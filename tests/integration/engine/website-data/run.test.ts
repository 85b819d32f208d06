import { afterEach, describe, expect, it } from 'vitest';
import { all, get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import { getWebsiteData } from '../../../../main/engine/website-data/run-service.ts';
import type { RunEvent } from '../../../../shared/website-data.ts';
import { callApi } from '../../../support/my-page.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { edit } from '../../../support/web-orders.ts';

let shop: RunShop;
afterEach(() => shop.close());

const orders = () =>
  all<{ id: number; webOrderNo: string }>(
    shop.session.company().db,
    'SELECT id, web_order_no AS webOrderNo FROM sales_order ORDER BY id',
  );
const orderId = (webOrderNo: string) => orders().find((order) => order.webOrderNo === webOrderNo)?.id ?? 0;
const pick = (webOrderNo: string) => edit(shop.session.company().db, orderId(webOrderNo), { picked: true });
const sum = ({ website }: Awaited<ReturnType<RunShop['getWebsiteData']>>) =>
  website.accepted + website.waiting + website.refused + website.uncertain + website.held;

it('the main job: an order comes in, is picked, and the customer is told once, by mail and on My page', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  const first = await shop.getWebsiteData();
  expect(first.website).toMatchObject({
    fetchedOrders: 1,
    imported: 1,
    planned: 0,
    published: 1,
    publishProblem: null,
  });
  expect(shop.catcher.mails).toHaveLength(0);

  pick('W-1');
  const second = await shop.getWebsiteData();
  expect(second.website).toMatchObject({ planned: 1, accepted: 1, published: 1, sendProblem: null });
  expect(shop.catcher.mails.map((mail) => [mail.from, mail.to])).toEqual([
    ['post@fjell.example', 'kari@customer.example'],
  ]);
  expect(shop.catcher.mails[0]?.parsed.text).toContain('W-1');
  expect(shop.catcher.mails[0]?.wasEncrypted).toBe(true);

  const third = await shop.getWebsiteData();
  expect(third.website).toMatchObject({ planned: 0, accepted: 0 });
  expect(shop.catcher.mails).toHaveLength(1);
  expect(get(shop.session.company().db, 'SELECT count(*) AS n FROM order_to_check')).toEqual({ n: 0 });
});

it('its report stands also when the texts of old mails cannot be removed after it', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.getWebsiteData();
  pick('W-1');
  await shop.getWebsiteData();
  const { db, command } = shop.session.company();
  command((tx) => {
    run(tx, `UPDATE mail SET frozen_at = '2020-01-01T00:00:00.000Z'`);
    tx.exec(
      `CREATE TEMP TRIGGER full BEFORE UPDATE OF is_text_removed ON mail BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    );
  });
  await expect(shop.getWebsiteData()).rejects.toThrow('disk full');
  expect(get(db, 'SELECT finished_at IS NOT NULL AS isFinished FROM run ORDER BY id DESC')).toEqual({ isFinished: 1 });
});

it('tells how far it is: every step of every website, then the report', async () => {
  shop = await openRunShop();
  const events: RunEvent[] = [];
  await shop.getWebsiteData({ onEvent: (event) => events.push(event) });
  const ended = events.filter((event) => event.kind === 'step' && event.state === 'done');
  expect(ended.map((event) => (event.kind === 'step' ? event.step : ''))).toEqual([
    'fetch',
    'import',
    'find-changes',
    'publish',
    'send',
    'update-website',
  ]);
  expect(events.at(-1)?.kind).toBe('finished');
});

it('one run at a time per company (9.20)', async () => {
  shop = await openRunShop();
  const running = shop.getWebsiteData();
  await expect(getWebsiteData(shop.session)).rejects.toMatchObject({ code: 'run-in-progress' });
  await running;
  await expect(shop.getWebsiteData()).resolves.toBeDefined();
});

describe('whatever is down, the rest is done and nothing is lost (9.17, 9.19)', () => {
  it('website unreachable: orders are still checked and mailed, publishing is kept, the report says so', async () => {
    shop = await openRunShop();
    await shop.placeOrder('W-1');
    await shop.getWebsiteData();
    pick('W-1');
    inTransaction(shop.session.company().db, (tx) => run(tx, `UPDATE website SET my_page_url = 'http://127.0.0.1:9'`));
    const report = await shop.getWebsiteData();
    expect(report.website).toMatchObject({
      fetchProblem: 'website-unreachable',
      publishProblem: 'website-unreachable',
      accepted: 1,
      published: 0,
    });
    inTransaction(shop.session.company().db, (tx) => run(tx, 'UPDATE website SET my_page_url = url'));
    expect((await shop.getWebsiteData()).website).toMatchObject({ published: 1, planned: 0 });
  });

  it.each([
    [
      'the key is wrong',
      () => shop.secrets.set('website-key:0198c0de-0000-7000-8000-000000000001', 'wrong'),
      'website-key-refused',
    ],
    ['no key is kept', () => shop.secrets.delete('website-key:0198c0de-0000-7000-8000-000000000001'), 'secret-missing'],
  ])('%s: mails go all the same', async (_name, spoil, problem) => {
    shop = await openRunShop();
    await shop.placeOrder('W-1');
    await shop.getWebsiteData();
    pick('W-1');
    spoil();
    expect((await shop.getWebsiteData()).website).toMatchObject({
      fetchProblem: problem,
      publishProblem: problem,
      accepted: 1,
    });
  });

  it.each([
    [
      'wrong password',
      () => shop.secrets.set('smtp:0198c0de-0000-7000-8000-000000000001', 'wrong'),
      'mail-server-login-refused',
    ],
    ['no password', () => shop.secrets.delete('smtp:0198c0de-0000-7000-8000-000000000001'), 'secret-missing'],
    [
      'no server',
      () => inTransaction(shop.session.company().db, (tx) => run(tx, 'UPDATE website SET smtp_port = 9')),
      'mail-server-unreachable',
    ],
  ])('mail: %s stops sending, keeps all, says why; the next run hands it over', async (_name, spoil, problem) => {
    shop = await openRunShop();
    await shop.placeOrder('W-1');
    await shop.getWebsiteData();
    pick('W-1');
    spoil();
    const failed = await shop.getWebsiteData();
    expect(failed.website).toMatchObject({ planned: 1, waiting: 1, accepted: 0, sendProblem: problem, published: 1 });
    expect(sum(failed)).toBe(failed.website.planned);
    shop.secrets.set('smtp:0198c0de-0000-7000-8000-000000000001', 'correct horse');
    inTransaction(shop.session.company().db, (tx) =>
      run(tx, 'UPDATE website SET smtp_port = @port', { port: shop.catcher.port }),
    );
    expect((await shop.getWebsiteData()).website).toMatchObject({ accepted: 1, sendProblem: null });
    expect(shop.catcher.mails).toHaveLength(1);
  });

  it('a refused recipient is marked and blocks no other; a lost line after the body is uncertain and never sent again', async () => {
    shop = await openRunShop({
      onRecipient: (address) => (address.startsWith('gone') ? { reply: '550 5.1.1 no such user' } : undefined),
      onMessage: (mail) => (mail.to.startsWith('lost') ? 'cut' : undefined),
    });
    await shop.placeOrder('W-1', { name: 'Ola Gone', email: 'gone@customer.example' });
    await shop.placeOrder('W-2', { name: 'Per Lost', email: 'lost@other.example' });
    await shop.placeOrder('W-3', { name: 'Kari Fine', email: 'kari@third.example' });
    await shop.getWebsiteData();
    for (const no of ['W-1', 'W-2', 'W-3']) pick(no);
    const report = await shop.getWebsiteData();
    expect(report.website).toMatchObject({ planned: 3, accepted: 1, refused: 1, uncertain: 1 });
    expect(sum(report)).toBe(3);
    const again = await shop.getWebsiteData();
    expect(again.website).toMatchObject({ planned: 1, held: 1, heldBecause: { 'uncertain-mail': 1 } });
    expect(sum(again)).toBe(1);
    expect(shop.catcher.mails.filter((mail) => mail.to.startsWith('lost'))).toHaveLength(1);
    const reasons = all<{ reason: string }>(
      shop.session.company().db,
      'SELECT reason FROM run_not_told WHERE run_id = @id ORDER BY reason',
      { id: again.runId },
    );
    expect(reasons.map((row) => row.reason)).toEqual(['address-refused', 'uncertain-mail']);
  });

  it('cancel stops sending; publishing and the report still happen (9.21)', async () => {
    shop = await openRunShop();
    await shop.placeOrder('W-1');
    await shop.getWebsiteData();
    pick('W-1');
    const cancel = new AbortController();
    cancel.abort();
    const report = await shop.getWebsiteData({ signal: cancel.signal });
    expect(report.website).toMatchObject({ waiting: 1, accepted: 0, published: 1, wasCancelled: true });
    expect((await shop.getWebsiteData()).website).toMatchObject({ accepted: 1 });
  });
});

it('names with HTML and line breaks reach the mail as text and add no header', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1', {
    name: 'Kari <b>Nordmann</b>\r\nBcc: spy@evil.example',
    contactPerson: '"><script>x</script>',
  });
  await shop.getWebsiteData();
  pick('W-1');
  expect((await shop.getWebsiteData()).website).toMatchObject({ accepted: 1 });
  const [mail] = shop.catcher.mails;
  expect(mail?.parsed.bcc).toBeUndefined();
  expect(mail?.raw.toString('latin1')).not.toMatch(/^Bcc:/im);
  expect(String(mail?.parsed.html)).not.toContain('<script>');
});

it('no password or key is in the company file', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.getWebsiteData();
  const { db } = shop.session.company();
  db.pragma('wal_checkpoint(TRUNCATE)');
  const { readFileSync } = await import('node:fs');
  const file = readFileSync(shop.companyPath).toString('latin1');
  expect(file).not.toContain('correct horse');
  expect(file).not.toContain(shop.myPage.desktopKey);
});

it('the site keeps what was published: read back, the versions agree', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.getWebsiteData();
  const state = await callApi(shop.myPage, { key: shop.myPage.desktopKey, path: '/state' });
  const { version, answered } = get<{ version: number; answered: number }>(
    shop.session.company().db,
    'SELECT version, answered_version AS answered FROM order_publication',
  ) ?? { version: 0, answered: -1 };
  expect(answered).toBe(version);
  expect(state.body).toMatchObject({ highestVersion: version });
});
