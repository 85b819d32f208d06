import { queueMail, queueNothing } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { findAccountByEmail, foldEmail, isUsable } from './account-store.ts';
import { networkOf } from './network.ts';
import { type Allowance, takeTry, takeTryOrWait } from './throttle-store.ts';

/** Beyond that the same answer is given and no mail sent: nobody's inbox is filled from here. */
const mailsPerAddress: Allowance = { tries: 3, withinMinutes: 60 };
const perNetwork: Allowance = { tries: 20, withinMinutes: 15 };

/**
 * Mails a link for a new password to whoever forgot his. Whether the address has an account, is pending, declined or
 * closed, or has had its mails for this hour: the same statements run, a row is written, and the answer is the same.
 *
 * @returns seconds to wait where too many have asked from there, else 0
 */
export async function askForReset(
  site: Site,
  asked: { readonly email: string; readonly networkAddress: string },
): Promise<number> {
  const now = site.now();
  const waitSeconds = await site.store.write(async (tx) => {
    const wait = await takeTryOrWait(tx, `reset-from:${networkOf(asked.networkAddress)}`, perNetwork, now);
    if (wait > 0) return wait;
    const mayMail = await takeTry(tx, `reset-for:${foldEmail(asked.email)}`, mailsPerAddress, now);
    const account = await findAccountByEmail(tx, asked.email);
    if (mayMail && account && isUsable(account)) {
      const { id, language } = account;
      await queueMail(tx, { kind: 'reset', accountId: id, guest: null, language }, now);
    } else {
      await queueNothing(tx, 'reset', now);
    }
    return 0;
  });
  site.mails.poke();
  return waitSeconds;
}
