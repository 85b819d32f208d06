import { randomUUID } from 'node:crypto';
import { confirmValidHours } from '../../shared/my-page/account-mail-texts.ts';
import type { WebsiteCustomer } from '../../shared/my-page/protocol.ts';
import { writeAudit } from '../audit/audit-store.ts';
import { queueMail, queueNothing } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { minutesAfter } from '../site/time.ts';
import { foldEmail } from './account-store.ts';
import { networkOf } from './network.ts';
import { insertRegistration } from './registration-store.ts';
import { type Allowance, takeTry, takeTryOrWait } from './throttle-store.ts';

/** Beyond that the same answer is given and no mail sent: nobody's inbox is filled from here. */
const mailsPerAddress: Allowance = { tries: 3, withinMinutes: 60 };
const perNetwork: Allowance = { tries: 20, withinMinutes: 15 };

export type Registration = {
  readonly customer: WebsiteCustomer;
  readonly language: string;
  readonly networkAddress: string;
};

/**
 * Takes down a wish for an account and mails a link to its address (domain.md 9.24). No account is made and no password
 * taken before that link comes back: anybody can type anybody's address. Whether the address has an account is not even
 * looked at here, so that nobody can ask who is a customer.
 *
 * @returns seconds to wait where too many have asked from there, else 0
 */
export async function askToRegister(site: Site, registration: Registration): Promise<number> {
  const { customer, language } = registration;
  const now = site.now();
  const waitSeconds = await site.store.write(async (tx) => {
    const wait = await takeTryOrWait(tx, `register-from:${networkOf(registration.networkAddress)}`, perNetwork, now);
    if (wait > 0) return wait;
    const mayMail = await takeTry(tx, `register-for:${foldEmail(customer.email)}`, mailsPerAddress, now);
    if (!mayMail) {
      await queueNothing(tx, 'confirm-email', now);
      return 0;
    }
    const id = randomUUID();
    // Its mail may wait for a mail server as long as the link then works
    await insertRegistration(tx, { id, customer, language }, minutesAfter(now, 2 * confirmValidHours * 60));
    await queueMail(tx, { kind: 'confirm-email', accountId: null, guest: null, registrationId: id, language }, now);
    await writeAudit(tx, 'registration-asked', { at: now });
    return 0;
  });
  site.mails.poke();
  return waitSeconds;
}
