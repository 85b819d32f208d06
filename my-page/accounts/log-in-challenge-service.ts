import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { minutesAfter } from '../site/time.ts';
import { findAccount, isUsable } from './account-store.ts';
import { type CodeOutcome, checkCode } from './check-code-service.ts';
import { countChallengeTry, deleteChallenge, findChallenge, insertChallenge } from './log-in-challenge-store.ts';

const challengeMinutes = 10;
/** Then the password is asked anew. */
const mostTries = 5;

/** Remembers that this browser knew the password of an account that asks for a code, too. It opens nothing by itself. */
export async function startChallenge(
  site: Site,
  accountId: string,
): Promise<{ readonly value: string; readonly maxAgeSeconds: number }> {
  const expiresAt = minutesAfter(site.now(), challengeMinutes);
  const value = await site.store.write((tx) => insertChallenge(tx, accountId, expiresAt));
  return { value, maxAgeSeconds: challengeMinutes * 60 };
}

/** The account whose code this browser may type; null when the password must be asked first. */
export function findOpenChallenge(site: Site, token: string): Promise<string | null> {
  return findChallenge(site.store.read, token, { now: site.now().toISOString(), mostTries });
}

export type ChallengeOutcome =
  | { readonly kind: 'passed'; readonly accountId: string }
  | Extract<CodeOutcome, { readonly kind: 'too-many-tries' }>
  | { readonly kind: 'wrong' | 'over' };

/** What a browser shows of itself at the second step: the cookie of its half log-in, and that of former log-ins. */
export type ChallengedBrowser = { readonly token: string; readonly deviceCookie: string | null };

/** Looks at the typed code. `over`: too late or too often, the password must be asked anew. */
export async function passChallenge(
  site: Site,
  { token, deviceCookie }: ChallengedBrowser,
  typed: string,
): Promise<ChallengeOutcome> {
  const accountId = await site.store.write(async (tx) => {
    const found = await findChallenge(tx, token, { now: site.now().toISOString(), mostTries });
    if (found !== null) await countChallengeTry(tx, token);
    return found;
  });
  if (accountId === null) return { kind: 'over' };
  const outcome = await checkCode(site, { accountId, deviceCookie }, typed);
  if (outcome.kind === 'too-many-tries') return outcome;
  if (outcome.kind === 'wrong') return { kind: (await findOpenChallenge(site, token)) === null ? 'over' : 'wrong' };
  return site.store.write(async (tx) => {
    // Gone when the password was changed meanwhile.
    const isStillOpen = await deleteChallenge(tx, token);
    const account = await findAccount(tx, accountId);
    if (!isStillOpen || !account || !isUsable(account)) return { kind: 'over' };
    await writeAudit(tx, 'logged-in', { at: site.now(), accountId });
    return { kind: 'passed', accountId };
  });
}
