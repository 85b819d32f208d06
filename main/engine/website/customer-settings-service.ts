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
 * enquiry waits too, and `false` is answered: an opt-out is never lost. A choice that comes late, from another website
 * or with a registration that waited, does not undo a later one.
 */
export function applyCustomerSettings(
  tx: WriteTx,
  context: CommandContext,
  input: { readonly enquiryId: number; readonly websiteId: number; readonly settings: CustomerSettings },
): boolean {
  const { settings } = input;
  const contactId = contactOf(tx, input.websiteId, settings);
  if (contactId === null) return false;
  if (settings.orderStatusMails !== null) applyChoice(tx, contactId, settings.at, settings.orderStatusMails);
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

function applyChoice(tx: WriteTx, contactId: number, at: string, orderStatusMails: boolean): void {
  if (!isOvertaken(tx, contactId, at)) {
    run(
      tx,
      'UPDATE contact SET customer_opted_out = @optedOut WHERE id = @contactId AND customer_opted_out <> @optedOut',
      { contactId, optedOut: orderStatusMails ? 0 : 1 },
    );
  }
  // The site shows what the customer chose; where something else holds, it must hear of it
  run(
    tx,
    `UPDATE website_account SET version = version + 1 WHERE contact_id = @contactId AND (SELECT
       order_status_mails = 1 AND customer_opted_out = 0 FROM contact WHERE id = @contactId) <> @chosen`,
    { contactId, chosen: orderStatusMails ? 1 : 0 },
  );
}

function isOvertaken(db: ReadDb, contactId: number, at: string): boolean {
  return (
    get(
      db,
      `SELECT 1 FROM enquiry WHERE kind = 'customer-settings' AND contact_id = @contactId AND state = 'imported'
         AND json_extract(body, '$.orderStatusMails') IS NOT NULL AND julianday(json_extract(body, '$.at')) > julianday(@at) LIMIT 1`,
      { contactId, at },
    ) !== undefined
  );
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
    get<{ id: number }>(db, 'SELECT coalesce(merged_into, id) AS id FROM contact WHERE public_id = @publicId', {
      publicId: settings.contactId,
    })?.id ?? null
  );
}
