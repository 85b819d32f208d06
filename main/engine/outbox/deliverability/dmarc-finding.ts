import type { CheckVerdict } from '../../../../shared/mail-check.ts';
import type { LookUp } from './dns-client.ts';
import { recordTags } from './record-tags.ts';
import type { Finding } from './spf-finding.ts';

/** What was found of a domain's policy, and at which domain; that of a domain above holds for those below it. */
export type DmarcLookUp = { readonly domain: string; readonly at: string; readonly answer: LookUp };

const policies = ['none', 'quarantine', 'reject'] as const;
type Policy = (typeof policies)[number];
type Dmarc = { readonly policy: Policy; readonly subdomainPolicy: Policy | null };

/** Where a domain's policy may stand: at the domain, else at those above it (DMARC's tree walk), never at a top-level domain. */
export function dmarcPlaces(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_label, index) => labels.slice(index).join('.'));
}

export function isDmarc(text: string): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text);
}

/** Reads a policy; null where its tags are not what receivers understand (RFC 7489 6.3). */
function parseDmarc(record: string): Dmarc | null {
  const tags = recordTags(record);
  const policyOf = (tag: string) => policies.find((policy) => policy === tags.get(tag)?.toLowerCase()) ?? null;
  const policy = policyOf('p');
  return policy === null ? null : { policy, subdomainPolicy: policyOf('sp') };
}

/**
 * What receivers are asked to do with mail of the domain that neither SPF nor DKIM vouches for. A strict policy without either
 * of them is the worst case: the shop's own mails are put aside.
 */
export function dmarcFinding(lookUp: DmarcLookUp, proofs: readonly CheckVerdict[]): Finding {
  const { domain, at, answer } = lookUp;
  if (answer.kind === 'failed') return { verdict: 'unknown', finding: 'dmarc-not-looked-up', facts: { domain } };
  const records = answer.kind === 'found' ? answer.records.filter(isDmarc) : [];
  const [record] = records;
  if (record === undefined) return { verdict: 'warning', finding: 'dmarc-missing', facts: { domain } };
  if (records.length > 1) return { verdict: 'bad', finding: 'dmarc-several', facts: { domain: at } };
  const dmarc = parseDmarc(record);
  const facts = { domain: at, record };
  if (dmarc === null) return { verdict: 'bad', finding: 'dmarc-faulty', facts };
  const policy = at === domain ? dmarc.policy : (dmarc.subdomainPolicy ?? dmarc.policy);
  const isUnproven = policy !== 'none' && proofs.every((proof) => proof === 'bad' || proof === 'warning');
  if (isUnproven) return { verdict: 'bad', finding: 'dmarc-unproven', facts };
  return { verdict: 'good', finding: `dmarc-${policy}`, facts };
}
