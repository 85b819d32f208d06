import type { EnquiryKind } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

export type StoredEnquiry = {
  readonly id: number;
  readonly websiteId: number;
  readonly websiteName: string;
  readonly websiteLanguage: string;
  readonly kind: EnquiryKind;
  /** The enquiry as JSON. */
  readonly body: string;
  readonly state: 'waiting' | 'imported' | 'rejected';
  readonly fetchedAt: string;
};

const enquiryColumns = `e.id, e.website_id AS websiteId, w.name AS websiteName, w.language AS websiteLanguage, e.kind, e.body,
  e.state, e.fetched_at AS fetchedAt FROM enquiry e JOIN website w ON w.id = e.website_id`;

/** How far a website's enquiries were read; empty at first. @throws AppError 'not-found' */
export function readCursor(db: ReadDb, websiteId: number): string {
  const row = get<{ cursor: string }>(db, 'SELECT enquiry_cursor AS cursor FROM website WHERE id = @websiteId', {
    websiteId,
  });
  if (row === undefined) throw new AppError('not-found', { what: 'website' });
  return row.cursor;
}

export function storeCursor(tx: WriteTx, websiteId: number, cursor: string): void {
  run(tx, 'UPDATE website SET enquiry_cursor = @cursor WHERE id = @websiteId', { websiteId, cursor });
}

/** Keeps an enquiry, waiting. Answers its id, or null when the website sent it before: (website, site id) is unique for ever. */
export function insertEnquiry(
  tx: WriteTx,
  context: CommandContext,
  enquiry: {
    readonly websiteId: number;
    readonly siteEnquiryId: string;
    readonly kind: EnquiryKind;
    readonly body: string;
  },
): number | null {
  const { changes, lastId } = run(
    tx,
    `INSERT INTO enquiry(website_id, site_enquiry_id, kind, body, state, fetched_at)
     VALUES (@websiteId, @siteEnquiryId, @kind, @body, 'waiting', @now) ON CONFLICT DO NOTHING`,
    { ...enquiry, now: context.now },
  );
  return changes === 1 ? lastId : null;
}

/** @throws AppError 'not-found' */
export function readEnquiry(db: ReadDb, enquiryId: number): StoredEnquiry {
  const row = get<StoredEnquiry>(db, `SELECT ${enquiryColumns} WHERE e.id = @enquiryId`, { enquiryId });
  if (row === undefined) throw new AppError('not-found', { what: 'enquiry' });
  return row;
}

/**
 * Enquiries that people decide on, oldest first, after an id; a customer's own settings need no decision.
 * `websiteId` null means all websites.
 */
export function waitingEnquiries(
  db: ReadDb,
  page: { readonly websiteId: number | null; readonly afterId: number; readonly limit: number },
): readonly StoredEnquiry[] {
  return all<StoredEnquiry>(
    db,
    `SELECT ${enquiryColumns}
     WHERE e.state = 'waiting' AND e.kind <> 'customer-settings' AND e.id > @afterId
       AND (@websiteId IS NULL OR e.website_id = @websiteId)
     ORDER BY e.id LIMIT @limit`,
    page,
  );
}

/** Settings of customers whose account or contact was not known when they came, oldest first. */
export function waitingSettings(
  db: ReadDb,
  websiteId: number,
): readonly { readonly id: number; readonly body: string }[] {
  return all(
    db,
    `SELECT id, body FROM enquiry WHERE state = 'waiting' AND kind = 'customer-settings' AND website_id = @websiteId ORDER BY id`,
    { websiteId },
  );
}

/** Whether the registration of a site's account is fetched and undecided. */
export function doesRegistrationWait(db: ReadDb, websiteId: number, siteAccountId: string): boolean {
  const row = get(
    db,
    `SELECT 1 FROM enquiry WHERE state = 'waiting' AND kind = 'registration' AND website_id = @websiteId
       AND json_extract(body, '$.siteAccountId') = @siteAccountId`,
    { websiteId, siteAccountId },
  );
  return row !== undefined;
}

export function countWaiting(db: ReadDb, websiteId: number): number {
  return (
    get<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM enquiry WHERE state = 'waiting' AND kind <> 'customer-settings' AND website_id = @websiteId`,
      { websiteId },
    )?.n ?? 0
  );
}

/** Settles a waiting enquiry for good. @throws AppError 'enquiry-not-waiting' when it was decided before */
export function settleEnquiry(
  tx: WriteTx,
  context: CommandContext,
  settled: {
    readonly enquiryId: number;
    readonly state: 'imported' | 'rejected';
    readonly contactId: number | null;
    readonly orderId: number | null;
  },
): void {
  const { changes } = run(
    tx,
    `UPDATE enquiry SET state = @state, contact_id = @contactId, order_id = @orderId, decided_at = @now, decided_by = @who
     WHERE id = @enquiryId AND state = 'waiting'`,
    { ...settled, now: context.now, who: context.who },
  );
  if (changes !== 1) throw new AppError('enquiry-not-waiting');
}
