import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { keepFromCustomer, tellAfterAll } from '../../../../main/engine/ledger/do-not-tell-service.ts';
import { holdBack, letGo } from '../../../../main/engine/ledger/hold-service.ts';
import { listHolds } from '../../../../main/engine/ledger/hold-store.ts';
import { applyAcceptedMail } from '../../../../main/engine/ledger/ledger-service.ts';
import { readLedger } from '../../../../main/engine/ledger/ledger-store.ts';
import { decideUncertainMail } from '../../../../main/engine/outbox/decide-mail-service.ts';
import {
  createPurchase,
  receivePurchase,
  transferPurchase,
} from '../../../../main/engine/purchasing/purchase-service.ts';
import type { OpenCompany } from '../../../../main/engine/session.ts';
import { listLanguageGaps } from '../../../../main/engine/website-data/language-gap-store.ts';
import { previewMail, previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { planOneOrder, readCustomerKnows, readOverview } from '../../../../main/engine/website-data/preview-service.ts';
import {
  planFor,
  type QueuedMails,
  type QueueRun,
  queueMails,
} from '../../../../main/engine/website-data/queue-mails-service.ts';
import { insertRun } from '../../../../main/engine/website-data/run-store.ts';
import { readShown } from '../../../../main/engine/website-data/shown-mails-service.ts';

import { openTestCompany, testContext } from '../../../support/company.ts';

import { queueRun } from '../../../support/queued-run.ts';
import { invoicePart } from '../../../support/staff-work.ts';
import {
  addContact,
  addProduct,
  addWebOrder,
  companyOver,
  edit,
  onlyLineOf,
  setRules,
} from '../../../support/web-orders.ts';

let db: ReadDb;
let company: OpenCompany;
let kari: number;
let jacket: number;

beforeEach(async () => {
  db = await openTestCompany();
  company = companyOver(db);
  setRules(db, 1, 2, 3, 4, 5, 6, 7);
  kari = addContact(db, { name: 'Kari Nordmann' });
  jacket = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
});

const queue = async (rest: Partial<QueueRun> = {}) => (await queueRun(company, rest)).planned;

type MailRow = {
  id: number;
  state: string;
  plain: string;
  address: string;
  language: string;
  message: Buffer;
  superseded_by: number | null;
};
const mails = () => all<MailRow>(db, 'SELECT * FROM whole_mail ORDER BY id');
const notTold = () => all<{ reason: string }>(db, 'SELECT reason FROM run_not_told').map((row) => row.reason);
const toCheck = () => all<{ order_id: number }>(db, 'SELECT order_id FROM order_to_check').map((row) => row.order_id);

function become(mailId: number, state: string): void {
  inTransaction(db, (tx) => {
    run(tx, 'UPDATE mail SET state = @state WHERE id = @mailId', { mailId, state });
    if (state === 'accepted') applyAcceptedMail(tx, testContext, mailId);
  });
}

describe('one mail per customer per run (9.9)', () => {
  it('covers every changed order of the customer, each by its web order no.', async () => {
    const first = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    const second = addWebOrder(db, { contactId: kari, webOrderNo: 'W-2', productId: jacket });
    edit(db, first, { picked: true });
    edit(db, second, { shipments: [{ id: null, carrier: 'Posten', shippingNo: ' 7012 ' }] });
    expect(await queue()).toBe(1);
    expect(mails()[0]?.plain).toContain('W-1');
    expect(mails()[0]?.plain).toContain('W-2');
    expect(mails()[0]?.plain).toContain('7012');
  });

  it('two contacts with one address get two mails', async () => {
    const ola = addContact(db, { name: 'Ola Nordmann', email: 'kari.nordmann@customer.example' });
    edit(db, addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket }), { picked: true });
    edit(db, addWebOrder(db, { contactId: ola, webOrderNo: 'W-2', productId: jacket }), { picked: true });
    expect(await queue()).toBe(2);
    expect(mails()[0]?.plain).not.toContain('W-2');
    expect(mails()[1]?.plain).not.toContain('W-1');
  });
});

it('a first sight and an undone change tell nothing (9.1, 9.4)', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  expect(await queue()).toBe(0);
  edit(db, order, { picked: true });
  edit(db, order, { picked: false });
  expect(await queue()).toBe(0);
  expect(toCheck()).toEqual([]);
});

it('orders typed in by staff never mail (9.6)', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  inTransaction(db, (tx) =>
    run(tx, `UPDATE sales_order SET website_id = NULL, web_order_no = '' WHERE id = @order`, { order }),
  );
  edit(db, order, { picked: true });
  expect(await queue()).toBe(0);
});

describe('movement (9.2)', () => {
  it('switching a rule on never mails old news', async () => {
    setRules(db, 1);
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    expect(await queue()).toBe(0);
    setRules(db, 1, 3);
    expect(await queue()).toBe(0);
    expect(toCheck()).toEqual([]);
  });

  it('a fact with a sentence moves when its mail is accepted, and then nothing is told twice', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    await queue();
    expect(readLedger(db, order)?.baseline.picked).toBe(false);
    become(1, 'accepted');
    expect(readLedger(db, order)?.told.picked).toMatchObject({ value: true, mailId: 1 });
    expect(await queue()).toBe(0);
    expect(toCheck()).toEqual([]);
  });

  it('an edit made while a mail is under way is news of the next run: the mail moves the ledger to what it said', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { deliveryDate: '2026-04-01' });
    await queue();
    edit(db, order, { deliveryDate: '2026-05-01' });
    become(1, 'accepted');
    expect(await queue()).toBe(1);
    expect(mails()[1]?.plain).toContain('1 Apr 2026');
    expect(mails()[1]?.plain).toContain('1 May 2026');
  });

  it('opted out: facts move silently, My page still gets the news, and a later Yes tells nothing old (9.14)', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    inTransaction(db, (tx) => run(tx, 'UPDATE contact SET customer_opted_out = 1'));
    edit(db, order, { picked: true });
    expect(await queue()).toBe(0);
    expect(notTold()).toEqual(['opted-out']);
    expect(all(db, 'SELECT * FROM order_news')).toHaveLength(1);
    inTransaction(db, (tx) => run(tx, 'UPDATE contact SET customer_opted_out = 0'));
    expect(await queue()).toBe(0);
  });
});

describe('a mail that did not go is made anew (9.10)', () => {
  it.each(['waiting', 'refused', 'queued'])('%s: superseded by one mail with whatever is new', async (state) => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    await queue();
    become(1, state);
    edit(db, order, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    expect(await queue()).toBe(1);
    expect(mails()[0]).toMatchObject({ state: 'superseded', superseded_by: 2 });
    expect(mails()[1]?.plain).toContain('7012');
    expect(all(db, 'SELECT * FROM order_news')).toHaveLength(1);
  });

  it('dropped when nothing is left to tell, and its news leaves My page', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    await queue();
    become(1, 'waiting');
    edit(db, order, { picked: false });
    expect(await queue()).toBe(0);
    expect(mails()[0]?.state).toBe('dropped');
    expect(all(db, 'SELECT * FROM order_news')).toEqual([]);
    expect(toCheck()).toEqual([]);
  });

  it('two live mails for one state of the ledger cannot be', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    await queue();
    expect(() =>
      inTransaction(
        db,
        (tx) =>
          run(
            tx,
            `INSERT INTO mail(random_id, run_id, website_id, contact_id, kind, address, language, sender_address, subject,
             frozen_at, state) SELECT 'x', run_id, website_id, contact_id, kind, address, language, sender_address, subject,
             frozen_at, state FROM mail`,
          ) && run(tx, `INSERT INTO mail_order SELECT 2, order_id, ledger_version, changes, 1 FROM mail_order`),
      ),
    ).toThrow(/UNIQUE/);
  });
});

describe('uncertain (9.11)', () => {
  it('holds its order out of mails, moves nothing, and lets other orders of the customer go on', async () => {
    const first = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, first, { picked: true });
    await queue();
    become(1, 'uncertain');
    const second = addWebOrder(db, { contactId: kari, webOrderNo: 'W-2', productId: jacket });
    edit(db, second, { picked: true });
    edit(db, first, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    expect(await queue()).toBe(1);
    expect(mails()[1]?.plain).not.toContain('W-1');
    expect(notTold()).toEqual(['uncertain-mail']);
    expect(readLedger(db, first)?.baseline.picked).toBe(false);
  });

  it('"Tell anew" composes one mail with a new Message-ID that says it may be the second', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    await queue();
    inTransaction(db, (tx) => {
      run(tx, `UPDATE mail SET state = 'dropped', reason = 'tell-anew' WHERE id = 1`);
      run(tx, 'UPDATE mail_order SET is_live = 0 WHERE mail_id = 1');
    });
    expect(await queue()).toBe(1);
    const [before, after] = mails();
    expect(after?.plain).toMatch(/already/i);
    const messageId = (mail: MailRow | undefined) =>
      /^Message-ID: (.*)$/im.exec(mail?.message.toString('latin1') ?? '')?.[1];
    expect(messageId(after)).not.toBe(messageId(before));
  });
});

describe('recipients and languages (9.13, 9.15)', () => {
  it.each([
    ['', 'no-address'],
    ['kari at home', 'malformed-address'],
    ['a@b.example, c@d.example', 'malformed-address'],
  ])('address %j: not planned, shown, and told once there is one', async (email, reason) => {
    const ola = addContact(db, { name: 'Ola', email });
    const order = addWebOrder(db, { contactId: ola, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    expect(await queue()).toBe(0);
    expect(notTold()).toEqual([reason]);
    inTransaction(db, (tx) => run(tx, `UPDATE contact SET email = 'ola@customer.example' WHERE id = @ola`, { ola }));
    expect(await queue()).toBe(1);
  });

  it('an address a server refused for good is not written to until staff lift the mark (9.12)', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    inTransaction(db, (tx) =>
      run(
        tx,
        `INSERT INTO address_mark VALUES ('kari.nordmann@customer.example', 550, '5.1.1', '550 5.1.1 unknown', @now)`,
        {
          now: testContext.now,
        },
      ),
    );
    expect(await queue()).toBe(0);
    expect(notTold()).toEqual(['address-refused']);
    inTransaction(db, (tx) => run(tx, 'DELETE FROM address_mark'));
    expect(await queue()).toBe(1);
  });

  it("the order's language decides, whatever the program's is", async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket, language: 'no' });
    edit(db, order, { picked: true });
    await queue();
    expect(mails()[0]?.message.toString('latin1')).toMatch(/^Content-Language: nb/im);
  });

  it('a text missing in the language holds the mail unless staff chose a substitute', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket, language: 'fi' });
    edit(db, order, { picked: true });
    expect(await queue()).toBe(0);
    expect(notTold()).toEqual(['text-missing']);
    expect((await readOverview(company, () => false)).websites[0]?.missing).toContain('language-substitute');
    expect(listLanguageGaps(db, 1)).toEqual([{ language: 'fi', orders: 1, substitute: null }]);
    inTransaction(db, (tx) => run(tx, `INSERT INTO website_language_substitute VALUES (1, 'fi', 'en')`));
    expect((await readOverview(company, () => false)).websites[0]?.missing).not.toContain('language-substitute');
    expect(await queue()).toBe(1);
  });
});

it('a faulty text of staff holds its mails and moves nothing', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  inTransaction(db, (tx) => run(tx, `INSERT INTO website_text VALUES (1, 'en', 'News {{ nobody }}', '', '')`));
  edit(db, order, { picked: true });
  expect(await queue()).toBe(0);
  expect(notTold()).toEqual(['text-faulty']);
  inTransaction(db, (tx) => run(tx, 'DELETE FROM website_text'));
  expect(await queue()).toBe(1);
});

it('a mail whose body was refused in three runs waits for staff (9.12)', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  edit(db, order, { picked: true });
  for (const refusedRuns of [1, 2, 3]) {
    expect(await queue()).toBe(1);
    inTransaction(db, (tx) =>
      run(tx, `UPDATE mail SET state = 'refused', refused_runs = @refusedRuns WHERE state = 'queued'`, { refusedRuns }),
    );
  }
  expect(await queue()).toBe(0);
  expect(notTold()).toContain('refused-three-times');
});

it('an order edited while its mail is worded is planned anew, never told as it was', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  edit(db, order, { deliveryDate: '2026-04-01' });
  let edits = 0;
  await queueRun(company, {
    onProgress: () => {
      if (edits++ === 0) edit(db, order, { deliveryDate: '2026-05-01' });
    },
  });
  expect(mails()).toHaveLength(1);
  expect(mails()[0]?.plain).toContain('1 May 2026');
  expect(mails()[0]?.plain).not.toContain('1 Apr 2026');
});

it('many customers are gone through some at a time, and each gets one mail about all orders', async () => {
  const customers = 230;
  for (let n = 0; n < customers; n++) {
    const contactId = addContact(db, { name: 'Customer', email: `customer${n}@customer.example` });
    addWebOrder(db, { contactId, webOrderNo: `W-${n}`, productId: jacket });
  }
  // A second order of the first ones, far from their first
  for (let n = 0; n < 30; n++) addWebOrder(db, { contactId: kari + 1 + n, webOrderNo: `V-${n}`, productId: jacket });
  inTransaction(db, (tx) => run(tx, 'UPDATE sales_order SET picked = 1'));
  const runId = inTransaction(db, (tx) => insertRun(tx, { at: testContext.now, who: 'tester' }));
  const progress: number[] = [];
  const { planned } = await queueMails(company, {
    runId,
    websiteId: 1,
    newUuid: randomUUID,
    now: () => new Date(testContext.now),
    onProgress: (done, of) => {
      expect(of).toBe(customers);
      progress.push(done);
    },
  });
  expect(planned).toBe(customers);
  expect(new Set(mails().map(({ address }) => address)).size).toBe(customers);
  expect(all(db, 'SELECT 1 FROM mail_order')).toHaveLength(customers + 30);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(customers);
});

describe('what staff do while a long run looks at others', () => {
  const customers = 150;
  beforeEach(() => {
    for (let n = 0; n < customers; n++) {
      const contactId = addContact(db, { name: 'Customer', email: `customer${n}@customer.example` });
      addWebOrder(db, { contactId, webOrderNo: `W-${n}`, productId: jacket });
    }
    inTransaction(db, (tx) => run(tx, 'UPDATE sales_order SET picked = 1'));
  });

  /** Something happens once all mails are in the outbox, a hundred customers' and fifty's. */
  async function runAndThen(act: () => void): Promise<QueuedMails> {
    let commands = 0;
    const command: OpenCompany['command'] = (work) => {
      const result = company.command(work);
      // The first one leaves an older run's mails waiting
      if (++commands === 3) act();
      return result;
    };
    return queueRun({ ...company, command });
  }
  const queued = () => mails().filter(({ state }) => state === 'queued');

  it('a held order, a customer who wants no mails and an edited order are obeyed', async () => {
    const { planned } = await runAndThen(() => {
      inTransaction(db, (tx) => holdBack(tx, testContext, { what: 'order', orderId: 1, reason: 'Being checked' }));
      inTransaction(db, (tx) => run(tx, 'UPDATE contact SET order_status_mails = 0 WHERE id = @id', { id: kari + 2 }));
      edit(db, 3, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    });
    expect(planned).toBe(customers - 2);
    expect(queued()).toHaveLength(customers - 2);
    expect(queued().map(({ address }) => address)).not.toContain('customer0@customer.example');
    expect(queued().map(({ address }) => address)).not.toContain('customer1@customer.example');
    expect(queued().filter(({ plain }) => plain.includes('7012'))).toHaveLength(1);
    expect(notTold().sort()).toEqual(['opted-out', 'order-held']);
  });

  it('the sender and the rules are those that stand at the end, for all', async () => {
    const { planned } = await runAndThen(() =>
      inTransaction(db, (tx) => run(tx, `UPDATE website SET sender_address = 'new@shop.example'`)),
    );
    expect(planned).toBe(customers);
    const senders = all(db, `SELECT DISTINCT sender_address AS sender FROM mail WHERE state = 'queued'`);
    expect(senders).toEqual([{ sender: 'new@shop.example' }]);
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'waiting'`));
    expect((await runAndThen(() => setRules(db, 1))).planned).toBe(0);
    expect(queued()).toEqual([]);
  });

  it('who was held at first and let go meanwhile is told, and not counted as held', async () => {
    inTransaction(db, (tx) => holdBack(tx, testContext, { what: 'order', orderId: 1, reason: 'Being checked' }));
    const { planned } = await runAndThen(() =>
      inTransaction(db, (tx) => {
        for (const { id } of listHolds(tx)) letGo(tx, testContext, id);
      }),
    );
    expect(planned).toBe(customers);
    expect(notTold()).toEqual([]);
  });
});

describe('staff go on editing while mails are worded', () => {
  /** The company, in which something happens between wording and queueing: in each pass of the run, told its number. */
  function editedBefore(queueing: (pass: number) => void): OpenCompany {
    let commands = 0;
    const command: OpenCompany['command'] = (work) => {
      // The first one leaves an older run's mails waiting
      if (commands++ > 0) queueing(commands - 1);
      return company.command(work);
    };
    return { ...company, command };
  }

  /** Two customers are told that their order is picked; `meanwhile` happens in each pass once their mails are worded. */
  async function runWhile(edits: (pass: number, other: number) => void) {
    const ola = addContact(db, { name: 'Ola Hansen' });
    const mine = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    const other = addWebOrder(db, { contactId: ola, webOrderNo: 'W-2', productId: jacket });
    edit(db, mine, { picked: true });
    edit(db, other, { picked: true });
    const given = { websiteId: 1, newUuid: randomUUID, now: () => new Date(testContext.now) };
    const looked = await Promise.all(
      previewRun(company).map(async ({ key }) => (await previewMail(company, key ?? '', given)).messageSource),
    );
    const runId = inTransaction(db, (tx) => insertRun(tx, { at: testContext.now, who: 'tester' }));
    const shown = () => readShown(company, { websiteId: 1, now: given.now() });
    const meanwhile = (pass: number) => edits(pass, other);
    const queued = await queueMails(editedBefore(meanwhile), { ...given, runId, readShown: shown });
    const told = all<{ no: string }>(
      db,
      `SELECT o.web_order_no AS no FROM mail_order mo JOIN mail m ON m.id = mo.mail_id JOIN sales_order o ON o.id = mo.order_id
       WHERE m.state = 'queued'`,
    ).map(({ no }) => no);
    return { queued, told, looked };
  }
  const sent = () => mails().filter(({ state }) => state === 'queued');

  it("what was shown and did not change goes as it was shown, whatever happens to another's order", async () => {
    const { queued, looked } = await runWhile((pass, other) => {
      if (pass < 3) edit(db, other, { deliveryDate: `2026-05-0${pass}` });
    });
    expect(sent()).toHaveLength(2);
    expect(looked).toContain(sent()[0]?.message.toString('latin1'));
    expect(queued.planned).toBe(2);
    expect(queued.sinceShown).toEqual({ same: 1, changed: 1, added: 0, gone: 0 });
    expect(mails()).toHaveLength(2);
  });

  it('a mail that fell away in a later pass is not counted', async () => {
    const { queued, told } = await runWhile((pass, other) => {
      if (pass === 1) edit(db, other, { deliveryDate: '2026-05-01' });
      if (pass === 2) edit(db, 1, { picked: false });
    });
    expect(mails().map(({ state }) => state)).toContain('dropped');
    expect(told).toEqual(['W-2']);
    expect(queued.planned).toBe(1);
    expect(sent()).toHaveLength(1);
  });

  it('a mail that a stopped run left is taken over once, and stands through the passes', async () => {
    const first = await runWhile(() => {});
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'waiting', reason = 'surge'`));
    const runId = inTransaction(db, (tx) => insertRun(tx, { at: testContext.now, who: 'tester' }));
    const now = () => new Date(testContext.now);
    const editOnce = editedBefore((pass) => {
      if (pass === 1) edit(db, 2, { deliveryDate: '2026-05-01' });
    });
    const shown = () => readShown(company, { websiteId: 1, now: now() });
    const queued = await queueMails(editOnce, { runId, websiteId: 1, newUuid: randomUUID, now, readShown: shown });
    expect(queued.sinceShown).toEqual({ same: 1, changed: 1, added: 0, gone: 0 });
    expect(first.looked).toContain(sent()[0]?.message.toString('latin1'));
    expect(notTold()).toEqual([]);
    expect(sent()).toHaveLength(2);
  });
});

describe('a setting changed while mails are worded holds for them', () => {
  // 23:30 of the day before in Oslo, half an hour into today in Helsinki
  const toldAt = '2026-03-02T22:30:00.000Z';

  it.each([
    ['how many mails a customer gets in a day', 2, 'UPDATE website SET mails_per_day = 1', testContext.now],
    ['whose day that is', 1, `UPDATE company SET time_zone = 'Europe/Helsinki'`, toldAt],
  ])('%s', async (_what, mailsPerDay, change, at) => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    inTransaction(db, (tx) => run(tx, 'UPDATE website SET mails_per_day = @mailsPerDay', { mailsPerDay }));
    edit(db, order, { picked: true });
    await queue();
    become(1, 'accepted');
    inTransaction(db, (tx) => run(tx, 'UPDATE mail SET settled_at = @at', { at }));
    edit(db, order, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    const onProgress = () => inTransaction(db, (tx) => void run(tx, change));
    expect(await queue({ onProgress })).toBe(0);
    expect(notTold()).toEqual(['enough-today']);
  });
});

it('the plan reads only orders that may have changed', async () => {
  for (let n = 0; n < 20; n++) addWebOrder(db, { contactId: kari, webOrderNo: `W-${n}`, productId: jacket });
  const line = onlyLineOf(db, 1);
  expect(planFor(company, 1).orders).toEqual([]);
  edit(db, 1, { lines: [{ lineId: line, toBeDeliveredMilli: 1000 }] });
  expect(planFor(company, 1).orders.map((planned) => planned.order.orderId)).toEqual([1]);
  expect(get(db, 'SELECT 1 FROM mail')).toBeUndefined();
});

describe('back orders (9.5)', () => {
  it('news that the customer has not heard yet is told by the back order, from what he knows', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { deliveryDate: '2026-04-01' });
    await queue();
    become(1, 'accepted');
    edit(db, order, {
      deliveryDate: '2026-05-01',
      lines: [{ lineId: onlyLineOf(db, order), toBeDeliveredMilli: 1000 }],
    });
    invoicePart(db, order);
    expect(await queue()).toBe(1);
    const text = mails()[1]?.plain ?? '';
    expect(text).toContain('W-1 / rest 1');
    expect(text).toMatch(/1 Apr 2026/);
    expect(text).toMatch(/1 May 2026/);
  });

  it('a date told while the mail was under way is not told again by the back order', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { deliveryDate: '2026-04-01' });
    await queue();
    edit(db, order, { lines: [{ lineId: onlyLineOf(db, order), toBeDeliveredMilli: 1000 }] });
    invoicePart(db, order);
    become(1, 'accepted');
    await queue();
    const { changes } = get<{ changes: string }>(
      db,
      'SELECT json_group_array(changes) AS changes FROM mail_order WHERE mail_id = 2',
    ) ?? { changes: '' };
    expect(changes).not.toContain('expected-date');
  });

  it("while the parent's mail is uncertain the back order is held with it", async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, {
      deliveryDate: '2026-04-01',
      lines: [{ lineId: onlyLineOf(db, order), toBeDeliveredMilli: 1000 }],
    });
    await queue();
    become(1, 'uncertain');
    const backOrder = invoicePart(db, order);
    edit(db, backOrder, { picked: true });
    expect(await queue()).toBe(0);
    expect(notTold().sort()).toEqual(['parent-uncertain', 'uncertain-mail']);
    inTransaction(db, (tx) => decideUncertainMail(tx, testContext, { mailId: 1, decision: 'it-arrived' }));
    expect(await queue()).toBe(1);
    expect(mails()[1]?.plain).not.toMatch(/1 Apr 2026.*1 Apr 2026/);
  });
});

describe('goods that came from a purchase (9.7 rules 6 and 7)', () => {
  it('the date that goes with the received purchase is told as back in stock, not as a date withdrawn', async () => {
    const tent = addProduct(db, { name: 'Tunnel tent', stockMilli: 0 });
    inTransaction(db, (tx) => {
      const purchaseOrderId = createPurchase(tx, testContext, {
        supplierId: kari,
        deliveryDate: '2026-04-01',
        lines: [{ productId: tent, orderedMilli: 5000 }],
      });
      transferPurchase(tx, testContext, { purchaseOrderId, purchaseVersion: 1 });
    });
    addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: tent });
    inTransaction(db, (tx) =>
      receivePurchase(tx, testContext, {
        purchaseOrderId: 1,
        purchaseVersion: 2,
        lines: [{ purchaseLineId: 1, quantityMilli: 5000 }],
      }),
    );
    expect(await queue()).toBe(1);
    const told = get<{ changes: string }>(db, 'SELECT changes FROM mail_order')?.changes ?? '';
    expect((JSON.parse(told) as { kind: string }[]).map((one) => one.kind)).toEqual(['back-in-stock']);
    become(1, 'accepted');
    expect(await queue()).toBe(0);
    expect(toCheck()).toEqual([]);
  });
});

describe('"Don\'t tell the customer about this" (9.2)', () => {
  const picked = ['picked'];
  const keep = (order: number, facts = picked) =>
    inTransaction(db, (tx) =>
      keepFromCustomer(tx, testContext, { planned: planOneOrder(company, order), facts, reason: 'picked by mistake' }),
    );

  it('moves the change silently with the next run, tells the rest, and says in the history who and why', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true, shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    keep(order);
    expect(readCustomerKnows(company, order)).toMatchObject({
      next: [{ rule: 4 }],
      withheld: [{ rule: 3, reason: 'picked by mistake', who: 'tester' }],
      silentRules: [],
    });
    expect(await queue()).toBe(1);
    expect(mails()[0]?.plain).toContain('7012');
    expect(mails()[0]?.plain).not.toMatch(/picked/i);
    become(1, 'accepted');
    expect(await queue()).toBe(0);
    expect(toCheck()).toEqual([]);
    expect(all(db, `SELECT 1 FROM log_entry WHERE what = 'not-to-be-told'`)).toHaveLength(1);
  });

  it('holds for the value it was said of: the same value coming again after a run is news', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    keep(order);
    await queue();
    edit(db, order, { picked: false });
    await queue();
    edit(db, order, { picked: true });
    expect(await queue()).toBe(1);
  });

  it('is taken back until the run', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { picked: true });
    keep(order);
    inTransaction(db, (tx) => tellAfterAll(tx, testContext, { orderId: order, facts: picked }));
    expect(await queue()).toBe(1);
  });

  it('a change that is no news any more cannot be kept', () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    expect(() => keep(order)).toThrow('order-changed-meanwhile');
  });
});

describe('one bad order holds back no other (pitfalls: one broken mail blocks all behind it)', () => {
  it('an unreadable ledger is named in the report, stays on the list, and the others are told', async () => {
    const bad = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    const ola = addContact(db, { name: 'Ola Hansen' });
    const good = addWebOrder(db, { contactId: ola, webOrderNo: 'W-2', productId: jacket });
    edit(db, bad, { picked: true });
    edit(db, good, { picked: true });
    inTransaction(db, (tx) => run(tx, `UPDATE ledger SET baseline = 'nonsense' WHERE order_id = @bad`, { bad }));
    expect(await queue()).toBe(1);
    expect(mails()[0]?.plain).toContain('W-2');
    expect(notTold()).toEqual(['not-worded']);
    expect(toCheck()).toContain(bad);
  });

  it('a mail that cannot be worded is named, and the others go', async () => {
    const bad = addContact(db, { name: 'Bad Sender' });
    const first = addWebOrder(db, { contactId: bad, webOrderNo: 'W-1', productId: jacket });
    const second = addWebOrder(db, { contactId: kari, webOrderNo: 'W-2', productId: jacket });
    edit(db, first, { picked: true });
    edit(db, second, { picked: true });
    let uuids = 0;
    const seen: unknown[] = [];
    const { planned } = await queueRun(company, {
      // An id that no Message-ID can hold makes the first mail fail
      newUuid: () => (uuids++ === 0 ? 'a b' : randomUUID()),
      onUnexpected: (error) => seen.push(error),
    });
    expect(planned).toBe(1);
    expect(notTold()).toEqual(['not-worded']);
    expect(seen).toHaveLength(1);
  });
});

it('a webshop order made a quotation mails nothing while it is one (9.6)', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  edit(db, order, { status: 'quotation' });
  expect(await queue()).toBe(0);
  expect(toCheck()).toEqual([]);
});

it('who opts out after three refusals is waited for no more: the mail is dropped (9.14)', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  edit(db, order, { picked: true });
  await queue();
  inTransaction(db, (tx) => {
    run(tx, `UPDATE mail SET state = 'refused', refused_runs = 3`);
    run(tx, 'UPDATE contact SET customer_opted_out = 1');
  });
  expect(await queue()).toBe(0);
  expect(mails()[0]?.state).toBe('dropped');
  expect(toCheck()).toEqual([]);
});
