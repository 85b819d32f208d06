import { writeAudit } from '../audit/audit-store.ts';
import { dropLinkMailsOf, queueMail } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { findAccount, updateAccount } from './account-store.ts';
import { deleteChallengesOf } from './log-in-challenge-store.ts';
import { deleteLinksOf } from './one-time-link-store.ts';
import { hashPassword, type PasswordCheck } from './passwords.ts';
import { deleteSessionsOf } from './session-store.ts';
import { type Allowance, resetTries, takeTry } from './throttle-store.ts';

/** Somebody at an open browser must not be able to guess the password there. */
const perAccount: Allowance = { tries: 10, withinMinutes: 15 };

export type PasswordChange = { readonly oldPassword: string; readonly newPassword: string };
export type PasswordChangeOutcome = 'changed' | 'wrong' | 'too-many-tries';

/** Asks an account's owner for the password once more, with a limit of tries. */
export async function confirmPassword(
  site: Site,
  check: PasswordCheck,
  given: { readonly accountId: string; readonly password: string },
): Promise<'right' | 'wrong' | 'too-many-tries'> {
  const key = `password-of:${given.accountId}`;
  if (!(await site.store.write((tx) => takeTry(tx, key, perAccount, site.now())))) return 'too-many-tries';
  const account = await findAccount(site.store.read, given.accountId);
  if (!(await check(given.password, account?.passwordHash ?? null))) {
    await site.store.write((tx) =>
      writeAudit(tx, 'password-change-refused', { at: site.now(), accountId: given.accountId }),
    );
    return 'wrong';
  }
  await site.store.write((tx) => resetTries(tx, key));
  return 'right';
}

/**
 * Replaces the password of an account whose owner knows the old one. Every session ends (the caller opens a new one
 * for this browser), and links for setting a password stop working: whoever else had got in is out.
 */
export async function changePassword(
  site: Site,
  check: PasswordCheck,
  change: PasswordChange & { readonly accountId: string },
): Promise<PasswordChangeOutcome> {
  const { accountId, oldPassword, newPassword } = change;
  const confirmed = await confirmPassword(site, check, { accountId, password: oldPassword });
  if (confirmed !== 'right') return confirmed;
  const passwordHash = await hashPassword(newPassword);
  await site.store.write(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account) return;
    await updateAccount(tx, { ...account, passwordHash });
    await deleteSessionsOf(tx, accountId);
    await deleteLinksOf(tx, accountId);
    await deleteChallengesOf(tx, accountId);
    await dropLinkMailsOf(tx, accountId, site.now());
    const { language } = account;
    await queueMail(tx, { kind: 'password-changed', accountId, guest: null, language }, site.now());
    await writeAudit(tx, 'password-changed', { at: site.now(), accountId });
  });
  site.mails.poke();
  return 'changed';
}
