import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/**
 * The document changed since the site answered, or the site lacks papers that it names. Begins with what is due, not with
 * the website's orders: a batch costs what it holds.
 */
const fromDue = `FROM order_publication p INDEXED BY order_to_publish CROSS JOIN sales_order o ON o.id = p.order_id
  WHERE (p.version > p.answered_version OR p.papers_due = 1) AND o.website_id = @websiteId`;

/** Exported so that a test can prove that they look at nothing that is not due. */
export const dueOrdersSql = `SELECT p.order_id AS orderId ${fromDue} AND p.order_id > @afterOrderId ORDER BY p.order_id LIMIT @limit`;
export const countDueSql = `SELECT count(*) AS n ${fromDue}`;

/** Orders whose document or papers are due on a website, after an order id, lowest first. */
export function dueOrders(
  db: ReadDb,
  page: { readonly websiteId: number; readonly afterOrderId: number; readonly limit: number },
): readonly number[] {
  return all<{ orderId: number }>(db, dueOrdersSql, page).map((row) => row.orderId);
}

export function countDue(db: ReadDb, websiteId: number): number {
  return get<{ n: number }>(db, countDueSql, { websiteId })?.n ?? 0;
}

/**
 * Marks finished orders from before a day, whose document stands on the site, to be published again: now as a
 * tombstone. Looks only at documents that are not deleted yet.
 */
export function markExpired(tx: WriteTx, websiteId: number, beforeDate: string): number {
  return run(
    tx,
    `UPDATE order_publication SET version = version + 1 WHERE is_deleted = 0 AND version <= answered_version AND order_id IN (
       SELECT p.order_id FROM order_publication p CROSS JOIN sales_order o ON o.id = p.order_id
       WHERE p.is_deleted = 0 AND o.website_id = @websiteId AND o.order_date < @beforeDate
         AND (o.status IN ('cancelled', 'lost-sale', 'credit-note') OR (o.status = 'invoice'
           AND NOT EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.remaining_milli > 0))))`,
    { websiteId, beforeDate },
  ).changes;
}

/** Marks documents on the site that show an expected date which has passed: now they read as delayed. */
export function markOverdue(tx: WriteTx, websiteId: number, today: string): number {
  return run(
    tx,
    `UPDATE order_publication SET version = version + 1, next_expected = NULL
     WHERE next_expected < @today AND order_id IN (SELECT p.order_id FROM order_publication p
       JOIN sales_order o ON o.id = p.order_id WHERE p.next_expected < @today AND o.website_id = @websiteId)`,
    { websiteId, today },
  ).changes;
}

/**
 * Stores the version that the site says it holds. A version above the one sent comes from a company file that was
 * restored since: ours is raised above it, so the document is due again. Answers whether it is due for that reason.
 */
export function storeAnswer(
  tx: WriteTx,
  answer: {
    readonly orderId: number;
    readonly sentVersion: number;
    readonly heldVersion: number;
    readonly isDeleted: boolean;
    readonly nextExpected: string | null;
    /** The site lacks papers that the document names. */
    readonly lacksPapers: boolean;
  },
): boolean {
  const isAhead = answer.heldVersion > answer.sentVersion;
  run(
    tx,
    `UPDATE order_publication SET answered_version = @heldVersion,
       version = CASE WHEN @isAhead = 1 THEN max(version, @heldVersion + 1) ELSE version END,
       is_deleted = CASE WHEN @isAhead = 1 THEN is_deleted ELSE @isDeleted END,
       next_expected = @nextExpected, papers_due = @papersDue
     WHERE order_id = @orderId`,
    {
      orderId: answer.orderId,
      heldVersion: answer.heldVersion,
      isAhead: isAhead ? 1 : 0,
      isDeleted: answer.isDeleted ? 1 : 0,
      nextExpected: answer.nextExpected,
      papersDue: answer.lacksPapers && !isAhead ? 1 : 0,
    },
  );
  return isAhead;
}

/** The site holds all papers of this version; of a later one it says so itself. */
export function storePapersSent(tx: WriteTx, orderId: number, version: number): void {
  run(tx, 'UPDATE order_publication SET papers_due = 0 WHERE order_id = @orderId AND answered_version = @version', {
    orderId,
    version,
  });
}

export type AnsweredVersion = { readonly orderId: number; readonly publicId: string; readonly version: number };

/** What the site is known to hold, a page at a time in the order of the public ids. */
export function answeredVersions(
  db: ReadDb,
  page: { readonly websiteId: number; readonly afterPublicId: string; readonly limit: number },
): readonly AnsweredVersion[] {
  return all<AnsweredVersion>(
    db,
    `SELECT o.id AS orderId, o.public_id AS publicId, p.answered_version AS version
     FROM sales_order o JOIN order_publication p ON p.order_id = o.id
     WHERE o.public_id > @afterPublicId AND o.website_id = @websiteId AND p.answered_version > 0
     ORDER BY o.public_id LIMIT @limit`,
    page,
  );
}

/** Forgets what the site answered for these orders, so that they are published again. */
export function forgetAnswers(tx: WriteTx, orderIds: readonly number[]): void {
  run(
    tx,
    'UPDATE order_publication SET answered_version = 0 WHERE order_id IN (SELECT value FROM json_each(@orderIds))',
    {
      orderIds: JSON.stringify(orderIds),
    },
  );
}
