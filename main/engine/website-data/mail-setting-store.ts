import { AppError } from '../../../shared/errors.ts';
import type { PriceDisplay } from '../../../shared/price-display.ts';
import type { CompanyLogo } from '../../../shared/settings.ts';
import type { MailTextSource } from '../../../shared/status-mail-texts.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { readCompleteLanguages } from '../mail/added-language-store.ts';
import { ownMailTexts } from '../mail/mail-text-store.ts';
import type { MailLogo } from '../mail/status-mail-model.ts';
import type { AddedLanguage } from '../mail/wording/mail-language.ts';
import { logoType } from '../settings/logo-image.ts';
import { readWebsiteLogo } from '../settings/logo-store.ts';
import { type PriceColumns, priceColumns, takePrices } from '../settings/price-columns.ts';

/** All that mails of a website look and read like, beside the orders. */
export type MailSettings = {
  readonly websiteName: string;
  readonly websiteUrl: string;
  readonly colour: string;
  readonly logo: MailLogo | null;
  readonly companyName: string;
  readonly companyCurrency: string;
  readonly prices: PriceDisplay;
  readonly myPageUrl: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly replyTo: string;
  readonly copyTo: string;
  readonly optOutSecret: string;
  readonly attachesDeliveryNotes: boolean;
  /** Texts that staff wrote, by language. */
  readonly texts: ReadonlyMap<string, MailTextSource>;
  /** Languages that the shop added and whose every text is written, by code. */
  readonly added: ReadonlyMap<string, AddedLanguage>;
  /** Languages that read in another one, by the choice of staff. */
  readonly substitutes: ReadonlyMap<string, string>;
};

export function readMailSettings(db: ReadDb, websiteId: number): MailSettings {
  type Row = Omit<MailSettings, 'logo' | 'prices' | 'texts' | 'added' | 'substitutes' | 'attachesDeliveryNotes'> &
    PriceColumns & { readonly attachesDeliveryNotes: number };
  const row = get<Row>(
    db,
    `SELECT w.name AS websiteName, w.url AS websiteUrl, w.colour, c.name AS companyName, c.currency AS companyCurrency, ${priceColumns}, w.my_page_url AS myPageUrl,
       CASE WHEN w.sender_name <> '' THEN w.sender_name ELSE w.name END AS senderName,
       CASE WHEN w.sender_address <> '' THEN w.sender_address ELSE c.email END AS senderAddress,
       w.reply_to AS replyTo, w.copy_to AS copyTo, w.opt_out_secret AS optOutSecret,
       w.attaches_delivery_notes AS attachesDeliveryNotes
     FROM website w, company c WHERE w.id = @websiteId`,
    { websiteId },
  );
  if (row === undefined) throw new AppError('not-found', { what: 'website' });
  const texts = new Map(ownMailTexts(db, websiteId).map(({ language, ...text }) => [language, text]));
  const { prices, rest } = takePrices(row);
  const substitutes = all<{ language: string; substitute: string }>(
    db,
    'SELECT language, substitute FROM website_language_substitute WHERE website_id = @websiteId',
    { websiteId },
  );
  return {
    ...rest,
    attachesDeliveryNotes: rest.attachesDeliveryNotes === 1,
    prices,
    logo: mailLogo(readWebsiteLogo(db, websiteId)),
    texts,
    added: readCompleteLanguages(db, websiteId),
    substitutes: new Map(substitutes.map((entry) => [entry.language, entry.substitute])),
  };
}

/** How many mails a customer gets in one day, and whose day that is. */
export function readDayLimits(
  db: ReadDb,
  websiteId: number,
): { readonly mailsPerDay: number; readonly timeZone: string } {
  const row = get<{ mailsPerDay: number; timeZone: string }>(
    db,
    'SELECT w.mails_per_day AS mailsPerDay, c.time_zone AS timeZone FROM website w, company c WHERE w.id = @websiteId',
    { websiteId },
  );
  if (row === undefined) throw new AppError('not-found', { what: 'website' });
  return row;
}

function mailLogo(logo: CompanyLogo | null): MailLogo | null {
  if (logo === null) return null;
  const { image, widthPx, heightPx } = logo;
  return { type: logoType(image), base64: Buffer.from(image).toString('base64'), widthPx, heightPx };
}

export type NoteToAttach = { readonly orderId: number; readonly rowId: number; readonly no: string };

/** The latest original delivery notes of an order, oldest first. */
export function readLatestNotes(
  db: ReadDb,
  of: { readonly orderId: number; readonly count: number },
): readonly NoteToAttach[] {
  return all<NoteToAttach>(
    db,
    'SELECT order_id AS orderId, id AS rowId, note_no AS no FROM delivery_note WHERE order_id = @orderId ORDER BY id DESC LIMIT @count',
    { ...of },
  ).toReversed();
}

export type MailCustomer = {
  readonly contactPublicId: string;
  readonly name: string;
  readonly hasApprovedAccount: boolean;
};

export function readMailCustomer(
  db: ReadDb,
  who: { readonly contactId: number; readonly websiteId: number },
): MailCustomer {
  const row = get<{ contactPublicId: string; name: string; hasApprovedAccount: number }>(
    db,
    `SELECT public_id AS contactPublicId, CASE WHEN contact_person <> '' THEN contact_person ELSE name END AS name,
       EXISTS (SELECT 1 FROM website_account a WHERE a.contact_id = contact.id AND a.website_id = @websiteId AND a.status = 'approved')
         AS hasApprovedAccount
     FROM contact WHERE id = @contactId`,
    who,
  );
  if (row === undefined) throw new Error(`No contact ${who.contactId}`);
  return { ...row, hasApprovedAccount: row.hasApprovedAccount === 1 };
}

/** The random id of the last accepted mail about an order, for References. */
export function lastAcceptedRandomId(db: ReadDb, orderId: number): string | null {
  const row = get<{ randomId: string }>(
    db,
    `SELECT m.random_id AS randomId FROM mail_order mo JOIN mail m ON m.id = mo.mail_id
     WHERE mo.order_id = @orderId AND m.state = 'accepted' AND m.kind = 'order-status' ORDER BY mo.mail_id DESC LIMIT 1`,
    { orderId },
  );
  return row?.randomId ?? null;
}
