import { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import { emailOrEmpty, rowId } from './fields.ts';
import { programLanguages } from './program-language.ts';

/** What the check of the mail settings looks at, in this order. Nothing is handed over. */
export const checkSteps = ['connect', 'tls', 'login', 'sender', 'alignment', 'spf', 'dmarc', 'dkim'] as const;
export type CheckStep = (typeof checkSteps)[number];

/** `unknown`: it cannot be found out from here. `skipped`: an earlier step failed. */
export type CheckVerdict = 'good' | 'warning' | 'bad' | 'unknown' | 'skipped';

export const checkFindings = [
  'not-reached',
  'connected',
  'connect-no-such-host',
  'connect-refused',
  'connect-silent',
  'connect-turned-away',
  'tls-good',
  'tls-ends-soon',
  'tls-here-encrypted',
  'tls-here',
  'tls-off',
  'tls-not-offered',
  'tls-expired',
  'tls-other-name',
  'tls-not-vouched',
  'tls-failed',
  'login-good',
  'login-not-needed',
  'login-refused',
  'login-later',
  'sender-accepted',
  'sender-refused',
  'sender-later',
  'sender-lost',
  'aligned',
  'aligned-subdomain',
  'not-aligned',
  'alignment-not-known',
  'spf-not-looked-up',
  'spf-missing',
  'spf-several',
  'spf-faulty',
  'spf-too-many-lookups',
  'spf-allows-all',
  'spf-names-provider',
  'spf-lacks-provider',
  'spf-covers-server',
  'spf-lacks-server',
  'spf-server-here',
  'spf-by-provider',
  'spf-not-known',
  'dmarc-not-looked-up',
  'dmarc-missing',
  'dmarc-several',
  'dmarc-faulty',
  'dmarc-none',
  'dmarc-quarantine',
  'dmarc-reject',
  'dmarc-unproven',
  'dkim-not-looked-up',
  'dkim-no-selector',
  'dkim-found',
  'dkim-weak',
  'dkim-missing',
  'dkim-revoked',
  'dkim-faulty',
] as const;
export type CheckFinding = (typeof checkFindings)[number];

export type CheckResult = {
  readonly step: CheckStep;
  readonly verdict: CheckVerdict;
  /** An error code where the program's own settings or keychain are the reason. */
  readonly finding: CheckFinding | ErrorCode;
  /** What the words name: hosts, dates, what the domain publishes or the server replied. Never a secret. */
  readonly facts: Readonly<Record<string, string | number>>;
};

/** To which address of the shop's own, and in which language, a test mail goes. */
export const testMailInput = z.object({
  websiteId: rowId,
  to: emailOrEmpty.min(1),
  language: z.enum(programLanguages),
});

export type TestMailResult =
  | { readonly kind: 'accepted'; readonly reply: string }
  | {
      readonly kind: 'failed';
      readonly at: 'sender' | 'recipient' | 'message' | 'line-lost' | 'uncertain';
      readonly reply: string;
    };
