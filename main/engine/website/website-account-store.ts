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

type Status = WebsiteAccount['status'];

/** An account for a contact that began as a registration on the website. Published by Update Website. */
export function insertAccount(
  tx: WriteTx,
  account: Omit<WebsiteAccount, 'id'> & { readonly websiteId: number; readonly siteStatus: Status },
): void {
  run(
    tx,
    `INSERT INTO website_account(public_id, contact_id, website_id, site_account_id, email, status, published_status)
     VALUES (@publicId, @contactId, @websiteId, @siteAccountId, @email, @status, @siteStatus)`,
    account,
  );
}

/** Ties an account to the website's own id and user name; `siteStatus` is what it has there, `status` what it is to have. */
export function tieAccount(
  tx: WriteTx,
  account: Pick<WebsiteAccount, 'id' | 'siteAccountId' | 'email' | 'status'> & { readonly siteStatus: Status },
): void {
  run(
    tx,
    `UPDATE website_account SET site_account_id = @siteAccountId, email = @email, status = @status,
       published_status = @siteStatus, version = version + 1
     WHERE id = @id`,
    account,
  );
}

/**
 * Lets the next Update Website publish an account that did not change: My page shows a proposal of details as undecided
 * until it hears of the account again.
 */
export function publishAnew(tx: WriteTx, websiteId: number, siteAccountId: string): void {
  run(
    tx,
    `UPDATE website_account SET version = version + 1
     WHERE website_id = @websiteId AND site_account_id = @siteAccountId`,
    { websiteId, siteAccountId },
  );
}
