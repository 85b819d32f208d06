import { domainOf } from '../../contacts/mail-address.ts';
import type { OpenFailure } from '../send-failure.ts';
import type { SenderAnswer } from '../smtp-client.ts';
import { isLoopback, type SmtpSettings } from '../smtp-settings.ts';
import type { TlsFacts } from '../tls-facts.ts';
import type { Finding } from './spf-finding.ts';

const dayMs = 86_400_000;
/** Most certificates renew themselves 30 days before their end; one that has not by now should be looked at. */
const soonDays = 21;

/** Why no session could be had. */
export function connectFinding(failure: Extract<OpenFailure, { readonly at: 'connect' }>, smtp: SmtpSettings): Finding {
  const facts = { host: smtp.host, port: smtp.port, reply: failure.reply };
  const finding =
    failure.replyCode !== null
      ? 'connect-turned-away'
      : failure.cause === 'ENOTFOUND' || failure.cause === 'EDNS'
        ? 'connect-no-such-host'
        : failure.cause === 'ECONNREFUSED'
          ? 'connect-refused'
          : 'connect-silent';
  return { verdict: 'bad', finding, facts };
}

/** What stands between the shop's password and whoever listens. `tls` is null where the session is not encrypted. */
export function tlsFinding(tls: TlsFacts | null, smtp: SmtpSettings, nowMs: number): Finding {
  const { host } = smtp;
  if (tls === null) {
    return isLoopback(host)
      ? { verdict: 'good', finding: 'tls-here', facts: { host } }
      : { verdict: 'bad', finding: 'tls-off', facts: { host } };
  }
  const { protocol, issuer, validUntil } = tls;
  if (validUntil === null) {
    return isLoopback(host)
      ? { verdict: 'good', finding: 'tls-here-encrypted', facts: { host, protocol } }
      : { verdict: 'bad', finding: 'tls-not-vouched', facts: { host, port: smtp.port, code: '' } };
  }
  const days = Math.floor((Date.parse(validUntil) - nowMs) / dayMs);
  const facts = { host, protocol, issuer, validUntil, days };
  if (days <= soonDays) return { verdict: 'warning', finding: 'tls-ends-soon', facts };
  return { verdict: 'good', finding: isLoopback(host) ? 'tls-here-encrypted' : 'tls-good', facts };
}

/** Why the session could not be encrypted, by the code of Node's TLS or of the library. */
export function tlsFailureFinding(failure: Extract<OpenFailure, { readonly at: 'tls' }>, smtp: SmtpSettings): Finding {
  const facts = { host: smtp.host, port: smtp.port, code: failure.cause };
  switch (failure.cause) {
    case 'CERT_HAS_EXPIRED':
      return { verdict: 'bad', finding: 'tls-expired', facts };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return { verdict: 'bad', finding: 'tls-other-name', facts };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return { verdict: 'bad', finding: 'tls-not-vouched', facts };
    case 'ETLS':
      return { verdict: 'bad', finding: 'tls-not-offered', facts };
    default:
      return { verdict: 'bad', finding: 'tls-failed', facts };
  }
}

/** What the server said to the sender, before any recipient was named. */
export function senderFinding(answer: SenderAnswer, sender: string): Finding {
  if (answer.kind === 'lost') return { verdict: 'unknown', finding: 'sender-lost', facts: { sender } };
  const facts = { sender, reply: answer.reply };
  if (answer.kind === 'accepted') return { verdict: 'good', finding: 'sender-accepted', facts };
  return answer.replyCode < 500
    ? { verdict: 'warning', finding: 'sender-later', facts }
    : { verdict: 'bad', finding: 'sender-refused', facts };
}

/** Whether customers see the domain that the account belongs to: receivers trust a sender whose own domain vouches for it. */
export function alignmentFinding(sender: string, user: string): Finding {
  const [domain, account] = [domainOf(sender), domainOf(user)];
  const facts = { domain, account };
  if (account === '') return { verdict: 'unknown', finding: 'alignment-not-known', facts };
  if (domain === account) return { verdict: 'good', finding: 'aligned', facts };
  const isBelow = domain.endsWith(`.${account}`) || account.endsWith(`.${domain}`);
  return isBelow
    ? { verdict: 'good', finding: 'aligned-subdomain', facts }
    : { verdict: 'warning', finding: 'not-aligned', facts };
}
