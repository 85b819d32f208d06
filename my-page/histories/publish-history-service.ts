import type { OrderHistory, PublishHistoriesAnswer } from '../../shared/my-page/protocol.ts';
import type { WriteTx } from '../db/store.ts';
import { forgetPersonOfOrder } from '../orders/forget-person-service.ts';
import {
  type PublishedDocument,
  readHeldHistory,
  readWebOrderNo,
  type StoreOutcome,
  storeDifferentHistories,
  storeHistory,
} from './history-store.ts';
import { heldPapers, keepOnlyPapers, missingPapers } from './paper-store.ts';

export type PublishOutcome = Pick<
  PublishHistoriesAnswer['results'][number],
  'outcome' | 'version' | 'reason' | 'missingPapers'
>;

/**
 * As `publishHistory`, of many: what most of them need is asked and stored for all together. Outcomes in their order.
 */
export async function publishHistories(
  tx: WriteTx,
  documents: readonly PublishedDocument[],
): Promise<readonly PublishOutcome[]> {
  const named = new Map<string, number>();
  for (const { orderId } of documents) named.set(orderId, (named.get(orderId) ?? 0) + 1);
  const isAlone = (document: PublishedDocument): document is OrderHistory =>
    !document.deleted && named.get(document.orderId) === 1;
  const together = await publishDifferent(tx, documents.filter(isAlone));
  const outcomes: PublishOutcome[] = [];
  for (const document of documents) {
    outcomes.push(together.get(document.orderId) ?? (await publishHistory(tx, document)));
  }
  return outcomes;
}

async function publishDifferent(
  tx: WriteTx,
  documents: readonly OrderHistory[],
): Promise<ReadonlyMap<string, PublishOutcome>> {
  const stored = await storeDifferentHistories(tx, documents);
  const held = await heldPapers(
    tx,
    documents.map(({ orderId }) => orderId),
  );
  const outcomes = new Map<string, PublishOutcome>();
  for (const document of documents) {
    const { orderId } = document;
    const outcome = stored.get(orderId);
    if (outcome === undefined) throw new Error(`Order ${orderId} was not stored`);
    const papers = held.get(orderId) ?? [];
    outcomes.set(orderId, await settlePapers(tx, document, { outcome, papers }));
  }
  return outcomes;
}

type Settling = { readonly outcome: StoreOutcome; readonly papers: readonly string[] };

async function settlePapers(tx: WriteTx, given: OrderHistory, { outcome, papers }: Settling): Promise<PublishOutcome> {
  const named = given.papers.map(({ id }) => id);
  const isStored = outcome.outcome === 'stored';
  if (isStored && papers.some((id) => !named.includes(id))) await keepOnlyPapers(tx, given.orderId, named);
  if (named.length === 0) return outcome;
  const held = isStored ? given : await readHeldHistory(tx, given.orderId);
  return withMissing(outcome, held?.papers.map(({ id }) => id).filter((id) => !papers.includes(id)) ?? []);
}

function withMissing(outcome: StoreOutcome, missing: readonly string[]): PublishOutcome {
  return missing.length === 0 ? outcome : { ...outcome, missingPapers: [...missing] };
}

/**
 * Stores a document and removes the papers that it does not name. Answers which of the papers that the held document
 * names are not here: also when nothing changed, so that a desktop that was stopped between document and papers hears it
 * again. A tombstone also takes the person out of the site's own copy of the order.
 */
async function publishHistory(tx: WriteTx, document: PublishedDocument): Promise<PublishOutcome> {
  const stored = await storeHistory(tx, document);
  if (stored.outcome === 'stored') {
    await keepOnlyPapers(tx, document.orderId, document.deleted ? [] : document.papers.map(({ id }) => id));
    if (document.deleted) await forgetPersonOfOrder(tx, await readWebOrderNo(tx, document.orderId));
  }
  if (document.deleted || document.papers.length === 0) return stored;
  const held = stored.outcome === 'stored' ? document : await readHeldHistory(tx, document.orderId);
  const missing = held === null ? [] : await missingPapers(tx, held);
  return withMissing(stored, missing);
}
