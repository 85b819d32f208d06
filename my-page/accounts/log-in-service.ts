import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { type Account, findAccountByEmail, foldEmail, replacePasswordHash } from './account-store.ts';
import type { Device } from './device.ts';
import { hashPassword, isOutdatedHash, type PasswordCheck } from './passwords.ts';
import { longestSessionSeconds, sessionEnd } from './session-life.ts';
import { deleteSession, insertSession } from './session-store.ts';
import { type Allowance, resetTries, takeTry } from './throttle-store.ts';

/** Enough for someone who tries his three passwords; a guesser gets 40 an hour. */
const perAccount: Allowance = { tries: 10, withinMinutes: 15 };
/** An office or a school shares one network address. */
const perNetworkAddress: Allowance = { tries: 100, withinMinutes: 15 };

export type LogInAttempt = { readonly email: string; readonly password: string; readonly networkAddress: string };
export type LogInOutcome =
  | { readonly kind: 'logged-in'; readonly account: Account }
  | { readonly kind: 'wrong' | 'too-many-tries' | 'pending' | 'declined' | 'deletion-asked' };

/**
 * Looks at e-mail and password. An unknown address takes the same work and gets the same answer as a wrong password;
 * what an account's status is, only its password tells.
 */
export async function checkLogIn(site: Site, check: PasswordCheck, attempt: LogInAttempt): Promise<LogInOutcome> {
  const accountKey = `log-in:${foldEmail(attempt.email)}`;
  const mayTry = await site.store.write(
    async (tx) =>
      (await takeTry(tx, accountKey, perAccount, site.now())) &&
      (await takeTry(tx, `log-in-from:${attempt.networkAddress}`, perNetworkAddress, site.now())),
  );
  if (!mayTry) return { kind: 'too-many-tries' };
  const account = await findAccountByEmail(site.store.read, attempt.email);
  const fits = await check(attempt.password, account?.passwordHash ?? null);
  const refusal = refusalOf(account, fits);
  // Written for an unknown address, too: the same work.
  const subject = { at: site.now(), ...(account && { accountId: account.id }) };
  if (!account || refusal !== null) {
    await site.store.write((tx) => writeAudit(tx, 'log-in-refused', subject));
    return { kind: refusal ?? 'wrong' };
  }
  await site.store.write(async (tx) => {
    await resetTries(tx, accountKey);
    await writeAudit(tx, 'logged-in', subject);
  });
  await renewHash(site, account, attempt.password);
  return { kind: 'logged-in', account };
}

/** A hash from before the cost was raised is made anew while the password is at hand. */
async function renewHash(site: Site, { id, passwordHash }: Account, password: string): Promise<void> {
  if (passwordHash === null || !isOutdatedHash(passwordHash)) return;
  const renewed = await hashPassword(password);
  await site.store.write((tx) => replacePasswordHash(tx, id, { from: passwordHash, to: renewed }));
}

function refusalOf(
  account: Account | null,
  fits: boolean,
): Exclude<LogInOutcome['kind'], 'logged-in' | 'too-many-tries'> | null {
  if (!fits || !account) return 'wrong';
  if (account.status !== 'approved') return account.status;
  return account.deletionAskedAt === null ? null : 'deletion-asked';
}

/** Opens a session with a new id; the one the browser came with ends (session fixation). */
export async function startSession(
  site: Site,
  accountId: string,
  browser: { readonly formerToken: string | null; readonly device: Device },
): Promise<{ readonly value: string; readonly maxAgeSeconds: number }> {
  const now = site.now();
  const expiresAt = sessionEnd(now);
  const { formerToken, device } = browser;
  const value = await site.store.write(async (tx) => {
    if (formerToken !== null) await deleteSession(tx, formerToken);
    return insertSession(tx, accountId, { createdAt: now.toISOString(), expiresAt, device });
  });
  return { value, maxAgeSeconds: longestSessionSeconds };
}
