import { afterEach, describe, expect, test } from 'vitest';
import { type MailCatcherOptions, startMailCatcher } from '../../../../demo/mail-catcher.ts';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { inTransaction, run } from '../../../../main/engine/db/database.ts';
import { readLedger } from '../../../../main/engine/ledger/ledger-store.ts';
import { readAddressMark } from '../../../../main/engine/outbox/address-mark-store.ts';
import { recoverAfterCrash } from '../../../../main/engine/outbox/outbox-store.ts';
import { type SendOptions, sendQueuedMails } from '../../../../main/engine/outbox/send-service.ts';
import { command } from '../../../support/company.ts';
import { shortLimits, startScriptedServer } from '../../../support/smtp.ts';
import { addContact, addProduct, addWebOrder, companyOver } from '../../../support/web-orders.ts';
import { openOutboxCompany, queueMail, type Setup, secretsWith, storedMail, storedMails } from './outbox-company.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function catcherWith(options: MailCatcherOptions = {}) {
  const catcher = await startMailCatcher(options);
  closers.push(catcher.close);
  return catcher;
}

async function companyOn(setup: Setup): Promise<ReadDb> {
  const db = await openOutboxCompany(setup);
  closers.push(() => db.close());
  return db;
}

function queueMany(db: ReadDb, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => queueMail(db, { subject: `news ${index}` }));
}

/** Sends with a clock that waiting moves on at once; `waits` are the waits asked for. */
async function send(db: ReadDb, options: Partial<SendOptions> = {}) {
  const waits: number[] = [];
  let nowMs = 0;
  const result = await sendQueuedMails(companyOver(db), {
    websiteId: 1,
    secrets: secretsWith(null),
    limits: shortLimits,
    timing: {
      nowMs: () => nowMs,
      wait: async (ms) => {
        waits.push(ms);
        nowMs += ms;
      },
    },
    ...options,
  });
  const { planned, accepted, waiting, refused, uncertain } = result;
  expect(planned).toBe(accepted + waiting + refused + uncertain);
  return { ...result, waits };
}

const states = (db: ReadDb) => storedMails(db).map((mail) => mail.state);

describe('handing over', () => {
  test('every mail goes once, over a few sessions used for many', async () => {
    const catcher = await catcherWith({ user: 'shop', password: 'pass-4711' });
    const db = await companyOn({ port: catcher.port, user: 'shop', sessions: 3 });
    queueMany(db, 40);
    const progress: number[] = [];
    const result = await send(db, {
      secrets: secretsWith('pass-4711'),
      onProgress: (counts) => progress.push(counts.accepted),
    });
    expect(result).toMatchObject({ planned: 40, accepted: 40, waiting: 0, refused: 0, uncertain: 0, stoppedBy: null });
    expect(new Set(catcher.mails.map((mail) => mail.parsed.messageId)).size).toBe(40);
    expect(catcher.mails).toHaveLength(40);
    expect(new Set(catcher.mails.map((mail) => mail.sessionId)).size).toBeLessThanOrEqual(3);
    expect(catcher.mails.every((mail) => mail.wasEncrypted)).toBe(true);
    expect(
      storedMails(db).every(
        (mail) =>
          mail.state === 'accepted' &&
          mail.attempts === 1 &&
          mail.journal === 0 &&
          mail.replyCode === 250 &&
          mail.settledAt !== null,
      ),
    ).toBe(true);
    expect(progress.at(-1)).toBe(40);
    expect(db.serialize().includes('pass-4711')).toBe(false);
  });

  test('nothing to send asks neither the keychain nor the server', async () => {
    const db = await companyOn({ port: 1, user: 'shop' });
    expect(await send(db, { secrets: secretsWith('unavailable') })).toMatchObject({ planned: 0, stoppedBy: null });
  });

  test('what the customer knows moves with the acceptance', async () => {
    const catcher = await catcherWith();
    const db = await companyOn({ port: catcher.port });
    const contactId = addContact(db, { name: 'Bo' });
    const productId = addProduct(db, { name: 'Axe', stockMilli: 5000 });
    const orderId = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId });
    const mailId = queueMail(db);
    const changes = [{ kind: 'picked', rule: 3, moves: [{ fact: 'picked', from: false, to: true }] }];
    command(db, (tx) =>
      run(
        tx,
        'INSERT INTO mail_order(mail_id, order_id, ledger_version, changes) VALUES (@mailId, @orderId, 1, @changes)',
        { mailId, orderId, changes: JSON.stringify(changes) },
      ),
    );
    await send(db);
    expect(readLedger(db, orderId)).toMatchObject({
      version: 2,
      baseline: { picked: true },
      told: { picked: { value: true, mailId } },
    });
  });

  test('a mail whose acceptance cannot be written is not sent again, and stops no other', async () => {
    const catcher = await catcherWith();
    const db = await companyOn({ port: catcher.port, sessions: 2 });
    const contactId = addContact(db, { name: 'Bo' });
    const productId = addProduct(db, { name: 'Axe', stockMilli: 5000 });
    const orderId = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId });
    const bad = queueMail(db);
    command(db, (tx) => {
      run(
        tx,
        `INSERT INTO mail_order(mail_id, order_id, ledger_version, changes) VALUES (@bad, @orderId, 1, 'broken')`,
        { bad, orderId },
      );
    });
    const good = queueMail(db);
    await expect(send(db)).rejects.toThrow();
    expect(storedMail(db, bad)).toMatchObject({ state: 'uncertain', reason: 'not-written', journal: 0 });
    expect(storedMail(db, good).state).toBe('accepted');
    command(db, recoverAfterCrash);
    await send(db);
    expect(catcher.mails).toHaveLength(2);
  });
});

describe('one bad mail blocks no other', () => {
  test('a body refused for good is refused, and the refusal counted', async () => {
    const catcher = await catcherWith({
      hooks: {
        onMessage: (mail) => (mail.parsed.subject === 'bad' ? { reply: '554 5.7.1 looks like spam' } : undefined),
      },
    });
    const db = await companyOn({ port: catcher.port, sessions: 1 });
    const [first, bad, last] = [queueMail(db), queueMail(db, { subject: 'bad' }), queueMail(db)];
    expect(await send(db)).toMatchObject({ planned: 3, accepted: 2, refused: 1, stoppedBy: null });
    expect(storedMail(db, bad)).toMatchObject({
      state: 'refused',
      reason: 'message-refused',
      refusedRuns: 1,
      replyCode: 554,
    });
    expect(storedMail(db, bad).reply).toContain('looks like spam');
    expect([storedMail(db, first).state, storedMail(db, last).state]).toEqual(['accepted', 'accepted']);
  });

  test('an address refused for good is marked and not tried a second time, however it is typed', async () => {
    let tries = 0;
    const catcher = await catcherWith({
      hooks: {
        onRecipient: (address) => {
          if (!address.toLowerCase().startsWith('gone@')) return undefined;
          tries += 1;
          return { reply: '550 5.1.1 No such mailbox' };
        },
      },
    });
    const db = await companyOn({ port: catcher.port, sessions: 1 });
    const gone = queueMail(db, { to: 'Gone@customer.example' });
    queueMail(db);
    const again = queueMail(db, { to: 'gone@customer.example' });
    expect(await send(db)).toMatchObject({ planned: 3, accepted: 1, refused: 2, stoppedBy: null });
    expect(tries).toBe(1);
    expect(readAddressMark(db, 'GONE@customer.example')).toMatchObject({
      address: 'gone@customer.example',
      replyCode: 550,
      enhancedCode: '5.1.1',
    });
    expect(storedMail(db, gone)).toMatchObject({ reason: 'address-refused', refusedRuns: 0 });
    expect(storedMail(db, again)).toMatchObject({ state: 'refused', reason: 'address-refused', replyCode: null });
  });

  test('a refusal without an enhanced code marks no address before another was taken', async () => {
    const catcher = await catcherWith({
      hooks: { onRecipient: (address) => (address.startsWith('bad') ? { reply: '550 no' } : undefined) },
    });
    const db = await companyOn({ port: catcher.port, sessions: 1 });
    queueMail(db, { to: 'bad1@customer.example' });
    queueMail(db);
    queueMail(db, { to: 'bad2@customer.example' });
    await send(db);
    expect(readAddressMark(db, 'bad1@customer.example')).toBeUndefined();
    expect(readAddressMark(db, 'bad2@customer.example')).toBeDefined();
    expect(states(db)).toEqual(['refused', 'accepted', 'refused']);
  });

  test('an address that no server takes is refused here', async () => {
    const catcher = await catcherWith();
    const db = await companyOn({ port: catcher.port });
    const bad = queueMail(db, { to: 'a@b.example>\r\nRCPT TO:<c@d.example' });
    queueMail(db);
    expect(await send(db)).toMatchObject({ accepted: 1, refused: 1 });
    expect(storedMail(db, bad).reason).toBe('malformed-address');
  });

  test('mails refused in an earlier run go last', async () => {
    const catcher = await catcherWith();
    const db = await companyOn({ port: catcher.port, sessions: 1 });
    const contactId = addContact(db, { name: 'Bo' });
    const productId = addProduct(db, { name: 'Axe', stockMilli: 5000 });
    const orderId = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId });
    const old = queueMail(db, { subject: 'old' });
    const anew = queueMail(db, { subject: 'anew' });
    queueMail(db, { subject: 'fresh' });
    command(db, (tx) => {
      run(tx, `UPDATE mail SET state = 'superseded', reply_code = 550 WHERE id = @old`, { old });
      run(
        tx,
        `INSERT INTO mail_order(mail_id, order_id, ledger_version, changes, is_live) VALUES (@old, @orderId, 1, '[]', 0)`,
        { old, orderId },
      );
      run(tx, `INSERT INTO mail_order(mail_id, order_id, ledger_version, changes) VALUES (@anew, @orderId, 1, '[]')`, {
        anew,
        orderId,
      });
    });
    await send(db);
    expect(catcher.mails.map((mail) => mail.parsed.subject)).toEqual(['fresh', 'anew']);
  });
});

describe('later', () => {
  test('a mail that is put off goes at the next try, within two minutes', async () => {
    let tries = 0;
    const catcher = await catcherWith({
      hooks: {
        onRecipient: (address) =>
          address.startsWith('grey') && tries++ === 0 ? { reply: '450 4.2.0 greylisted' } : undefined,
      },
    });
    const db = await companyOn({ port: catcher.port });
    const grey = queueMail(db, { to: 'grey@customer.example' });
    queueMany(db, 3);
    const result = await send(db);
    expect(result).toMatchObject({ planned: 4, accepted: 4, stoppedBy: null });
    expect(result.waits).toHaveLength(1);
    expect(storedMail(db, grey).attempts).toBe(2);
  });

  test.each([
    ['MAIL FROM', { onSender: () => ({ reply: '451 4.3.0 later' }) }],
    ['RCPT TO', { onRecipient: () => ({ reply: '451 4.3.0 later' }) }],
    ['the body', { onMessage: () => ({ reply: '451 4.3.0 later' }) }],
  ])('4xx at %s for ever: four tries in all, two minutes at most, then the mail waits', async (_at, hooks) => {
    const catcher = await catcherWith({ hooks });
    const db = await companyOn({ port: catcher.port });
    const id = queueMail(db);
    const result = await send(db);
    expect(result).toMatchObject({ planned: 1, waiting: 1, stoppedBy: null });
    expect(storedMail(db, id)).toMatchObject({
      state: 'waiting',
      reason: 'server-deferred',
      attempts: 4,
      journal: 0,
      replyCode: 451,
      refusedRuns: 0,
      settledAt: null,
    });
    expect(result.waits).toHaveLength(3);
    expect(result.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(120_000);
  });

  test('a server that closes the session after some mails is logged in to again', async () => {
    const taken = new Map<string, number>();
    const catcher = await catcherWith({
      hooks: {
        onSender: (_address, sessionId) => {
          const count = taken.get(sessionId) ?? 0;
          taken.set(sessionId, count + 1);
          return count >= 4 ? { reply: '421 4.7.0 enough for one session' } : undefined;
        },
      },
    });
    const db = await companyOn({ port: catcher.port, sessions: 2 });
    queueMany(db, 20);
    expect(await send(db)).toMatchObject({ planned: 20, accepted: 20, stoppedBy: null });
    expect(catcher.mails).toHaveLength(20);
  });

  test('a server that takes fewer sessions than set gets all mails over those it takes', async () => {
    let sessions = 0;
    const catcher = await catcherWith({
      hooks: { onConnect: () => (sessions++ === 0 ? undefined : { reply: '421 4.7.0 too many' }) },
    });
    const db = await companyOn({ port: catcher.port, sessions: 4 });
    queueMany(db, 20);
    expect(await send(db)).toMatchObject({ accepted: 20, stoppedBy: null });
    expect(new Set(catcher.mails.map((mail) => mail.sessionId)).size).toBe(1);
  });

  test('a line that is always lost before the body costs few tries, and all mails wait', async () => {
    const connects: string[] = [];
    const catcher = await catcherWith({
      hooks: { onConnect: (id) => void connects.push(id), onSender: () => 'reset' },
    });
    const db = await companyOn({ port: catcher.port, sessions: 2 });
    queueMany(db, 50);
    expect(await send(db)).toMatchObject({
      planned: 50,
      waiting: 50,
      uncertain: 0,
      stoppedBy: 'mail-server-unreachable',
    });
    expect(connects.length).toBeLessThanOrEqual(16);
    expect(storedMails(db).every((mail) => mail.state === 'waiting' && mail.journal === 0)).toBe(true);
  });
});

describe('sending stops and keeps all', () => {
  const expectAllKept = (db: ReadDb, reason: string, tried = 0) => {
    const mails = storedMails(db);
    expect(mails.every((mail) => mail.state === 'waiting' && mail.reason === reason && mail.journal === 0)).toBe(true);
    expect(mails.reduce((sum, mail) => sum + mail.attempts, 0)).toBe(tried);
  };

  test('a refused login is tried once', async () => {
    const logins: string[] = [];
    const catcher = await catcherWith({
      user: 'shop',
      password: 'right',
      hooks: { onLogin: (user) => void logins.push(user) },
    });
    const db = await companyOn({ port: catcher.port, user: 'shop', sessions: 3 });
    queueMany(db, 10);
    expect(await send(db, { secrets: secretsWith('wrong') })).toMatchObject({
      planned: 10,
      waiting: 10,
      stoppedBy: 'mail-server-login-refused',
    });
    expect(logins).toEqual(['shop']);
    expectAllKept(db, 'mail-server-login-refused');
  });

  test('a refused sender', async () => {
    const catcher = await catcherWith({ hooks: { onSender: () => ({ reply: '553 5.7.1 not your address' }) } });
    const db = await companyOn({ port: catcher.port, sessions: 1 });
    queueMany(db, 10);
    expect(await send(db)).toMatchObject({ waiting: 10, stoppedBy: 'mail-server-refused-sender' });
    expectAllKept(db, 'mail-server-refused-sender', 1);
  });

  test('three recipients refused in a row', async () => {
    const catcher = await catcherWith({ hooks: { onRecipient: () => ({ reply: '550 5.7.1 relaying denied' }) } });
    const db = await companyOn({ port: catcher.port, sessions: 1 });
    queueMany(db, 10);
    expect(await send(db)).toMatchObject({
      planned: 10,
      waiting: 10,
      refused: 0,
      stoppedBy: 'mail-server-refuses-recipients',
    });
    expectAllKept(db, 'mail-server-refuses-recipients', 3);
  });

  test('refused recipients with acceptances between stop nothing', async () => {
    const catcher = await catcherWith({
      hooks: { onRecipient: (address) => (address.startsWith('bad') ? { reply: '550 5.7.1 no' } : undefined) },
    });
    const db = await companyOn({ port: catcher.port, sessions: 1 });
    for (let index = 0; index < 4; index += 1) {
      queueMail(db, { to: `bad${index}@a.example` });
      queueMail(db, { to: `bad${index}@b.example` });
      queueMail(db);
    }
    expect(await send(db)).toMatchObject({ accepted: 4, refused: 8, stoppedBy: null });
  });

  test('no server', async () => {
    const server = await startScriptedServer({});
    await server.close();
    const db = await companyOn({ port: server.port });
    queueMany(db, 5);
    expect(await send(db)).toMatchObject({ waiting: 5, stoppedBy: 'mail-server-unreachable', waits: [] });
    expectAllKept(db, 'mail-server-unreachable');
  });

  test('a server that is busy at first is asked again', async () => {
    let connects = 0;
    const catcher = await catcherWith({
      hooks: { onConnect: () => (connects++ === 0 ? { reply: '421 4.3.2 busy' } : undefined) },
    });
    const db = await companyOn({ port: catcher.port });
    queueMany(db, 5);
    expect(await send(db)).toMatchObject({ accepted: 5, stoppedBy: null });
  });

  test('no protected line', async () => {
    const server = await startScriptedServer({});
    closers.push(server.close);
    const db = await companyOn({ port: server.port, security: 'tls' });
    queueMany(db, 5);
    expect(await send(db)).toMatchObject({ waiting: 5, stoppedBy: 'mail-server-tls-failed' });
    expect(server.bodies).toEqual([]);
  });

  test.each([
    ['no password is kept', null, 'secret-missing'],
    ['there is no keychain', 'unavailable', 'keychain-unavailable'],
  ] as const)('%s: the server is not asked', async (_what, secret, cause) => {
    const server = await startScriptedServer({});
    closers.push(server.close);
    const db = await companyOn({ port: server.port, user: 'shop' });
    queueMany(db, 5);
    expect(await send(db, { secrets: secretsWith(secret) })).toMatchObject({ waiting: 5, stoppedBy: cause });
    expect(server.sessions()).toBe(0);
    expectAllKept(db, cause);
  });

  test('a cancel lets mails under way end and leaves the rest', async () => {
    const cancel = new AbortController();
    const catcher = await catcherWith({
      hooks: { onMessage: () => void (catcher.mails.length === 5 && cancel.abort()) },
    });
    const db = await companyOn({ port: catcher.port, sessions: 2 });
    queueMany(db, 100);
    const result = await send(db, { signal: cancel.signal });
    expect(result).toMatchObject({ planned: 100, uncertain: 0, stoppedBy: null, waits: [] });
    expect(result.accepted).toBe(catcher.mails.length);
    expect(result.accepted).toBeLessThanOrEqual(7);
    const rest = storedMails(db).filter((mail) => mail.state === 'waiting');
    expect(rest).toHaveLength(result.waiting);
    expect(rest.every((mail) => mail.reason === 'cancelled' && mail.journal === 0)).toBe(true);
  });
});

describe('uncertain', () => {
  test.each(['cut', 'reset'] as const)(
    'a line lost after the body (%s): never sent again by itself',
    async (ending) => {
      const catcher = await catcherWith({
        hooks: { onMessage: (mail) => (mail.parsed.subject === 'news 1' ? ending : undefined) },
      });
      const db = await companyOn({ port: catcher.port, sessions: 1 });
      const ids = queueMany(db, 4);
      expect(await send(db)).toMatchObject({ planned: 4, accepted: 3, uncertain: 1, stoppedBy: null });
      expect(storedMail(db, ids[1] ?? 0)).toMatchObject({ state: 'uncertain', reason: 'line-lost', attempts: 1 });
      command(db, recoverAfterCrash);
      expect(await send(db)).toMatchObject({ planned: 0 });
      expect(catcher.mails).toHaveLength(4);
    },
  );

  test('after a crash only what may have left waits for staff', async () => {
    const catcher = await catcherWith();
    const db = await companyOn({ port: catcher.port });
    const [assigned, mayHaveLeft, queued] = [queueMail(db), queueMail(db), queueMail(db)];
    inTransaction(db, (tx) => {
      run(tx, `UPDATE mail SET state = 'sending', journal = 1, attempts = 1 WHERE id = @assigned`, { assigned });
      run(tx, `UPDATE mail SET state = 'sending', journal = 2, attempts = 1 WHERE id = @mayHaveLeft`, { mayHaveLeft });
    });
    expect(command(db, recoverAfterCrash)).toEqual({ queued: 1, uncertain: 1 });
    expect(await send(db)).toMatchObject({ planned: 2, accepted: 2 });
    expect(storedMail(db, mayHaveLeft)).toMatchObject({ state: 'uncertain', reason: 'program-stopped' });
    expect([storedMail(db, assigned).attempts, storedMail(db, queued).attempts]).toEqual([2, 1]);
  });
});

describe("the shop's copy", () => {
  const makeShopCopy: SendOptions['makeShopCopy'] = async (mail, copy) => ({
    subject: `Copy: ${mail.subject}`,
    message: Buffer.from(
      `To: ${copy.copyTo}\r\nSubject: Copy: ${mail.subject}\r\nMessage-ID: <${copy.randomId}@shop.example>\r\n\r\ncopy\r\n`,
    ),
  });

  test('follows every accepted mail in the same run, once, and counts apart', async () => {
    const catcher = await catcherWith({
      hooks: { onRecipient: (address) => (address.startsWith('bad') ? { reply: '550 5.7.1 no' } : undefined) },
    });
    const db = await companyOn({ port: catcher.port, copyTo: 'office@shop.example' });
    queueMail(db, { to: 'bad@customer.example', subject: 'bad' });
    queueMany(db, 5);
    const result = await send(db, { makeShopCopy });
    expect(result).toMatchObject({ planned: 6, accepted: 5, refused: 1, copies: { planned: 5, accepted: 5 } });
    const copies = catcher.mails.filter((mail) => mail.to === 'office@shop.example');
    expect(copies.map((mail) => mail.parsed.subject).toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => `Copy: news ${n}`));
    expect(await send(db, { makeShopCopy })).toMatchObject({ planned: 0, copies: { planned: 0 } });
    expect(catcher.mails).toHaveLength(10);
  });

  test('that may have arrived is dropped: nobody needs to decide, and it does not go twice', async () => {
    const catcher = await catcherWith({
      hooks: { onMessage: (mail) => (mail.to === 'office@shop.example' ? 'cut' : undefined) },
    });
    const db = await companyOn({ port: catcher.port, copyTo: 'office@shop.example' });
    queueMail(db);
    expect(await send(db, { makeShopCopy })).toMatchObject({
      accepted: 1,
      uncertain: 0,
      copies: { planned: 1, uncertain: 1 },
    });
    expect(storedMails(db).map((mail) => [mail.kind, mail.state])).toEqual([
      ['order-status', 'accepted'],
      ['shop-copy', 'dropped'],
    ]);
    expect(await send(db, { makeShopCopy })).toMatchObject({ planned: 0, copies: { planned: 0 } });
  });

  test('that waits goes in the next run with its own bytes', async () => {
    let isShopDown = true;
    const catcher = await catcherWith({
      hooks: {
        onRecipient: (address) =>
          isShopDown && address === 'office@shop.example' ? { reply: '450 4.2.0 later' } : undefined,
      },
    });
    const db = await companyOn({ port: catcher.port, copyTo: 'office@shop.example' });
    queueMail(db);
    expect(await send(db, { makeShopCopy })).toMatchObject({ accepted: 1, waiting: 0, copies: { waiting: 1 } });
    isShopDown = false;
    expect(await send(db, { makeShopCopy })).toMatchObject({ planned: 0, copies: { planned: 1, accepted: 1 } });
  });

  test('that cannot be worded does not keep the mail', async () => {
    const catcher = await catcherWith();
    const db = await companyOn({ port: catcher.port, copyTo: 'office@shop.example' });
    queueMail(db);
    const failing = () => Promise.reject(new Error('no words'));
    expect(await send(db, { makeShopCopy: failing })).toMatchObject({ accepted: 1, copies: { planned: 0 } });
  });
});
