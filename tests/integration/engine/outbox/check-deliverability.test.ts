import { X509Certificate } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailCatcherCertificate } from '../../../../demo/mail-catcher-certificate.ts';
import { checkDeliverability } from '../../../../main/engine/outbox/deliverability/check-service.ts';
import { openDns } from '../../../../main/engine/outbox/deliverability/dns-client.ts';
import { readSendSettings } from '../../../../main/engine/outbox/send-settings-store.ts';
import { openSmtpAccess } from '../../../../main/engine/outbox/smtp-access-service.ts';
import { type CheckResult, type CheckStep, checkSteps } from '../../../../shared/mail-check.ts';
import { type NameServer, startNameServer, type Zone } from '../../../support/name-server.ts';
import {
  type MailCatcher,
  type Script,
  shortLimits,
  startMailCatcher,
  startScriptedServer,
} from '../../../support/smtp.ts';
import { openOutboxCompany, type Setup, secretsWith, setWebsite } from './outbox-company.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const certificateEndsMs = Date.parse(new X509Certificate(mailCatcherCertificate.cert).validTo);
const dayMs = 86_400_000;
const password = 'pass-word-4711';

/** What the domain of the sender, post@shop.example, publishes when all is well; the mail server is one of Loopia's. */
const goodZone = {
  'shop.example': { TXT: ['v=spf1 include:kundspf.loopia.se -all'] },
  'kundspf.loopia.se': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] },
  '_dmarc.shop.example': { TXT: ['v=DMARC1; p=quarantine'] },
  'key1._domainkey.shop.example': { TXT: [`v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`] },
} as const satisfies Zone;

let names: NameServer;
beforeEach(async () => {
  names = await startNameServer(goodZone);
  closers.push(names.close);
});

type Wanted = {
  readonly setup: Setup;
  readonly columns?: Readonly<Record<string, string | number>>;
  readonly password?: string | null | 'unavailable';
  readonly nowMs?: number;
};

/** @param until the step after which nobody waits for the next */
async function check(wanted: Wanted, until?: CheckStep): Promise<readonly CheckResult[]> {
  const db = await openOutboxCompany(wanted.setup);
  closers.push(() => db.close());
  setWebsite(db, { smtp_preset: 'loopia', dkim_selectors: 'key1', ...wanted.columns });
  const settings = readSendSettings(db, 1);
  const secrets = secretsWith(wanted.password === undefined ? password : wanted.password);
  const results: CheckResult[] = [];
  const parts = {
    settings,
    access: openSmtpAccess({ settings, secrets, nowMs: () => 0 }),
    dns: openDns([names.server]),
    nowMs: () => wanted.nowMs ?? certificateEndsMs - 100 * dayMs,
    limits: { ...shortLimits, openMs: 2000, envelopeMs: 500 },
  };
  for await (const result of checkDeliverability(parts)) {
    results.push(result);
    if (result.step === until) break;
  }
  return results;
}

async function catcher(options: Parameters<typeof startMailCatcher>[0] = {}): Promise<MailCatcher> {
  const started = await startMailCatcher({ user: 'post@shop.example', password, ...options });
  closers.push(started.close);
  return started;
}

async function scripted(script: Script) {
  const server = await startScriptedServer(script);
  closers.push(server.close);
  return server;
}

const user = 'post@shop.example';
const findings = (results: readonly CheckResult[]) =>
  Object.fromEntries(results.map(({ step, finding }) => [step, finding]));
const verdicts = (results: readonly CheckResult[]) => new Set(results.map(({ verdict }) => verdict));

test('all is well: every step in its order, and nothing is handed over', async () => {
  const server = await catcher();
  const results = await check({ setup: { port: server.port, user } });
  expect(results.map(({ step }) => step)).toEqual(checkSteps);
  expect(findings(results)).toEqual({
    connect: 'connected',
    tls: 'tls-here-encrypted',
    login: 'login-good',
    sender: 'sender-accepted',
    alignment: 'aligned',
    spf: 'spf-names-provider',
    dmarc: 'dmarc-quarantine',
    dkim: 'dkim-found',
  });
  expect(verdicts(results)).toEqual(new Set(['good']));
  expect(results[1]?.facts).toMatchObject({
    protocol: 'TLSv1.3',
    days: 100,
    validUntil: expect.stringMatching(/^\d{4}-/),
  });
  expect(server.mails).toEqual([]);
});

test('the sender is taken back before any recipient is named', async () => {
  const server = await scripted({ ehlo: '250-hi\r\n250 AUTH PLAIN' });
  await check({ setup: { port: server.port, user } });
  const verbs = server.lines.map((line) => line.split(' ')[0]);
  expect(verbs).toEqual(['EHLO', 'AUTH', 'MAIL', 'RSET', 'QUIT']);
});

test('a check that is left halfway takes leave of the server', async () => {
  const server = await scripted({ ehlo: '250-hi\r\n250 AUTH PLAIN' });
  await check({ setup: { port: server.port, user } }, 'tls');
  expect(server.lines.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'AUTH', 'QUIT']);
});

test('a certificate that ends within 21 days is warned of', async () => {
  const server = await catcher();
  const results = await check({ setup: { port: server.port, user }, nowMs: certificateEndsMs - 20 * dayMs });
  expect(results[1]).toMatchObject({ verdict: 'warning', finding: 'tls-ends-soon', facts: { days: 20 } });
});

describe('what fails is named, what rests on it is left out, the domain is looked at all the same', () => {
  test.each<[string, Script, Readonly<Record<string, string>>]>([
    [
      'a server that turns us away',
      { greeting: '554 5.7.1 blocked' },
      { connect: 'connect-turned-away', tls: 'not-reached', login: 'not-reached', sender: 'not-reached' },
    ],
    ['a server that says nothing', { greeting: 'silence' }, { connect: 'connect-silent', sender: 'not-reached' }],
    [
      'a login refused',
      { ehlo: '250-hi\r\n250 AUTH PLAIN', auth: '535 5.7.8 no' },
      { connect: 'connected', login: 'login-refused', sender: 'not-reached' },
    ],
    [
      'a login put off',
      { ehlo: '250-hi\r\n250 AUTH PLAIN', auth: '454 4.7.0 later' },
      { login: 'login-later', sender: 'not-reached' },
    ],
    [
      'a sender refused',
      { ehlo: '250-hi\r\n250 AUTH PLAIN', mail: '550-5.7.60 not\r\n550 5.7.60 allowed to send as it' },
      { login: 'login-good', sender: 'sender-refused' },
    ],
    ['a sender put off', { ehlo: '250-hi\r\n250 AUTH PLAIN', mail: '450 4.3.2 later' }, { sender: 'sender-later' }],
    ['a line lost at the sender', { ehlo: '250-hi\r\n250 AUTH PLAIN', mail: 'cut' }, { sender: 'sender-lost' }],
    [
      'a server that falls silent at the sender',
      { ehlo: '250-hi\r\n250 AUTH PLAIN', mail: 'silence' },
      { sender: 'sender-lost' },
    ],
  ])('%s', async (_what, script, expected) => {
    const server = await scripted(script);
    const results = await check({ setup: { port: server.port, user } });
    expect(findings(results)).toMatchObject({ ...expected, spf: 'spf-names-provider', dkim: 'dkim-found' });
    expect(JSON.stringify(results)).not.toContain(password);
  });

  test('no server, and no such host', async () => {
    const server = await scripted({});
    await server.close();
    expect(findings(await check({ setup: { port: server.port, user } }))).toMatchObject({ connect: 'connect-refused' });
    const unknown = await check({ setup: { port: 25, user }, columns: { smtp_host: 'smtp.nowhere.invalid' } });
    expect(findings(unknown)).toMatchObject({ connect: 'connect-no-such-host' });
  });

  test('no TLS where it was asked for', async () => {
    const server = await scripted({});
    const results = await check({ setup: { port: server.port, security: 'tls', user } });
    expect(findings(results)).toMatchObject({ connect: 'connected', tls: 'tls-failed', login: 'not-reached' });
  });

  const ownAddress = Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address;

  test.runIf(ownAddress !== undefined).each([
    ['a certificate that nobody vouches for', [], 'tls-not-vouched'],
    ['no encryption offered', ['STARTTLS'], 'tls-not-offered'],
  ])('off this computer: %s', async (_what, disabledCommands, finding) => {
    const server = new SMTPServer({ ...mailCatcherCertificate, authOptional: true, disabledCommands, logger: false });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(0, ownAddress, resolve));
    closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as AddressInfo;
    const results = await check({ setup: { port, user }, columns: { smtp_host: ownAddress ?? '' } });
    expect(findings(results)).toMatchObject({
      connect: 'connected',
      tls: finding,
      login: 'not-reached',
      sender: 'not-reached',
    });
  });

  test.each([
    [null, 'secret-missing'],
    ['unavailable', 'keychain-unavailable'],
  ] as const)('keychain %s: the server is looked at without it', async (kept, finding) => {
    const server = await catcher();
    const results = await check({ setup: { port: server.port, user }, password: kept });
    expect(findings(results)).toMatchObject({
      connect: 'connected',
      tls: 'tls-here-encrypted',
      login: finding,
      sender: 'not-reached',
    });
  });

  test('nothing is asked while the settings are not complete', async () => {
    const results = await check({ setup: { port: 1, user }, columns: { smtp_host: '' } });
    expect(results).toMatchObject([{ step: 'connect', verdict: 'bad', finding: 'mail-settings-incomplete' }]);
  });
});

describe('what the domain publishes', () => {
  const look = async (zone: Zone, columns: Wanted['columns'] = {}) => {
    names.hold(zone);
    const server = await catcher();
    return findings(await check({ setup: { port: server.port, user }, columns }));
  };

  test('nothing at all', async () => {
    expect(await look({})).toMatchObject({ spf: 'spf-missing', dmarc: 'dmarc-missing', dkim: 'dkim-missing' });
  });

  test('a name server that cannot find out', async () => {
    const broken = {
      'shop.example': 'broken',
      '_dmarc.shop.example': 'broken',
      'key1._domainkey.shop.example': 'broken',
    } as const;
    expect(await look(broken)).toMatchObject({
      spf: 'spf-not-looked-up',
      dmarc: 'dmarc-not-looked-up',
      dkim: 'dkim-not-looked-up',
    });
  });

  test('another provider than the one that is chosen, and a key that was taken back', async () => {
    const zone = {
      ...goodZone,
      'shop.example': { TXT: ['v=spf1 include:_spf.other.example -all'] },
      '_spf.other.example': { TXT: ['v=spf1 ip4:203.0.113.1 -all'] },
      'key1._domainkey.shop.example': { TXT: ['v=DKIM1; p='] },
    };
    expect(await look(zone)).toMatchObject({
      spf: 'spf-lacks-provider',
      dmarc: 'dmarc-unproven',
      dkim: 'dkim-revoked',
    });
  });

  test('a policy that the domain above has', async () => {
    const { '_dmarc.shop.example': policy, ...rest } = goodZone;
    const zone = { ...rest, '_dmarc.shop.example': policy, 'news.shop.example': goodZone['shop.example'] };
    expect(await look(zone, { sender_address: 'post@news.shop.example' })).toMatchObject({
      alignment: 'aligned-subdomain',
      spf: 'spf-names-provider',
      dmarc: 'dmarc-quarantine',
      dkim: 'dkim-missing',
    });
  });

  test('a server of one’s own on this computer: where it sends from cannot be known', async () => {
    expect(await look(goodZone, { smtp_preset: 'own', dkim_selectors: '' })).toMatchObject({
      spf: 'spf-server-here',
      dkim: 'dkim-no-selector',
    });
  });
});
