import { all, type ReadDb } from '../db/database.ts';

const dayMs = 86_400_000;

/** The account at a mail server: providers count what all websites that log in with it send. */
export type MailAccount = { readonly host: string; readonly user: string };

/** The statement of `agesOfHandedOver`; a test proves that it reads no more than the last day. */
export const handedOverSince = `SELECT m.settled_at AS at FROM mail m WHERE m.settled_at > @since
  AND (m.state IN ('accepted','uncertain','settled') OR m.reason IN ('copy-may-have-arrived','tell-anew'))
  AND m.website_id IN (SELECT id FROM website
    WHERE lower(trim(smtp_host)) = lower(trim(@host)) AND lower(trim(smtp_user)) = lower(trim(@user)))
  ORDER BY m.settled_at`;

/**
 * How long ago mails were handed over with a login, or may have been, by this or an earlier run, within the last 24 hours: what
 * a provider's limits count. In milliseconds, the longest first. What staff settled later counts from then, which errs on the
 * safe side.
 */
export function agesOfHandedOver(db: ReadDb, account: MailAccount, now: string): readonly number[] {
  const nowMs = Date.parse(now);
  const { host, user } = account;
  const since = new Date(nowMs - dayMs).toISOString();
  return all<{ at: string }>(db, handedOverSince, { host, user, since }).map(({ at }) => nowMs - Date.parse(at));
}
