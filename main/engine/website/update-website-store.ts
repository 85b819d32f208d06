import type { SiteSettings } from '../../../shared/my-page/protocol.ts';
import { openStatuses } from '../../../shared/order.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** An account that the website has not taken as it stands here. */
export type DueAccount = {
  readonly id: number;
  readonly version: number;
  readonly accountId: string;
  readonly siteAccountId: string | null;
  readonly contactId: string;
  readonly email: string;
  readonly status: 'approved' | 'pending' | 'declined';
  readonly name: string;
  readonly language: string;
  readonly orderStatusMails: boolean;
};

type Page = { readonly websiteId: number; readonly afterId: number; readonly limit: number };

export function dueAccounts(db: ReadDb, page: Page): readonly DueAccount[] {
  const rows = all<Omit<DueAccount, 'orderStatusMails'> & { readonly orderStatusMails: number }>(
    db,
    `SELECT a.id, a.version, a.public_id AS accountId, a.site_account_id AS siteAccountId, c.public_id AS contactId,
       a.email, a.status, c.name, coalesce(c.language, w.language) AS language,
       c.order_status_mails = 1 AND c.customer_opted_out = 0 AS orderStatusMails
     FROM website_account a JOIN contact c ON c.id = a.contact_id JOIN website w ON w.id = a.website_id
     WHERE a.version > a.answered_version AND a.website_id = @websiteId AND a.id > @afterId ORDER BY a.id LIMIT @limit`,
    page,
  );
  return rows.map((row) => ({ ...row, orderStatusMails: row.orderStatusMails === 1 }));
}

/** How many accounts and products Update Website will look at. */
export function countToPublish(db: ReadDb, websiteId: number): number {
  return (
    get<{ n: number }>(
      db,
      `SELECT (SELECT count(*) FROM website_account WHERE version > answered_version AND website_id = @websiteId)
         + (SELECT count(*) FROM product WHERE on_web = 1) AS n`,
      { websiteId },
    )?.n ?? 0
  );
}

/** The site took this version of an account; `siteAccountId` is its own id for it. */
export function storeAccountAnswer(
  tx: WriteTx,
  answer: { readonly id: number; readonly version: number; readonly siteAccountId: string | null },
): void {
  run(
    tx,
    `UPDATE website_account SET answered_version = @version, site_account_id = coalesce(@siteAccountId, site_account_id)
     WHERE id = @id`,
    answer,
  );
}

export type WebProduct = {
  readonly id: number;
  readonly productNo: string;
  readonly name: string;
  readonly unit: string;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  readonly currency: string;
  /** Null for what is not kept in stock. */
  readonly webStockMilli: number | null;
};

/**
 * Products shown on the web with their web stock: physical stock over the website's warehouses less what remains on open
 * orders (domain.md 5.4). Never below zero: a shop has nothing less than nothing to sell.
 */
export function webProducts(db: ReadDb, page: Page): readonly WebProduct[] {
  return all<WebProduct>(
    db,
    `SELECT p.id, p.product_no AS productNo, p.name, p.unit, p.unit_price_minor AS unitPriceMinor,
       p.vat_permille AS vatPermille, (SELECT currency FROM company) AS currency,
       CASE WHEN p.is_stock_item = 1 THEN max(0,
         coalesce((SELECT sum(s.quantity_milli) FROM product_stock s
           JOIN website_warehouse w ON w.warehouse_id = s.warehouse_id AND w.website_id = @websiteId
           WHERE s.product_id = p.id), 0)
         - coalesce((SELECT sum(l.remaining_milli) FROM order_line l JOIN sales_order o ON o.id = l.order_id
           WHERE l.product_id = p.id AND l.remaining_milli > 0
             AND o.status IN (SELECT value FROM json_each(@openStatuses))), 0)) END AS webStockMilli
     FROM product p WHERE p.on_web = 1 AND p.id > @afterId ORDER BY p.id LIMIT @limit`,
    { ...page, openStatuses: JSON.stringify(openStatuses) },
  );
}

/** What storefronts and My page obey. Undefined for an unknown website. */
export function readSiteSettings(
  db: ReadDb,
  websiteId: number,
): Readonly<Record<keyof SiteSettings, string>> | undefined {
  return get(
    db,
    `SELECT w.name AS siteName, w.url AS shopUrl, w.language, c.currency, w.colour, w.password_mode AS passwordMode,
       w.approval, c.time_zone AS timeZone
     FROM website w, company c WHERE w.id = @websiteId`,
    { websiteId },
  );
}
