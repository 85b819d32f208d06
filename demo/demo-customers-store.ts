import { all, type ReadDb } from '../main/engine/db/database.ts';

/** A customer who can log in to My page. */
export type ApprovedCustomer = {
  readonly contactId: number;
  readonly name: string;
  readonly contactPerson: string;
  readonly language: string | null;
  readonly accountId: string;
  /** The site's own id; null until the site has answered. */
  readonly siteAccountId: string | null;
  readonly email: string;
};

/** Approved accounts of a website, oldest first. */
export function approvedCustomers(db: ReadDb, websiteId: number): readonly ApprovedCustomer[] {
  return all<ApprovedCustomer>(
    db,
    `SELECT c.id AS contactId, c.name, c.contact_person AS contactPerson, c.language, a.public_id AS accountId,
       a.site_account_id AS siteAccountId, a.email
     FROM website_account a JOIN contact c ON c.id = a.contact_id
     WHERE a.website_id = @websiteId AND a.status = 'approved' ORDER BY a.id`,
    { websiteId },
  );
}
