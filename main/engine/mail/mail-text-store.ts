import type { MailTextSource } from '../../../shared/status-mail-texts.ts';
import { all, type ReadDb, run, type WriteTx } from '../db/database.ts';

type TextKey = { readonly websiteId: number; readonly language: string };

/** Texts of order status e-mails that staff wrote for a website. */
export function ownMailTexts(
  db: ReadDb,
  websiteId: number,
): readonly ({ readonly language: string } & MailTextSource)[] {
  return all(
    db,
    `SELECT language, subject, text_above AS above, text_below AS below FROM website_text
     WHERE website_id = @websiteId ORDER BY language`,
    { websiteId },
  );
}

export function storeMailTexts(tx: WriteTx, texts: TextKey & MailTextSource): void {
  run(
    tx,
    `INSERT INTO website_text(website_id, language, subject, text_above, text_below)
     VALUES (@websiteId, @language, @subject, @above, @below)
     ON CONFLICT DO UPDATE SET subject = @subject, text_above = @above, text_below = @below`,
    texts,
  );
}

/** Answers whether there were any. */
export function removeMailTexts(tx: WriteTx, { websiteId, language }: TextKey): boolean {
  const { changes } = run(tx, 'DELETE FROM website_text WHERE website_id = @websiteId AND language = @language', {
    websiteId,
    language,
  });
  return changes === 1;
}
