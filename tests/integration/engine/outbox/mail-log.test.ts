import { unzipSync } from 'fflate';
import { simpleParser } from 'mailparser';
import { beforeEach, describe, expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { holdBack } from '../../../../main/engine/ledger/hold-service.ts';
import { liftAddressMark, listAddressMarks } from '../../../../main/engine/outbox/address-mark-store.ts';
import { foundMails, listMails, readMailDetails } from '../../../../main/engine/outbox/mail-list-store.ts';
import {
  exportOfCustomer,
  forgetOldMails,
  mailAsFile,
  mailCameBack,
} from '../../../../main/engine/outbox/mail-log-service.ts';
import { listNotToldOfOrder } from '../../../../main/engine/outbox/mail-log-store.ts';
import type { OpenCompany } from '../../../../main/engine/session.ts';
import { listRunMails } from '../../../../main/engine/website-data/run-store.ts';
import { mailListInput } from '../../../../shared/mails.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { acceptQueued, queueRun } from '../../../support/queued-run.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
let kari: number;
let lars: number;
let first: number;

beforeEach(async () => {
  db = await openTestCompany();
  setRules(db, 1, 2, 3, 4, 5, 6, 7);
  kari = addContact(db, { name: 'Kari Nordmann', email: 'kari@customer.example' });
  lars = addContact(db, { name: 'Lars 100%', email: 'lars_b@customer.example' });
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
  first = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId });
  const second = addWebOrder(db, { contactId: lars, webOrderNo: 'W-2', productId });
  for (const orderId of [first, second]) edit(db, orderId, { picked: true });
  await runOnce();
});

/** A run whose mails are all accepted. */
async function runOnce(): Promise<void> {
  await queueRun(companyOver(db));
  acceptQueued(db);
}

const find = (search: string) => listMails(db, mailListInput.parse({ search })).map((mail) => mail.customerName);
const mailOf = (contactId: number) =>
  get<{ id: number }>(db, 'SELECT id FROM mail WHERE contact_id = @contactId', { contactId })?.id ?? 0;

describe('the mail log is searched', () => {
  it.each([
    ['a customer', 'nordmann', ['Kari Nordmann']],
    ['an address', 'KARI@', ['Kari Nordmann']],
    ['a web order no.', 'W-2', ['Lars 100%']],
    ['the subject', 'news about', ['Lars 100%', 'Kari Nordmann']],
    ['signs that mean something in LIKE', '100%', ['Lars 100%']],
    ['an underscore as itself', 'rs_b', ['Lars 100%']],
    ['nothing that is there', 'Ola', []],
  ])('by %s', (_name, search, found) => {
    expect(find(search)).toEqual(found);
  });

  it('in an index, without reading the mails themselves', () => {
    const plan = all<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${foundMails}`, { pattern: '%a%', search: 'a' });
    expect(plan.map(({ detail }) => detail).filter((step) => / found\b/.test(step))).toEqual([
      expect.stringContaining('COVERING INDEX mail_log'),
    ]);
  });
});

it('a mail is saved byte by byte as it went out', () => {
  const { bytes, name } = mailAsFile(db, mailOf(kari));
  expect(name).toMatch(/\.eml$/);
  expect(Buffer.from(bytes)).toEqual(get<{ message: Buffer }>(db, 'SELECT message FROM whole_mail')?.message);
});

it('the export of a customer holds every mail and why others were not sent, and nothing of another customer', async () => {
  edit(db, first, { picked: false, shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
  inTransaction(db, (tx) => holdBack(tx, testContext, { what: 'order', orderId: first, reason: 'Being checked' }));
  await runOnce();
  const { name, bytes } = exportOfCustomer(db, kari);
  expect(name).toBe('Kari Nordmann.zip');
  const files = Object.entries(unzipSync(bytes)).map(([path, content]) => ({
    path,
    text: Buffer.from(content).toString(),
  }));
  expect(files.map(({ path }) => path)).toEqual([
    'mails.csv',
    'not-told.csv',
    expect.stringMatching(/^mails\/.*\.eml$/),
  ]);
  const whole = files.map(({ text }) => text).join();
  expect(whole).toContain('order-held');
  expect(whole).toContain('250 taken');
  for (const foreign of ['Lars', 'lars', 'W-2']) expect(whole).not.toContain(foreign);
  const mail = await simpleParser(files[2]?.text ?? '');
  expect(mail.text).toContain('W-1');
});

it('a name that no file system takes makes a plain file name', () => {
  inTransaction(db, (tx) => run(tx, `UPDATE contact SET name = '../..\\ :*' WHERE id = @lars`, { lars }));
  expect(exportOfCustomer(db, lars).name).not.toMatch(/[\\/:*]/);
});

it('an order names the runs that told nothing of it, and why', async () => {
  inTransaction(db, (tx) => run(tx, `UPDATE contact SET email = '' WHERE id = @kari`, { kari }));
  edit(db, first, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
  await runOnce();
  expect(listNotToldOfOrder(db, first)).toEqual([{ runId: 2, at: testContext.now, reason: 'no-address' }]);
});

describe('the texts of mails are kept for some months', () => {
  it('then they are removed, and when a mail went and about what stays', async () => {
    inTransaction(db, (tx) => run(tx, 'UPDATE company SET mail_log_months = 12'));
    await forgetOldMails(companyOver(db), new Date('2027-03-03T10:11:59.000Z'));
    expect(readMailDetails(db, mailOf(kari))).toMatchObject({ isTextRemoved: false, address: 'kari@customer.example' });
    await forgetOldMails(companyOver(db), new Date('2027-03-03T10:12:01.000Z'));
    expect(readMailDetails(db, mailOf(kari))).toMatchObject({
      isTextRemoved: true,
      address: '',
      subject: '',
      html: '',
      plain: '',
      messageSource: '',
      state: 'accepted',
      orders: [{ webOrderNo: 'W-1' }],
    });
    expect(() => mailAsFile(db, mailOf(kari))).toThrow();
  });

  const longAfter = new Date('2036-01-01T00:00:00.000Z');

  it('one that waits, or about which staff must decide, keeps its text however old', async () => {
    for (const state of ['waiting', 'refused', 'uncertain', 'queued']) {
      inTransaction(db, (tx) => run(tx, 'UPDATE mail SET state = @state', { state }));
      await forgetOldMails(companyOver(db), longAfter);
      expect(readMailDetails(db, mailOf(kari))?.isTextRemoved, state).toBe(false);
    }
  });

  it("a shop's copy that was refused waits for nobody", async () => {
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'refused', kind = 'shop-copy'`));
    await forgetOldMails(companyOver(db), longAfter);
    expect(readMailDetails(db, mailOf(kari))).toMatchObject({ isTextRemoved: true, address: '' });
  });

  it('many are removed some at a time, and others get their turn in between', async () => {
    inTransaction(db, (tx) =>
      run(
        tx,
        `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 998)
         INSERT INTO mail(random_id, run_id, website_id, contact_id, kind, address, language, sender_address, subject,
           frozen_at, state)
         SELECT 'more-' || n, run_id, website_id, contact_id, kind, address, language, sender_address, subject,
           frozen_at, state FROM numbers, mail WHERE mail.id = @mailId`,
        { mailId: mailOf(kari) },
      ),
    );
    const turns: string[] = [];
    const command: OpenCompany['command'] = (work) => {
      turns.push('removed');
      return companyOver(db).command(work);
    };
    setImmediate(() => turns.push('another'));
    await forgetOldMails({ db, command }, longAfter);
    expect(turns).toEqual(['removed', 'another', 'removed', 'removed']);
    expect(get(db, 'SELECT count(*) AS left FROM mail WHERE is_text_removed = 0')).toEqual({ left: 0 });
  });
});

describe('a mail that came back', () => {
  const cameBack = (mailId: number) =>
    inTransaction(db, (tx) => mailCameBack(tx, testContext, { mailId, reason: 'No such person here' }));

  it('says so, and its address is not written to until staff lift the mark', async () => {
    cameBack(mailOf(kari));
    expect(readMailDetails(db, mailOf(kari))).toMatchObject({
      cameBackAt: testContext.now,
      cameBack: 'No such person here',
    });
    expect(listAddressMarks(db)).toMatchObject([{ address: 'kari@customer.example', reply: 'No such person here' }]);
    edit(db, first, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    await runOnce();
    expect(listNotToldOfOrder(db, first)).toMatchObject([{ reason: 'address-refused' }]);
  });

  it('is found by that alone, and its run shows it', () => {
    expect(listMails(db, mailListInput.parse({ cameBack: true }))).toEqual([]);
    cameBack(mailOf(kari));
    expect(listMails(db, mailListInput.parse({ cameBack: true })).map(({ id }) => id)).toEqual([mailOf(kari)]);
    expect(listRunMails(db, 1).map(({ cameBackAt }) => cameBackAt)).toEqual([testContext.now, null]);
  });

  it('what was noted first stays, and a mark that staff have lifted does not come again', () => {
    cameBack(mailOf(kari));
    inTransaction(db, (tx) => {
      run(tx, `UPDATE mail SET came_back = 'From the box'`);
      liftAddressMark(tx, testContext, 'kari@customer.example');
    });
    expect(() => cameBack(mailOf(kari))).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(readMailDetails(db, mailOf(kari))?.cameBack).toBe('From the box');
    expect(listAddressMarks(db)).toEqual([]);
  });

  it("a shop's copy is noted, and the shop's own address is not marked", () => {
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET kind = 'shop-copy'`));
    cameBack(mailOf(kari));
    expect(readMailDetails(db, mailOf(kari))?.cameBackAt).toBe(testContext.now);
    expect(listAddressMarks(db)).toEqual([]);
  });

  it('only one that a server has taken can come back', () => {
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'waiting'`));
    expect(() => cameBack(mailOf(kari))).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(listAddressMarks(db)).toEqual([]);
  });
});
