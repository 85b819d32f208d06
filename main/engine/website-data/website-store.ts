import type { MissingSetting } from '../../../shared/website-data.ts';
import { isMailAddress } from '../contacts/mail-address.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** A website with what a run needs to reach it. Passwords and keys stand in the keychain. */
export type WebsiteForRun = {
  readonly id: number;
  readonly publicId: string;
  readonly name: string;
  readonly myPageUrl: string;
  readonly directUpdate: boolean;
  readonly senderAddress: string;
  readonly smtpHost: string;
  readonly smtpUser: string;
};

type Row = Omit<WebsiteForRun, 'directUpdate'> & { readonly directUpdate: number };

export function listWebsites(db: ReadDb): readonly WebsiteForRun[] {
  return all<Row>(
    db,
    `SELECT w.id, w.public_id AS publicId, w.name, w.my_page_url AS myPageUrl, w.direct_update AS directUpdate,
       CASE WHEN w.sender_address <> '' THEN w.sender_address ELSE c.email END AS senderAddress, w.smtp_host AS smtpHost,
       w.smtp_user AS smtpUser
     FROM website w, company c ORDER BY w.id`,
  ).map((row) => ({ ...row, directUpdate: row.directUpdate === 1 }));
}

/** What must be filled in before the website can be run in full. The keychain is asked apart. */
export function missingSettings(website: WebsiteForRun): readonly MissingSetting[] {
  const missing: MissingSetting[] = [];
  if (!isMailAddress(website.senderAddress)) missing.push('sender');
  if (website.smtpHost === '') missing.push('mail-server');
  if (website.myPageUrl === '') missing.push('website-address');
  return missing;
}

export function storeOptOutSecret(tx: WriteTx, websiteId: number, secret: string): void {
  run(tx, 'UPDATE website SET opt_out_secret = @secret WHERE id = @websiteId', { websiteId, secret });
}

export function readImportByItself(db: ReadDb): boolean {
  return get<{ on: number }>(db, 'SELECT import_by_itself AS "on" FROM company')?.on === 1;
}

export function countWaitingEnquiries(db: ReadDb, websiteId: number): number {
  return (
    get<{ n: number }>(db, `SELECT count(*) AS n FROM enquiry WHERE website_id = @websiteId AND state = 'waiting'`, {
      websiteId,
    })?.n ?? 0
  );
}

export function countToPublish(db: ReadDb): number {
  return (
    get<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM order_publication WHERE version > answered_version OR papers_due = 1',
    )?.n ?? 0
  );
}
