import { foldEmail } from '../accounts/account-store.ts';
import { networkOf } from '../accounts/network.ts';
import { type Allowance, takeTry, takeTryOrWait } from '../accounts/throttle-store.ts';
import { writeAudit } from '../audit/audit-store.ts';
import { queueMail, queueNothing } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { readSiteSettings } from '../site/site-settings-store.ts';
import { minutesAfter } from '../site/time.ts';
import { findGuestOrder } from './guest-order-store.ts';
import { insertGuestPass, spendGuestLink } from './guest-pass-store.ts';

const mailsPerAddress: Allowance = { tries: 5, withinMinutes: 60 };
const perNetwork: Allowance = { tries: 20, withinMinutes: 15 };
export const viewMinutes = 30;

export type LookUp = { readonly webOrderNo: string; readonly email: string; readonly networkAddress: string };

/**
 * Mails a one-time link to one order, where number and address both fit (domain.md 9.29). It shows nothing by itself, and
 * neither answer nor work tell whether they do.
 *
 * @returns seconds to wait where too many have asked from there, else 0
 */
export async function askForOrder(site: Site, asked: LookUp): Promise<number> {
  const now = site.now();
  const waitSeconds = await site.store.write(async (tx) => {
    const wait = await takeTryOrWait(tx, `look-up-from:${networkOf(asked.networkAddress)}`, perNetwork, now);
    if (wait > 0) return wait;
    const mayMail = await takeTry(tx, `look-up-for:${foldEmail(asked.email)}`, mailsPerAddress, now);
    const order = await findGuestOrder(tx, asked.webOrderNo, asked.email);
    const { language } = await readSiteSettings(tx);
    if (mayMail && order) {
      const { orderId, enquiryId, email } = order;
      const guest = { orderId, enquiryId, email };
      await queueMail(tx, { kind: 'guest-order', accountId: null, guest, language: order.language ?? language }, now);
    } else {
      await queueNothing(tx, 'guest-order', now);
    }
    return 0;
  });
  site.mails.poke();
  return waitSeconds;
}

/** Spends the link of such a mail. Returns the value of the cookie that shows the order for half an hour, or null. */
export async function openGuestOrder(site: Site, token: string): Promise<string | null> {
  const now = site.now();
  return site.store.write(async (tx) => {
    const pass = await spendGuestLink(tx, token, now.toISOString());
    if (pass === null) return null;
    await writeAudit(tx, 'guest-order-opened', { at: now });
    return insertGuestPass(tx, 'view', { ...pass, expiresAt: minutesAfter(now, viewMinutes) });
  });
}
