import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { messageIdFor } from '../../../../main/engine/mail/freeze-message.ts';
import { liftAddressMark, listAddressMarks } from '../../../../main/engine/outbox/address-mark-store.ts';
import { readMailDetails } from '../../../../main/engine/outbox/mail-list-store.ts';
import { forgetOldMails, mailCameBack } from '../../../../main/engine/outbox/mail-log-service.ts';
import { insertShopCopy } from '../../../../main/engine/outbox/outbox-store.ts';
import { type ReadReturnsOptions, readReturns } from '../../../../main/engine/outbox/read-returns-service.ts';
import { readReturnBoxPosition } from '../../../../main/engine/outbox/return-box-store.ts';
import type { OpenCompany } from '../../../../main/engine/session.ts';
import {
  absenceNote,
  customerReply,
  gmailBounce,
  microsoftBounce,
  oldEximBounce,
  postfixBounce,
} from '../../../support/bounces.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { type ImapServer, shortReturnBoxLimits, startImapServer } from '../../../support/imap-server.ts';
import { acceptQueued, queueRun } from '../../../support/queued-run.ts';
import { contentOf } from '../../../support/store-content.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

const kari = 'kari@customer.example';
const lars = 'lars@customer.example';
const password = 'correct horse';

let db: ReadDb;
let server: ImapServer;
let secrets: Map<string, string>;

beforeEach(async () => {
  db = await openTestCompany();
  server = await startImapServer({ user: 'post@shop.example', password });
  setRules(db, 3);
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
  for (const [index, email] of [kari, lars].entries()) {
    const contactId = addContact(db, { name: email.split('@')[0] ?? '', email });
    edit(db, addWebOrder(db, { contactId, webOrderNo: `W-${index + 1}`, productId }), { picked: true });
  }
  await queueRun(companyOver(db));
  acceptQueued(db);
  inTransaction(db, (tx) => {
    run(
      tx,
      `UPDATE website SET return_host = '127.0.0.1', return_port = @port, return_security = 'none', return_user = 'post@shop.example'`,
      { port: server.port },
    );
  });
  const publicId = get<{ id: string }>(db, 'SELECT public_id AS id FROM website')?.id ?? '';
  secrets = new Map([[`imap:${publicId}`, password]]);
});
afterEach(() => server.close());

type Read = { readonly cameBack: number; readonly looked: number };

/** Reads the box as a run does. */
async function read(
  options: Partial<ReadReturnsOptions> & { company?: Pick<OpenCompany, 'db' | 'command'> } = {},
): Promise<Read> {
  let last: Read = { cameBack: 0, looked: 0 };
  const { company = companyOver(db), ...rest } = options;
  await readReturns(company, {
    websiteId: 1,
    secrets: {
      get: async (account) => secrets.get(account) ?? null,
      set: async () => {},
      delete: async () => {},
    },
    now: () => new Date(testContext.now),
    limits: shortReturnBoxLimits,
    onProgress: ({ done, cameBack }) => {
      last = { cameBack, looked: done };
    },
    ...rest,
  });
  return last;
}

type Mail = { readonly id: number; readonly messageId: string; readonly to: string };

function mailTo(address: string): Mail {
  const row = get<{ id: number; randomId: string }>(
    db,
    'SELECT id, random_id AS randomId FROM mail WHERE address = @address ORDER BY id DESC',
    { address },
  );
  if (row === undefined) throw new Error(`No mail to ${address}`);
  return { id: row.id, messageId: messageIdFor(row.randomId, 'post@shop.example'), to: address };
}

const noted = (address: string) => readMailDetails(db, mailTo(address).id);
const marked = () => listAddressMarks(db).map(({ address }) => address);

describe('a mail that came back', () => {
  it('is noted with what the server said, and its address is not written to any more', async () => {
    server.put(microsoftBounce(mailTo(kari)));
    expect(await read()).toEqual({ cameBack: 1, looked: 1 });
    const words = `550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${kari} not found by SMTP address lookup`;
    expect(noted(kari)).toMatchObject({ state: 'accepted', cameBackAt: testContext.now, cameBack: words });
    expect(listAddressMarks(db)).toEqual([
      { address: kari, replyCode: 0, enhancedCode: '5.1.10', reply: words, markedAt: testContext.now },
    ]);
    expect(noted(lars)).toMatchObject({ cameBackAt: null, cameBack: '' });
    expect(all(db, `SELECT what, details FROM log_entry WHERE what = 'mail-came-back'`)).toEqual([
      { what: 'mail-came-back', details: JSON.stringify({ mailId: mailTo(kari).id }) },
    ]);
  });

  it('from a full mailbox is noted, and its address is still written to', async () => {
    server.put(postfixBounce({ ...mailTo(kari), code: '5.2.2', words: '552 5.2.2 Mailbox full' }));
    expect(await read()).toMatchObject({ cameBack: 1 });
    expect(noted(kari)?.cameBack).toBe('552 5.2.2 Mailbox full');
    expect(marked()).toEqual([]);
  });

  it('that was the shop’s own copy notes only itself', async () => {
    const { id: ofMailId } = mailTo(kari);
    const copy = {
      ofMailId,
      randomId: randomUUID(),
      address: 'office@shop.example',
      subject: 'Copy',
      message: Buffer.from(''),
      frozenAt: testContext.now,
    };
    inTransaction(db, (tx) => {
      insertShopCopy(tx, copy);
      run(tx, `UPDATE mail SET state = 'accepted'`);
    });
    server.put(postfixBounce(mailTo(copy.address)));
    expect(await read()).toMatchObject({ cameBack: 1 });
    expect(noted(copy.address)?.cameBackAt).toBe(testContext.now);
    expect(noted(kari)?.cameBackAt).toBeNull();
    expect(marked()).toEqual([]);
  });

  it('and about which nobody knew whether it had gone is noted, and staff still decide', async () => {
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'uncertain'`));
    server.put(postfixBounce(mailTo(kari)));
    await read();
    expect(noted(kari)).toMatchObject({ state: 'uncertain', cameBackAt: testContext.now });
  });

  it('is found at the beginning of a message however large', async () => {
    server.put(`${gmailBounce(mailTo(kari))}${'x'.repeat(2_000_000)}`);
    expect(await read()).toMatchObject({ cameBack: 1 });
    expect(server.bytesSent()).toBeLessThan(300_000);
  });
});

describe('nothing is noted and nothing is stored', () => {
  it.each([
    [
      'of a mail that was never sent',
      () => postfixBounce({ ...mailTo(kari), messageId: `<${randomUUID()}@shop.example>` }),
    ],
    ['of a mail to somebody else', () => postfixBounce({ ...mailTo(kari), to: lars })],
    [
      'under another domain',
      () => postfixBounce({ ...mailTo(kari), messageId: mailTo(kari).messageId.replace('shop', 'evil') }),
    ],
    ['that only tells of a delay', () => postfixBounce({ ...mailTo(kari), action: 'delayed', code: '4.4.1' })],
    ['an absence note', () => absenceNote(mailTo(kari))],
    ['an answer of a customer', () => customerReply(mailTo(kari))],
    ['prose of an old server', () => oldEximBounce(mailTo(kari))],
  ])('%s', async (_name, write) => {
    const before = contentOf(db, ['return_box_position']);
    server.put(write());
    expect(await read()).toEqual({ cameBack: 0, looked: 1 });
    expect(contentOf(db, ['return_box_position'])).toEqual(before);
    expect(readReturnBoxPosition(db, 1)).toMatchObject({ lastUid: 1 });
  });

  it('of a mail that waits: no server has taken it', async () => {
    inTransaction(db, (tx) => run(tx, `UPDATE mail SET state = 'waiting'`));
    server.put(postfixBounce(mailTo(kari)));
    expect(await read()).toMatchObject({ cameBack: 0 });
    expect(marked()).toEqual([]);
  });

  it('of a mail whose text, and with it its recipient, was removed', async () => {
    server.put(postfixBounce(mailTo(kari)));
    await forgetOldMails(companyOver(db), new Date('2036-01-01T00:00:00.000Z'));
    expect(await read()).toMatchObject({ cameBack: 0 });
    expect(marked()).toEqual([]);
  });
});

describe('nothing twice', () => {
  it('the same report twice', async () => {
    server.put(postfixBounce(mailTo(kari)));
    server.put(gmailBounce({ ...mailTo(kari), code: '5.2.1' }));
    expect(await read()).toMatchObject({ cameBack: 1 });
    expect(noted(kari)?.cameBack).toContain('5.1.1');
  });

  it('a later run asks for later messages only', async () => {
    server.put(postfixBounce(mailTo(kari)));
    await read();
    server.put(postfixBounce(mailTo(lars)));
    expect(await read()).toEqual({ cameBack: 1, looked: 1 });
    expect(server.commands.filter((command) => command.startsWith('UID SEARCH'))).toEqual([
      'UID SEARCH SINCE 01-Feb-2026',
      'UID SEARCH UID 2:*',
    ]);
    expect(await read()).toEqual({ cameBack: 0, looked: 0 });
  });

  it('messages that were numbered anew: the last 30 days are read again, and a mark that staff lifted stays lifted', async () => {
    server.put(absenceNote(mailTo(lars)), { at: new Date('2026-01-15T10:00:00Z') });
    server.put(postfixBounce(mailTo(kari)));
    expect(await read()).toEqual({ cameBack: 1, looked: 1 });
    inTransaction(db, (tx) => liftAddressMark(tx, testContext, kari));
    server.numberAnew(2);
    server.put(postfixBounce(mailTo(lars)));
    expect(await read()).toEqual({ cameBack: 1, looked: 2 });
    expect(marked()).toEqual([lars]);
    expect(readReturnBoxPosition(db, 1)).toMatchObject({ uidValidity: '2', lastUid: 3 });
  });

  it('what staff had noted by hand stays as they wrote it', async () => {
    inTransaction(db, (tx) =>
      mailCameBack(tx, testContext, { mailId: mailTo(kari).id, reason: 'Post office says so' }),
    );
    server.put(postfixBounce(mailTo(kari)));
    expect(await read()).toMatchObject({ cameBack: 0 });
    expect(noted(kari)?.cameBack).toBe('Post office says so');
  });

  it('an old message is not looked for again once the box is known', async () => {
    server.put(postfixBounce(mailTo(kari)), { at: new Date('2026-01-15T10:00:00Z') });
    expect(await read()).toEqual({ cameBack: 0, looked: 0 });
    expect(await read()).toEqual({ cameBack: 0, looked: 0 });
    expect(readReturnBoxPosition(db, 1)).toMatchObject({ lastUid: 1 });
  });
});

describe('nothing is lost', () => {
  it.each([1, 2])('a program that ends before commit %i notes it with the next run, if it has not', async (dyingAt) => {
    server.put(postfixBounce(mailTo(kari)));
    let commits = 0;
    const dying: Pick<OpenCompany, 'db' | 'command'> = {
      db,
      command: (work) =>
        companyOver(db).command((tx, context) => {
          const result = work(tx, context);
          commits += 1;
          if (commits === dyingAt) throw new Error('power cut');
          return result;
        }),
    };
    await expect(read({ company: dying })).rejects.toThrow('power cut');
    const isNoted = noted(kari)?.cameBackAt !== null;
    expect(readReturnBoxPosition(db, 1) !== undefined).toBe(isNoted);
    expect(await read()).toMatchObject({ cameBack: isNoted ? 0 : 1 });
    expect(noted(kari)?.cameBackAt).toBe(testContext.now);
  });

  it('a line that is cut keeps what was noted before, and the next run reads on', async () => {
    for (let count = 0; count < 100; count += 1) server.put(absenceNote(mailTo(lars)));
    server.put(postfixBounce(mailTo(kari)));
    let fetches = 0;
    server.letServer((name) => {
      fetches += name === 'UID FETCH' ? 1 : 0;
      return fetches === 2 ? 'cut' : undefined;
    });
    await expect(read()).rejects.toMatchObject({ code: 'return-box-unreachable' });
    expect(readReturnBoxPosition(db, 1)).toMatchObject({ lastUid: 100 });
    server.letServer(() => undefined);
    expect(await read()).toEqual({ cameBack: 1, looked: 1 });
  });

  it('a thousand messages: few commands, and of letters no more than a line each', async () => {
    for (let count = 0; count < 999; count += 1) server.put(customerReply(mailTo(lars)));
    server.put(postfixBounce(mailTo(kari)));
    expect(await read()).toEqual({ cameBack: 1, looked: 1000 });
    expect(server.commands.filter((command) => command.startsWith('UID FETCH'))).toHaveLength(11);
    expect(server.bytesSent()).toBeLessThan(100_000);
  });

  it('more than one run reads at most: the next ones go on', async () => {
    for (const address of [kari, lars]) server.put(postfixBounce(mailTo(address)));
    const limits = { ...shortReturnBoxLimits, mostMessages: 1 };
    expect(await read({ limits })).toEqual({ cameBack: 1, looked: 1 });
    expect(await read({ limits })).toEqual({ cameBack: 1, looked: 1 });
    expect(marked()).toEqual([kari, lars]);
  });

  it('a box so slow that its time is over is no failure: the next run goes on where this one stopped', async () => {
    for (const address of [kari, lars]) server.put(postfixBounce(mailTo(address)));
    let nowMs = Date.parse(testContext.now);
    server.letServer((name, rest) => {
      if (name === 'UID FETCH' && rest.includes('BODY.PEEK[]')) nowMs += shortReturnBoxLimits.readMs + 1;
      return undefined;
    });
    expect(await read({ now: () => new Date(nowMs) })).toEqual({ cameBack: 1, looked: 1 });
    expect(await read({ now: () => new Date(nowMs) })).toEqual({ cameBack: 1, looked: 1 });
  });

  it('Cancel is no failure either', async () => {
    server.put(postfixBounce(mailTo(kari)));
    const cancel = new AbortController();
    server.letServer((name) => {
      if (name === 'UID FETCH') cancel.abort();
      return name === 'UID FETCH' ? 'silence' : undefined;
    });
    expect(await read({ signal: cancel.signal })).toEqual({ cameBack: 0, looked: 0 });
    server.letServer(() => undefined);
    expect(await read()).toMatchObject({ cameBack: 1 });
  });
});

describe('without', () => {
  it('a box nothing is asked of any server', async () => {
    inTransaction(db, (tx) => run(tx, `UPDATE website SET return_host = ' '`));
    expect(await read()).toEqual({ cameBack: 0, looked: 0 });
    expect(server.sessions()).toBe(0);
  });

  it('a password the box is not asked either', async () => {
    secrets.clear();
    await expect(read()).rejects.toMatchObject({ code: 'secret-missing' });
    expect(server.sessions()).toBe(0);
  });

  it('a user name it is not complete', async () => {
    inTransaction(db, (tx) => run(tx, `UPDATE website SET return_user = ''`));
    await expect(read()).rejects.toMatchObject({ code: 'return-box-incomplete' });
  });

  it('a folder of its own it is INBOX, and another one is another box', async () => {
    server.put(postfixBounce(mailTo(kari)));
    inTransaction(db, (tx) => run(tx, `UPDATE website SET return_folder = ''`));
    expect(await read()).toMatchObject({ cameBack: 1 });
    server.put(postfixBounce(mailTo(lars)), { folder: 'Bounces' });
    inTransaction(db, (tx) => run(tx, `UPDATE website SET return_folder = 'Bounces'`));
    expect(await read()).toMatchObject({ cameBack: 1 });
  });
});

it('a mail of another website that shares the sender is noted too', async () => {
  inTransaction(db, (tx) => {
    run(tx, `INSERT INTO website(id, public_id, name) VALUES (2, 'two', 'Second')`);
    run(tx, 'UPDATE mail SET website_id = 2');
  });
  server.put(postfixBounce(mailTo(kari)));
  expect(await read()).toMatchObject({ cameBack: 1 });
});
