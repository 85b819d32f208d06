import type { FetchReport } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import type { CompanyAccess } from './company-access.ts';
import { applyCustomerSettings } from './customer-settings-service.ts';
import { insertEnquiry, readCursor, storeCursor } from './enquiry-store.ts';
import { takeOptOutSecret } from './opt-out-secret-service.ts';
import type { EnquiriesAnswer, ReceivedEnquiry, WebsiteConnector } from './website-connector.ts';

const enquiriesPerPage = 200;

export type FetchOptions = {
  readonly websiteId: number;
  readonly connector: Pick<WebsiteConnector, 'fetchEnquiries' | 'optOutSecret'>;
  readonly signal?: AbortSignal;
  /** Called after each page that is stored, with what was fetched so far. */
  readonly onProgress?: (soFar: FetchReport) => void;
};

/**
 * Fetches what customers did since the last time. A page and its cursor are stored in one transaction, so a stop at any
 * point loses and doubles nothing; settings of customers are applied in the same transaction. A cursor that the site
 * does not know means reading from the start, once, and dropping what is known (architecture.md "Website protocol").
 *
 * @throws AppError as WebsiteConnector does; pages stored before stay stored
 */
export async function fetchEnquiries(company: CompanyAccess, options: FetchOptions): Promise<FetchReport> {
  let report: FetchReport = { fetched: 0, known: 0, orders: 0, appliedSettings: 0, readFromStart: false };
  let cursor = readCursor(company.db, options.websiteId);
  for (;;) {
    const answer = await options.connector.fetchEnquiries(cursor, enquiriesPerPage, options.signal);
    if (answer.kind === 'unknown-cursor') {
      // A site that forgets its own cursors would otherwise be read from the start for ever
      if (cursor === '' || report.readFromStart) throw new AppError('website-bad-answer', { reason: 'start-unknown' });
      cursor = '';
      report = { ...report, readFromStart: true };
      continue;
    }
    if (answer.more && answer.cursor === cursor)
      throw new AppError('website-bad-answer', { reason: 'cursor-stands-still' });
    report = company.command((tx, context) => storePage(tx, context, { websiteId: options.websiteId, answer, report }));
    options.onProgress?.(report);
    cursor = answer.cursor;
    if (!answer.more) break;
  }
  if (report.fetched > report.orders) await confirm(options, cursor);
  await takeOptOutSecret(company, options);
  return report;
}

/**
 * Asking with a cursor tells the site that what lies before it is stored, so that it takes what this run publishes of
 * those accounts over what the customer chose. What comes by the way is read by the next run, from the same cursor.
 */
async function confirm({ connector, signal }: FetchOptions, cursor: string): Promise<void> {
  try {
    await connector.fetchEnquiries(cursor, 1, signal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

type Page = Extract<EnquiriesAnswer, { readonly kind: 'page' }>;

function storePage(
  tx: WriteTx,
  context: CommandContext,
  page: { readonly websiteId: number; readonly answer: Page; readonly report: FetchReport },
): FetchReport {
  const { websiteId, answer } = page;
  let { fetched, known, orders, appliedSettings } = page.report;
  for (const received of answer.enquiries) {
    const outcome = storeEnquiry(tx, context, { websiteId, received });
    if (outcome === 'known') known += 1;
    else fetched += 1;
    if (outcome === 'applied') appliedSettings += 1;
    if (outcome === 'stored' && received.kind === 'order') orders += 1;
  }
  storeCursor(tx, websiteId, answer.cursor);
  return { ...page.report, fetched, known, orders, appliedSettings };
}

function storeEnquiry(
  tx: WriteTx,
  context: CommandContext,
  { websiteId, received }: { readonly websiteId: number; readonly received: ReceivedEnquiry },
): 'known' | 'stored' | 'applied' {
  const { siteEnquiryId, kind, body, enquiry } = received;
  const enquiryId = insertEnquiry(tx, context, { websiteId, siteEnquiryId, kind, body });
  if (enquiryId === null) return 'known';
  if (enquiry?.kind !== 'customer-settings') return 'stored';
  return applyCustomerSettings(tx, context, { enquiryId, websiteId, settings: enquiry }) ? 'applied' : 'stored';
}
