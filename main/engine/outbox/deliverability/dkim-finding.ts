import { createPublicKey } from 'node:crypto';
import type { LookUp } from './dns-client.ts';
import { recordTags } from './record-tags.ts';
import type { Finding } from './spf-finding.ts';

type DkimKey =
  | { readonly kind: 'key'; readonly bits: number | null }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'faulty' };

/** RFC 8301: receivers take no signature with a shorter RSA key. */
const shortestRsaBits = 1024;

/** Reads a key record (RFC 6376 3.6.1). An empty key says that it was taken back. */
export function parseDkimKey(record: string): DkimKey {
  const tags = recordTags(record);
  const key = tags.get('p')?.replaceAll(/\s/g, '');
  if (key === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') return { kind: 'faulty' };
  if (key === '') return { kind: 'revoked' };
  const kind = (tags.get('k') ?? 'rsa').toLowerCase();
  if (kind === 'ed25519')
    return Buffer.from(key, 'base64').length === 32 ? { kind: 'key', bits: null } : { kind: 'faulty' };
  const bits = kind === 'rsa' ? rsaBits(key) : null;
  return bits === null ? { kind: 'faulty' } : { kind: 'key', bits };
}

function rsaBits(key: string): number | null {
  const der = Buffer.from(key, 'base64');
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const { asymmetricKeyDetails } = createPublicKey({ key: der, format: 'der', type });
      return asymmetricKeyDetails?.modulusLength ?? null;
    } catch {
      // The other form may fit
    }
  }
  return null;
}

export type SelectorLookUp = { readonly selector: string; readonly answer: LookUp };

/** Whether a key of the domain lies under one of the selectors. That mails are signed with it can only be seen on a mail. */
export function dkimFinding(domain: string, lookUps: readonly SelectorLookUp[]): Finding {
  if (lookUps.length === 0) return { verdict: 'unknown', finding: 'dkim-no-selector', facts: { domain } };
  const seen = lookUps.map(({ selector, answer }) => ({ selector, state: stateOf(answer) }));
  const names = (state: ReturnType<typeof stateOf>) =>
    seen.filter((each) => each.state === state).map(({ selector }) => selector);
  const said = (finding: Finding['finding'], verdict: Finding['verdict'], selectors: readonly string[]): Finding => ({
    verdict,
    finding,
    facts: { domain, selectors: selectors.join(', ') },
  });
  if (names('found').length > 0) return said('dkim-found', 'good', names('found'));
  if (names('weak').length > 0) return said('dkim-weak', 'warning', names('weak'));
  if (names('faulty').length > 0) return said('dkim-faulty', 'bad', names('faulty'));
  if (names('revoked').length > 0) return said('dkim-revoked', 'bad', names('revoked'));
  if (names('failed').length > 0) return said('dkim-not-looked-up', 'unknown', names('failed'));
  return said('dkim-missing', 'bad', names('missing'));
}

function stateOf(answer: LookUp): 'found' | 'weak' | 'faulty' | 'revoked' | 'missing' | 'failed' {
  if (answer.kind === 'failed') return 'failed';
  const [record] = answer.kind === 'found' ? answer.records : [];
  if (record === undefined) return 'missing';
  const key = parseDkimKey(record);
  if (key.kind !== 'key') return key.kind;
  return key.bits !== null && key.bits < shortestRsaBits ? 'weak' : 'found';
}
