import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';

export type WebsiteAccount = {
  readonly id: number;
  readonly publicId: string;
  readonly contactId: number;
  readonly siteAccountId: string | null;
  readonly email: string;
  readonly status: 'approved' | 'pending' | 'declined';
};

/** The account of a double that was merged is its own no longer: what comes by it concerns the contact that stayed. */
const columns = `id, public_id AS publicId,
  (SELECT coalesce(c.merged_into, c.id) FROM contact c WHERE c.id = contact_id) AS contactId, site_account_id AS siteAccountId, email, status
  FROM website_account`;

/** The account of a contact on a website. */
export function accountOfContact(db: ReadDb, websiteId: number, contactId: number): WebsiteAccount | undefined {
  return get(db, `SELECT ${columns} WHERE website_id = @websiteId AND contact_id = @contactId`, {
    websiteId,
    contactId,
  });
}

/** The account that a website knows by an id of its own. */
export function accountOfSite(db: ReadDb, websiteId: number, siteAccountId: string): WebsiteAccount | undefined {
  return get(db, `SELECT ${columns} WHERE website_id = @websiteId AND site_account_id = @siteAccountId`, {
    websiteId,
    siteAccountId,
  });
}

/** An account for a contact, known to the website or not (`siteAccountId` null). Published by Update Website. */
export function insertAccount(tx: WriteTx, account: Omit<WebsiteAccount, 'id'> & { readonly websiteId: number }): void {
  run(
    tx,
    `INSERT INTO website_account(public_id, contact_id, website_id, site_account_id, email, status)
     VALUES (@publicId, @contactId, @websiteId, @siteAccountId, @email, @status)`,
    account,
  );
}

/** Ties an account to the website's own id, with the user name and status it has there. */
export function tieAccount(
  tx: WriteTx,
  account: Pick<WebsiteAccount, 'id' | 'siteAccountId' | 'email' | 'status'>,
): void {
  run(
    tx,
    `UPDATE website_account SET site_account_id = @siteAccountId, email = @email, status = @status, version = version + 1
     WHERE id = @id`,
    account,
  );
}
