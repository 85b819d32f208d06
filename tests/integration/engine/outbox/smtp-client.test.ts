import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { mailCatcherCertificate } from '../../../../demo/mail-catcher-certificate.ts';
import { type DeliveryAnswer, openSmtpSession, type SmtpSession } from '../../../../main/engine/outbox/smtp-client.ts';
import {
  loopbackSettings,
  type Script,
  shortLimits,
  startMailCatcher,
  startScriptedServer,
} from '../../../support/smtp.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const message = Buffer.from(
  'Subject: news\r\nMessage-ID: <1@shop.example>\r\n\r\n.first\r\n..two dots\r\n.\r\nlast line\r\n',
);
const mail = (change: Partial<Parameters<SmtpSession['deliver']>[0]> = {}) => ({
  from: 'post@shop.example',
  to: 'ada@customer.example',
  message,
  beforeBody: async () => {},
  ...change,
});

async function opened(port: number, user = '', password = '', limits = shortLimits): Promise<SmtpSession> {
  const answer = await openSmtpSession(loopbackSettings(port, { user }), { password }, { limits });
  if (answer.kind === 'failed') throw new Error(`Not open: ${JSON.stringify(answer.failure)}`);
  closers.push(answer.session.close);
  return answer.session;
}

async function scripted(script: Script) {
  const server = await startScriptedServer(script);
  closers.push(server.close);
  return server;
}

async function deliverTo(script: Script, change: Parameters<typeof mail>[0] = {}): Promise<DeliveryAnswer> {
  const session = await opened((await scripted(script)).port, '', '', { ...shortLimits, envelopeMs: 300, bodyMs: 300 });
  return session.deliver(mail(change));
}

describe('content', () => {
  test('the bytes that arrive are the bytes that were frozen, over STARTTLS and after a login', async () => {
    const catcher = await startMailCatcher({ user: 'shop', password: 'secret æøå' });
    closers.push(catcher.close);
    const session = await opened(catcher.port, 'shop', 'secret æøå');
    const answer = await session.deliver(mail());
    expect(answer).toMatchObject({ kind: 'accepted', code: 250 });
    expect(catcher.mails[0]).toMatchObject({
      from: 'post@shop.example',
      to: 'ada@customer.example',
      wasEncrypted: true,
    });
    expect(catcher.mails[0]?.raw.equals(message)).toBe(true);
  });

  test('one session hands over many mails, large ones too', async () => {
    const catcher = await startMailCatcher();
    closers.push(catcher.close);
    const session = await opened(catcher.port);
    const large = Buffer.from(`Subject: large\r\n\r\n${'.a line that begins with a dot\r\n'.repeat(100_000)}`);
    for (const body of [message, large, message]) {
      expect(await session.deliver(mail({ message: body }))).toMatchObject({ kind: 'accepted' });
    }
    expect(new Set(catcher.mails.map((caught) => caught.sessionId)).size).toBe(1);
    const hash = (bytes: Buffer | undefined) =>
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex');
    expect(hash(catcher.mails[1]?.raw)).toBe(hash(large));
  });

  test('an international domain goes out as punycode', async () => {
    const server = await scripted({});
    const session = await opened(server.port);
    await session.deliver(mail({ to: 'ada@blåbær.example' }));
    expect(server.lines).toContain('RCPT TO:<ada@xn--blbr-roah.example>');
  });
});

describe('the journal comes before the body', () => {
  test('no byte of the body leaves while beforeBody has not come back', async () => {
    const server = await scripted({});
    const session = await opened(server.port);
    let release = () => {};
    const committed = new Promise<void>((resolve) => {
      release = resolve;
    });
    let wasAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      wasAsked = resolve;
    });
    const delivering = session.deliver(
      mail({
        beforeBody: () => {
          wasAsked();
          return committed;
        },
      }),
    );
    await asked;
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(server.lines.at(-1)).toBe('DATA');
    expect(server.bodies).toEqual([]);
    release();
    expect(await delivering).toMatchObject({ kind: 'accepted' });
    expect(server.bodies).toHaveLength(1);
  });

  test('a journal that cannot be written keeps the mail here', async () => {
    const server = await scripted({});
    const session = await opened(server.port);
    const full = new Error('disk full');
    await expect(session.deliver(mail({ beforeBody: () => Promise.reject(full) }))).rejects.toBe(full);
    expect(session.isOpen()).toBe(false);
    expect(server.bodies).toEqual([]);
  });

  test.each(['421 4.3.2 going down', '554 5.3.0 no', '250 ok'])(
    'a server that says %j while the journal is written gets no body',
    async (reply) => {
      let say = () => {};
      const server = await scripted({ onLine: (line) => (line === 'DATA' ? `354 go on\r\n${reply}` : undefined) });
      const session = await opened(server.port);
      const replied = new Promise<void>((resolve) => {
        say = resolve;
      });
      const delivering = session.deliver(mail({ beforeBody: () => replied }));
      const answer = await delivering;
      say();
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(answer.kind).toBe('failed');
      expect(answer.kind === 'failed' && answer.failure.at).not.toBe('line-lost-after-body-began');
      expect(session.isOpen()).toBe(false);
      expect(server.bodies).toEqual([]);
    },
  );

  test('beforeBody is not called for a mail that the server refuses before', async () => {
    const calls: string[] = [];
    await deliverTo({ rcpt: '550 5.1.1 no' }, { beforeBody: async () => void calls.push('called') });
    expect(calls).toEqual([]);
  });
});

describe('how far a mail came', () => {
  const endings = ['cut', 'reset', 'silence'] as const;
  const points: readonly (readonly [string, (act: (typeof endings)[number]) => Script])[] = [
    ['at MAIL FROM', (mail) => ({ mail })],
    ['at RCPT TO', (rcpt) => ({ rcpt })],
    ['at DATA', (data) => ({ data })],
  ];
  for (const [point, script] of points) {
    test.each(endings)(`${point}, %s: the line was lost before the body`, async (act) => {
      expect(await deliverTo(script(act))).toMatchObject({ kind: 'failed', failure: { at: 'line-lost-before-body' } });
    });
  }

  test.each(endings)('in the body, %s: the mail may have arrived', async (act) => {
    const large = Buffer.from(`Subject: large\r\n\r\n${'a line\r\n'.repeat(1_000_000)}`);
    const answer = await deliverTo({ inBody: { afterBytes: 1000, act }, afterBody: 'silence' }, { message: large });
    expect(answer).toEqual({ kind: 'failed', failure: { at: 'line-lost-after-body-began' } });
  });

  test.each(endings)('after the whole body, %s: the mail may have arrived', async (afterBody) => {
    expect(await deliverTo({ afterBody })).toEqual({ kind: 'failed', failure: { at: 'line-lost-after-body-began' } });
  });

  test.each(['554 5.7.1 spa', '250 2.0.0 tak', '554-5.7.1 first line of two\r\n', '5'])(
    'a reply cut short (%j) is no reply',
    async (cutAfter) => {
      expect(await deliverTo({ afterBody: { cutAfter } })).toEqual({
        kind: 'failed',
        failure: { at: 'line-lost-after-body-began' },
      });
    },
  );

  test('replies that come one byte at a time are read as well as any', async () => {
    const answer = await deliverTo({
      ehlo: '250-hello\r\n250-PIPELINING\r\n250 SIZE 1000000',
      pieceBytes: 1,
      afterBody: '250-2.0.0 taken\r\n250 2.0.0 as 4711',
    });
    expect(answer).toMatchObject({ kind: 'accepted', reply: '250-2.0.0 taken\n250 2.0.0 as 4711' });
  });

  test('a server that trickles for ever does not hold the run', async () => {
    const answer = await deliverTo({ rcpt: `250-${'x'.repeat(100_000)}`, pieceBytes: 1 });
    expect(answer).toMatchObject({ kind: 'failed', failure: { at: 'line-lost-before-body' } });
  });
});

describe('replies', () => {
  for (const pipelining of [false, true]) {
    const ehlo = pipelining ? '250-hello\r\n250 PIPELINING' : '250 hello';
    const how = pipelining ? 'with pipelining' : 'without pipelining';
    test.each<[string, Script, object]>([
      [
        '5xx at MAIL FROM',
        { mail: '553 5.7.1 not you' },
        { at: 'sender', isTemporary: false, replyCode: 553, enhancedCode: '5.7.1' },
      ],
      ['4xx at MAIL FROM', { mail: '451 4.3.0 later' }, { at: 'sender', isTemporary: true, replyCode: 451 }],
      [
        '5.1.1 at RCPT',
        { rcpt: '550 5.1.1 unknown' },
        { at: 'recipient', isTemporary: false, isAddressError: true, enhancedCode: '5.1.1' },
      ],
      [
        '5xx at RCPT',
        { rcpt: '550 go away' },
        { at: 'recipient', isTemporary: false, isAddressError: false, enhancedCode: '' },
      ],
      ['4xx at RCPT', { rcpt: '450 4.2.0 greylisted' }, { at: 'recipient', isTemporary: true }],
      ['5xx at DATA', { data: '554 5.5.1 no' }, { at: 'message', isTemporary: false }],
      ['4xx at DATA', { data: '451 4.3.0 later' }, { at: 'message', isTemporary: true }],
      [
        '5xx after the body',
        { afterBody: '554 5.7.1 looks like spam' },
        { at: 'message', isTemporary: false, replyCode: 554 },
      ],
      [
        '4xx after the body',
        { afterBody: '452 4.3.1 disk full' },
        { at: 'message', isTemporary: true, replyCode: 452 },
      ],
    ])(`%s is told apart, and the session goes on (${how})`, async (_what, script, failure) => {
      const refusing = { current: true };
      const step = Object.entries(script)[0] as [string, string];
      const server = await scripted({
        ...script,
        ehlo,
        afterBody: script.afterBody ?? '250 taken',
        onLine: (line) => {
          const verb = line.slice(0, 4).toLowerCase();
          if (refusing.current || verb !== step[0])
            return verb === 'data' && refusing.current && pipelining && step[0] !== 'data' && step[0] !== 'afterBody'
              ? '503 nothing to send'
              : undefined;
          return verb === 'data' ? '354 go on' : '250 fine';
        },
      });
      const session = await opened(server.port);
      expect(await session.deliver(mail())).toMatchObject({ kind: 'failed', failure });
      expect(session.isOpen()).toBe(true);
      expect(server.lines.at(-1)).toBe('RSET');
      refusing.current = false;
      const second = await session.deliver(mail());
      if (script.afterBody === undefined) expect(second).toMatchObject({ kind: 'accepted' });
    });

    test.each<[string, Script]>([
      ['MAIL FROM', { mail: '421 4.3.2 shutting down' }],
      ['RCPT TO', { rcpt: '421 4.3.2 too many mails in one session' }],
      ['DATA', { data: '421 4.3.2 shutting down' }],
      ['the body', { afterBody: '421 4.3.2 shutting down' }],
    ])(`421 at %s ends the session and the mail may wait (${how})`, async (_what, script) => {
      const server = await scripted({ ...script, ehlo });
      const session = await opened(server.port);
      const answer = await session.deliver(mail());
      expect(session.isOpen()).toBe(false);
      if (answer.kind === 'accepted') throw new Error('accepted');
      expect(answer.failure).toMatchObject({ replyCode: 421 });
      expect('isTemporary' in answer.failure ? answer.failure.isTemporary : true).toBe(true);
    });
  }

  test('a refusal without enhanced code condemns the address only after another was taken in the session', async () => {
    const server = await scripted({
      onLine: (line) => (line === 'RCPT TO:<bad@customer.example>' ? '550 unknown' : undefined),
    });
    const session = await opened(server.port);
    const refused = () => session.deliver(mail({ to: 'bad@customer.example' }));
    expect(await refused()).toMatchObject({ failure: { at: 'recipient', isAddressError: false } });
    await session.deliver(mail());
    expect(await refused()).toMatchObject({ failure: { at: 'recipient', isAddressError: true } });
  });

  test('an acceptance that comes before the whole body left is not believed', async () => {
    const large = Buffer.from(`Subject: large\r\n\r\n${'a line\r\n'.repeat(2_000_000)}`);
    const answer = await deliverTo(
      { inBody: { afterBytes: 10, act: '250 2.0.0 whatever' }, afterBody: 'silence' },
      { message: large },
    );
    expect(answer).toEqual({ kind: 'failed', failure: { at: 'line-lost-after-body-began' } });
  });
});

describe('a reply that the library takes and SMTP does not know', () => {
  test('a server that answers DATA with 2xx has not asked for the body: it would read it as commands, and get none of it', async () => {
    const server = await scripted({ data: '250 fine' });
    const session = await opened(server.port);
    const journal: string[] = [];
    const answer = await session.deliver(mail({ beforeBody: async () => void journal.push('body') }));
    expect(answer).toMatchObject({ kind: 'failed', failure: { at: 'line-lost-before-body', replyCode: 250 } });
    expect(journal).toEqual([]);
    expect(session.isOpen()).toBe(false);
    expect(server.lines.at(-1)).toBe('DATA');
  });

  test('what a server says beyond 354 is no answer to the body, which stays here', async () => {
    const server = await scripted({ data: '354 go on\r\n250 fine' });
    const session = await opened(server.port);
    const journal: string[] = [];
    const answer = await session.deliver(mail({ beforeBody: async () => void journal.push('body') }));
    expect(answer).toMatchObject({ kind: 'failed', failure: { at: 'line-lost-before-body' } });
    expect(journal).toEqual([]);
    expect(server.bodies).toEqual([]);
  });

  test.each(['2', '25', '2fine'])('%j after the body is no acceptance', async (afterBody) => {
    expect(await deliverTo({ afterBody })).toEqual({ kind: 'failed', failure: { at: 'line-lost-after-body-began' } });
  });
});

describe('opening', () => {
  const open = (port: number, rest = {}, password = '') =>
    openSmtpSession(loopbackSettings(port, rest), { password }, { limits: { ...shortLimits, openMs: 400 } });

  test('a wrong password is a refusal for good', async () => {
    const catcher = await startMailCatcher({ user: 'shop', password: 'right' });
    closers.push(catcher.close);
    expect(await open(catcher.port, { user: 'shop' }, 'wrong')).toMatchObject({
      failure: { at: 'login', isTemporary: false, replyCode: 535 },
    });
  });

  test('a token that the server will not have is a refusal for good, and is shown once', async () => {
    const server = await scripted({
      ehlo: '250-hello\r\n250 AUTH XOAUTH2',
      // Google tells why first and refuses once that was heard
      onLine: (line) =>
        line.startsWith('AUTH') ? '334 eyJzdGF0dXMiOiI0MDAifQ==' : line === '' ? '535 5.7.8 no' : undefined,
    });
    const settings = loopbackSettings(server.port, { user: 'post@shop.example' });
    const answer = await openSmtpSession(settings, { accessToken: 'access-4711' }, { limits: shortLimits });
    expect(answer).toMatchObject({ kind: 'failed', failure: { at: 'login', isTemporary: false } });
    expect(server.lines.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  test('a password is not shown to a server that asks for none', async () => {
    const server = await scripted({});
    expect(await open(server.port, { user: 'shop' }, 'secret')).toMatchObject({
      failure: { at: 'login', isTemporary: false },
    });
    expect(server.lines.filter((line) => line.startsWith('AUTH'))).toEqual([]);
  });

  test.each<[string, Script, object]>([
    [
      'a login that is down for now',
      { ehlo: '250-hello\r\n250 AUTH PLAIN', auth: '454 4.7.0 later' },
      { at: 'login', isTemporary: true, replyCode: 454 },
    ],
    [
      'a login refused for good',
      { ehlo: '250-hello\r\n250 AUTH PLAIN', auth: '535 5.7.8 no' },
      { at: 'login', isTemporary: false },
    ],
    [
      'a line lost at login',
      { ehlo: '250-hello\r\n250 AUTH PLAIN', auth: 'cut' },
      { at: 'connect', isTemporary: true },
    ],
    [
      'too many sessions',
      { greeting: '421 4.7.0 too many connections' },
      { at: 'connect', isTemporary: true, replyCode: 421 },
    ],
    [
      'a server that wants nothing from us',
      { greeting: '554 5.7.1 blocked' },
      { at: 'connect', isTemporary: false, replyCode: 554 },
    ],
    ['a line cut at once', { greeting: 'cut' }, { at: 'connect', isTemporary: true, replyCode: null }],
    ['a reset', { greeting: 'reset' }, { at: 'connect', isTemporary: true }],
    ['a silent server', { greeting: 'silence' }, { at: 'connect', isTemporary: true }],
    ['silence after EHLO', { ehlo: 'silence' }, { at: 'connect', isTemporary: true }],
    ['a server that is none', { greeting: 'HTTP/1.1 400 Bad Request' }, { at: 'connect' }],
  ])('%s', async (_what, script, failure) => {
    const server = await scripted(script);
    expect(await open(server.port, { user: 'shop' }, 'secret')).toMatchObject({ kind: 'failed', failure });
  });

  test('no server at all', async () => {
    const server = await startScriptedServer({});
    await server.close();
    expect(await open(server.port)).toMatchObject({ failure: { at: 'connect', isTemporary: true, replyCode: null } });
  });

  test('TLS where the server speaks plain text', async () => {
    const server = await scripted({});
    expect(await open(server.port, { security: 'tls' })).toMatchObject({ failure: { at: 'tls' } });
  });

  test('TLS from the start', async () => {
    const catcher = await startMailCatcher({ security: 'tls' });
    closers.push(catcher.close);
    const answer = await openSmtpSession(
      loopbackSettings(catcher.port, { security: 'tls' }),
      { password: '' },
      {
        limits: shortLimits,
      },
    );
    if (answer.kind === 'failed') throw new Error(answer.failure.at);
    closers.push(answer.session.close);
    expect(await answer.session.deliver(mail())).toMatchObject({ kind: 'accepted' });
    expect(catcher.mails[0]?.wasEncrypted).toBe(true);
  });

  test('a cancelled opening ends at once', async () => {
    const server = await scripted({ greeting: 'silence' });
    const cancel = new AbortController();
    const opening = openSmtpSession(
      loopbackSettings(server.port),
      { password: '' },
      { limits: { ...shortLimits, openMs: 600_000 }, signal: cancel.signal },
    );
    cancel.abort();
    expect(await opening).toMatchObject({ kind: 'failed', failure: { at: 'connect' } });
  }, 10_000);

  const ownAddress = Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address;

  test.runIf(ownAddress !== undefined).each(['starttls', 'tls'] as const)(
    'off loopback a certificate nobody vouches for is refused (%s)',
    async (security) => {
      const server = new SMTPServer({
        ...mailCatcherCertificate,
        secure: security === 'tls',
        authOptional: true,
        logger: false,
      });
      server.on('error', () => {});
      await new Promise<void>((resolve) => server.listen(0, ownAddress, resolve));
      closers.push(() => new Promise((resolve) => server.close(() => resolve())));
      const { port } = server.server.address() as AddressInfo;
      expect(await open(port, { host: ownAddress, security })).toMatchObject({ failure: { at: 'tls' } });
    },
  );

  test.runIf(ownAddress !== undefined)('off loopback a server without STARTTLS gets nothing', async () => {
    const server = new SMTPServer({ disabledCommands: ['STARTTLS'], authOptional: true, logger: false });
    await new Promise<void>((resolve) => server.listen(0, ownAddress, resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as AddressInfo;
    expect(await open(port, { host: ownAddress })).toMatchObject({ failure: { at: 'tls' } });
  });
});
