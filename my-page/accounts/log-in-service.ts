import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { type Account, findAccountByEmail, foldEmail, replacePasswordHash } from './account-store.ts';
import type { Device } from './device.ts';
import { knownDevice } from './device-cookie.ts';
import { forgetGuesses, takeGuess } from './guess-store.ts';
import { networkOf } from './network.ts';
import { hashPassword, isOutdatedHash, type PasswordCheck } from './passwords.ts';
import { hasSecondFactor } from './second-factor-store.ts';
import { longestSessionSeconds, sessionEnd } from './session-life.ts';
import { deleteSession, insertSession } from './session-store.ts';
import { type Allowance, giveTryBack, takeTryOrWait } from './throttle-store.ts';

/** An office or a school shares one network. Wrong tries only: a right one is given back. */
const perNetwork: Allowance = { tries: 100, withinMinutes: 15 };

export type LogInAttempt = {
  readonly email: string;
  readonly password: string;
  readonly networkAddress: string;
  /** The cookie of a browser that has logged in before. */
  readonly deviceCookie: string | null;
};
export type LogInOutcome =
  | { readonly kind: 'logged-in'; readonly account: Account }
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number }
  | { readonly kind: 'wrong' | 'pending' | 'declined' | 'deletion-asked' };

/**
 * Looks at e-mail and password. An unknown address takes the same work and gets the same answer as a wrong password;
 * what an account's status is, only its password tells. `logged-in` says that the password is right; an account with a
 * second factor asks for a code before a session begins (pages/continue-log-in.ts).
 */
export async function checkLogIn(site: Site, check: PasswordCheck, attempt: LogInAttempt): Promise<LogInOutcome> {
  const counted = countersOf(site, attempt);
  const waitSeconds = await countGuess(site, counted);
  if (waitSeconds > 0) return { kind: 'too-many-tries', waitSeconds };
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
    await forgetGuesses(tx, counted.guesses);
    if (counted.network !== null) await giveTryBack(tx, counted.network);
    await writeAudit(tx, (await hasSecondFactor(tx, account.id)) ? 'code-asked' : 'logged-in', subject);
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

type Counters = { readonly guesses: string; readonly network: string | null };

/** A browser that has been in this account before is counted by itself, so that guesses from elsewhere are not its loss. */
function countersOf({ deviceSecret }: Site, { email, deviceCookie, networkAddress }: LogInAttempt): Counters {
  const account = `log-in:${foldEmail(email)}`;
  const device = knownDevice(deviceCookie, email, deviceSecret);
  return device === null
    ? { guesses: account, network: `log-in-from:${networkOf(networkAddress)}` }
    : { guesses: `${account}:${device}`, network: null };
}

/** Seconds to wait, or 0. */
function countGuess({ store, now }: Site, { guesses, network }: Counters): Promise<number> {
  return store.write(async (tx) => {
    const forNetwork = network === null ? 0 : await takeTryOrWait(tx, network, perNetwork, now());
    return forNetwork > 0 ? forNetwork : takeGuess(tx, guesses, now());
  });
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
