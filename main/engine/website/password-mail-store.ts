import type { PasswordMailAsked } from '../../../shared/account-mails.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** What decides whether a customer can be mailed a link to choose a password. */
export type AccountToMail = {
  readonly publicId: string;
  readonly websiteId: number;
  readonly email: string;
  readonly status: 'approved' | 'pending' | 'declined';
  /** What the website took last; null before the first time. */
  readonly publishedEmail: string | null;
  readonly publishedStatus: string | null;
};

export function readAccountToMail(db: ReadDb, accountId: number): AccountToMail | undefined {
  return get(
    db,
    `SELECT public_id AS publicId, website_id AS websiteId, email, status, published_email AS publishedEmail,
       published_status AS publishedStatus
     FROM website_account WHERE id = @accountId`,
    { accountId },
  );
}

export function storePasswordMail(
  tx: WriteTx,
  { now }: CommandContext,
  asked: PasswordMailAsked & { readonly accountId: number },
): void {
  run(
    tx,
    `UPDATE website_account SET password_mail = @mail, password_mail_to = @to, password_mail_at = @now
     WHERE id = @accountId`,
    { accountId: asked.accountId, mail: asked.mail, to: asked.to, now },
  );
}

/** The website has lost the account, so the next Update Website publishes it anew. */
export function markUnpublished(tx: WriteTx, accountId: number): void {
  run(
    tx,
    `UPDATE website_account SET version = version + 1, published_email = NULL, published_status = NULL
     WHERE id = @accountId`,
    { accountId },
  );
}

/** Accounts whose status the website, and so the customer, has not heard of. */
export function countUndisclosed(db: ReadDb): number {
  return (
    get<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM website_account WHERE version > answered_version AND published_status IS NOT status',
    )?.n ?? 0
  );
}
