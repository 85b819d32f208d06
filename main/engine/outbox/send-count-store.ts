import { all, type ReadDb } from '../db/database.ts';

/** The account at a mail server: providers count what all websites that log in with it send. */
export type MailAccount = { readonly host: string; readonly user: string };

/** The statement of `listHandedOverSince`; a test proves that it reads no more than the last day. */
export const handedOverSince = `SELECT m.settled_at AS at FROM mail m WHERE m.settled_at > @since
  AND (m.state IN ('accepted','uncertain','settled') OR m.reason IN ('copy-may-have-arrived','tell-anew'))
  AND m.website_id IN (SELECT id FROM website
    WHERE lower(trim(smtp_host)) = lower(trim(@host)) AND lower(trim(smtp_user)) = lower(trim(@user)))
  ORDER BY m.settled_at`;

/**
 * When mails were handed over, or may have been, since a moment: what a provider's limits count. In order of time. What staff
 * settled later counts from then, which errs on the safe side.
 */
export function listHandedOverSince(db: ReadDb, account: MailAccount, since: string): readonly string[] {
  return all<{ at: string }>(db, handedOverSince, { ...account, since }).map(({ at }) => at);
}
