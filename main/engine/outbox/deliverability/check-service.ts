import type { CheckResult, CheckStep } from '../../../../shared/mail-check.ts';
import { presetOf } from '../../../../shared/mail-presets.ts';
import type { StopCause } from '../../../../shared/mails.ts';
import { domainOf, isMailAddress } from '../../contacts/mail-address.ts';
import type { OpenFailure } from '../send-failure.ts';
import type { SendSettings } from '../send-settings-store.ts';
import type { SmtpAccess } from '../smtp-access-service.ts';
import { type OpenAnswer, openSmtpSession, type SmtpCredential } from '../smtp-client.ts';
import { isLoopback, type SmtpLimits } from '../smtp-settings.ts';
import { stopCauseOfError } from '../stop-cause.ts';
import type { TlsFacts } from '../tls-facts.ts';
import { dkimFinding } from './dkim-finding.ts';
import { type DmarcLookUp, dmarcFinding, dmarcPlaces, isDmarc } from './dmarc-finding.ts';
import type { Dns } from './dns-client.ts';
import { loadSpf } from './load-spf-service.ts';
import { alignmentFinding, connectFinding, senderFinding, tlsFailureFinding, tlsFinding } from './server-findings.ts';
import { spfFinding } from './spf-finding.ts';

export type CheckParts = {
  readonly settings: SendSettings;
  readonly access: SmtpAccess;
  readonly dns: Dns;
  readonly nowMs: () => number;
  readonly limits?: SmtpLimits | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Goes through what decides whether mails arrive and tells each step as it is done: the mail server up to the sender it would
 * take, then what the sender's domain publishes. Hands nothing over and names no recipient.
 */
export async function* checkDeliverability(parts: CheckParts): AsyncGenerator<CheckResult> {
  const { smtp, senderAddress } = parts.settings;
  if (smtp.host === '' || !isMailAddress(senderAddress)) {
    yield { step: 'connect', verdict: 'bad', finding: 'mail-settings-incomplete', facts: {} };
    return;
  }
  yield* checkServer(parts);
  yield { step: 'alignment', ...alignmentFinding(senderAddress, smtp.user) };
  yield* checkDomain(parts, domainOf(senderAddress));
}

async function* checkServer(parts: CheckParts): AsyncGenerator<CheckResult> {
  const { settings, limits, signal } = parts;
  const { smtp } = settings;
  const credential = await credentialOf(parts.access);
  const isLoginPossible = 'credential' in credential;
  let tls: TlsFacts | null | undefined;
  const answer = await openSmtpSession(
    isLoginPossible ? smtp : { ...smtp, user: '' },
    isLoginPossible ? credential.credential : { password: '' },
    { limits, signal, onConnected: (facts) => (tls = facts) },
  );
  try {
    yield* serverResults(parts, { credential, answer, tls });
  } finally {
    // Also where nobody waits for the next step any more
    if (answer.kind === 'open') await answer.session.close();
  }
}

type Reached = {
  readonly credential: Credential;
  readonly answer: OpenAnswer;
  /** Undefined where the server was not reached, null where the session is not encrypted. */
  readonly tls: TlsFacts | null | undefined;
};

async function* serverResults(parts: CheckParts, reached: Reached): AsyncGenerator<CheckResult> {
  const { settings } = parts;
  const { smtp, senderAddress } = settings;
  const { answer, tls } = reached;
  if (tls === undefined && answer.kind === 'failed') return yield* notConnected(answer.failure, settings);
  yield { step: 'connect', verdict: 'good', finding: 'connected', facts: { host: smtp.host, port: smtp.port } };
  yield { step: 'tls', ...tlsFinding(tls ?? null, smtp, parts.nowMs()) };
  const login = loginResult(settings, reached.credential, answer.kind === 'failed' ? answer.failure : null);
  yield login;
  if (answer.kind === 'failed' || login.verdict !== 'good') return yield skipped('sender');
  yield { step: 'sender', ...senderFinding(await answer.session.offerSender(senderAddress), senderAddress) };
}

function* notConnected(failure: OpenFailure, { smtp }: SendSettings): Generator<CheckResult> {
  if (failure.at === 'tls') {
    yield { step: 'connect', verdict: 'good', finding: 'connected', facts: { host: smtp.host, port: smtp.port } };
    yield { step: 'tls', ...tlsFailureFinding(failure, smtp) };
  } else {
    const connect = failure.at === 'connect' ? failure : { ...failure, at: 'connect' as const, cause: '' };
    yield { step: 'connect', ...connectFinding(connect, smtp) };
    yield skipped('tls');
  }
  yield skipped('login');
  yield skipped('sender');
}

type Credential = { readonly credential: SmtpCredential } | { readonly missing: StopCause };

/** What cannot be had now is told at the login, after the server was looked at. */
async function credentialOf(access: SmtpAccess): Promise<Credential> {
  try {
    return { credential: await access() };
  } catch (error) {
    const missing = stopCauseOfError(error);
    if (missing === null) throw error;
    return { missing };
  }
}

function loginResult({ smtp, auth }: SendSettings, credential: Credential, failure: OpenFailure | null): CheckResult {
  const facts = { user: smtp.user, reply: failure?.reply ?? '' };
  if ('missing' in credential) return { step: 'login', verdict: 'bad', finding: credential.missing, facts };
  if (failure === null) {
    return { step: 'login', verdict: 'good', finding: smtp.user === '' ? 'login-not-needed' : 'login-good', facts };
  }
  if ('isTemporary' in failure && failure.isTemporary)
    return { step: 'login', verdict: 'warning', finding: 'login-later', facts };
  return {
    step: 'login',
    verdict: 'bad',
    finding: auth === 'oauth2' ? 'mail-server-token-refused' : 'login-refused',
    facts,
  };
}

async function* checkDomain({ settings, dns }: CheckParts, domain: string): AsyncGenerator<CheckResult> {
  const { host } = settings.smtp;
  const preset = presetOf(settings.preset);
  const [spfLookUp, addresses, dmarc, dkim] = await Promise.all([
    loadSpf(domain, dns),
    dns.addresses(host),
    lookUpDmarc(domain, dns),
    Promise.all(
      selectorsOf(settings.dkimSelectors).map(async (selector) => ({
        selector,
        answer: await dns.texts(`${selector}._domainkey.${domain}`),
      })),
    ),
  ]);
  const spf = spfFinding({
    domain,
    lookUp: spfLookUp,
    preset,
    host,
    addresses: addresses.kind === 'found' ? addresses.records : [],
    isHostHere: isLoopback(host),
  });
  const signed = dkimFinding(domain, dkim);
  yield { step: 'spf', ...spf };
  yield { step: 'dmarc', ...dmarcFinding(dmarc, [spf.verdict, signed.verdict]) };
  yield { step: 'dkim', ...signed };
}

async function lookUpDmarc(domain: string, dns: Dns): Promise<DmarcLookUp> {
  for (const at of dmarcPlaces(domain)) {
    const answer = await dns.texts(`_dmarc.${at}`);
    const isHere = answer.kind === 'failed' || (answer.kind === 'found' && answer.records.some(isDmarc));
    if (isHere) return { domain, at, answer };
  }
  return { domain, at: domain, answer: { kind: 'none' } };
}

function selectorsOf(text: string): readonly string[] {
  return [...new Set(text.split(/\s+/).filter((selector) => selector !== ''))];
}

function skipped(step: CheckStep): CheckResult {
  return { step, verdict: 'skipped', finding: 'not-reached', facts: {} };
}
