import { randomUUID } from 'node:crypto';
import type { WebsiteCustomer } from '../../shared/my-page/protocol.ts';
import { writeAudit } from '../audit/audit-store.ts';
import { insertEnquiry } from '../enquiries/enquiry-store.ts';
import { queueMail } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { findAccountByEmail, insertAccount } from './account-store.ts';
import { writeDetails } from './details-store.ts';
import { networkOf } from './network.ts';
import { hashPassword } from './passwords.ts';
import { type Allowance, takeTryOrWait } from './throttle-store.ts';

const perNetwork: Allowance = { tries: 20, withinMinutes: 15 };

export type Registration = {
  readonly customer: WebsiteCustomer;
  readonly password: string;
  readonly language: string;
  readonly accountStatus: 'approved' | 'pending';
  readonly networkAddress: string;
};

export type RegisterOutcome =
  | { readonly kind: 'taken-in' }
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number };

/**
 * Makes an account and its enquiry. An address that has an account already changes nothing and gets the same answer,
 * so that nobody can ask who is a customer here.
 */
export async function registerAccount(site: Site, registration: Registration): Promise<RegisterOutcome> {
  const { customer, accountStatus, language } = registration;
  const network = networkOf(registration.networkAddress);
  const waitSeconds = await site.store.write((tx) =>
    takeTryOrWait(tx, `register-from:${network}`, perNetwork, site.now()),
  );
  if (waitSeconds > 0) return { kind: 'too-many-tries', waitSeconds };
  const passwordHash = await hashPassword(registration.password);
  await site.store.write(async (tx) => {
    const known = await findAccountByEmail(tx, customer.email);
    // One write either way: what is committed takes the same time.
    if (known) return writeAudit(tx, 'registered-again', { at: site.now(), accountId: known.id });
    const at = site.now().toISOString();
    const siteAccountId = randomUUID();
    const ids = { id: siteAccountId, desktopAccountId: null, contactId: null };
    const choices = { language, orderStatusMails: true, settingsNumber: 0 };
    const person = { email: customer.email, name: customer.name };
    await insertAccount(
      tx,
      { ...ids, ...choices, ...person, status: accountStatus, passwordHash, deletionAskedAt: null },
      at,
    );
    await writeDetails(tx, siteAccountId, { known: customer, proposed: null });
    const enquiry = { id: randomUUID(), at, siteAccountId, accountStatus, language, customer };
    await writeAudit(tx, 'registered', { at: site.now(), accountId: siteAccountId });
    await insertEnquiry(tx, { kind: 'registration', ...enquiry });
    await queueMail(tx, { kind: accountStatus, accountId: siteAccountId, guest: null, language }, site.now());
  });
  site.mails.poke();
  return { kind: 'taken-in' };
}
