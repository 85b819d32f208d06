import { type CheckFinding, type CheckResult, type CheckVerdict, checkFindings } from '../../shared/mail-check.ts';
import { errorTextFor } from '../ui/error-texts.ts';
import { formatDate } from '../ui/format.ts';
import type { Tone } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';

/** What a step of the check found, and what to do next; null where nothing is to do. */
export type FindingText = { readonly what: string; readonly next: string | null };

export const verdictTones: Readonly<Record<CheckVerdict, Tone>> = {
  good: 'done',
  warning: 'waiting',
  bad: 'attention',
  unknown: 'quiet',
  skipped: 'quiet',
};

const findingsWithoutNext = [
  'not-reached',
  'connected',
  'tls-good',
  'tls-here-encrypted',
  'tls-here',
  'login-good',
  'login-not-needed',
  'sender-accepted',
  'aligned',
  'aligned-subdomain',
  'alignment-not-known',
  'spf-names-provider',
  'spf-covers-server',
  'dmarc-none',
  'dmarc-quarantine',
  'dmarc-reject',
  'dkim-found',
] as const satisfies readonly CheckFinding[];
type FindingWithNext = Exclude<CheckFinding, (typeof findingsWithoutNext)[number]>;

/** A step in plain words. Dates stand as this computer writes them; a long reply of a server is cut. */
export function findingText({ finding, facts }: Pick<CheckResult, 'finding' | 'facts'>): FindingText {
  if (!isCheckFinding(finding)) {
    const { what, next } = errorTextFor(finding);
    return { what, next };
  }
  const named = namedFacts(facts);
  return {
    what: t(`mail-server:finding.${finding}`, named).trim().replace(/:$/, '.'),
    next: hasNext(finding) ? t(`mail-server:next.${finding}`, named) : null,
  };
}

/** How many steps somebody has to look at. */
export function stepsToLookAt(results: readonly CheckResult[]): number {
  return results.filter(({ verdict }) => verdict === 'bad' || verdict === 'warning').length;
}

const longestReply = 300;

/** Every fact that a text names is listed here; one that a server did not tell is left empty. */
function namedFacts(facts: CheckResult['facts']) {
  const text = (name: string) => String(facts[name] ?? '');
  return {
    account: text('account'),
    code: text('code'),
    domain: text('domain'),
    host: text('host'),
    include: text('include'),
    issuer: text('issuer'),
    port: text('port'),
    protocol: text('protocol').replace('TLSv', 'TLS '),
    reply: text('reply').slice(0, longestReply),
    selectors: text('selectors'),
    sender: text('sender'),
    term: text('term'),
    user: text('user'),
    validUntil: formatDate(text('validUntil').slice(0, 10)),
  };
}

function isCheckFinding(finding: CheckResult['finding']): finding is CheckFinding {
  return checkFindings.some((each) => each === finding);
}

function hasNext(finding: CheckFinding): finding is FindingWithNext {
  return !findingsWithoutNext.some((each) => each === finding);
}
