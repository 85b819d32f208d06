import { afterEach, describe, expect, it } from 'vitest';
import { openReturnBox, type ReturnBoxOptions } from '../../../../main/engine/outbox/return-box-client.ts';
import type { ReturnBoxSettings } from '../../../../main/engine/outbox/return-box-settings.ts';
import { absenceNote, postfixBounce } from '../../../support/bounces.ts';
import {
  type ImapFault,
  type ImapServer,
  type ImapServerOptions,
  shortReturnBoxLimits,
  startImapServer,
} from '../../../support/imap-server.ts';

const login = { password: 'correct horse' };
const mail = { messageId: '<0198c0de-1111-7000-8000-000000000001@fjell.example>', to: 'kari@customer.example' };

let server: ImapServer;
afterEach(() => server.close());

async function start(options: Partial<ImapServerOptions> = {}): Promise<ReturnBoxSettings> {
  server = await startImapServer({ user: 'post@fjell.example', ...login, security: 'none', ...options });
  return {
    host: '127.0.0.1',
    port: server.port,
    security: options.security ?? 'none',
    user: 'post@fjell.example',
    folder: 'INBOX',
  };
}

const open = (settings: ReturnBoxSettings, password = login.password, options: ReturnBoxOptions = {}) =>
  openReturnBox(settings, password, { limits: shortReturnBoxLimits, ...options });
const problem = (code: string) => expect.objectContaining({ code });

/** What reading a box of its own ends with, whose server misbehaves at one point. */
async function problemWith({ at, fault }: { readonly at: string; readonly fault: ImapFault }): Promise<unknown> {
  const onCommand = (name: string) => (name === at ? fault : undefined);
  const faulty = await startImapServer({ user: 'post@fjell.example', ...login, onCommand });
  faulty.put(postfixBounce(mail));
  const settings = {
    host: '127.0.0.1',
    port: faulty.port,
    security: 'none',
    user: 'post@fjell.example',
    folder: 'INBOX',
  } as const;
  try {
    const box = await open(settings);
    return await box
      .listUids({ afterUid: 0 })
      .then((uids) => box.findReports(uids))
      .finally(() => box.close());
  } catch (error) {
    return error;
  } finally {
    await faulty.close();
  }
}

describe('a box is opened', () => {
  it.each(['tls', 'starttls', 'none'] as const)('with %s', async (security) => {
    const box = await open(await start({ security }));
    expect(box.uidValidity).toBe('1');
    await box.close();
    expect(server.commands.at(-1)).toBe('LOGOUT');
  });

  it('with a user name and a password of any signs', async () => {
    const user = 'kåre "k" \\ post';
    const password = 'pass wörd"\\';
    const settings = await start({ user, password });
    const box = await open({ ...settings, user }, password);
    await box.close();
  });

  it('with a folder of any name', async () => {
    const settings = await start();
    server.put(postfixBounce(mail), { folder: 'Retur og "feil"' });
    const box = await open({ ...settings, folder: 'Retur og "feil"' });
    expect(await box.listUids({ afterUid: 0 })).toEqual([1]);
    await box.close();
  });
});

describe('what is read', () => {
  it('numbers ascend and begin where asked, though servers name the last message for "n:*"', async () => {
    const settings = await start();
    for (let count = 0; count < 12; count += 1) server.put(absenceNote(mail));
    const box = await open(settings);
    expect(await box.listUids({ afterUid: 9 })).toEqual([10, 11, 12]);
    expect(await box.listUids({ afterUid: 12 })).toEqual([]);
    await box.close();
  });

  it('messages since a day', async () => {
    const settings = await start();
    server.put(absenceNote(mail), { at: new Date('2026-01-05T10:00:00Z') });
    server.put(absenceNote(mail), { at: new Date('2026-02-05T10:00:00Z') });
    const box = await open(settings);
    expect(await box.listUids({ since: new Date('2026-02-05T00:00:00Z') })).toEqual([2]);
    await box.close();
  });

  it('an empty folder is no failure', async () => {
    const box = await open(await start());
    expect(await box.listUids({ afterUid: 0 })).toEqual([]);
    await box.close();
  });

  it('of letters of customers one line of the header and nothing else', async () => {
    const settings = await start();
    server.put(absenceNote(mail));
    const box = await open(settings);
    expect(await box.findReports([1])).toEqual([]);
    await box.close();
    expect(server.commands.filter((command) => command.includes('FETCH'))).toEqual([
      'UID FETCH 1 (UID BODY.PEEK[HEADER.FIELDS (content-type)])',
    ]);
  });

  it('of a large message its beginning', async () => {
    const settings = await start();
    server.put(`${postfixBounce(mail)}${'x'.repeat(5_000_000)}`);
    const box = await open(settings);
    expect(await box.findReports([1])).toEqual([1]);
    expect(await box.readSource(1)).toHaveLength(shortReturnBoxLimits.mostBytes);
    expect(server.bytesSent()).toBeLessThan(shortReturnBoxLimits.mostBytes + 1000);
    await box.close();
  });

  it('a message that is gone meanwhile is none', async () => {
    const box = await open(await start());
    expect(await box.readSource(7)).toBeNull();
    await box.close();
  });

  it('nothing that is done to the folder could change it', async () => {
    const settings = await start();
    server.put(postfixBounce(mail));
    const box = await open(settings);
    await box.findReports(await box.listUids({ afterUid: 0 }));
    await box.readSource(1);
    await box.close();
    expect(server.commands).toContain('EXAMINE INBOX');
    const verbs = new Set(server.commands.map((command) => /^(UID \w+|\w+)/.exec(command)?.[0]));
    expect([...verbs].sort()).toEqual(
      ['CAPABILITY', 'EXAMINE', 'ID', 'LIST', 'LOGIN', 'LOGOUT', 'LSUB', 'NAMESPACE', 'UID FETCH', 'UID SEARCH'].filter(
        (verb) => verbs.has(verb),
      ),
    );
    expect(server.commands.join()).not.toMatch(/BODY\[/);
  });
});

describe('a box that fails says how', () => {
  it('a wrong password', async () => {
    await expect(open(await start(), 'wrong')).rejects.toEqual(problem('return-box-login-refused'));
  });

  it('no such folder', async () => {
    const settings = await start();
    await expect(open({ ...settings, folder: 'Bounces' })).rejects.toEqual(problem('return-box-folder-missing'));
  });

  it('nobody there', async () => {
    const settings = await start();
    await server.close();
    await expect(open(settings)).rejects.toEqual(problem('return-box-unreachable'));
  });

  it('no TLS where TLS is expected', async () => {
    const settings = await start();
    await expect(open({ ...settings, security: 'tls' })).rejects.toEqual(problem('return-box-tls-failed'));
  });

  it('no encryption is asked for off this machine: nothing is said to the server', async () => {
    const settings = await start();
    await expect(open({ ...settings, host: 'imap.fjell.example' })).rejects.toEqual(problem('return-box-tls-failed'));
    expect(server.sessions()).toBe(0);
  });

  it('silence, a cut line and a server that only says that it is still there, at any point', async () => {
    const points = ['CAPABILITY', 'LOGIN', 'EXAMINE', 'UID SEARCH', 'UID FETCH'];
    const faults = (['silence', 'cut', 'trickle'] as const).flatMap((fault) => [
      ...points.map((at) => ({ at, fault })),
      ...(fault === 'trickle' ? [] : [{ at: 'GREETING', fault }]),
    ]);
    await start();
    const problems = await Promise.all(faults.map(async (each) => [each, await problemWith(each)]));
    expect(problems).toEqual(faults.map((each) => [each, problem('return-box-unreachable')]));
  });

  it('and its errors name neither the user nor the password', async () => {
    const settings = await start();
    const error: unknown = await open(settings, 'wrong horse').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    const whole = JSON.stringify(error, Object.getOwnPropertyNames(error));
    expect(whole).not.toMatch(/wrong horse|post@fjell/);
    expect((error as Error).cause).toBeUndefined();
  });
});

it('what is stopped ends at once', async () => {
  const settings = await start({ onCommand: (name) => (name === 'UID SEARCH' ? 'silence' : undefined) });
  server.put(postfixBounce(mail));
  const stop = new AbortController();
  const box = await open(settings, login.password, {
    signal: stop.signal,
    limits: { ...shortReturnBoxLimits, answerMs: 600_000 },
  });
  const listed = box.listUids({ afterUid: 0 });
  stop.abort();
  await expect(listed).rejects.toEqual(problem('return-box-unreachable'));
}, 10_000);
