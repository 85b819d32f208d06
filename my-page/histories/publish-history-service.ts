import type { PublishHistoriesAnswer } from '../../shared/my-page/protocol.ts';
import type { WriteTx } from '../db/store.ts';
import { forgetPersonOfOrder } from '../orders/forget-person-service.ts';
import { type PublishedDocument, readHeldHistory, readWebOrderNo, storeHistory } from './history-store.ts';
import { keepOnlyPapers, missingPapers } from './paper-store.ts';

export type PublishOutcome = Pick<
  PublishHistoriesAnswer['results'][number],
  'outcome' | 'version' | 'reason' | 'missingPapers'
>;

/**
 * Stores a document and removes the papers that it does not name. Answers which of the papers that the held document
 * names are not here: also when nothing changed, so that a desktop that was stopped between document and papers hears it
 * again. A tombstone also takes the person out of the site's own copy of the order.
 */
export async function publishHistory(tx: WriteTx, document: PublishedDocument): Promise<PublishOutcome> {
  const stored = await storeHistory(tx, document);
  if (stored.outcome === 'stored') {
    await keepOnlyPapers(tx, document.orderId, document.deleted ? [] : document.papers.map(({ id }) => id));
    if (document.deleted) await forgetPersonOfOrder(tx, await readWebOrderNo(tx, document.orderId));
  }
  if (document.deleted || document.papers.length === 0) return stored;
  const held = stored.outcome === 'stored' ? document : await readHeldHistory(tx, document.orderId);
  const missing = held === null ? [] : await missingPapers(tx, held);
  return missing.length === 0 ? stored : { ...stored, missingPapers: [...missing] };
}
