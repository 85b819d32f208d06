import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { all, get, run } from '../../../../main/engine/db/database.ts';
import { keepFromCustomer } from '../../../../main/engine/ledger/do-not-tell-service.ts';
import { readHeardSince } from '../../../../main/engine/website-data/heard-since-service.ts';
import { planOneOrder } from '../../../../main/engine/website-data/preview-service.ts';
import { decideAboutOlderCompany, readGuard } from '../../../../main/engine/website-data/run-guard-service.ts';
import { AppError } from '../../../../shared/errors.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { edit } from '../../../support/web-orders.ts';

let shop: RunShop;
afterEach(() => shop.close());

const db = () => shop.session.company().db;

function orderId(webOrderNo: string): number {
  const row = get<{ id: number }>(db(), 'SELECT id FROM sales_order WHERE web_order_no = @webOrderNo', { webOrderNo });
  if (row === undefined) throw new Error(`No order ${webOrderNo}`);
  return row.id;
}

const pick = (webOrderNo: string) => edit(db(), orderId(webOrderNo), { picked: true });
const setMyPage = (url: string) =>
  shop.session.company().command((tx) => run(tx, 'UPDATE website SET my_page_url = @url', { url }));
const baselines = () => all(db(), 'SELECT order_id, version, baseline FROM ledger ORDER BY order_id');

function doNotTell(webOrderNo: string): void {
  const planned = planOneOrder(shop.session.company(), orderId(webOrderNo));
  const facts = (planned?.changes ?? []).flatMap((change) => change.moves.map((move) => move.fact));
  const order = { planned, facts, reason: 'Told by telephone' };
  shop.session.company().command((tx, context) => keepFromCustomer(tx, context, order));
}

/** Two orders; in the backup Kari's is picked and not told. */
async function backUpWithNews(): Promise<string> {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.placeOrder('W-2', { name: 'Lars Berg', email: 'lars@customer.example' });
  await shop.getWebsiteData();
  pick('W-1');
  const backup = join(shop.companyPath, '..', 'kept.sqlite');
  await db().backup(backup);
  return backup;
}

/** After the backup Kari is told, and Lars's order moves on and is told too. */
async function runOn(): Promise<void> {
  await shop.getWebsiteData();
  pick('W-2');
  shop.passTime(60);
  await shop.getWebsiteData();
  expect(shop.catcher.mails).toHaveLength(2);
}

async function restore(backup: string): Promise<void> {
  shop.session.close();
  copyFileSync(backup, shop.companyPath);
  await shop.session.open(shop.companyPath);
}

async function restoredShop(): Promise<void> {
  const backup = await backUpWithNews();
  await runOn();
  await restore(backup);
}

it('a restored backup mails nobody, moves no baseline, publishes nothing and says why', async () => {
  await restoredShop();
  const before = baselines();

  const { website } = await shop.getWebsiteData();

  expect(website).toMatchObject({
    sendProblem: 'company-older-than-last-run',
    publishProblem: 'company-older-than-last-run',
    planned: 0,
    published: 0,
  });
  expect(shop.catcher.mails).toHaveLength(2);
  expect(baselines()).toEqual(before);
  expect(await readGuard(shop.session)).toMatchObject({ kind: 'older', lastRunAt: '2026-03-03T10:12:00.000Z' });
});

it('a restored backup still takes in what the website has', async () => {
  await restoredShop();
  await shop.placeOrder('W-3');

  const { website } = await shop.getWebsiteData();

  expect(website).toMatchObject({ fetchProblem: null, imported: 1 });
});

it('noted as they are: customers hear nothing about the past, and all that comes after', async () => {
  await restoredShop();
  await shop.getWebsiteData();

  await decideAboutOlderCompany(shop.session, 'note-as-is');

  expect(await readGuard(shop.session)).toEqual({ kind: 'fine' });
  expect((await shop.getWebsiteData()).website).toMatchObject({ planned: 0, sendProblem: null, publishProblem: null });
  expect(shop.catcher.mails).toHaveLength(2);
  pick('W-2');
  expect((await shop.getWebsiteData()).website).toMatchObject({ planned: 1, accepted: 1 });
  expect(get(db(), `SELECT who IS NOT NULL AS who FROM log_entry WHERE what = 'older-company-note-as-is'`)).toEqual({
    who: 1,
  });
});

it('this file is right: the next run tells from what the file knows', async () => {
  await restoredShop();
  await shop.getWebsiteData();

  await decideAboutOlderCompany(shop.session, 'file-is-right');

  expect((await shop.getWebsiteData()).website).toMatchObject({ planned: 1, accepted: 1, sendProblem: null });
  expect(shop.catcher.mails).toHaveLength(3);
  expect(get(db(), `SELECT count(*) AS n FROM log_entry WHERE what = 'older-company-file-is-right'`)).toEqual({ n: 1 });
});

it('a decision that a run has overtaken changes nothing, and says that one is running', async () => {
  await restoredShop();
  await shop.getWebsiteData();
  const known = baselines();
  const { secrets } = shop.session;
  const read = secrets.get;
  const runBegan = Promise.withResolvers<void>();
  Object.assign(secrets, { get: (account: string) => runBegan.promise.then(() => read(account)) });
  const decision = decideAboutOlderCompany(shop.session, 'note-as-is');
  Object.assign(secrets, { get: read });

  const run = shop.getWebsiteData({ onEvent: () => runBegan.resolve() });

  await expect(decision).rejects.toMatchObject({ code: 'run-in-progress' });
  await run;
  expect(baselines()).toEqual(known);
  expect(await readGuard(shop.session)).toMatchObject({ kind: 'older' });
});

it('a mail of the past that waited in the backup is dropped when all is noted as it is', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.getWebsiteData();
  pick('W-1');
  shop.secrets.delete('smtp:0198c0de-0000-7000-8000-000000000001');
  await shop.getWebsiteData();
  const backup = join(shop.companyPath, '..', 'kept.sqlite');
  await db().backup(backup);
  shop.secrets.set('smtp:0198c0de-0000-7000-8000-000000000001', 'correct horse');
  await shop.getWebsiteData();
  await restore(backup);

  await decideAboutOlderCompany(shop.session, 'note-as-is');
  await shop.getWebsiteData();

  expect(shop.catcher.mails).toHaveLength(1);
  expect(all(db(), 'SELECT state, reason FROM mail')).toEqual([{ state: 'dropped', reason: 'noted-as-is' }]);
});

it('a backup made while mails were going out is older than the end of that run', async () => {
  const backup = await backUpWithNews();
  await shop.getWebsiteData({
    onEvent: (event) => {
      if (event.kind !== 'step' || event.step !== 'send' || event.state !== 'running' || event.done > 0) return;
      db().pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(shop.companyPath, backup);
    },
  });
  await restore(backup);

  expect((await shop.getWebsiteData()).website).toMatchObject({ sendProblem: 'company-older-than-last-run' });
  expect(shop.catcher.mails).toHaveLength(1);
});

it('on a computer that knows of no run, what the website holds tells that the file is older', async () => {
  await restoredShop();
  for (const account of shop.secrets.keys()) if (account.startsWith('last-run:')) shop.secrets.delete(account);

  expect((await shop.getWebsiteData()).website).toMatchObject({ sendProblem: 'company-older-than-last-run' });
  expect(await readGuard(shop.session)).toEqual({ kind: 'older', lastRunAt: null, websitesAhead: ['Fjellbutikken'] });

  await decideAboutOlderCompany(shop.session, 'note-as-is');
  expect((await shop.getWebsiteData()).website).toMatchObject({ planned: 0, sendProblem: null });
  expect(shop.catcher.mails).toHaveLength(2);
});

it('a file that went on to another computer is not taken for a restored one', async () => {
  await backUpWithNews();
  for (const account of shop.secrets.keys()) if (account.startsWith('last-run:')) shop.secrets.delete(account);

  expect((await shop.getWebsiteData()).website).toMatchObject({ planned: 1, accepted: 1, sendProblem: null });
});

it('a file with a past that was told here, and on another computer since, is newer than the mark', async () => {
  await backUpWithNews();
  await shop.getWebsiteData();
  const [account = ''] = [...shop.secrets.keys()].filter((name) => name.startsWith('last-run:'));
  const markOfThisComputer = shop.secrets.get(account) ?? '';
  pick('W-2');
  await shop.getWebsiteData();
  shop.secrets.set(account, markOfThisComputer);

  expect(await readGuard(shop.session)).toEqual({ kind: 'fine' });
});

it('a keychain that cannot be reached stops no run', async () => {
  await backUpWithNews();
  const { secrets } = shop.session;
  const locked = () => Promise.reject(new AppError('keychain-unavailable'));
  const { get: read, set } = secrets;
  Object.assign(secrets, {
    get: (account: string) => (account.startsWith('last-run:') ? locked() : read(account)),
    set: locked,
  });

  expect((await shop.getWebsiteData()).website).toMatchObject({ planned: 1, accepted: 1, sendProblem: null });
  expect(await readGuard(shop.session)).toEqual({ kind: 'keychain-unavailable' });
  Object.assign(secrets, { get: read, set });
});

it('on a computer that knows of no run, a file with a past mails nobody while its website cannot be asked', async () => {
  await restoredShop();
  for (const account of [...shop.secrets.keys()]) if (account.startsWith('last-run:')) shop.secrets.delete(account);
  const known = baselines();
  setMyPage('http://127.0.0.1:9');
  const away = await shop.getWebsiteData();
  expect(away.website).toMatchObject({ sendProblem: 'company-age-unknown', planned: 0 });
  expect(baselines()).toEqual(known);
  expect(shop.catcher.mails).toHaveLength(2);

  // Nothing was settled by that: the website is asked again, and says that the file is older
  setMyPage(shop.myPage.url);
  expect((await shop.getWebsiteData()).website).toMatchObject({ sendProblem: 'company-older-than-last-run' });
  expect(shop.catcher.mails).toHaveLength(2);
});

it('a backup from before a run that told nobody, but moved facts silently, is older too', async () => {
  const backup = await backUpWithNews();
  doNotTell('W-1');
  const { website } = await shop.getWebsiteData();
  expect(website.planned).toBe(0);
  await restore(backup);
  // Known from this computer's own mark, without the website
  expect(await readGuard(shop.session)).toMatchObject({ kind: 'older', lastRunAt: expect.any(String) });
  expect((await shop.getWebsiteData()).website).toMatchObject({ sendProblem: 'company-older-than-last-run' });
  expect(shop.catcher.mails).toHaveLength(0);
});

it('what customers have heard since is read from My page, in the words that they read', async () => {
  await restoredShop();
  const { orders, unanswered } = await readHeardSince(shop.session);
  expect(unanswered).toEqual([]);
  expect(
    orders.map(({ webOrderNo, customerName, news }) => [
      webOrderNo,
      customerName,
      news.flatMap((each) => each.sentences),
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['W-1', 'Kari Nordmann', ['Your order has been picked in our warehouse.']],
      ['W-2', 'Lars Berg', ['Your order has been picked in our warehouse.']],
    ]),
  );
  expect(orders).toHaveLength(2);
});

it('going by My page, orders that customers heard more of count as known, and only the others are told', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.placeOrder('W-2', { name: 'Lars Berg', email: 'lars@customer.example' });
  await shop.getWebsiteData();
  pick('W-1');
  const backup = join(shop.companyPath, '..', 'kept.sqlite');
  await db().backup(backup);
  await shop.getWebsiteData();
  await restore(backup);
  pick('W-2');
  await decideAboutOlderCompany(shop.session, 'as-on-my-page');
  const { website } = await shop.getWebsiteData();
  expect(website).toMatchObject({ sendProblem: null, accepted: 1 });
  expect(shop.catcher.mails.map(({ to }) => to)).toEqual(['kari@customer.example', 'lars@customer.example']);
});

it('without an answer from My page nobody goes by it, and nothing is decided', async () => {
  await restoredShop();
  const known = baselines();
  setMyPage('http://127.0.0.1:9');
  await expect(decideAboutOlderCompany(shop.session, 'as-on-my-page')).rejects.toMatchObject({
    code: 'website-unreachable',
  });
  expect(baselines()).toEqual(known);
  expect(await readGuard(shop.session)).toMatchObject({ kind: 'older' });
});

describe('a file that has mailed before, where neither this computer nor a website knows of it', () => {
  const forgetMarks = () => {
    for (const account of [...shop.secrets.keys()]) if (account.startsWith('last-run:')) shop.secrets.delete(account);
  };

  it('mails nobody and says why, until staff decide; then this computer knows of it', async () => {
    await backUpWithNews();
    await shop.getWebsiteData();
    forgetMarks();
    setMyPage('');
    pick('W-2');
    expect(await readGuard(shop.session)).toEqual({ kind: 'age-unknown' });
    expect((await shop.getWebsiteData()).website).toMatchObject({ sendProblem: 'company-age-unknown', planned: 0 });
    await decideAboutOlderCompany(shop.session, 'file-is-right');
    expect(await readGuard(shop.session)).toEqual({ kind: 'fine' });
    expect((await shop.getWebsiteData()).website).toMatchObject({ sendProblem: null, accepted: 1 });
  });

  it('a file that never told anybody anything goes on', async () => {
    await backUpWithNews();
    forgetMarks();
    setMyPage('');
    expect(await readGuard(shop.session)).toEqual({ kind: 'no-mark' });
  });

  it('a keychain that is away stops a run whose mail server asks for no password', async () => {
    await backUpWithNews();
    await shop.getWebsiteData();
    shop.session.company().command((tx) => run(tx, `UPDATE website SET smtp_user = ''`));
    pick('W-2');
    const away = () => Promise.reject(new AppError('keychain-unavailable'));
    Object.assign(shop.session.secrets, { get: away, set: away });
    expect((await shop.getWebsiteData()).website).toMatchObject({ sendProblem: 'company-age-unknown', planned: 0 });
  });
});
