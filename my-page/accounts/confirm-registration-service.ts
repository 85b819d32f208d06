import { randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/audit-store.ts';
import type { WriteTx } from '../db/store.ts';
import { insertEnquiry } from '../enquiries/enquiry-store.ts';
import { queueMail } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { type Account, findAccountByEmail, insertAccount } from './account-store.ts';
import { writeDetails } from './details-store.ts';
import { hashPassword } from './passwords.ts';
import { type AskedRegistration, deleteRegistrationsOf, spendRegistrationLink } from './registration-store.ts';
import { giveNewPassword } from './set-password-service.ts';

export type ConfirmOutcome =
  | { readonly kind: 'usable'; readonly accountId: string }
  | { readonly kind: 'pending' | 'declined' | 'deletion-asked' | 'spent' };

/**
 * Spends the link of a registration: whoever has it reads mail at that address. Makes the account and its enquiry. Where
 * the address has an account by now, the chosen password becomes that account's, as with a forgotten one; what the shop
 * decided of it, and its second factor, stay.
 */
export async function confirmRegistration(
  site: Site,
  token: string,
  chosen: { readonly password: string; readonly accountStatus: 'approved' | 'pending' },
): Promise<ConfirmOutcome> {
  const passwordHash = await hashPassword(chosen.password);
  const now = site.now();
  const outcome = await site.store.write(async (tx): Promise<ConfirmOutcome> => {
    const registration = await spendRegistrationLink(tx, token, now.toISOString());
    if (registration === null) return { kind: 'spent' };
    const { email } = registration.customer;
    await deleteRegistrationsOf(tx, [email]);
    const known = await findAccountByEmail(tx, email);
    if (known === null) {
      const account = newAccount(registration, { passwordHash, status: chosen.accountStatus });
      await insertRegistered(tx, registration, account, now);
      return outcomeFor(account);
    }
    const outcome = outcomeFor(known);
    if (outcome.kind === 'usable' || outcome.kind === 'pending') await giveNewPassword(tx, known, passwordHash, now);
    return outcome;
  });
  site.mails.poke();
  return outcome;
}

function newAccount(
  { customer, language }: AskedRegistration,
  { passwordHash, status }: { readonly passwordHash: string; readonly status: 'approved' | 'pending' },
): Account {
  return {
    id: randomUUID(),
    desktopAccountId: null,
    contactId: null,
    email: customer.email,
    status,
    name: customer.name,
    language,
    orderStatusMails: true,
    settingsNumber: 0,
    passwordHash,
    deletionAskedAt: null,
    version: 0,
  };
}

async function insertRegistered(
  tx: WriteTx,
  { customer, language }: AskedRegistration,
  account: Account,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await insertAccount(tx, account, at);
  const { id: siteAccountId, status } = account;
  const accountStatus = status === 'approved' ? 'approved' : 'pending';
  await writeDetails(tx, siteAccountId, { known: customer, proposed: null });
  await writeAudit(tx, 'registered', { at: now, accountId: siteAccountId });
  const enquiry = { id: randomUUID(), at, siteAccountId, accountStatus, language, customer } as const;
  await insertEnquiry(tx, { kind: 'registration', ...enquiry });
  await queueMail(tx, { kind: accountStatus, accountId: siteAccountId, guest: null, language }, now);
}

function outcomeFor(account: Account): Exclude<ConfirmOutcome, { kind: 'spent' }> {
  // First: who asked to be deleted is not back by registering, whatever the status is
  if (account.deletionAskedAt !== null) return { kind: 'deletion-asked' };
  return account.status === 'approved' ? { kind: 'usable', accountId: account.id } : { kind: account.status };
}
