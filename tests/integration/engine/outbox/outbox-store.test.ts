import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, get, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { JournalWriter } from '../../../../main/engine/outbox/journal-writer-service.ts';
import { listMails, readMailDetails } from '../../../../main/engine/outbox/mail-list-store.ts';
import {
  giveBackMails,
  insertShopCopy,
  leaveWaiting,
  listMailsToSend,
  markBodyMayLeave,
  settleMail,
  takeMails,
} from '../../../../main/engine/outbox/outbox-store.ts';
import { mailListInput } from '../../../../shared/mails.ts';
import { command } from '../../../support/company.ts';
import { addContact, addProduct, addWebOrder, companyOver } from '../../../support/web-orders.ts';
import { openOutboxCompany, queueMail, storedMail } from './outbox-company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openOutboxCompany({ port: 1 });
});
afterEach(() => db.close());

const accepted = { state: 'accepted', reason: '', replyCode: 250, reply: '250 ok', isBodyRefused: false } as const;

test('a mail is taken once, and the attempt is counted before it is made', () => {
  const ids = [queueMail(db), queueMail(db)];
  expect(command(db, (tx) => takeMails(tx, ids)).toSorted()).toEqual(ids);
  expect(command(db, (tx) => takeMails(tx, ids))).toEqual([]);
  expect(storedMail(db, ids[0] ?? 0)).toMatchObject({ state: 'sending', journal: 1, attempts: 1 });
});

test('a mail that was not taken, or whose body has left, cannot leave', () => {
  const id = queueMail(db);
  const leave = () => command(db, (tx) => markBodyMayLeave(tx, id));
  expect(leave).toThrow();
  command(db, (tx) => takeMails(tx, [id]));
  leave();
  expect(leave).toThrow();
});

test('a mail is settled once', () => {
  const id = queueMail(db);
  const settle = () => command(db, (tx, context) => settleMail(tx, context, { mailId: id, ...accepted }));
  expect(settle).toThrow();
  command(db, (tx) => takeMails(tx, [id]));
  settle();
  expect(settle).toThrow();
});

test('giving back takes back the attempt, and touches nothing whose body may have left', () => {
  const [notTried, left] = [queueMail(db), queueMail(db)];
  command(db, (tx) => {
    takeMails(tx, [notTried, left]);
    markBodyMayLeave(tx, left);
    giveBackMails(tx, [notTried, left], 'cancelled');
  });
  expect(storedMail(db, notTried)).toMatchObject({ state: 'waiting', attempts: 0, journal: 0, reason: 'cancelled' });
  expect(storedMail(db, left)).toMatchObject({ state: 'sending', attempts: 1, journal: 2 });
});

test('a mail that waits for a reason of its own keeps it', () => {
  const [own, none] = [queueMail(db), queueMail(db)];
  command(db, (tx, context) => {
    takeMails(tx, [own]);
    settleMail(tx, context, { ...accepted, mailId: own, state: 'waiting', reason: 'server-deferred' });
    leaveWaiting(tx, [own, none], 'cancelled');
  });
  expect([storedMail(db, own).reason, storedMail(db, none).reason]).toEqual(['server-deferred', 'cancelled']);
});

test('only what is queued goes, and of what waits only the shop copies', () => {
  const [queued, waiting] = [queueMail(db), queueMail(db)];
  const copyId = command(db, (tx) => {
    run(tx, `UPDATE mail SET state = 'waiting' WHERE id = @waiting`, { waiting });
    const copy = {
      ofMailId: queued,
      randomId: 'r1',
      address: 'o@shop.example',
      subject: 's',
      message: Buffer.from('x'),
      frozenAt: 'now',
    };
    const id = insertShopCopy(tx, copy);
    expect(insertShopCopy(tx, { ...copy, randomId: 'r2' })).toBeNull();
    run(tx, `UPDATE mail SET state = 'waiting' WHERE id = @id`, { id });
    return id;
  });
  expect(listMailsToSend(db, 1)).toEqual([
    { id: queued, kind: 'order-status' },
    { id: copyId, kind: 'shop-copy' },
  ]);
  expect(listMailsToSend(db, 2)).toEqual([]);
});

test('finding what to send reads open mails only', () => {
  const asked: string[] = [];
  const watched = new Proxy(db, {
    get: (target, name) =>
      name === 'prepare'
        ? (text: string) => {
            asked.push(text);
            return target.prepare(text);
          }
        : Reflect.get(target, name),
  });
  listMailsToSend(watched, 1);
  const plan = all<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${asked[0]}`, { websiteId: 1 }).map((row) => row.detail);
  expect(plan.some((detail) => /m USING INDEX mail_by_state/.test(detail))).toBe(true);
  expect(plan.filter((detail) => detail.startsWith('SCAN') && !detail.includes('mail_by_state'))).toEqual([]);
});

test('what sessions have ready in one turn shares one commit', async () => {
  let commits = 0;
  const journal = new JournalWriter((work) => {
    commits += 1;
    return companyOver(db).command(work);
  });
  const ids = [queueMail(db), queueMail(db), queueMail(db)];
  command(db, (tx) => takeMails(tx, ids));
  await Promise.all(ids.map((id) => journal.write((tx) => markBodyMayLeave(tx, id))));
  expect(commits).toBe(1);
  expect(ids.map((id) => storedMail(db, id).journal)).toEqual([2, 2, 2]);
});

test('a write that fails undoes no other of its turn', async () => {
  const journal = new JournalWriter(companyOver(db).command);
  const [taken, notTaken] = [queueMail(db), queueMail(db)];
  command(db, (tx) => takeMails(tx, [taken]));
  const outcomes = await Promise.allSettled(
    [taken, notTaken].map((id) => journal.write((tx) => markBodyMayLeave(tx, id))),
  );
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected']);
  expect(storedMail(db, taken).journal).toBe(2);
});

test('lists show mails by order, customer, run and state, newest first, page by page', () => {
  const contactId = addContact(db, { name: 'Bo' });
  const productId = addProduct(db, { name: 'Axe', stockMilli: 5000 });
  const orderId = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId });
  const ids = [queueMail(db), queueMail(db), queueMail(db)] as const;
  command(db, (tx) => {
    run(tx, `INSERT INTO mail_order(mail_id, order_id, ledger_version, changes) VALUES (@mailId, @orderId, 1, '[]')`, {
      mailId: ids[1],
      orderId,
    });
    run(tx, `UPDATE mail SET state = 'refused' WHERE id = @id`, { id: ids[2] });
  });
  const listed = (input: object) => listMails(db, mailListInput.parse(input)).map((mail) => mail.id);
  expect(listed({})).toEqual(ids.toReversed());
  expect(listed({ limit: 2 })).toEqual([ids[2], ids[1]]);
  expect(listed({ limit: 2, beforeId: ids[1] })).toEqual([ids[0]]);
  expect(listed({ orderId })).toEqual([ids[1]]);
  expect(listed({ state: 'refused', runId: 1, contactId: 1 })).toEqual([ids[2]]);
  expect(listed({ contactId })).toEqual([]);
  const details = readMailDetails(db, ids[1]);
  expect(details).toMatchObject({ customerName: 'Ada', state: 'queued', orders: [{ id: orderId, webOrderNo: 'W-1' }] });
  expect(details?.messageSource).toContain('Subject: news');
  expect(readMailDetails(db, 999)).toBeUndefined();
  expect(get(db, 'SELECT 1')).toBeDefined();
});
