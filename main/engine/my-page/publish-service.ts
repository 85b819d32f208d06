import type { PublishReport } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import { maximumHistoriesPerRequest, type PublishHistoriesAnswer } from '../../../shared/my-page/protocol.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { buildHistory, monthsBefore, nextExpectedDate } from './build-history.ts';
import type { CompanyAccess } from './company-access.ts';
import type { HistoryConnector, HistoryDocument } from './history-connector.ts';
import { readHistorySources } from './history-store.ts';
import { countDue, dueOrders, markExpired, markOverdue, storeAnswer } from './publication-store.ts';
import { sendPapers, type WantedPapers } from './publish-papers-service.ts';
import { findDrift, publishBucketsAgain } from './read-back-service.ts';

/** Small at first, so that the site's answer and the first progress come soon. */
const firstBatch = 100;
/** A document whose version the site holds above ours is sent anew; once is the rule, more is a site that counts up by itself. */
const mostRounds = 3;

export type PublishOptions = {
  readonly websiteId: number;
  readonly connector: HistoryConnector;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, due: number) => void;
};

type Sent = {
  readonly orderId: number;
  readonly name: string;
  readonly document: HistoryDocument;
  readonly nextExpected: string | null;
};
type Work = PublishOptions & { readonly company: CompanyAccess };

/**
 * Publishes the orders of a website that changed since the site last answered, in batches, then reads back and
 * sends the papers that the site lacks, and publishes again what drifted (architecture.md "Website protocol"). Every batch is settled by itself, so a stop at any
 * point only leaves orders due; sending twice is harmless.
 *
 * @throws AppError as the connector does; batches answered before stay answered
 */
export async function publishOrderHistories(company: CompanyAccess, options: PublishOptions): Promise<PublishReport> {
  const work: Work = { ...options, company };
  let report: PublishReport = {
    published: 0,
    removed: 0,
    republished: 0,
    failures: [],
    groupsOutOfStep: 0,
    stopped: false,
  };
  const take = (next: PublishReport): void => {
    report = next;
  };
  try {
    company.command((tx, context) => {
      markExpired(tx, options.websiteId, monthsBefore(context.today, historyMonths(tx, options.websiteId)));
      markOverdue(tx, options.websiteId, context.today);
    });
    await publishDue(work, report, take);
    const drifted = await findDrift(company, options);
    if (drifted.size === 0) return report;
    await publishBucketsAgain(company, options.websiteId, drifted);
    await publishDue(work, report, take);
    return { ...report, groupsOutOfStep: (await findDrift(company, options)).size };
  } catch (error) {
    if (options.signal?.aborted === true && error === options.signal.reason) return { ...report, stopped: true };
    throw error;
  }
}

function historyMonths(db: ReadDb, websiteId: number): number {
  const row = get<{ months: number }>(db, 'SELECT history_months AS months FROM website WHERE id = @websiteId', {
    websiteId,
  });
  if (row === undefined) throw new AppError('not-found', { what: 'website' });
  return row.months;
}

/** One pass over all that is due, lowest order first; what fails is not tried again in this pass. */
async function publishDue(work: Work, before: PublishReport, take: (report: PublishReport) => void): Promise<void> {
  const { company, websiteId } = work;
  const due = countDue(company.db, websiteId);
  let report = before;
  let done = 0;
  let afterOrderId = 0;
  let limit = firstBatch;
  for (;;) {
    work.signal?.throwIfAborted();
    const orderIds = dueOrders(company.db, { websiteId, afterOrderId, limit });
    if (orderIds.length === 0) return;
    const batch = await publishBatch(work, orderIds, report);
    take(batch.report);
    const failures = await sendPapers(work, batch.wanted);
    report = { ...batch.report, failures: [...batch.report.failures, ...failures] };
    take(report);
    done += orderIds.length;
    afterOrderId = orderIds.at(-1) ?? afterOrderId;
    limit = maximumHistoriesPerRequest;
    work.onProgress?.(Math.min(done, due), due);
  }
}

type Batch = { readonly report: PublishReport; readonly wanted: readonly WantedPapers[] };

async function publishBatch(work: Work, orderIds: readonly number[], before: PublishReport): Promise<Batch> {
  let report = before;
  const wanted: WantedPapers[] = [];
  let due = orderIds;
  for (let round = 0; round < mostRounds && due.length > 0; round += 1) {
    const batch = work.company.command((tx, context) => buildBatch(tx, context, due));
    const answer = await put(
      work,
      batch.map((sent) => sent.document),
    );
    const settled = work.company.command((tx) => settleBatch(tx, { batch, answer, report }));
    report = settled.report;
    due = settled.ahead;
    wanted.push(...settled.wanted);
  }
  return { report, wanted };
}

function buildBatch(tx: WriteTx, context: CommandContext, orderIds: readonly number[]): readonly Sent[] {
  return readHistorySources(tx, orderIds).map((source) => ({
    orderId: source.orderId,
    name: source.webOrderNo,
    document: buildHistory(source, context),
    nextExpected: nextExpectedDate(source, context.today),
  }));
}

/** A request that is too large for the site (413) goes out in halves. */
async function put(work: Work, documents: readonly HistoryDocument[]): Promise<PublishHistoriesAnswer> {
  try {
    return await work.connector.publishHistories([...documents], work.signal);
  } catch (error) {
    const isTooLarge = error instanceof AppError && error.details.status === 413 && documents.length > 1;
    if (!isTooLarge) throw error;
    const half = Math.ceil(documents.length / 2);
    const first = await put(work, documents.slice(0, half));
    const second = await put(work, documents.slice(half));
    return { results: [...first.results, ...second.results] };
  }
}

type Settling = {
  readonly batch: readonly Sent[];
  readonly answer: PublishHistoriesAnswer;
  readonly report: PublishReport;
};

/**
 * Stores what the site answered; `ahead` are the orders of which it holds a higher version than we had, `wanted` those of
 * which it lacks papers.
 */
function settleBatch(tx: WriteTx, { batch, answer, report }: Settling) {
  const results = new Map(answer.results.map((result) => [result.orderId, result]));
  const failures = [...report.failures];
  const ahead: number[] = [];
  const wanted: WantedPapers[] = [];
  let { published, removed, republished } = report;
  for (const { orderId, name, document, nextExpected } of batch) {
    const result = results.get(document.orderId);
    if (result === undefined || result.outcome === 'rejected' || result.version < document.version) {
      failures.push({ what: 'order', name, reason: failureReason(result) });
      continue;
    }
    const { version: heldVersion, outcome } = result;
    const isDeleted = document.deleted;
    const missing = missingOf(document, result.missingPapers ?? []);
    const answered = { orderId, sentVersion: document.version, heldVersion, isDeleted, nextExpected };
    if (storeAnswer(tx, { ...answered, lacksPapers: missing.length > 0 })) {
      ahead.push(orderId);
      republished += 1;
      continue;
    }
    if (!document.deleted && missing.length > 0) wanted.push({ orderId, document, missing });
    if (outcome !== 'stored') continue;
    if (isDeleted) removed += 1;
    else published += 1;
  }
  return { report: { ...report, published, removed, republished, failures }, ahead, wanted };
}

/** A site may ask only for what the document names. */
function missingOf(document: HistoryDocument, asked: readonly string[]): readonly string[] {
  if (document.deleted) return [];
  return document.papers.map(({ id }) => id).filter((id) => asked.includes(id));
}

function failureReason(result: PublishHistoriesAnswer['results'][number] | undefined): string {
  if (result === undefined) return 'not-answered';
  return result.outcome === 'rejected' ? (result.reason ?? 'rejected').slice(0, 200) : 'older-version-answered';
}
