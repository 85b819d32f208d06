import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { all, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { keepFromCustomer } from '../../../../main/engine/ledger/do-not-tell-service.ts';
import { holdBack, letGo } from '../../../../main/engine/ledger/hold-service.ts';
import { listHolds } from '../../../../main/engine/ledger/hold-store.ts';
import { isUnchangedSince, latestTellingsSql } from '../../../../main/engine/ledger/planning-store.ts';
import { lineFact } from '../../../../main/engine/rules/facts.ts';
import type { OpenCompany } from '../../../../main/engine/session.ts';
import { readKnownOfOrders } from '../../../../main/engine/website-data/known-of-orders-service.ts';
import { previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { planOneOrder, readCustomerKnows } from '../../../../main/engine/website-data/preview-service.ts';
import { planFor } from '../../../../main/engine/website-data/queue-mails-service.ts';
import type { HoldInput } from '../../../../shared/website-data.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { acceptQueued, queueRun } from '../../../support/queued-run.ts';
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
let first: number;
let second: number;

beforeEach(async () => {
  db = await openTestCompany();
  company = companyOver(db);
  setRules(db, 1, 2, 3, 4, 5, 6, 7);
  kari = addContact(db, { name: 'Kari Nordmann' });
  const jacket = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
  first = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  second = addWebOrder(db, { contactId: kari, webOrderNo: 'W-2', productId: jacket });
  edit(db, first, { picked: true, shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
  edit(db, second, { picked: true });
});

const hold = (input: HoldInput) => inTransaction(db, (tx) => holdBack(tx, testContext, input));
const letAllGo = () =>
  inTransaction(db, (tx) => {
    for (const { id } of listHolds(tx)) letGo(tx, testContext, id);
  });
const holdPicked = () => hold({ what: 'change', orderId: first, facts: ['picked'], reason: 'Not sure' });

/** A run; its mails are accepted. */
async function runOnce(): Promise<readonly string[]> {
  await queueRun(company);
  return acceptQueued(db).map(({ plain }) => plain);
}
const notTold = () => all(db, 'SELECT order_id AS orderId, reason FROM run_not_told ORDER BY run_id, order_id');

describe('what staff hold is not told and not lost', () => {
  it('a customer: nothing of any order, and all of it once after letting go', async () => {
    hold({ what: 'customer', contactId: kari, reason: 'Complains, call first' });
    expect(await runOnce()).toEqual([]);
    expect(notTold()).toEqual([
      { orderId: first, reason: 'customer-held' },
      { orderId: second, reason: 'customer-held' },
    ]);
    letAllGo();
    const [mail] = await runOnce();
    expect(mail).toContain('W-1');
    expect(mail).toContain('W-2');
    expect(await runOnce()).toEqual([]);
  });

  it('an order: the customer’s other order is told', async () => {
    hold({ what: 'order', orderId: first, reason: 'Being checked' });
    const [mail, ...others] = await runOnce();
    expect(others).toEqual([]);
    expect(mail).not.toContain('W-1');
    expect(mail).toContain('W-2');
    letAllGo();
    expect((await runOnce())[0]).toContain('W-1');
  });

  it('one change: the other changes of the order are told, the held one later', async () => {
    hold({ what: 'order', orderId: second, reason: 'Not of interest here' });
    holdPicked();
    const [mail] = await runOnce();
    expect(mail).toContain('7012');
    expect(mail).not.toContain('picked');
    letAllGo();
    const [later] = await runOnce();
    expect(later).toContain('picked');
    expect(later).not.toContain('What changed (2)');
  });

  it('what is held and changed back is no news after letting go', async () => {
    hold({ what: 'order', orderId: second, reason: 'Being checked' });
    await runOnce();
    edit(db, second, { picked: false });
    letAllGo();
    expect(await runOnce()).toEqual([]);
  });
});

describe('staff see what is held', () => {
  it('the preview names it with its news and why, and holds stand in a list of their own', () => {
    holdPicked();
    hold({ what: 'order', orderId: second, reason: 'Being checked' });
    const rows = previewRun(company);
    expect(rows.map(({ notTold, orders }) => [notTold, orders[0]?.webOrderNo, orders[0]?.sentences.length])).toEqual([
      [null, 'W-1', 1],
      ['change-held', 'W-1', 1],
      ['order-held', 'W-2', 1],
    ]);
    expect(listHolds(db)).toMatchObject([
      { what: 'order', webOrderNo: 'W-2', reason: 'Being checked', who: 'tester' },
      { what: 'change', webOrderNo: 'W-1', facts: ['picked'] },
    ]);
  });

  it('the order’s strip and the column Customer knows name it', () => {
    hold({ what: 'customer', contactId: kari, reason: 'Call first' });
    expect(readCustomerKnows(company, first)).toMatchObject({
      notTold: 'customer-held',
      holds: [{ what: 'customer', reason: 'Call first' }],
    });
    expect(readKnownOfOrders(company, [first])).toMatchObject([{ state: 'held', reason: 'customer-held' }]);
  });

  it('every hold and letting go is logged with who', () => {
    holdPicked();
    letAllGo();
    const logged = all(db, `SELECT what, who, order_id AS orderId FROM log_entry WHERE what IN ('held','let-go')`);
    expect(logged).toEqual([
      { what: 'held', who: 'tester', orderId: first },
      { what: 'let-go', who: 'tester', orderId: first },
    ]);
  });
});

describe('what staff hold or keep from a customer goes with the goods to a back order (9.5)', () => {
  /** W-2 gets a date nobody has been told of; then half of it is invoiced and the rest becomes a back order. */
  function delayAndInvoicePart(decide: () => void): number {
    edit(db, second, { deliveryDate: '2026-05-01' });
    decide();
    edit(db, second, { lines: [{ lineId: onlyLineOf(db, second), toBeDeliveredMilli: 1000 }] });
    return invoicePart(db, second);
  }
  /** As news; the order as it is now stands indented below it. */
  const newDate = /^- .*May/m;
  const dateOfLine = () => [lineFact(onlyLineOf(db, second), 'date')];

  it('an order: its back orders too, and theirs, until it is let go', async () => {
    const rest = delayAndInvoicePart(() => hold({ what: 'order', orderId: second, reason: 'Being checked' }));
    edit(db, rest, { lines: [{ lineId: onlyLineOf(db, rest), toBeDeliveredMilli: 500 }] });
    const restOfRest = invoicePart(db, rest);
    const [mail] = await runOnce();
    expect(mail).not.toContain('W-2');
    expect(notTold()).toEqual([second, rest, restOfRest].map((orderId) => ({ orderId, reason: 'order-held' })));
    expect(readCustomerKnows(company, restOfRest).holds).toMatchObject([{ what: 'order', webOrderNo: 'W-2' }]);
    letAllGo();
    expect((await runOnce())[0]).toMatch(newDate);
  });

  it('an order let go while the mails are worded: its back orders are planned anew', async () => {
    hold({ what: 'order', orderId: first, reason: 'Not of interest here' });
    const rest = delayAndInvoicePart(() => hold({ what: 'order', orderId: second, reason: 'Being checked' }));
    const planned = planFor(company, 1).orders.find(({ read }) => read.orderId === rest);
    letAllGo();
    expect(planned?.notTold).toBe('order-held');
    expect(isUnchangedSince(db, planned?.read ?? { orderId: rest, counter: -1, importId: null })).toBe(false);
  });

  it('one change: the back order tells its other news, the held one later', async () => {
    const rest = delayAndInvoicePart(() =>
      hold({ what: 'change', orderId: second, facts: dateOfLine(), reason: 'Supplier is asked' }),
    );
    edit(db, rest, { picked: true });
    expect((await runOnce()).join()).not.toMatch(newDate);
    letAllGo();
    expect((await runOnce()).join()).toMatch(newDate);
  });

  it('what customers are not to be told, the back order does not tell either', async () => {
    delayAndInvoicePart(() =>
      inTransaction(db, (tx) =>
        keepFromCustomer(tx, testContext, {
          planned: planOneOrder(company, second),
          facts: dateOfLine(),
          reason: 'A mistake',
        }),
      ),
    );
    expect((await runOnce()).join()).not.toMatch(newDate);
    expect((await runOnce()).join()).not.toMatch(newDate);
  });
});

it('a hold put while the mails are worded counts in this run', async () => {
  let isHeld = false;
  const newUuid = () => {
    if (!isHeld) hold({ what: 'customer', contactId: kari, reason: 'Just called' });
    isHeld = true;
    return randomUUID();
  };
  const { planned } = await queueRun(company, { newUuid });
  expect(planned).toBe(0);
});

describe('a customer gets a few mails a day, and the rest tomorrow', () => {
  const onDay = (now: string, today: string) => companyOver(db, { ...testContext, now, today });

  it('the fourth of a day is held, and goes as one mail the next day, by the company’s clock', async () => {
    inTransaction(db, (tx) => run(tx, `UPDATE company SET time_zone = 'Europe/Oslo'`));
    for (const shippingNo of ['1', '2', '3']) {
      edit(db, second, { shipments: [{ id: null, carrier: 'Posten', shippingNo }] });
      expect(await runOnce(), shippingNo).toHaveLength(1);
    }
    edit(db, first, { picked: false });
    edit(db, second, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '4' }] });
    expect(await runOnce()).toEqual([]);
    expect(notTold().at(-1)).toEqual({ orderId: second, reason: 'enough-today' });
    expect(previewRun(company).map((row) => row.notTold)).toEqual(['enough-today']);
    // 22:59 UTC is still the same day in Oslo, an hour later is not
    expect(previewRun(onDay('2026-03-03T22:59:00.000Z', '2026-03-03'))[0]?.notTold).toBe('enough-today');
    expect(previewRun(onDay('2026-03-03T23:01:00.000Z', '2026-03-04'))[0]?.notTold).toBeNull();
  });

  it('counts by when mails were taken: one that waited is taken after others that were made later', async () => {
    inTransaction(db, (tx) => run(tx, 'UPDATE website SET mails_per_day = 4'));
    for (const shippingNo of ['1', '2', '3', '4']) {
      edit(db, second, { shipments: [{ id: null, carrier: 'Posten', shippingNo }] });
      expect(await runOnce(), shippingNo).toHaveLength(1);
    }
    inTransaction(db, (tx) => {
      run(tx, 'UPDATE website SET mails_per_day = 3');
      run(tx, `UPDATE mail SET settled_at = '2026-03-02T10:00:00.000Z' WHERE id = (SELECT max(id) - 1 FROM mail)`);
    });
    edit(db, second, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '5' }] });
    expect(await runOnce()).toEqual([]);
    expect(notTold().at(-1)).toEqual({ orderId: second, reason: 'enough-today' });
  });

  it('in an index, without reading the mails themselves', () => {
    const plan = all<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${latestTellingsSql}`, { contactId: kari, limit: 3 });
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('COVERING INDEX mail_told')]);
  });
});
