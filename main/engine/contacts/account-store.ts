import type { EditAccountInput, NewAccountInput, WebsiteAccountView } from '../../../shared/contacts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';

/** Settings - Website account: the websites that a contact can log in to. */
export function readAccounts(db: ReadDb, contactId: number): readonly WebsiteAccountView[] {
  type Row = Omit<WebsiteAccountView, 'passwordMail'> & {
    readonly passwordMail: 'invitation' | 'reset' | null;
    readonly passwordMailTo: string;
    readonly passwordMailAt: string;
  };
  return all<Row>(
    db,
    `SELECT a.id, a.website_id AS websiteId, w.name AS websiteName, a.email, a.status, a.published_status AS siteStatus,
       CASE WHEN a.version = a.answered_version THEN NULL
         WHEN a.published_email IS NULL THEN 'account'
         WHEN a.published_email <> a.email AND a.published_status <> a.status THEN 'user-name-and-status'
         WHEN a.published_email <> a.email THEN 'user-name'
         WHEN a.published_status <> a.status THEN 'status'
         ELSE 'details' END AS unpublished,
       w.account_mails_answer AS accountMailsAnswer, a.password_mail AS passwordMail,
       a.password_mail_to AS passwordMailTo, a.password_mail_at AS passwordMailAt
     FROM website_account a JOIN website w ON w.id = a.website_id WHERE a.contact_id = @contactId ORDER BY a.id`,
    { contactId },
  ).map(({ passwordMail: mail, passwordMailTo: to, passwordMailAt: at, ...row }) => ({
    ...row,
    passwordMail: mail === null ? null : { mail, to, at },
  }));
}

/**
 * Gives a contact an account; the website hears of it by Update Website (domain.md 3.1). Answers the account's id.
 * @throws AppError 'not-found', 'bad-input' when the contact has one there already
 */
export function insertAccount(tx: WriteTx, context: CommandContext, account: NewAccountInput): number {
  const places = get<{ contact: number; website: number; account: number }>(
    tx,
    `SELECT EXISTS (SELECT 1 FROM contact WHERE id = @contactId) AS contact,
       EXISTS (SELECT 1 FROM website WHERE id = @websiteId) AS website,
       EXISTS (SELECT 1 FROM website_account WHERE contact_id = @contactId AND website_id = @websiteId) AS account`,
    { contactId: account.contactId, websiteId: account.websiteId },
  );
  if (places?.contact !== 1 || places.website !== 1) throw new AppError('not-found');
  if (places.account === 1) throw new AppError('bad-input', { field: 'websiteId', reason: 'exists' });
  return run(
    tx,
    `INSERT INTO website_account(public_id, contact_id, website_id, email, status)
     VALUES (@publicId, @contactId, @websiteId, @email, @status)`,
    {
      publicId: context.newUuid(),
      contactId: account.contactId,
      websiteId: account.websiteId,
      email: account.email,
      status: account.status ?? 'approved',
    },
  ).lastId;
}

/** Changes address or status; Update Website publishes it. Answers the names of what changed. @throws AppError 'not-found' */
export function writeAccount(tx: WriteTx, edit: EditAccountInput): readonly string[] {
  return setColumns(tx, 'website_account', edit.accountId, { email: edit.email, status: edit.status }).map(
    ({ column }) => column,
  );
}
