import { randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/audit-store.ts';
import { insertEnquiry } from '../enquiries/enquiry-store.ts';
import { dropLinkMailsOf } from '../mail/account-mail-store.ts';
import type { Site } from '../site/site.ts';
import { findAccount, updateAccount } from './account-store.ts';
import { readDetails } from './details-store.ts';
import { deleteLinksOf } from './one-time-link-store.ts';
import { detailsOf } from './propose-details-service.ts';
import { deleteSessionsOf } from './session-store.ts';

/** What staff read in Get Website Data, in the shop's language. */
export type DeletionMessage = { readonly subject: string; readonly text: string };

/**
 * Tells the desktop that a customer wants to be deleted, and closes the account at once: no session, no log-in, no link
 * that is on its way. Staff decide what must be kept; until then nothing is removed. The shop can undo it with a new
 * link for setting a password.
 */
export async function askForDeletion(site: Site, accountId: string, message: DeletionMessage): Promise<void> {
  await site.store.write(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account || account.deletionAskedAt !== null) return;
    const at = site.now().toISOString();
    const customer = detailsOf(account, await readDetails(tx, accountId));
    await insertEnquiry(tx, { kind: 'activity', id: randomUUID(), at, customer, ...message });
    await updateAccount(tx, { ...account, deletionAskedAt: at });
    await deleteSessionsOf(tx, accountId);
    await deleteLinksOf(tx, accountId);
    await dropLinkMailsOf(tx, accountId, site.now());
    await writeAudit(tx, 'deletion-asked', { at: site.now(), accountId });
  });
}
