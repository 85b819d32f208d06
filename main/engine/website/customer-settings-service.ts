import { type Enquiry, enquiry } from '../../../shared/my-page/protocol.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { settleEnquiry, waitingSettings } from './enquiry-store.ts';
import { accountOfSite } from './website-account-store.ts';

export type CustomerSettings = Extract<Enquiry, { readonly kind: 'customer-settings' }>;

/**
 * Applies what a customer chose on My page or by an opt-out link, and settles its enquiry (domain.md 9.14, 9.17). A
 * customer's own No is set and lifted here only. While the contact is not known (its registration waits), the
 * enquiry waits too, and `false` is answered: an opt-out is never lost.
 */
export function applyCustomerSettings(
  tx: WriteTx,
  context: CommandContext,
  input: { readonly enquiryId: number; readonly websiteId: number; readonly settings: CustomerSettings },
): boolean {
  const { settings } = input;
  const contactId = contactOf(tx, input.websiteId, settings);
  if (contactId === null) return false;
  if (settings.orderStatusMails !== null) {
    run(
      tx,
      'UPDATE contact SET customer_opted_out = @optedOut WHERE id = @contactId AND customer_opted_out <> @optedOut',
      {
        contactId,
        optedOut: settings.orderStatusMails ? 0 : 1,
      },
    );
  }
  if (settings.language !== null) {
    run(tx, 'UPDATE contact SET language = @language WHERE id = @contactId AND language IS NOT @language', {
      contactId,
      language: settings.language,
    });
  }
  settleEnquiry(tx, context, { enquiryId: input.enquiryId, state: 'imported', contactId, orderId: null });
  logAction(tx, context, {
    what: 'customer-settings-applied',
    details: { contactId, orderStatusMails: settings.orderStatusMails, language: settings.language },
  });
  return true;
}

/** Applies settings that came before their account was known, oldest first. */
export function applyWaitingSettings(tx: WriteTx, context: CommandContext, websiteId: number): void {
  for (const row of waitingSettings(tx, websiteId)) {
    const settings = enquiry.parse(JSON.parse(row.body));
    if (settings.kind === 'customer-settings')
      applyCustomerSettings(tx, context, { enquiryId: row.id, websiteId, settings });
  }
}

function contactOf(db: ReadDb, websiteId: number, settings: CustomerSettings): number | null {
  const byAccount =
    settings.siteAccountId === null ? undefined : accountOfSite(db, websiteId, settings.siteAccountId)?.contactId;
  if (byAccount !== undefined || settings.contactId === null) return byAccount ?? null;
  return (
    get<{ id: number }>(db, 'SELECT id FROM contact WHERE public_id = @publicId', { publicId: settings.contactId })
      ?.id ?? null
  );
}
