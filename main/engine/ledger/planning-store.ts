import { type FactKey, type Facts, type FactValue, facts, type RuleSettings } from '../../../shared/change.ts';
import { storedRuleOptions } from '../../../shared/rule-options.ts';
import { isMailAddress } from '../contacts/mail-address.ts';
import type { RecipientSources } from '../contacts/recipient.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

export type OrderToCheck = {
  readonly orderId: number;
  readonly counter: number;
  /** The import from a file that changed it last, by its entry in the log; null when none did. */
  readonly importId: number | null;
};

/** Begins with the list, not with the website's orders, so that what rests and what is long done costs nothing. */
export const ordersToCheckSql = `
  SELECT c.order_id AS orderId, c.counter, c.import_log_id AS importId
  FROM order_to_check c CROSS JOIN sales_order o ON o.id = c.order_id
  WHERE c.look_again_on IS NULL AND o.website_id = @websiteId AND o.contact_id = coalesce(@contactId, o.contact_id)
  UNION ALL
  SELECT c.order_id, c.counter, c.import_log_id
  FROM order_to_check c INDEXED BY order_to_look_again CROSS JOIN sales_order o ON o.id = c.order_id
  WHERE c.look_again_on <= @today AND o.website_id = @websiteId AND o.contact_id = coalesce(@contactId, o.contact_id)
  ORDER BY 1`;

/**
 * Orders of a website, or of one contact on it, in which a fact may have changed since they were last found equal to the ledger.
 * Without those that rest: an option leaves unsaid all that differs, and they have not been marked again nor has their day come.
 */
export function ordersToCheck(
  db: ReadDb,
  of: { readonly websiteId: number; readonly today: string; readonly contactId?: number | undefined },
): readonly OrderToCheck[] {
  return all<OrderToCheck>(db, ordersToCheckSql, { ...of, contactId: of.contactId ?? null });
}

/** A customer's orders on the list, by their ids. */
export type CustomerToCheck = readonly number[];

/** The same orders by customer, the customer of the oldest one first; so little of each that all of a large run fit in memory. */
export function customersToCheck(
  db: ReadDb,
  of: { readonly websiteId: number; readonly today: string },
): readonly CustomerToCheck[] {
  const rows = all<{ orderIds: string }>(
    db,
    `SELECT json_group_array(o.id ORDER BY o.id) AS orderIds
     FROM (${ordersToCheckSql}) listed JOIN sales_order o ON o.id = listed.orderId GROUP BY o.contact_id ORDER BY min(o.id)`,
    { ...of, contactId: null },
  );
  return rows.map(({ orderIds }) => JSON.parse(orderIds) as number[]);
}

/** Those of some orders in which a fact may have changed; without those that rest. */
export function ordersToCheckAmong(
  db: ReadDb,
  of: { readonly orderIds: readonly number[]; readonly today: string },
): readonly OrderToCheck[] {
  return all<OrderToCheck>(
    db,
    `SELECT order_id AS orderId, counter, import_log_id AS importId FROM order_to_check
     WHERE order_id IN (SELECT value FROM json_each(@orderIds)) AND (look_again_on IS NULL OR look_again_on <= @today)
     ORDER BY order_id`,
    { orderIds: JSON.stringify(of.orderIds), today: of.today },
  );
}

export function readOrderToCheck(db: ReadDb, orderId: number): OrderToCheck | undefined {
  return get<OrderToCheck>(
    db,
    'SELECT order_id AS orderId, counter, import_log_id AS importId FROM order_to_check WHERE order_id = @orderId',
    { orderId },
  );
}

/** Takes an order off the list, unless it was marked again since it was read. */
export function removeOrderToCheck(tx: WriteTx, { orderId, counter }: OrderToCheck): void {
  run(tx, 'DELETE FROM order_to_check WHERE order_id = @orderId AND counter = @counter', { orderId, counter });
}

/** No day brings news of it; only a write can, which marks the order. */
const never = '9999-12-31';

/** What a run left unsaid of an order it judged, with the values that stood then. */
export function notePassedOver(tx: WriteTx, orderId: number, facts: Facts): void {
  run(tx, 'UPDATE order_to_check SET passed_over = @facts WHERE order_id = @orderId AND passed_over IS NOT @facts', {
    orderId,
    facts: Object.keys(facts).length === 0 ? null : JSON.stringify(facts),
  });
}

/** What a run has left unsaid of an order; nothing where no run has. */
export function readPassedOver(db: ReadDb, orderId: number): Facts {
  const text = 'SELECT passed_over AS passedOver FROM order_to_check WHERE order_id = @orderId';
  const passedOver = get<{ passedOver: string | null }>(db, text, { orderId })?.passedOver ?? null;
  return passedOver === null ? {} : facts.parse(JSON.parse(passedOver));
}

/** Lets runs leave an order alone until a day, unless it was marked again since it was read. */
export function lookAgainOn(tx: WriteTx, read: OrderToCheck, day: string | null): void {
  // What comes after has another cause than the import that changed it before
  run(
    tx,
    `UPDATE order_to_check SET look_again_on = @day, import_log_id = NULL
     WHERE order_id = @orderId AND counter = @counter`,
    { orderId: read.orderId, counter: read.counter, day: day ?? never },
  );
}

/** Other options, another day: for an order that rests. */
export function moveDayToLookAgain(tx: WriteTx, read: OrderToCheck, day: string | null): void {
  run(tx, 'UPDATE order_to_check SET look_again_on = @day WHERE order_id = @orderId AND look_again_on IS NOT NULL', {
    orderId: read.orderId,
    day: day ?? never,
  });
}

export type PassedOver = OrderToCheck & { readonly facts: Facts };

/** Orders of a website of which a run has left something unsaid. */
export function listPassedOver(db: ReadDb, websiteId: number): readonly PassedOver[] {
  return all<OrderToCheck & { passedOver: string }>(
    db,
    `SELECT c.order_id AS orderId, c.counter, c.import_log_id AS importId, c.passed_over AS passedOver
     FROM order_to_check c JOIN sales_order o ON o.id = c.order_id
     WHERE c.passed_over IS NOT NULL AND o.website_id = @websiteId ORDER BY c.order_id`,
    { websiteId },
  ).map(({ passedOver, ...read }) => ({ ...read, facts: facts.parse(JSON.parse(passedOver)) }));
}

/** Whether an order is as it was when its mail was worded. */
export function isUnchangedSince(db: ReadDb, { orderId, counter }: OrderToCheck): boolean {
  const text = 'SELECT 1 FROM order_to_check WHERE order_id = @orderId AND counter = @counter';
  return get(db, text, { orderId, counter }) !== undefined;
}

export const latestTellingsSql = `SELECT settled_at AS at FROM mail WHERE contact_id = @contactId AND kind = 'order-status'
  AND state IN ('accepted','settled','uncertain') AND settled_at IS NOT NULL ORDER BY settled_at DESC LIMIT @limit`;

/** When a customer's latest mails were taken, or may have been; UTC, ISO 8601. */
export function latestTellings(
  db: ReadDb,
  of: { readonly contactId: number; readonly limit: number },
): readonly string[] {
  return all<{ at: string }>(db, latestTellingsSql, { ...of }).map(({ at }) => at);
}

export type WebsiteForPlanning = {
  readonly id: number;
  readonly language: string;
  readonly rules: RuleSettings;
  readonly hasSender: boolean;
};

export function readWebsiteForPlanning(db: ReadDb, websiteId: number): WebsiteForPlanning {
  type Row = Record<`rule${1 | 2 | 3 | 4 | 5 | 6 | 7}`, number> & {
    id: number;
    language: string;
    ruleOptions: string;
    sender: string;
  };
  const row = get<Row>(
    db,
    `SELECT id, language, rule_options AS ruleOptions, rule_1 AS rule1, rule_2 AS rule2, rule_3 AS rule3, rule_4 AS rule4, rule_5 AS rule5, rule_6 AS rule6,
       rule_7 AS rule7, CASE WHEN sender_address <> '' THEN sender_address ELSE (SELECT email FROM company) END AS sender
     FROM website WHERE id = @websiteId`,
    { websiteId },
  );
  if (row === undefined) throw new Error(`No website ${websiteId}`);
  return {
    id: row.id,
    language: row.language,
    hasSender: isMailAddress(row.sender),
    rules: {
      1: row.rule1 === 1,
      2: row.rule2 === 1,
      3: row.rule3 === 1,
      4: row.rule4 === 1,
      5: row.rule5 === 1,
      6: row.rule6 === 1,
      7: row.rule7 === 1,
      options: storedRuleOptions.parse(JSON.parse(row.ruleOptions)),
    },
  };
}

export type CustomerForPlanning = RecipientSources & {
  readonly contactId: number;
  readonly wantsMails: boolean;
  readonly orderLanguage: string | null;
  readonly contactLanguage: string | null;
};

/** Who hears about an order: read live, so that a corrected address or an opt-out counts in this run. */
export function readCustomerForPlanning(db: ReadDb, orderId: number): CustomerForPlanning {
  type Row = RecipientSources & {
    contactId: number;
    wantsMails: number;
    orderLanguage: string | null;
    contactLanguage: string | null;
  };
  const row = get<Row>(
    db,
    `SELECT o.contact_id AS contactId, o.language AS orderLanguage, o.ordering_email AS orderingEmail, c.language AS contactLanguage,
       c.contact_person_email AS contactPersonEmail, c.email AS contactEmail,
       c.order_status_mails = 1 AND c.customer_opted_out = 0 AS wantsMails,
       (SELECT a.email FROM website_account a WHERE a.contact_id = o.contact_id AND a.website_id = o.website_id AND a.status = 'approved') AS accountEmail
     FROM sales_order o JOIN contact c ON c.id = o.contact_id WHERE o.id = @orderId`,
    { orderId },
  );
  if (row === undefined) throw new Error(`No order ${orderId}`);
  return { ...row, wantsMails: row.wantsMails === 1 };
}

export function isAddressMarked(db: ReadDb, address: string): boolean {
  return (
    get(db, 'SELECT 1 FROM address_mark WHERE address = @address', { address: address.toLowerCase() }) !== undefined
  );
}

/** A mail about an order that has not come to its end, or that staff asked to tell anew. */
export type StandingMail = {
  readonly mailId: number;
  readonly state: 'queued' | 'sending' | 'waiting' | 'refused' | 'uncertain';
  readonly refusedRuns: number;
  /** Of the worded mail (compose-mail.ts). */
  readonly fingerprint: string;
};

export function standingMails(db: ReadDb, orderId: number): readonly StandingMail[] {
  return all<StandingMail>(
    db,
    `SELECT m.id AS mailId, m.state, m.refused_runs AS refusedRuns, m.fingerprint
     FROM mail_order mo JOIN mail m ON m.id = mo.mail_id
     WHERE mo.order_id = @orderId AND mo.is_live = 1 AND m.kind = 'order-status'
       AND m.state IN ('queued','sending','waiting','refused','uncertain')`,
    { orderId },
  );
}

/** Whether a mail about an order, or about one that it is a back order of, is uncertain (domain.md 9.5). */
export function hasUncertainOrigin(db: ReadDb, orderId: number): boolean {
  return (
    get(
      db,
      `WITH RECURSIVE origin(id) AS (
         SELECT @orderId
         UNION SELECT o.parent_order_id FROM sales_order o JOIN origin ON o.id = origin.id WHERE o.parent_order_id IS NOT NULL
       )
       SELECT 1 FROM origin JOIN mail_order mo ON mo.order_id = origin.id AND mo.is_live = 1 JOIN mail m ON m.id = mo.mail_id
       WHERE m.kind = 'order-status' AND m.state = 'uncertain' LIMIT 1`,
      { orderId },
    ) !== undefined
  );
}

/** The facts that mails of this ledger version told which staff chose to tell anew (domain.md 9.11). */
export function factsToldAnew(db: ReadDb, orderId: number, ledgerVersion: number): ReadonlySet<string> {
  const rows = all<{ fact: string }>(
    db,
    `SELECT json_extract(move.value, '$.fact') AS fact
     FROM mail_order mo JOIN mail m ON m.id = mo.mail_id, json_each(mo.changes) told, json_each(told.value, '$.moves') move
     WHERE mo.order_id = @orderId AND mo.ledger_version = @ledgerVersion AND m.reason = 'tell-anew'`,
    { orderId, ledgerVersion },
  );
  return new Set(rows.map((row) => row.fact));
}

export function doNotTellValues(db: ReadDb, orderId: number): ReadonlyMap<string, string> {
  const rows = all<{ fact: string; value: string }>(
    db,
    'SELECT fact, value FROM do_not_tell WHERE order_id = @orderId',
    {
      orderId,
    },
  );
  return new Map(rows.map((row) => [row.fact, row.value]));
}

export type DoNotTell = { readonly fact: string; readonly reason: string; readonly who: string };

/** What staff chose not to tell of an order, with their reasons. */
export function listDoNotTell(db: ReadDb, orderId: number): readonly DoNotTell[] {
  return all<DoNotTell>(db, 'SELECT fact, reason, who FROM do_not_tell WHERE order_id = @orderId ORDER BY fact', {
    orderId,
  });
}

export function putDoNotTell(
  tx: WriteTx,
  entry: DoNotTell & { readonly orderId: number; readonly value: FactValue; readonly at: string },
): void {
  run(
    tx,
    `INSERT INTO do_not_tell(order_id, fact, value, reason, who, at) VALUES (@orderId, @fact, @value, @reason, @who, @at)
     ON CONFLICT DO UPDATE SET value = @value, reason = @reason, who = @who, at = @at`,
    { ...entry, value: JSON.stringify(entry.value) },
  );
}

/** What staff chose not to tell of lines that move to a back order is not told by that one either. */
export function copyDoNotTell(
  tx: WriteTx,
  orders: { readonly parentOrderId: number; readonly backOrderId: number },
  moved: readonly { readonly ofParent: FactKey; readonly ofBackOrder: FactKey }[],
): void {
  for (const { ofParent, ofBackOrder } of moved) {
    run(
      tx,
      `INSERT INTO do_not_tell(order_id, fact, value, reason, who, at)
       SELECT @backOrderId, @ofBackOrder, value, reason, who, at FROM do_not_tell WHERE order_id = @parentOrderId AND fact = @ofParent`,
      { ...orders, ofParent, ofBackOrder },
    );
  }
}

/** Takes "don't tell" back, or away once the fact has moved: the same value coming again is news. */
export function deleteDoNotTell(tx: WriteTx, orderId: number, facts: readonly string[]): void {
  run(tx, 'DELETE FROM do_not_tell WHERE order_id = @orderId AND fact IN (SELECT value FROM json_each(@facts))', {
    orderId,
    facts: JSON.stringify(facts),
  });
}

/** Puts an order on the list, so that what was planned of it before is planned anew. */
export function markToCheck(tx: WriteTx, orderId: number): void {
  run(
    tx,
    `INSERT INTO order_to_check(order_id) VALUES (@orderId)
     ON CONFLICT DO UPDATE SET counter = counter + 1, look_again_on = NULL`,
    { orderId },
  );
}

/** A mail has told what an import changed of an order; an import after the mail was made is still the cause of what comes. */
export function forgetToldImport(tx: WriteTx, told: { readonly orderId: number; readonly mailId: number }): void {
  run(
    tx,
    `UPDATE order_to_check SET import_log_id = NULL WHERE order_id = @orderId
       AND (SELECT at FROM log_entry WHERE id = import_log_id) < (SELECT frozen_at FROM mail WHERE id = @mailId)`,
    { ...told },
  );
}

/** Webshop orders on the list, of every website; those that never mail themselves have no ledger. */
export function listOrdersWithLedgerToCheck(db: ReadDb): readonly number[] {
  return all<{ orderId: number }>(
    db,
    'SELECT c.order_id AS orderId FROM order_to_check c JOIN ledger l ON l.order_id = c.order_id ORDER BY c.order_id',
  ).map((row) => row.orderId);
}

/** Takes orders off the list in whose transaction they were found equal to their ledgers. */
export function clearOrdersToCheck(tx: WriteTx, orderIds: readonly number[]): void {
  run(tx, 'DELETE FROM order_to_check WHERE order_id IN (SELECT value FROM json_each(@orderIds))', {
    orderIds: JSON.stringify(orderIds),
  });
}

/** Where a carrier shows a parcel; null when the carrier has no such page. */
export function readTrackingUrls(db: ReadDb): ReadonlyMap<string, string> {
  const rows = all<{ name: string; url: string }>(
    db,
    `SELECT name, tracking_url AS url FROM carrier WHERE tracking_url <> ''`,
  );
  return new Map(rows.map((row) => [row.name.toLowerCase(), row.url]));
}
