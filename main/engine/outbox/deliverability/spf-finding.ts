import type { CheckFinding, CheckVerdict } from '../../../../shared/mail-check.ts';
import type { MailServerPreset } from '../../../../shared/mail-presets.ts';
import type { SpfLookUp } from './load-spf-service.ts';
import { domainsNamed, restOf, spfResultFor } from './spf-record.ts';

/** What a step found, without its name. */
export type Finding = {
  readonly verdict: CheckVerdict;
  readonly finding: CheckFinding;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type SpfQuestion = {
  readonly domain: string;
  readonly lookUp: SpfLookUp;
  /** Null for a server of one's own. */
  readonly preset: MailServerPreset | null;
  readonly host: string;
  /** Of the mail server; empty when they could not be looked up. */
  readonly addresses: readonly string[];
  readonly isHostHere: boolean;
};

/**
 * Whether the domain lets the mail server send. What a provider publishes decides where it is known; else the addresses at
 * which the server takes mails stand for those from which it sends, and the words say that these may be others.
 */
export function spfFinding(question: SpfQuestion): Finding {
  const { domain, lookUp, preset, host } = question;
  if (preset?.hasOwnReturnPath === true) return found('unknown', 'spf-by-provider', { host });
  const facts = { domain, host, include: preset?.spfInclude ?? '' };
  switch (lookUp.kind) {
    case 'failed':
      return found('unknown', 'spf-not-looked-up', facts);
    case 'missing':
      return found('bad', 'spf-missing', facts);
    case 'several':
      return found('bad', 'spf-several', facts);
    case 'faulty':
      return found('bad', 'spf-faulty', { ...facts, term: lookUp.term });
    case 'too-many-lookups':
      return found('bad', 'spf-too-many-lookups', facts);
    case 'loaded':
      return coverage(question, lookUp, { ...facts, record: lookUp.spf.text });
  }
}

function coverage(
  { preset, addresses, isHostHere }: SpfQuestion,
  { spf }: Extract<SpfLookUp, { readonly kind: 'loaded' }>,
  facts: Finding['facts'],
): Finding {
  if (restOf(spf) === '+') return found('warning', 'spf-allows-all', facts);
  const include = preset?.spfInclude ?? '';
  if (include !== '' && domainsNamed(spf).includes(include)) return found('good', 'spf-names-provider', facts);
  if (include === '' && isHostHere) return found('unknown', 'spf-server-here', facts);
  const results = addresses.map((address) => spfResultFor(spf, address));
  if (results.length > 0 && results.every((result) => result === 'pass')) {
    return found('good', 'spf-covers-server', facts);
  }
  if (include !== '') return found('bad', 'spf-lacks-provider', facts);
  if (results.length === 0 || results.includes('not-known')) return found('unknown', 'spf-not-known', facts);
  return found('warning', 'spf-lacks-server', facts);
}

function found(verdict: CheckVerdict, finding: CheckFinding, facts: Finding['facts']): Finding {
  return { verdict, finding, facts };
}
