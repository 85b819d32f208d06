import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import { exitCodeOf } from '../../../../main/engine/headless.ts';
import { listAddressMarks } from '../../../../main/engine/outbox/address-mark-store.ts';
import { findMissingSecrets } from '../../../../main/engine/website-data/missing-secrets-service.ts';
import type { RunEvent } from '../../../../shared/website-data.ts';
import { postfixBounce } from '../../../support/bounces.ts';
import { type ImapServer, startImapServer } from '../../../support/imap-server.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { edit } from '../../../support/web-orders.ts';

const kari = 'kari@customer.example';
const returnSecret = 'imap:0198c0de-0000-7000-8000-000000000001';

let shop: RunShop;
let server: ImapServer;

beforeEach(async () => {
  shop = await openRunShop();
  server = await startImapServer({ user: 'post@fjell.example', password: 'box horse', security: 'tls' });
  shop.secrets.set(returnSecret, 'box horse');
  setBox(server.port);
  await shop.placeOrder('W-1');
  await shop.getWebsiteData();
  change({ picked: true });
  await shop.getWebsiteData();
});
afterEach(async () => {
  await Promise.all([shop.close(), server.close()]);
});

const db = () => shop.session.company().db;
const change = (what: Parameters<typeof edit>[2]) => edit(db(), 1, what);

function setBox(port: number): void {
  inTransaction(db(), (tx) =>
    run(tx, `UPDATE website SET return_host = '127.0.0.1', return_port = @port, return_user = 'post@fjell.example'`, {
      port,
    }),
  );
}

/** As the customer's mail server answers the one mail that went out. */
function bounceMail(): void {
  const messageId = shop.catcher.mails[0]?.parsed.messageId ?? '';
  expect(shop.catcher.mails).toHaveLength(1);
  server.put(postfixBounce({ messageId, to: kari }), { at: new Date('2026-03-03T09:12:00Z') });
}

describe('a run with a box for mails that come back', () => {
  it('notes what came back before it finds changes, so that nobody is written to in vain', async () => {
    bounceMail();
    change({ shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    const { website, runId } = await shop.getWebsiteData();
    expect(website).toMatchObject({ cameBack: 1, returnsProblem: null, planned: 0 });
    expect(shop.catcher.mails).toHaveLength(1);
    expect(listAddressMarks(db()).map(({ address }) => address)).toEqual([kari]);
    expect(all(db(), 'SELECT reason FROM run_not_told WHERE run_id = @runId', { runId })).toEqual([
      { reason: 'address-refused' },
    ]);
    expect((await shop.getWebsiteData()).website).toMatchObject({ cameBack: 0 });
  });

  it('tells how far it is in a step of its own', async () => {
    bounceMail();
    const events: RunEvent[] = [];
    await shop.getWebsiteData({ onEvent: (event) => events.push(event) });
    expect(events[0]).toMatchObject({ kind: 'website', steps: expect.arrayContaining(['fetch', 'read-returns']) });
    const steps = events.flatMap((event) => (event.kind === 'step' && event.state === 'done' ? [event] : []));
    expect(steps.slice(0, 3).map(({ step, done }) => [step, done])).toEqual([
      ['fetch', 0],
      ['read-returns', 1],
      ['import', 0],
    ]);
  });
});

describe('a box that fails stops nothing and is reported by itself', () => {
  it.each([
    ['gone', 'return-box-unreachable', () => setBox(9)],
    ['that refuses the password', 'return-box-login-refused', () => shop.secrets.set(returnSecret, 'wrong')],
    ['whose password is not here', 'secret-missing', () => shop.secrets.delete(returnSecret)],
    [
      'without the folder',
      'return-box-folder-missing',
      () => inTransaction(db(), (tx) => run(tx, `UPDATE website SET return_folder = 'Bounces'`)),
    ],
    [
      'whose line is cut',
      'return-box-unreachable',
      () => server.letServer((name) => (name === 'UID SEARCH' ? 'cut' : undefined)),
    ],
  ] as const)('%s', async (_name, problem, spoil) => {
    bounceMail();
    spoil();
    await shop.placeOrder('W-2');
    change({ shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    const report = await shop.getWebsiteData();
    const { website } = report;
    expect(website).toMatchObject({
      returnsProblem: problem,
      cameBack: 0,
      imported: 1,
      planned: 1,
      accepted: 1,
      fetchProblem: null,
      publishProblem: null,
      sendProblem: null,
    });
    expect(website.published).toBeGreaterThan(0);
    expect(exitCodeOf(report)).toBe(3);
  });

  it('also when the website itself cannot be reached', async () => {
    bounceMail();
    inTransaction(db(), (tx) => run(tx, `UPDATE website SET my_page_url = 'http://127.0.0.1:9'`));
    expect((await shop.getWebsiteData()).website).toMatchObject({ fetchProblem: 'website-unreachable', cameBack: 1 });
  });
});

it('a password of the box that this computer lacks is named before Start, and at opening', async () => {
  expect((await findMissingSecrets(shop.session)).websites).toEqual([]);
  shop.secrets.delete(returnSecret);
  expect((await findMissingSecrets(shop.session)).websites).toEqual([
    { websiteId: 1, missing: ['return-box-password'] },
  ]);
});

it('without a box there is no such step, and the report knows of no mails that came back', async () => {
  inTransaction(db(), (tx) => run(tx, `UPDATE website SET return_host = ''`));
  const events: RunEvent[] = [];
  const { website } = await shop.getWebsiteData({ onEvent: (event) => events.push(event) });
  expect(website.cameBack).toBeNull();
  expect(JSON.stringify(events)).not.toContain('read-returns');
});

it('neither the password nor a letter of a customer is in the company file', async () => {
  server.put('From: ola@customer.example\r\nSubject: Private\r\nContent-Type: text/plain\r\n\r\nMy new knee', {
    at: new Date('2026-03-03T09:12:00Z'),
  });
  bounceMail();
  expect((await shop.getWebsiteData()).website.cameBack).toBe(1);
  const file = db().serialize();
  expect(file.includes('5.1.1')).toBe(true);
  for (const words of ['box horse', 'My new knee', 'ola@customer']) expect(file.includes(words), words).toBe(false);
  expect(get(db(), 'SELECT last_uid AS lastUid FROM return_box_position')).toEqual({ lastUid: 2 });
});
