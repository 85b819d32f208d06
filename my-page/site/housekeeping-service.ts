import { deleteGuessesBefore } from '../accounts/guess-store.ts';
import { deleteExpiredChallenges } from '../accounts/log-in-challenge-store.ts';
import { deleteExpiredLinks } from '../accounts/one-time-link-store.ts';
import { deleteExpiredRegistrations } from '../accounts/registration-store.ts';
import { deleteExpiredOffers } from '../accounts/second-factor-offer-store.ts';
import { deleteExpiredSessions } from '../accounts/session-store.ts';
import { deleteTriesBefore } from '../accounts/throttle-store.ts';
import { deleteAuditBefore } from '../audit/audit-store.ts';
import { deleteEnquiriesBefore } from '../enquiries/enquiry-store.ts';
import { deleteExpiredPasses } from '../guests/guest-pass-store.ts';
import { deleteMailsEndedBefore } from '../mail/account-mail-store.ts';
import { forgetRequestsBefore } from '../orders/idempotency-store.ts';
import type { Site } from './site.ts';
import { daysBefore } from './time.ts';

/** 13 months (architecture.md "Website protocol"). */
const enquiriesKeptDays = 400;
const auditKeptDays = 400;
const requestsKeptDays = 30;
const mailsKeptDays = 30;

/** Removes what has had its time. Harmless to run twice, or in several processes. */
export async function keepHouse(site: Pick<Site, 'store' | 'now'>): Promise<void> {
  const now = site.now();
  await site.store.write(async (tx) => {
    await deleteExpiredSessions(tx, now);
    await deleteExpiredChallenges(tx, now.toISOString());
    await deleteExpiredOffers(tx, now.toISOString());
    await deleteExpiredLinks(tx, now.toISOString());
    await deleteExpiredRegistrations(tx, now.toISOString());
    await deleteExpiredPasses(tx, now.toISOString());
    await deleteMailsEndedBefore(tx, daysBefore(now, mailsKeptDays));
    await deleteTriesBefore(tx, daysBefore(now, 1));
    await deleteGuessesBefore(tx, now);
    await forgetRequestsBefore(tx, daysBefore(now, requestsKeptDays));
    await deleteAuditBefore(tx, daysBefore(now, auditKeptDays));
    await deleteEnquiriesBefore(tx, daysBefore(now, enquiriesKeptDays));
  });
}
