import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countNewsLost } from '../../../../main/engine/contacts/change-contacts-service.ts';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { invoiceOrder } from '../../../../main/engine/invoicing/invoice-service.ts';
import { readLedger } from '../../../../main/engine/ledger/ledger-store.ts';
import { ordersToCheckSql } from '../../../../main/engine/ledger/planning-store.ts';
import { insertWebsite, readWebsite } from '../../../../main/engine/settings/website-store.ts';
import { countStock } from '../../../../main/engine/warehouse/stock-taking-service.ts';
import { readKnownOfOrders } from '../../../../main/engine/website-data/known-of-orders-service.ts';
import { previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { readCustomerKnows } from '../../../../main/engine/website-data/preview-service.ts';
import { planFor } from '../../../../main/engine/website-data/queue-mails-service.ts';
import { settingsFingerprint } from '../../../../main/engine/website-data/queue-store.ts';
import { noFilters } from '../../../../shared/rule-options.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { acceptQueued, queueRun } from '../../../support/queued-run.ts';
import { backOrderEffects } from '../../../support/staff-work.ts';
import {
  addContact,
  addProduct,
  addWebOrder,
  companyOver,
  edit,
  editRules,
  onlyLineOf,
  setRules,
} from '../../../support/web-orders.ts';

let folder: string;
let path: string;
let db: ReadDb;
let order: number;
let line: number;
let jacket: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rule-options-'));
  path = join(folder, 'company.orderbud');
  db = await openTestCompany(path);
  setRules(db, 1, 2, 3, 4, 5, 6, 7);
  // Every mail of a test goes on one day
  inTransaction(db, (tx) => run(tx, 'UPDATE website SET mails_per_day = 20'));
  jacket = addProduct(db, { name: 'Rain jacket', stockMilli: 0 });
  order = addWebOrder(db, {
    contactId: addContact(db, { name: 'Kari Nordmann' }),
    webOrderNo: 'W-1',
    productId: jacket,
  });
  line = onlyLineOf(db, order);
  edit(db, order, { deliveryDate: '2026-04-01' });
  await runAndTell();
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const on = (today: string) => companyOver(db, { ...testContext, today });

async function queue({ websiteId = 1, today = testContext.today } = {}): Promise<number> {
  return (await queueRun(on(today), { websiteId })).planned;
}

/** One Get Website Data whose mails are accepted. @returns the sentences of the mail, as the customer reads them */
async function runAndTell(of: { websiteId?: number; today?: string } = {}): Promise<string> {
  await queue(of);
  const mails = acceptQueued(db);
  return mails
    .map(({ plain }) => plain.replaceAll(/\s+/g, ' '))
    .join('\n')
    .slice(0, 4000);
}

const moveTo = (deliveryDate: string | null, orderId = order) => edit(db, orderId, { deliveryDate });
const tolerate = (toleranceDays: number, websiteId = 1) =>
  editRules(db, { ruleOptions: { 6: { toleranceDays, direction: 'any' } } }, { websiteId });
const count = (productId: number, countedMilli: number) =>
  inTransaction(db, (tx) => countStock(tx, testContext, { productId, warehouseId: 1, countedMilli }));
const baseline = (fact: string, orderId = order) => readLedger(db, orderId)?.baseline[fact];
const date = () => `line/${line}/date`;
const rows = () =>
  all<{ orderId: number; lookAgainOn: string | null }>(
    db,
    'SELECT order_id AS orderId, look_again_on AS lookAgainOn FROM order_to_check ORDER BY order_id',
  );
const versionOf = (orderId: number) =>
  get<{ version: number }>(db, 'SELECT version FROM sales_order WHERE id = @orderId', { orderId })?.version ?? 0;
const looked = (today = testContext.today) => planFor(on(today), 1).orders.map((planned) => planned.order.orderId);

describe('what an option leaves unsaid is not forgotten (9.2)', () => {
  it('small moves of one date add up and are told when they are more than the tolerance', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    expect(await runAndTell()).toBe('');
    moveTo('2026-04-03');
    expect(await runAndTell()).toBe('');
    expect(baseline(date())).toBe('2026-04-01');
    moveTo('2026-04-04');
    expect(await runAndTell()).toContain('moved from 1 Apr 2026 to 4 Apr 2026');
    expect(await runAndTell()).toBe('');
    expect(rows()).toEqual([]);
  });

  it('what comes back to where it was is no change, and its row leaves the list', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    moveTo('2026-04-01');
    expect(await runAndTell()).toBe('');
    expect(rows()).toEqual([]);
  });

  it('another change of the order is told without it, and the mail’s table counts no delivery it does not tell', async () => {
    editRules(db, { ruleOptions: { 5: { speaksOf: 'next-delivery' } }, rules: { 7: false } });
    count(jacket, 9000);
    inTransaction(db, (tx) =>
      run(tx, `UPDATE order_line SET delivered_milli = 1000, to_be_delivered_milli = 2000 WHERE id = @line`, { line }),
    );
    expect(await runAndTell()).toBe('');
    edit(db, order, { picked: true });
    const told = await runAndTell();
    expect(told).toContain('picked');
    expect(told).not.toContain('1 of 3');
    expect(told).toMatch(/Delivered now: 0.*Delivered before: 1/);
    expect(baseline(`line/${line}/delivered`)).toBe(0);
  });

  it('My page gets no news of it', async () => {
    const news = all(db, 'SELECT * FROM order_news').length;
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    expect(all(db, 'SELECT * FROM order_news')).toHaveLength(news);
  });
});

describe('loosened: what a run has passed over counts as known (9.2)', () => {
  it('old news is not told, and what comes after it is, from what the customer was told', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    tolerate(0);
    expect(baseline(date())).toBe('2026-04-02');
    expect(rows()).toEqual([]);
    expect(await runAndTell()).toBe('');
    moveTo('2026-04-03');
    expect(await runAndTell()).toContain('from 1 Apr 2026 to 3 Apr 2026');
  });

  it('a change that no run has judged yet is judged by the options as they are then', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    tolerate(0);
    expect(await runAndTell()).toContain('from 1 Apr 2026 to 2 Apr 2026');
  });

  it('an option tried out and taken back between two runs swallows nothing, nor does it drop a mail that waits', async () => {
    moveTo('2026-04-02');
    await queue();
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'waiting' WHERE state = 'queued'`));
    tolerate(30);
    tolerate(0);
    expect(await runAndTell()).toContain('from 1 Apr 2026 to 2 Apr 2026');
  });

  it('what moved on since the run is news, with all of the move', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    moveTo('2026-04-03');
    tolerate(0);
    expect(await runAndTell()).toContain('from 1 Apr 2026 to 3 Apr 2026');
  });

  it('a mail that waits with nothing left to tell is ended by the next run', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    edit(db, order, { picked: true });
    await queue();
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'waiting' WHERE state = 'queued'`));
    edit(db, order, { picked: false });
    tolerate(0);
    expect(await runAndTell()).toBe('');
    expect(get(db, 'SELECT state FROM mail ORDER BY id DESC')).toEqual({ state: 'dropped' });
    expect(rows()).toEqual([]);
  });

  it('loosened in part: only what the new options would tell counts as known', async () => {
    const second = addWebOrder(db, { contactId: 1, webOrderNo: 'W-2', productId: jacket });
    inTransaction(db, (tx) =>
      run(tx, `UPDATE sales_order SET delivery_date = '2026-04-01' WHERE id = @second`, { second }),
    );
    await runAndTell();
    tolerate(9);
    moveTo('2026-04-03');
    moveTo('2026-04-06', second);
    await runAndTell();
    tolerate(3);
    expect(baseline(date())).toBe('2026-04-01');
    expect(baseline(`line/${onlyLineOf(db, second)}/date`, second)).toBe('2026-04-06');
  });

  it('a rule switched off and on again tells nothing that its option left unsaid', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    editRules(db, { rules: { 6: false } });
    expect(baseline(date())).toBe('2026-04-02');
    editRules(db, { rules: { 6: true }, ruleOptions: { 6: noFilters[6] } });
    expect(await runAndTell()).toBe('');
  });

  it('what a run passed over of a line is old news for the back order that takes its rest over', async () => {
    tolerate(5);
    moveTo('2026-04-03');
    edit(db, order, { lines: [{ lineId: line, toBeDeliveredMilli: 1000 }] });
    await runAndTell();
    const backOrder = inTransaction(db, (tx) =>
      invoiceOrder(
        tx,
        { ...testContext, effects: backOrderEffects },
        { orderId: order, orderVersion: versionOf(order) },
      ),
    ).backOrderId;
    tolerate(0);
    await runAndTell();
    const told = all<{ changes: string }>(db, 'SELECT changes FROM mail_order WHERE order_id = @backOrder', {
      backOrder,
    });
    expect(told.map(({ changes }) => changes).join()).not.toContain('expected-date');
    moveTo('2026-04-04', backOrder ?? 0);
    expect(await runAndTell()).toContain('from 1 Apr 2026 to 4 Apr 2026');
  });

  it('a status that was not chosen counts as known when it is', async () => {
    editRules(db, { ruleOptions: { 1: { silentStatuses: ['batch-order'] } } });
    edit(db, order, { status: 'batch-order' });
    expect(await runAndTell()).toBe('');
    expect(baseline('status')).toBe('order');
    editRules(db, { ruleOptions: { 1: { silentStatuses: [] } } });
    expect(await runAndTell()).toBe('');
    edit(db, order, { status: 'order' });
    expect(await runAndTell()).toContain('In progress (before: In progress (combined order))');
  });

  it('a whole line that comes while the option stands is told; some pieces are old news when it is taken off', async () => {
    editRules(db, { ruleOptions: { 7: { onlyWholeLine: true } } });
    count(jacket, 1000);
    expect(await runAndTell()).toBe('');
    editRules(db, { ruleOptions: { 7: { onlyWholeLine: false } } });
    expect(await runAndTell()).toBe('');
    count(jacket, 3000);
    expect(await runAndTell()).toBe('');
  });

  it('options of one website leave the other’s orders alone', async () => {
    const other = inTransaction(db, (tx) => insertWebsite(tx, testContext, { name: 'Second', url: '', myPageUrl: '' }));
    editRules(db, { rules: { 6: true } }, { websiteId: other });
    const there = addWebOrder(db, { contactId: 1, webOrderNo: 'S-1', productId: jacket, websiteId: other });
    moveTo('2026-04-01', there);
    await runAndTell({ websiteId: other });
    tolerate(2);
    tolerate(2, other);
    moveTo('2026-04-02');
    moveTo('2026-04-02', there);
    await runAndTell();
    await runAndTell({ websiteId: other });
    tolerate(0);
    expect(baseline(date())).toBe('2026-04-02');
    const thereDate = `line/${onlyLineOf(db, there)}/date`;
    expect(baseline(thereDate, there)).toBe('2026-04-01');
    moveTo('2026-04-04', there);
    await runAndTell({ websiteId: other });
    expect(baseline(thereDate, there)).toBe('2026-04-04');
  });
});

it.each([
  ['before', 2, '2026-04-01'],
  ['after', 2, '2026-04-01'],
  ['stored', 0, '2026-04-02'],
])(
  'killed %s what was passed over has moved: options and ledger stand together, and no old news is told',
  async (where, days, known) => {
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    db.close();

    const child = spawn(process.execPath, [join(import.meta.dirname, 'loosen-child.ts'), path, where], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');

    db = await openDatabase(path);
    expect(readWebsite(db, 1).ruleOptions[6].toleranceDays).toBe(days);
    expect(baseline(date())).toBe(known);
    expect(await runAndTell()).toBe('');
  },
);

describe('tightened: nothing moves', () => {
  it('what waits to be told is left unsaid by the next run, and its mail ends', async () => {
    moveTo('2026-04-02');
    await queue();
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'waiting' WHERE state = 'queued'`));
    tolerate(2);
    expect(baseline(date())).toBe('2026-04-01');
    expect(await runAndTell()).toBe('');
    expect(get(db, 'SELECT state, reason FROM mail ORDER BY id DESC')).toEqual({
      state: 'dropped',
      reason: 'nothing-left',
    });
    expect(baseline(date())).toBe('2026-04-01');
    moveTo('2026-04-04');
    expect(await runAndTell()).toContain('from 1 Apr 2026 to 4 Apr 2026');
  });

  it('a mail worded before the options changed is planned anew', async () => {
    moveTo('2026-04-02');
    const before = settingsFingerprint(db, 1);
    let isTightened = false;
    const { planned } = await queueRun(on(testContext.today), {
      onProgress: () => {
        if (!isTightened) tolerate(2);
        isTightened = true;
      },
    });
    expect(settingsFingerprint(db, 1)).not.toBe(before);
    expect(planned).toBe(0);
  });
});

describe('a run looks only at what may have news', () => {
  it('an order of which all that differs is left unsaid rests until it is marked again', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    expect(looked()).toEqual([order]);
    await runAndTell();
    expect(looked()).toEqual([]);
    const no = { contactIds: [1], change: { orderStatusMails: false } };
    expect(countNewsLost(db, no)).toBe(0);
    expect(rows()).toEqual([{ orderId: order, lookAgainOn: '2026-04-04' }]);
    edit(db, order, { picked: true });
    expect(looked()).toEqual([order]);
  });

  it('it is looked at again on the day on which a date that was left unsaid is late by more than the tolerance', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    expect(await runAndTell({ today: '2026-04-03' })).toBe('');
    expect(await runAndTell({ today: '2026-04-04' })).toContain(
      'delayed, new date to follow (expected before: 1 Apr 2026)',
    );
    expect(await runAndTell({ today: '2026-04-09' })).toBe('');
  });

  it('with a smaller tolerance that day comes sooner', async () => {
    tolerate(5);
    moveTo('2026-04-02');
    await runAndTell();
    expect(rows()).toEqual([{ orderId: order, lookAgainOn: '2026-04-07' }]);
    tolerate(2);
    expect(rows()).toEqual([{ orderId: order, lookAgainOn: '2026-04-04' }]);
    expect(await runAndTell({ today: '2026-04-04' })).toContain('delayed');
  });

  it('a day that has come is not lost when the options are changed before the next run', async () => {
    tolerate(2);
    moveTo('2026-04-02');
    await runAndTell();
    const today = '2026-04-04';
    editRules(db, { ruleOptions: { 6: { direction: 'later' } } }, { today });
    editRules(db, { ruleOptions: { 6: { toleranceDays: 0 } } }, { today });
    expect(await runAndTell({ today })).toContain('delayed, new date to follow (expected before: 1 Apr 2026)');
  });

  it('stock that rises to the whole line is told, although nothing crossed zero and the order rests', async () => {
    editRules(db, { ruleOptions: { 7: { onlyWholeLine: true } } });
    count(jacket, 1000);
    await runAndTell();
    expect(looked()).toEqual([]);
    count(jacket, 3000);
    expect(await runAndTell()).toContain('back in stock');
  });

  it('stock that rises while mails are worded is not passed over', async () => {
    editRules(db, { ruleOptions: { 7: { onlyWholeLine: true } } });
    count(jacket, 1000);
    const other = addWebOrder(db, { contactId: 1, webOrderNo: 'W-2', productId: jacket });
    edit(db, other, { picked: true });
    let risen = false;
    await queueRun(on(testContext.today), {
      onProgress: () => {
        if (!risen) count(jacket, 3000);
        risen = true;
      },
    });
    const told = all<{ changes: string }>(db, 'SELECT changes FROM mail_order WHERE order_id = @order', { order });
    expect(told.at(-1)?.changes).toContain('back-in-stock');
  });

  it('thousands that rest cost nothing: a run goes by the indexes of what does not', () => {
    const steps = all<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${ordersToCheckSql}`, {
      websiteId: 1,
      today: testContext.today,
      contactId: null,
    }).map(({ detail }) => detail);
    const ofList = steps.filter((step) => / c( |$)/.test(step));
    expect(ofList).toHaveLength(2);
    expect(ofList[0]).toContain('order_to_judge');
    expect(ofList[1]).toContain('order_to_look_again');
  });
});

describe('the windows say why it is not told', () => {
  const few = { kind: 'few-days', days: 1, toldFromDays: 3 };
  beforeEach(() => {
    tolerate(2);
    moveTo('2026-04-02');
  });

  it('on the order and in its column, before the run and after it', async () => {
    for (const _ of ['before', 'after']) {
      const knows = readCustomerKnows(on(testContext.today), order);
      expect(knows).toMatchObject({ next: [], withheld: [], silentRules: [], notTold: null });
      expect(knows.filtered).toEqual([
        { rule: 6, text: 'Expected delivery of Rain jacket moved from 1 Apr 2026 to 2 Apr 2026.', why: few },
      ]);
      expect(readKnownOfOrders(on(testContext.today), [order])).toMatchObject([
        { state: 'not-told', reason: 'filtered', next: [], filtered: [few] },
      ]);
      await runAndTell();
    }
  });

  it('in the preview until a run has passed over it, and in that run’s report', async () => {
    expect(previewRun(on(testContext.today))).toMatchObject([
      { notTold: 'filtered', orders: [{ sentences: [expect.any(String)], why: [few] }] },
    ]);
    await runAndTell();
    expect(get(db, 'SELECT reason FROM run_not_told ORDER BY run_id DESC')).toEqual({ reason: 'filtered' });
    expect(previewRun(on(testContext.today))).toEqual([]);
  });

  it('not again once a run has passed over it, although the order is judged again', async () => {
    edit(db, order, { picked: true });
    await runAndTell();
    expect(looked()).toEqual([order]);
    expect(previewRun(on(testContext.today))).toEqual([]);
    await runAndTell();
    expect(all(db, `SELECT 1 FROM run_not_told WHERE reason = 'filtered'`)).toEqual([]);
  });

  it('beside what is told of the same order', () => {
    edit(db, order, { picked: true });
    expect(previewRun(on(testContext.today))).toMatchObject([
      {
        notTold: null,
        orders: [{ sentences: ['Your order has been picked in our warehouse.'], why: [] }],
      },
      { notTold: 'filtered', orders: [{ sentences: [expect.any(String)], why: [few] }] },
    ]);
    expect(readKnownOfOrders(on(testContext.today), [order])).toMatchObject([
      { state: 'will-be-told', next: ['picked'], filtered: [few] },
    ]);
  });
});

it('options of a rule that are not given stay, and nothing begins with any', () => {
  expect(readWebsite(db, 1).ruleOptions).toEqual(noFilters);
  editRules(db, { ruleOptions: { 7: { onlyWholeLine: true } } });
  tolerate(3);
  expect(readWebsite(db, 1).ruleOptions).toEqual({
    ...noFilters,
    6: { toleranceDays: 3, direction: 'any' },
    7: { onlyWholeLine: true },
  });
});
