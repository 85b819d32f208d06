import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PublishReport } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import { maximumHistoriesPerRequest, type PublishHistoriesAnswer } from '../../../shared/my-page/protocol.ts';
import { get, inSnapshot, type ReadDb, type WriteTx } from '../db/database.ts';
import { buildHistory, monthsBefore, nextExpectedDate } from './build-history.ts';
import type { CompanyAccess } from './company-access.ts';
import type { HistoryConnector, HistoryDocument } from './history-connector.ts';
import { readHistorySources } from './history-store.ts';
import { countDue, dueOrders, markExpired, markOverdue, storeAnswer } from './publication-store.ts';
import { sendPapers, type WantedPapers } from './publish-papers-service.ts';
import { findDrift, publishBucketsAgain } from './read-back-service.ts';

/** Small at first, so that the site's answer and the first progress come soon. */
const firstBatch = 100;
const documentsPerTurn = 250;
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
  const due = countDue(work.company.db, work.websiteId);
  let report = before;
  let done = 0;
  work.signal?.throwIfAborted();
  let batch = await buildNext(work, { afterOrderId: 0, limit: firstBatch });
  while (batch.length > 0) {
    const afterOrderId = batch.at(-1)?.orderId ?? 0;
    // The next one is read and worded while the site stores this one
    const [published, next] = await toTheirEnd(
      publishBatch(work, batch, report),
      buildNext(work, { afterOrderId, limit: maximumHistoriesPerRequest }),
    );
    take(published.report);
    const failures = await sendPapers(work, published.wanted);
    report = { ...published.report, failures: [...published.report.failures, ...failures] };
    take(report);
    done += batch.length;
    batch = next;
    work.onProgress?.(Math.min(done, due), due);
    work.signal?.throwIfAborted();
  }
}

/** Waits for both, so that neither goes on by itself when the other failed. @throws what the first of them threw */
async function toTheirEnd<First, Second>(first: Promise<First>, second: Promise<Second>): Promise<[First, Second]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

type Batch = { readonly report: PublishReport; readonly wanted: readonly WantedPapers[] };

async function publishBatch(work: Work, first: readonly Sent[], before: PublishReport): Promise<Batch> {
  let report = before;
  const wanted: WantedPapers[] = [];
  let batch = first;
  for (let round = 0; round < mostRounds && batch.length > 0; round += 1) {
    const answer = await put(
      work,
      batch.map((sent) => sent.document),
    );
    const settled = work.company.command((tx) => settleBatch(tx, { batch, answer, report }));
    report = settled.report;
    batch = settled.ahead.length === 0 ? [] : build(work.company, settled.ahead);
    wanted.push(...settled.wanted);
  }
  return { report, wanted };
}

/** The documents of the next orders that are due; windows and the line to the site get their turn in between. */
async function buildNext(
  { company, websiteId }: Work,
  page: { readonly afterOrderId: number; readonly limit: number },
): Promise<readonly Sent[]> {
  const orderIds = dueOrders(company.db, { websiteId, ...page });
  const batch: Sent[] = [];
  for (let from = 0; from < orderIds.length; from += documentsPerTurn) {
    await nextTurn();
    batch.push(...build(company, orderIds.slice(from, from + documentsPerTurn)));
  }
  return batch;
}

function build({ db, context }: CompanyAccess, orderIds: readonly number[]): readonly Sent[] {
  const moment = context();
  return inSnapshot(db, () => readHistorySources(db, orderIds)).map((source) => ({
    orderId: source.orderId,
    name: source.webOrderNo,
    document: buildHistory(source, moment),
    nextExpected: nextExpectedDate(source, moment.today),
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
