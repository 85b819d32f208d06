import { confirmValidHours, invitationValidDays, resetValidMinutes } from '../../shared/my-page/account-mail-texts.ts';
import { insertOneTimeLink } from '../accounts/one-time-link-store.ts';
import { drawRegistrationLink } from '../accounts/registration-store.ts';
import type { WriteTx } from '../db/store.ts';
import { insertGuestPass } from '../guests/guest-pass-store.ts';
import { daysAfter, minutesAfter } from '../site/time.ts';
import type { QueuedMail } from './account-mail-store.ts';

const guestLinkValidMinutes = 60;

/**
 * The link of a mail that is about to leave. One-time tokens are drawn here and nowhere earlier, and the store keeps their
 * hashes only. Null for a copy of a mail whose link is its receiver's alone.
 */
export async function makeLink(
  tx: WriteTx,
  mail: QueuedMail,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Date },
): Promise<string | null> {
  switch (mail.kind) {
    case 'invitation':
    case 'reset': {
      if (mail.isCopy || mail.accountId === null) return null;
      const expiresAt =
        mail.kind === 'reset' ? minutesAfter(now, resetValidMinutes) : daysAfter(now, invitationValidDays);
      const token = await insertOneTimeLink(tx, mail.accountId, { purpose: mail.kind, expiresAt });
      return `${publicUrl}/set-password/${token}`;
    }
    case 'confirm-email': {
      if (mail.isCopy || mail.registrationId === null) return null;
      const expiresAt = minutesAfter(now, confirmValidHours * 60);
      return `${publicUrl}/register/${await drawRegistrationLink(tx, mail.registrationId, expiresAt)}`;
    }
    case 'guest-order': {
      if (mail.guest === null) return null;
      const expiresAt = minutesAfter(now, guestLinkValidMinutes);
      return `${publicUrl}/look-up/${await insertGuestPass(tx, 'link', { ...mail.guest, expiresAt })}`;
    }
    case 'password-changed':
      return `${publicUrl}/forgot-password`;
    case 'declined':
      return publicUrl;
    case 'pending':
    case 'approved':
      return `${publicUrl}/log-in`;
  }
}
