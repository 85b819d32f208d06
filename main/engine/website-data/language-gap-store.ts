import type { LanguageGap } from '../../../shared/website-data.ts';
import { all, type ReadDb } from '../db/database.ts';
import { codeOf, mailLanguageFor } from '../mail/wording/mail-language.ts';
import { type MailSettings, readMailSettings } from './mail-setting-store.ts';

/**
 * Languages of open webshop orders in which no mail can be worded, and what staff chose instead; without a choice their
 * mails are held (domain.md 9.15).
 */
export function listLanguageGaps(
  db: ReadDb,
  websiteId: number,
  settings: Pick<MailSettings, 'substitutes' | 'added'> = readMailSettings(db, websiteId),
): readonly LanguageGap[] {
  const rows = all<{ language: string; orders: number }>(
    db,
    `SELECT coalesce(o.language, c.language) AS language, count(*) AS orders FROM sales_order o JOIN contact c ON c.id = o.contact_id
     WHERE o.website_id = @websiteId AND o.status IN ('order','batch-order','back-order','invoice-not-delivered')
       AND coalesce(o.language, c.language) IS NOT NULL
     GROUP BY 1 ORDER BY 1`,
    { websiteId },
  );
  const { substitutes, added } = settings;
  const codeFor = (code: string) => {
    const language = mailLanguageFor(code, added);
    return language === null ? null : codeOf(language);
  };
  return rows
    .filter(({ language }) => codeFor(language) === null)
    .map((row) => ({ ...row, substitute: codeFor(substitutes.get(row.language) ?? '') }));
}
