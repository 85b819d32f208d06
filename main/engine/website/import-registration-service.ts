import type { AccountStatus } from '../../../shared/contacts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { type DecidableEnquiry, incomingFields } from './assess-enquiry-service.ts';
import { applyWaitingSettings } from './customer-settings-service.ts';
import type { StoredEnquiry } from './enquiry-store.ts';
import { accountOfContact, accountOfSite, insertAccount, tieAccount } from './website-account-store.ts';

/**
 * Gives a contact the account that a customer registered on the website (domain.md 1.2, 3.1). Settings that the
 * customer chose before the account was known here are applied now.
 *
 * @throws AppError 'contact-has-account' when the contact has another account on that website, or the account belongs
 * to another contact
 */
export function importRegistration(
  tx: WriteTx,
  context: CommandContext,
  input: {
    readonly stored: StoredEnquiry;
    readonly read: Extract<DecidableEnquiry, { readonly kind: 'registration' }>;
    readonly contactId: number;
    /** What staff decided; undefined: what the site made it. */
    readonly accountStatus: AccountStatus | undefined;
  },
): void {
  const { read, contactId } = input;
  const { websiteId } = input.stored;
  const { siteAccountId } = read;
  const owner = accountOfSite(tx, websiteId, siteAccountId);
  if (owner !== undefined && owner.contactId !== contactId) throw new AppError('contact-has-account');
  const held = owner ?? accountOfContact(tx, websiteId, contactId);
  if (held !== undefined && held.siteAccountId !== null && held.siteAccountId !== siteAccountId)
    throw new AppError('contact-has-account');
  const account = {
    siteAccountId,
    email: incomingFields(read).email,
    // A registration that was fetched twice does not undo what staff decided since.
    status: input.accountStatus ?? (owner === undefined ? read.accountStatus : owner.status),
    siteStatus: read.accountStatus,
  };
  if (held !== undefined) tieAccount(tx, { ...account, id: held.id });
  else insertAccount(tx, { ...account, publicId: context.newUuid(), contactId, websiteId });
  applyWaitingSettings(tx, context, websiteId);
}
