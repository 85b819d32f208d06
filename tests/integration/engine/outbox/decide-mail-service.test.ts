import { afterEach, expect, test } from 'vitest';
import { all, get, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { readLedger } from '../../../../main/engine/ledger/ledger-store.ts';
import {
  liftAddressMark,
  listAddressMarks,
  markAddress,
  readAddressMark,
} from '../../../../main/engine/outbox/address-mark-store.ts';
import { decideUncertainMail, tryRefusedMailAgain } from '../../../../main/engine/outbox/decide-mail-service.ts';
import { command } from '../../../support/company.ts';
import { addContact, addProduct, addWebOrder } from '../../../support/web-orders.ts';
import { openOutboxCompany, queueMail, storedMail } from './outbox-company.ts';

let db: ReadDb;
afterEach(() => db.close());

/** A mail in a state that tells of an order that it was picked. */
async function mailIn(state: string): Promise<{ mailId: number; orderId: number }> {
  db = await openOutboxCompany({ port: 1 });
  const contactId = addContact(db, { name: 'Bo' });
  const productId = addProduct(db, { name: 'Axe', stockMilli: 5000 });
  const orderId = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId });
  const mailId = queueMail(db);
  const changes = JSON.stringify([{ kind: 'picked', rule: 3, moves: [{ fact: 'picked', from: false, to: true }] }]);
  command(db, (tx) => {
    run(
      tx,
      'INSERT INTO mail_order(mail_id, order_id, ledger_version, changes) VALUES (@mailId, @orderId, 1, @changes)',
      {
        mailId,
        orderId,
        changes,
      },
    );
    run(tx, 'UPDATE mail SET state = @state, refused_runs = 3 WHERE id = @mailId', { state, mailId });
  });
  return { mailId, orderId };
}

const isLive = (mailId: number) =>
  get<{ live: number }>(db, 'SELECT is_live AS live FROM mail_order WHERE mail_id = @mailId', { mailId })?.live === 1;
const decisions = () =>
  all<{ details: string }>(db, `SELECT details FROM log_entry WHERE what = 'mail-decided'`).map((row) =>
    JSON.parse(row.details),
  );

test('"It arrived" moves what the customer knows to what the mail said', async () => {
  const { mailId, orderId } = await mailIn('uncertain');
  command(db, (tx, context) => decideUncertainMail(tx, context, { mailId, decision: 'it-arrived' }));
  expect(readLedger(db, orderId)).toMatchObject({
    version: 2,
    baseline: { picked: true },
    told: { picked: { mailId } },
  });
  expect(storedMail(db, mailId)).toMatchObject({ state: 'settled', reason: 'it-arrived' });
  expect(decisions()).toEqual([{ mailId, decision: 'it-arrived' }]);
});

test('"Tell anew" leaves what the customer knows and frees the place for the next mail', async () => {
  const { mailId, orderId } = await mailIn('uncertain');
  command(db, (tx, context) => decideUncertainMail(tx, context, { mailId, decision: 'tell-anew' }));
  expect(readLedger(db, orderId)).toMatchObject({ version: 1, baseline: { picked: false } });
  expect(storedMail(db, mailId)).toMatchObject({ state: 'dropped', reason: 'tell-anew' });
  expect(isLive(mailId)).toBe(false);
  expect(decisions()).toEqual([{ mailId, decision: 'tell-anew' }]);
});

test.each(['accepted', 'waiting', 'settled', 'dropped', 'refused'])(
  'a mail that is %s cannot be decided (again)',
  async (state) => {
    const { mailId } = await mailIn(state);
    expect(() =>
      command(db, (tx, context) => decideUncertainMail(tx, context, { mailId, decision: 'it-arrived' })),
    ).toThrow('mail-not-uncertain');
    expect(storedMail(db, mailId).state).toBe(state);
    expect(decisions()).toEqual([]);
  },
);

test('there is no deciding about a mail that is not there', async () => {
  await mailIn('uncertain');
  expect(() =>
    command(db, (tx, context) => decideUncertainMail(tx, context, { mailId: 999, decision: 'tell-anew' })),
  ).toThrow('not-found');
});

test('staff let a mail that was refused in three runs be tried again', async () => {
  const { mailId } = await mailIn('refused');
  command(db, (tx, context) => tryRefusedMailAgain(tx, context, mailId));
  expect(storedMail(db, mailId)).toMatchObject({ state: 'refused', refusedRuns: 0 });
  expect(decisions()).toEqual([{ mailId, decision: 'try-again' }]);
});

test('only a refused mail is tried again', async () => {
  const { mailId } = await mailIn('uncertain');
  expect(() => command(db, (tx, context) => tryRefusedMailAgain(tx, context, mailId))).toThrow('not-found');
});

test('staff lift the mark of an address, once, and it is logged', async () => {
  db = await openOutboxCompany({ port: 1 });
  const mark = { address: 'Gone@Customer.example', replyCode: 550, enhancedCode: '5.1.1', reply: '550 5.1.1 no' };
  command(db, (tx, context) => markAddress(tx, context, mark));
  command(db, (tx, context) => markAddress(tx, context, { ...mark, address: 'gone@customer.EXAMPLE', replyCode: 551 }));
  expect(listAddressMarks(db).map((listed) => [listed.address, listed.replyCode])).toEqual([
    ['gone@customer.example', 551],
  ]);
  command(db, (tx, context) => liftAddressMark(tx, context, 'GONE@customer.example'));
  expect(readAddressMark(db, mark.address)).toBeUndefined();
  expect(() => command(db, (tx, context) => liftAddressMark(tx, context, mark.address))).toThrow('not-found');
  expect(all(db, `SELECT 1 FROM log_entry WHERE what = 'address-mark-lifted'`)).toHaveLength(1);
});
