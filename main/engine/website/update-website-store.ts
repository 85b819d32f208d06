import type { SiteSettings, WebsiteCustomer } from '../../../shared/my-page/protocol.ts';
import { openStatuses } from '../../../shared/order.ts';
import type { PriceDisplay } from '../../../shared/price-display.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { type PriceColumns, priceColumns, takePrices } from '../settings/price-columns.ts';

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
  /** The contact's, for the customer to see on My page. */
  readonly details: WebsiteCustomer;
};

type Page = { readonly websiteId: number; readonly afterId: number; readonly limit: number };

export function dueAccounts(db: ReadDb, page: Page): readonly DueAccount[] {
  type Row = Omit<DueAccount, 'orderStatusMails' | 'details'> &
    Omit<WebsiteCustomer, 'name' | 'email'> & { readonly orderStatusMails: number; readonly contactEmail: string };
  const rows = all<Row>(
    db,
    `SELECT a.id, a.version, a.public_id AS accountId, a.site_account_id AS siteAccountId, c.public_id AS contactId,
       a.email, a.status, c.name, coalesce(c.language, w.language) AS language,
       c.order_status_mails = 1 AND c.customer_opted_out = 0 AS orderStatusMails, c.email AS contactEmail,
       c.company_no AS companyNo, c.contact_person AS contactPerson, c.phone, c.address_line1 AS addressLine1,
       c.address_line2 AS addressLine2, c.postcode, c.city, c.country
     FROM website_account a JOIN contact c ON c.id = a.contact_id JOIN website w ON w.id = a.website_id
     WHERE a.version > a.answered_version AND a.website_id = @websiteId AND a.id > @afterId ORDER BY a.id LIMIT @limit`,
    page,
  );
  return rows.map((row) => {
    const { id, version, accountId, siteAccountId, contactId, email, status, name, language } = row;
    const { companyNo, contactPerson, phone, addressLine1, addressLine2, postcode, city, country } = row;
    const address = { addressLine1, addressLine2, postcode, city, country };
    return {
      ...{ id, version, accountId, siteAccountId, contactId, email, status, name, language },
      orderStatusMails: row.orderStatusMails === 1,
      details: { name, companyNo, contactPerson, email: row.contactEmail, phone, ...address },
    };
  });
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

/** The site took this version of an account, with this user name and status; `siteAccountId` is its own id for it. */
export function storeAccountAnswer(
  tx: WriteTx,
  {
    id,
    version,
    siteAccountId,
    email,
    status,
  }: Pick<DueAccount, 'id' | 'version' | 'siteAccountId' | 'email' | 'status'>,
): void {
  run(
    tx,
    `UPDATE website_account SET answered_version = @version, site_account_id = coalesce(@siteAccountId, site_account_id),
       published_email = @email, published_status = @status
     WHERE id = @id`,
    { id, version, siteAccountId, email, status },
  );
}

/** Makes an account newer than what the site holds, so that the next Update Website brings it there. */
export function overtakeSite(tx: WriteTx, id: number, siteVersion: number): void {
  run(tx, 'UPDATE website_account SET version = max(version, @siteVersion + 1) WHERE id = @id', { id, siteVersion });
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

type SiteSettingsTexts = Readonly<Record<Exclude<keyof SiteSettings, 'showsRegisterLink' | 'prices'>, string>>;
type SettingsToPublish = SiteSettingsTexts & { readonly showsRegisterLink: boolean; readonly prices: PriceDisplay };

/**
 * What storefronts and My page obey. Undefined for an unknown website. A menu never leads to a registration that is not
 * possible.
 */
export function readSiteSettings(db: ReadDb, websiteId: number): SettingsToPublish | undefined {
  const row = get<SiteSettingsTexts & PriceColumns & { readonly showsRegisterLink: number }>(
    db,
    `SELECT w.name AS siteName, w.url AS shopUrl, w.language, c.currency, w.colour, w.password_mode AS passwordMode,
       w.approval, c.time_zone AS timeZone, ${priceColumns},
       w.shows_register_link = 1 AND w.approval <> 'closed' AND w.password_mode <> 'none' AS showsRegisterLink
     FROM website w, company c WHERE w.id = @websiteId`,
    { websiteId },
  );
  if (row === undefined) return undefined;
  const { prices, rest } = takePrices(row);
  return { ...rest, prices, showsRegisterLink: rest.showsRegisterLink === 1 };
}
