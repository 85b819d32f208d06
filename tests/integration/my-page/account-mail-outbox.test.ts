import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findAccountByEmail } from '../../../my-page/accounts/account-store.ts';
import { claimDueMail, listMails, type MailView, queueMail } from '../../../my-page/mail/account-mail-store.ts';
import { createMyPage, type MyPage, type MyPageOptions } from '../../../my-page/server.ts';
import type { PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { makeClock, openTestStore, startMyPage, type TestClock, type TestMyPage } from '../../support/my-page.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { linkIn, loopbackMailServer, startMailServer } from '../../support/my-page-mails.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/smtp.ts';

const closing: (() => Promise<void>)[] = [];
let clock: TestClock;
beforeEach(() => {
  clock = makeClock();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(options: MyPageOptions): Promise<TestMyPage> {
  const myPage = await startMyPage({ clock: clock.now, ...options });
  closing.push(() => myPage.close());
  await publish(myPage, '/site-settings', testSettings);
  return myPage;
}

/** Another instance on the same store. */
async function another({ place }: TestMyPage, mailServer: MyPageOptions['mailServer']): Promise<MyPage> {
  const instance = await createMyPage({ ...place, clock: clock.now, mailServer, databaseConnections: 5 });
  closing.push(() => instance.close());
  return instance;
}

async function startScripted(script: Script): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  closing.push(server.close);
  return server;
}

async function startServer(...options: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...options);
  closing.push(server.close);
  return server;
}

async function mailsOf(myPage: TestMyPage): Promise<readonly MailView[]> {
  const store = await openTestStore(myPage, clock.now);
  const mails = await listMails(store.read);
  await store.close();
  return mails;
}

/** Queues an invitation, and a mail without a link: the news that an account is declined. */
async function queueBoth(myPage: TestMyPage): Promise<{ invited: PublishedAccount; declined: PublishedAccount }> {
  const invited = makeAccount({ email: 'invited@example.com' });
  const declined = makeAccount({ email: 'declined@example.com', status: 'pending' });
  await publish(myPage, '/accounts', { accounts: [declined] });
  await publish(myPage, '/accounts', { accounts: [{ ...declined, status: 'declined' }, invited] });
  return { invited, declined };
}

describe('a mail server that is of no use', () => {
  test('loses no mail: waits grow from a minute, and once it answers each goes once', async () => {
    const server = await startServer();
    await server.close();
    const myPage = await start({ mailServer: server.server });
    await queueBoth(myPage);
    for (const minutes of [0, 1, 1, 4, 1, 14, 1, 59, 1]) {
      clock.forward({ minutes });
      await myPage.sendDueMails();
      await myPage.sendDueMails();
    }
    const tries = (await mailsOf(myPage)).map(({ state, tries: count }) => [state, count]);
    expect(tries).toEqual([
      ['queued', 5],
      ['queued', 5],
    ]);
    const again = await startServer({ port: server.port });
    clock.forward({ minutes: 240 });
    await myPage.sendDueMails();
    expect(again.mails.map(({ to }) => to).sort()).toEqual(['declined@example.com', 'invited@example.com']);
  });

  test('that refuses the log-in or the sender keeps all mails, however often', async () => {
    for (const script of [{ mail: '550 no such sender' }, { greeting: '421 busy' }] satisfies Script[]) {
      const server = await startScripted(script);
      const myPage = await start({ mailServer: loopbackMailServer(server.port) });
      await queueBoth(myPage);
      for (let turn = 0; turn < 15; turn++) {
        await myPage.sendDueMails();
        clock.forward({ minutes: 720 });
      }
      expect(new Set((await mailsOf(myPage)).map(({ state }) => state))).toEqual(new Set(['queued']));
    }
  });

  test('of a stranger without TLS gets neither password nor mail', async () => {
    const server = await startScripted({
      ehlo: '250 AUTH PLAIN',
      onLine: (line) => (line === 'STARTTLS' ? '502 what' : undefined),
    });
    // Leads to this machine, and is none of the names that the rule takes for it.
    const mailServer = {
      ...loopbackMailServer(server.port),
      host: '127.1',
      user: 'u',
      password: 'secret',
    };
    const myPage = await start({ mailServer });
    await queueBoth(myPage);
    await myPage.sendDueMails();
    expect(new Set(server.lines.map((line) => line.slice(0, 8)))).toEqual(new Set(['EHLO [12', 'STARTTLS']));
  });
});

describe('a reply about one mail', () => {
  test('5xx ends it at once, and the others go', async () => {
    const server = await startServer({
      hooks: { onRecipient: (address) => (address.startsWith('invited') ? { reply: '550 5.1.1 unknown' } : undefined) },
    });
    const myPage = await start({ mailServer: server.server });
    await queueBoth(myPage);
    await myPage.sendDueMails();
    const ends = (await mailsOf(myPage)).map(({ kind, state, reply_code }) => [kind, state, reply_code]);
    expect(ends.sort()).toEqual([
      ['declined', 'accepted', 250],
      ['invitation', 'refused', 550],
    ]);
  });

  test('4xx is tried again later, eight times in all', async () => {
    const server = await startServer({ hooks: { onMessage: () => ({ reply: '451 4.7.1 later' }) } });
    const myPage = await start({ mailServer: server.server });
    await publish(myPage, '/accounts', { accounts: [makeAccount()] });
    for (let turn = 0; turn < 12; turn++) {
      await myPage.sendDueMails();
      clock.forward({ minutes: 720 });
    }
    expect(await mailsOf(myPage)).toMatchObject([{ state: 'refused', tries: 8, reply_code: 451 }]);
    expect(server.mails).toHaveLength(8);
  });

  test('an old mail is dropped, not sent when a server comes at last', async () => {
    const myPage = await start({ mailServer: null });
    await queueBoth(myPage);
    clock.forward({ minutes: 31 * 24 * 60 });
    const server = await startServer();
    const later = await another(myPage, server.server);
    await later.sendDueMails();
    expect(server.mails).toEqual([]);
    expect((await mailsOf(myPage)).map(({ state }) => state)).toEqual(['dropped', 'dropped']);
  });
});

describe('a line that is lost after the body had begun', () => {
  test('a mail with a link goes again with a new link, and the first one is worthless; another is not sent twice', async () => {
    let isBroken = true;
    const server = await startServer({ hooks: { onMessage: () => (isBroken ? 'cut' : undefined) } });
    const myPage = await start({ mailServer: server.server });
    await queueBoth(myPage);
    await myPage.sendDueMails();
    isBroken = false;
    for (let turn = 0; turn < 3; turn++) {
      clock.forward({ minutes: 60 });
      await myPage.sendDueMails();
    }
    const invitations = server.mails.filter(({ to }) => to === 'invited@example.com');
    expect(invitations).toHaveLength(2);
    expect(server.mails.filter(({ to }) => to === 'declined@example.com')).toHaveLength(1);
    const ends = (await mailsOf(myPage)).map(({ kind, state }) => [kind, state]).sort();
    expect(ends).toEqual([
      ['declined', 'uncertain'],
      ['invitation', 'accepted'],
    ]);
    expect(new Set(invitations.map(({ parsed }) => parsed.messageId)).size).toBe(2);
    const statuses = await Promise.all(
      invitations.map(async (mail) => (await openVisitor(myPage.url).get(linkIn(mail))).status),
    );
    expect(statuses).toEqual([410, 200]);
  });
});

describe('several instances on one store', () => {
  test('send each mail once between them', async () => {
    const server = await startServer();
    const first = await start({ mailServer: server.server });
    const second = await another(first, server.server);
    const accounts = Array.from({ length: 40 }, (_, index) => makeAccount({ email: `customer-${index}@example.com` }));
    await publish(first, '/accounts', { accounts });
    await Promise.all([first.sendDueMails(), second.sendDueMails()]);
    await Promise.all([first.sendDueMails(), second.sendDueMails()]);
    expect(server.mails.map(({ to }) => to).sort()).toEqual(accounts.map(({ email }) => email).sort());
    const states = new Set((await mailsOf(first)).map(({ state, tries }) => `${state} ${tries}`));
    expect(states).toEqual(new Set(['accepted 1']));
  });

  /** What an instance leaves behind that is killed at a point: the row as it stood in the store then. */
  async function killAt(point: 'claimed' | 'body begun') {
    const server = await startServer();
    const silent = await start({ mailServer: null });
    await queueBoth(silent);
    const store = await openTestStore(silent, clock.now);
    const leaseUntil = new Date(clock.now().getTime() + 10 * 60_000);
    for (let count = 0; count < 2; count++) {
      await store.write(async (tx) => {
        const claim = await claimDueMail(tx, clock.now(), leaseUntil);
        if (point === 'claimed') return;
        const begun = { body_begun_at: clock.now().toISOString() };
        await tx
          .updateTable('account_mail')
          .set(begun)
          .where('id', '=', claim?.mail.id ?? '')
          .execute();
      });
    }
    await store.close();
    const next = await another(silent, server.server);
    await next.sendDueMails();
    expect(server.mails).toEqual([]);
    clock.forward({ minutes: 10 });
    await next.sendDueMails();
    return { mails: await mailsOf(silent), sentTo: server.mails.map(({ to }) => to).sort() };
  }

  test('killed before the body: after the lease another sends all', async () => {
    expect((await killAt('claimed')).sentTo).toEqual(['declined@example.com', 'invited@example.com']);
  });

  test('killed between handing over and writing it down: a link goes again, news does not', async () => {
    const { mails, sentTo } = await killAt('body begun');
    expect(sentTo).toEqual(['invited@example.com']);
    expect(mails.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['declined', 'uncertain'],
      ['invitation', 'accepted'],
    ]);
  });

  test('an instance that was too slow sends nothing: another has the mail by then', async () => {
    const seen: string[] = [];
    const server = await startServer({
      hooks: {
        onRecipient: (address) => {
          seen.push(address);
          clock.forward({ minutes: 11 });
          return undefined;
        },
      },
    });
    const myPage = await start({ mailServer: server.server });
    await publish(myPage, '/accounts', { accounts: [makeAccount()] });
    await myPage.sendDueMails();
    expect([seen.length > 0, server.mails.length]).toEqual([true, 0]);
  });
});

describe('stopping', () => {
  test('waits for no silent server: the mail is due again', async () => {
    const server = await startScripted({ rcpt: 'silence' });
    const first = await start({ mailServer: null });
    const second = await another(first, loopbackMailServer(server.port));
    await publish(first, '/accounts', { accounts: [makeAccount()] });
    const sending = second.sendDueMails();
    await until(() => server.lines.some((line) => line.startsWith('RCPT')));
    await closing.pop()?.();
    await sending;
    expect(await mailsOf(first)).toMatchObject([{ state: 'queued', tries: 1 }]);
  });
});

test('neither store nor log holds a link or an address of a mail that went', async () => {
  const log: string[] = [];
  const server = await startServer();
  const myPage = await start({ mailServer: server.server, logTo: { write: (line: string) => void log.push(line) } });
  await publish(myPage, '/accounts', { accounts: [makeAccount({ email: 'planted@example.com' })] });
  await myPage.sendDueMails();
  const token =
    linkIn(server.mails[0] ?? expect.fail('no mail'))
      .split('/')
      .at(-1) ?? '';
  await openVisitor(myPage.url).get(`/set-password/${token}`);
  const store = await openTestStore(myPage, clock.now);
  const tables = ['account_mail', 'one_time_link', 'audit'] as const;
  const rows = JSON.stringify(
    await Promise.all(tables.map((table) => store.read.selectFrom(table).selectAll().execute())),
  );
  await store.close();
  for (const held of [rows, log.join('')]) {
    expect(held).not.toContain(token);
    expect(held).not.toContain('planted');
  }
  expect(log.join('')).toContain('"outcome":"accepted"');
});

test('a mail queued for an account that is gone goes with it', async () => {
  const myPage = await start({ mailServer: null });
  await publish(myPage, '/accounts', { accounts: [makeAccount({ email: 'gone@example.com' })] });
  const store = await openTestStore(myPage, clock.now);
  const account = await findAccountByEmail(store.read, 'gone@example.com');
  await store.write(async (tx) => {
    const mail = { kind: 'approved', accountId: account?.id ?? '', guest: null, language: 'en' } as const;
    await queueMail(tx, mail, clock.now());
    await tx
      .deleteFrom('account')
      .where('id', '=', account?.id ?? '')
      .execute();
  });
  await store.close();
  expect(await mailsOf(myPage)).toEqual([]);
});

/** Waits until something is so, by turns of the event loop. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
