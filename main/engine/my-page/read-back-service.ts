import { createHash, type Hash } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import { bucketCount, bucketOf } from '../../../shared/my-page/history-state.ts';
import type { CompanyAccess } from './company-access.ts';
import type { HistoryConnector } from './history-connector.ts';
import { type AnsweredVersion, answeredVersions, forgetAnswers } from './publication-store.ts';

const ordersPerRead = 2000;

export type ReadBack = {
  readonly websiteId: number;
  readonly connector: Pick<HistoryConnector, 'state'>;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Reads back what the site holds and answers the buckets in which it is not what it once answered (domain.md 9.17;
 * `stateAnswer` of the protocol). Memory stays flat: one hash a bucket, orders a page at a time.
 *
 * @throws AppError as HistoryConnector does, 'website-bad-answer' when buckets are missing
 */
export async function findDrift(company: CompanyAccess, readBack: ReadBack): Promise<ReadonlySet<number>> {
  const held = await readBuckets(readBack);
  const hashes = new Map<number, Hash>();
  for await (const page of answeredPages(company, readBack.websiteId)) {
    for (const { publicId, version } of page) {
      const bucket = bucketOf(publicId);
      const hash = hashes.get(bucket) ?? createHash('sha256');
      hashes.set(bucket, hash.update(`${publicId}:${version}\n`));
    }
  }
  const nothing = createHash('sha256').digest('hex');
  const differing = new Set<number>();
  for (const [bucket, hash] of held) {
    if ((hashes.get(bucket)?.digest('hex') ?? nothing) !== hash) differing.add(bucket);
  }
  return differing;
}

/** Makes every order of these buckets due again. Answers how many. */
export async function publishBucketsAgain(
  company: CompanyAccess,
  websiteId: number,
  buckets: ReadonlySet<number>,
): Promise<number> {
  let orders = 0;
  for await (const page of answeredPages(company, websiteId)) {
    const due = page.filter((order) => buckets.has(bucketOf(order.publicId))).map((order) => order.orderId);
    if (due.length > 0) company.command((tx) => forgetAnswers(tx, due));
    orders += due.length;
  }
  return orders;
}

async function* answeredPages(
  company: CompanyAccess,
  websiteId: number,
): AsyncGenerator<readonly AnsweredVersion[], void, undefined> {
  let afterPublicId = '';
  for (;;) {
    const page = answeredVersions(company.db, { websiteId, afterPublicId, limit: ordersPerRead });
    yield page;
    if (page.length < ordersPerRead) return;
    afterPublicId = page.at(-1)?.publicId ?? '';
    // Windows wait for this process; let their calls in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The site may answer in pages; every bucket must come, in order. */
async function readBuckets({ connector, signal }: ReadBack): Promise<ReadonlyMap<number, string>> {
  const held = new Map<number, string>();
  while (held.size < bucketCount) {
    const from = held.size;
    const { buckets } = await connector.state(from, signal);
    for (const { bucket, hash } of buckets) {
      if (bucket !== held.size) throw new AppError('website-bad-answer', { reason: 'bucket-missing' });
      held.set(bucket, hash);
    }
    if (held.size === from) throw new AppError('website-bad-answer', { reason: 'bucket-missing' });
  }
  return held;
}
