import type { RuleSettings } from '../../../shared/change.ts';
import { AppError } from '../../../shared/errors.ts';
import { type EditRuleOptions, storedRuleOptions } from '../../../shared/rule-options.ts';
import type {
  EditWebsiteInput,
  LanguageSubstitute,
  NewWebsiteInput,
  WebsiteRow,
  WebsiteSettings,
  WebsiteView,
} from '../../../shared/settings.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { flag, setColumns } from '../db/set-columns.ts';
import { type PriceColumns, priceColumns, takePrices } from './price-columns.ts';

export function listWebsites(db: ReadDb): readonly WebsiteRow[] {
  return all<WebsiteRow>(db, 'SELECT id, name, url FROM website ORDER BY id');
}

type Stored = Omit<WebsiteView, 'rules' | 'ruleOptions' | 'prices' | 'warehouseIds' | 'substitutes'> & {
  readonly [rule in `rule${1 | 2 | 3 | 4 | 5 | 6 | 7}`]: number;
} & PriceColumns & { readonly ruleOptions: string };

/** Website Settings of one website, without secrets. @throws AppError 'not-found' */
export function readWebsite(db: ReadDb, websiteId: number): WebsiteView {
  const row = get<Stored>(
    db,
    `SELECT id, public_id AS publicId, name, url, my_page_url AS myPageUrl, language, colour,
       history_months AS historyMonths, publishes_delivery_notes AS publishesDeliveryNotes,
       publishes_invoices AS publishesInvoices, password_mode AS passwordMode, approval, direct_update AS directUpdate,
       shows_register_link AS showsRegisterLink, account_sender_name AS accountSenderName,
       account_sender_address AS accountSenderAddress, account_reply_to AS accountReplyTo,
       account_copy_to AS accountCopyTo, account_mails_answer AS accountMailsAnswer,
       ${priceColumns},
       rule_1 AS rule1, rule_2 AS rule2, rule_3 AS rule3, rule_4 AS rule4, rule_5 AS rule5, rule_6 AS rule6,
       rule_7 AS rule7, rule_options AS ruleOptions, sender_name AS senderName, sender_address AS senderAddress, reply_to AS replyTo,
       copy_to AS copyTo, smtp_host AS smtpHost, smtp_port AS smtpPort, smtp_security AS smtpSecurity,
       smtp_user AS smtpUser, smtp_sessions AS smtpSessions, smtp_preset AS smtpPreset,
       smtp_per_minute AS smtpPerMinute, smtp_per_session AS smtpPerSession, smtp_per_day AS smtpPerDay,
       dkim_selectors AS dkimSelectors, smtp_auth AS smtpAuth, oauth_provider AS oauthProvider,
       oauth_client_id AS oauthClientId, oauth_tenant AS oauthTenant, oauth_authorize_url AS oauthAuthorizeUrl,
       oauth_token_url AS oauthTokenUrl, oauth_scope AS oauthScope, return_host AS returnHost, return_port AS returnPort,
       return_security AS returnSecurity, return_user AS returnUser, return_folder AS returnFolder,
       attaches_delivery_notes AS attachesDeliveryNotes, shows_preview_first AS showsPreviewFirst,
       surge_mails AS surgeMails, surge_times AS surgeTimes, surge_cause_orders AS surgeCauseOrders,
       surge_cause_percent AS surgeCausePercent, mails_per_day AS mailsPerDay
     FROM website WHERE id = @websiteId`,
    { websiteId },
  );
  if (row === undefined) throw new AppError('not-found', { websiteId });
  const { rule1, rule2, rule3, rule4, rule5, rule6, rule7, ruleOptions, ...others } = row;
  const { prices, rest } = takePrices(others);
  const isOn = (stored: number) => stored === 1;
  return {
    ...rest,
    directUpdate: Boolean(row.directUpdate),
    showsRegisterLink: Boolean(row.showsRegisterLink),
    publishesDeliveryNotes: Boolean(row.publishesDeliveryNotes),
    publishesInvoices: Boolean(row.publishesInvoices),
    attachesDeliveryNotes: Boolean(row.attachesDeliveryNotes),
    showsPreviewFirst: Boolean(row.showsPreviewFirst),
    rules: {
      1: isOn(rule1),
      2: isOn(rule2),
      3: isOn(rule3),
      4: isOn(rule4),
      5: isOn(rule5),
      6: isOn(rule6),
      7: isOn(rule7),
    },
    ruleOptions: storedRuleOptions.parse(JSON.parse(ruleOptions)),
    prices,
    ...readLists(db, websiteId),
  };
}

function readLists(db: ReadDb, websiteId: number): Pick<WebsiteSettings, 'warehouseIds' | 'substitutes'> {
  return {
    warehouseIds: all<{ id: number }>(
      db,
      'SELECT warehouse_id AS id FROM website_warehouse WHERE website_id = @websiteId ORDER BY warehouse_id',
      { websiteId },
    ).map(({ id }) => id),
    substitutes: [
      ...all<LanguageSubstitute>(
        db,
        'SELECT language, substitute FROM website_language_substitute WHERE website_id = @websiteId ORDER BY language',
        { websiteId },
      ),
    ],
  };
}

/** Makes a website that sells from the first warehouse; rules 1, 4 and 5 are on (domain.md 9.8). Answers its id. */
export function insertWebsite(tx: WriteTx, context: CommandContext, website: NewWebsiteInput): number {
  const websiteId = run(
    tx,
    `INSERT INTO website(public_id, name, url, my_page_url)
     VALUES (@publicId, @name, @url, @myPageUrl)`,
    { ...website, publicId: context.newUuid() },
  ).lastId;
  run(tx, 'INSERT INTO website_warehouse(website_id, warehouse_id) SELECT @websiteId, min(id) FROM warehouse', {
    websiteId,
  });
  return websiteId;
}

/** Stores what differs and answers the names of what changed. @throws AppError 'not-found' */
export function writeWebsite(tx: WriteTx, edit: EditWebsiteInput): readonly string[] {
  const changed = setColumns(tx, 'website', edit.websiteId, {
    name: edit.name,
    url: edit.url,
    my_page_url: edit.myPageUrl,
    language: edit.language,
    colour: edit.colour,
    history_months: edit.historyMonths,
    publishes_delivery_notes: flag(edit.publishesDeliveryNotes),
    publishes_invoices: flag(edit.publishesInvoices),
    password_mode: edit.passwordMode,
    approval: edit.approval,
    direct_update: flag(edit.directUpdate),
    shows_register_link: flag(edit.showsRegisterLink),
    account_sender_name: edit.accountSenderName,
    account_sender_address: edit.accountSenderAddress,
    account_reply_to: edit.accountReplyTo,
    account_copy_to: edit.accountCopyTo,
    rule_1: flag(edit.rules?.[1]),
    rule_2: flag(edit.rules?.[2]),
    rule_3: flag(edit.rules?.[3]),
    rule_4: flag(edit.rules?.[4]),
    rule_5: flag(edit.rules?.[5]),
    rule_6: flag(edit.rules?.[6]),
    rule_7: flag(edit.rules?.[7]),
    rule_options: edit.ruleOptions === undefined ? undefined : ruleOptionsWith(tx, edit.websiteId, edit.ruleOptions),
    price_prefix: edit.prices?.prefix,
    price_suffix: edit.prices?.suffix,
    price_includes_vat: flag(edit.prices?.includesVat),
    price_decimal_symbol: edit.prices?.decimalSymbol,
    price_thousand_separator: edit.prices?.thousandSeparator,
    price_decimals: edit.prices?.decimals,
    price_rounding: edit.prices?.rounding,
    sender_name: edit.senderName,
    sender_address: edit.senderAddress,
    reply_to: edit.replyTo,
    copy_to: edit.copyTo,
    smtp_host: edit.smtpHost,
    smtp_port: edit.smtpPort,
    smtp_security: edit.smtpSecurity,
    smtp_user: edit.smtpUser,
    smtp_sessions: edit.smtpSessions,
    smtp_preset: edit.smtpPreset,
    smtp_per_minute: edit.smtpPerMinute,
    smtp_per_session: edit.smtpPerSession,
    smtp_per_day: edit.smtpPerDay,
    dkim_selectors: edit.dkimSelectors,
    smtp_auth: edit.smtpAuth,
    oauth_provider: edit.oauthProvider,
    oauth_client_id: edit.oauthClientId,
    oauth_tenant: edit.oauthTenant,
    oauth_authorize_url: edit.oauthAuthorizeUrl,
    oauth_token_url: edit.oauthTokenUrl,
    oauth_scope: edit.oauthScope,
    attaches_delivery_notes: flag(edit.attachesDeliveryNotes),
    return_host: edit.returnHost,
    return_port: edit.returnPort,
    return_security: edit.returnSecurity,
    return_user: edit.returnUser,
    return_folder: edit.returnFolder,
    shows_preview_first: flag(edit.showsPreviewFirst),
    surge_mails: edit.surgeMails,
    surge_times: edit.surgeTimes,
    surge_cause_orders: edit.surgeCauseOrders,
    surge_cause_percent: edit.surgeCausePercent,
    mails_per_day: edit.mailsPerDay,
  }).map(({ column }) => column);
  const lists = [
    edit.warehouseIds !== undefined && writeWarehouses(tx, edit.websiteId, edit.warehouseIds) ? ['warehouses'] : [],
    edit.substitutes === undefined ? [] : writeSubstitutes(tx, edit.websiteId, edit.substitutes),
  ];
  return [...changed, ...lists.flat()];
}

/** As the rules take them. */
export function ruleSettingsOf(website: Pick<WebsiteView, 'rules' | 'ruleOptions'>): RuleSettings {
  return { ...website.rules, options: website.ruleOptions };
}

/** What is not given stays. */
function ruleOptionsWith(tx: WriteTx, websiteId: number, given: EditRuleOptions): string {
  const { ruleOptions: stored } = readWebsite(tx, websiteId);
  return JSON.stringify(storedRuleOptions.parse({ ...stored, ...given, 6: { ...stored[6], ...given[6] } }));
}

/** Other warehouses mean other stock: what the customers wait for is looked at again (rule 7). */
function writeWarehouses(tx: WriteTx, websiteId: number, warehouseIds: readonly number[]): boolean {
  const wanted = JSON.stringify([...new Set(warehouseIds)].sort((a, b) => a - b));
  if (wanted === JSON.stringify(readLists(tx, websiteId).warehouseIds)) return false;
  run(tx, 'DELETE FROM website_warehouse WHERE website_id = @websiteId', { websiteId });
  run(
    tx,
    `INSERT INTO website_warehouse(website_id, warehouse_id)
     SELECT @websiteId, id FROM warehouse WHERE id IN (SELECT value FROM json_each(@wanted))`,
    { websiteId, wanted },
  );
  run(
    tx,
    `INSERT INTO changed_order SELECT DISTINCT o.id FROM sales_order o JOIN order_line l ON l.order_id = o.id
     WHERE o.website_id = @websiteId AND l.remaining_milli > 0`,
    { websiteId },
  );
  return true;
}

function writeSubstitutes(
  tx: WriteTx,
  websiteId: number,
  substitutes: readonly LanguageSubstitute[],
): readonly string[] {
  run(tx, 'DELETE FROM website_language_substitute WHERE website_id = @websiteId', { websiteId });
  for (const { language, substitute } of substitutes) {
    run(
      tx,
      `INSERT INTO website_language_substitute(website_id, language, substitute)
       VALUES (@websiteId, @language, @substitute) ON CONFLICT DO UPDATE SET substitute = @substitute`,
      { websiteId, language, substitute },
    );
  }
  return ['substitutes'];
}
