import { writeAudit } from '../audit/audit-store.ts';
import type { WriteTx } from '../db/store.ts';
import { dropLinkMailsOf, queueMail } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { type Account, findAccount, updateAccount } from './account-store.ts';
import { deleteChallengesOf } from './log-in-challenge-store.ts';
import { deleteLinksOf, spendOneTimeLink } from './one-time-link-store.ts';
import { hashPassword } from './passwords.ts';
import { deleteSessionsOf } from './session-store.ts';

/**
 * Spends a link for a new password and logs the account out everywhere. A second factor stays as it is: the link does not
 * get around it. A link made by the shop after its owner asked to be deleted opens the account again. No other link to the
 * account works any more. Returns the account's id, or null.
 */
export async function setPasswordByLink(site: Site, token: string, password: string): Promise<string | null> {
  const passwordHash = await hashPassword(password);
  const setFor = await site.store.write(async (tx) => {
    const accountId = await spendOneTimeLink(tx, token, site.now().toISOString());
    const account = accountId === null ? null : await findAccount(tx, accountId);
    if (account?.status !== 'approved') return null;
    await giveNewPassword(tx, account, passwordHash, site.now());
    return account.id;
  });
  site.mails.poke();
  return setFor;
}

/** Takes a new password for an account: whoever was logged in is out, and no other link to it works any more. */
export async function giveNewPassword(tx: WriteTx, account: Account, passwordHash: string, now: Date): Promise<void> {
  await updateAccount(tx, { ...account, passwordHash, deletionAskedAt: null });
  await deleteSessionsOf(tx, account.id);
  await deleteChallengesOf(tx, account.id);
  await deleteLinksOf(tx, account.id);
  await dropLinkMailsOf(tx, account.id, now);
  if (account.passwordHash !== null) {
    const { id, language } = account;
    await queueMail(tx, { kind: 'password-changed', accountId: id, guest: null, language }, now);
  }
  await writeAudit(tx, 'password-set', { at: now, accountId: account.id });
}
