import type { AccountMailsAnswer } from '../../../shared/enquiries.ts';
import type { AccountMailSettings, AccountMailText } from '../../../shared/my-page/protocol.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

type TextKey = { readonly websiteId: number } & Pick<AccountMailText, 'mail' | 'language'>;

/** Texts of mails about accounts that staff wrote for a website. */
export function ownAccountMailTexts(db: ReadDb, websiteId: number): readonly AccountMailText[] {
  return all<AccountMailText>(
    db,
    'SELECT mail, language, subject, text FROM account_mail_text WHERE website_id = @websiteId ORDER BY mail, language',
    { websiteId },
  );
}

export function storeAccountMailText(tx: WriteTx, text: TextKey & AccountMailText): void {
  run(
    tx,
    `INSERT INTO account_mail_text(website_id, mail, language, subject, text)
     VALUES (@websiteId, @mail, @language, @subject, @text)
     ON CONFLICT DO UPDATE SET subject = @subject, text = @text`,
    text,
  );
}

/** Answers whether there was one. */
export function removeAccountMailText(tx: WriteTx, { websiteId, mail, language }: TextKey): boolean {
  const { changes } = run(
    tx,
    'DELETE FROM account_mail_text WHERE website_id = @websiteId AND mail = @mail AND language = @language',
    { websiteId, mail, language },
  );
  return changes === 1;
}

export function websiteName(db: ReadDb, websiteId: number): string | undefined {
  return get<{ name: string }>(db, 'SELECT name FROM website WHERE id = @websiteId', { websiteId })?.name;
}

/**
 * Who mails about accounts come from. What is left empty is as for mails about orders, but for the sender's address:
 * My page's mail server may not send from it, so My page's own is used then.
 */
export function readAccountMailSender(db: ReadDb, websiteId: number): Omit<AccountMailSettings, 'texts'> | undefined {
  return get(
    db,
    `SELECT coalesce(nullif(w.account_sender_name, ''), nullif(w.sender_name, ''), w.name) AS senderName,
       w.account_sender_address AS senderAddress,
       coalesce(nullif(w.account_reply_to, ''), nullif(w.reply_to, ''), nullif(w.sender_address, ''), c.email) AS replyTo,
       w.account_copy_to AS copyTo
     FROM website w, company c WHERE w.id = @websiteId`,
    { websiteId },
  );
}

/** What the site said to the settings of mails about accounts. */
export function storeAccountMailsAnswer(tx: WriteTx, websiteId: number, answer: AccountMailsAnswer): void {
  run(
    tx,
    'UPDATE website SET account_mails_answer = @answer WHERE id = @websiteId AND account_mails_answer IS NOT @answer',
    { websiteId, answer },
  );
}
