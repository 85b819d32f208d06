import type { ListInBatch, NoteInBatch, PreparedPapers } from '../../../shared/papers.ts';
import type { PickingListModel } from '../documents/document-models.ts';
import { renderCombinedPickingLists } from '../documents/render-combined-picking-list.ts';
import { renderDeliveryNotes } from '../documents/render-delivery-note.ts';
import { renderPickingLists } from '../documents/render-picking-list.ts';
import { documentLanguage } from '../orders/document-head.ts';
import type { EngineSession } from '../session.ts';
import { readCompany } from '../settings/company-store.ts';
import { readLogo } from '../settings/logo-store.ts';
import { combinePickingLists } from './combine-picking-lists.ts';
import { prepareDeliveryNotes } from './delivery-note-batch-service.ts';
import { preparePickingLists } from './picking-list-batch-service.ts';

/** The delivery notes of a selection of orders, in the order asked for. */
export async function deliveryNotesPdf(
  session: EngineSession,
  orderIds: readonly number[],
): Promise<PreparedPapers<NoteInBatch>> {
  const { db } = session.company();
  const { done, leftOut } = prepareDeliveryNotes(db, orderIds, momentOf(session));
  const papers = done.map(({ orderId, orderVersion, noteNo, isOriginal, model }) => ({
    orderId,
    orderNo: model.orderNo,
    orderVersion,
    noteNo,
    isOriginal,
  }));
  if (done.length === 0) return { document: null, papers, leftOut };
  const models = done.map(({ model }) => model);
  const pdf = await renderDeliveryNotes(models, readLogo(db));
  return { document: { pdf, fileName: `delivery-notes-${span(papers)}.pdf` }, papers, leftOut };
}

/** The picking lists of a selection of orders: one an order, or together by product. */
export async function pickingListsPdf(
  session: EngineSession,
  { orderIds, as }: { readonly orderIds: readonly number[]; readonly as: 'lists' | 'combined' },
): Promise<PreparedPapers<ListInBatch>> {
  const { db } = session.company();
  const { done, leftOut } = preparePickingLists(db, orderIds, momentOf(session));
  const papers = done.map(({ orderId, orderVersion, model }) => ({ orderId, orderNo: model.orderNo, orderVersion }));
  if (done.length === 0) return { document: null, papers, leftOut };
  const models = done.map(({ model }) => model);
  const pdf = as === 'lists' ? await renderPickingLists(models, readLogo(db)) : await combinedPdf(session, models);
  return { document: { pdf, fileName: `picking-lists-${span(papers)}.pdf` }, papers, leftOut };
}

async function combinedPdf(session: EngineSession, models: readonly PickingListModel[]): Promise<Uint8Array> {
  const { db } = session.company();
  const language = documentLanguage([readCompany(db).language]);
  return await renderCombinedPickingLists(combinePickingLists(models, language), readLogo(db));
}

function momentOf(session: EngineSession): { readonly now: string; readonly today: string } {
  return { now: session.now().toISOString(), today: session.company().today() };
}

/** "10001-10007": the lowest and the highest order number. */
function span(papers: readonly { readonly orderNo: number }[]): string {
  const numbers = papers.map(({ orderNo }) => orderNo);
  return `${Math.min(...numbers)}-${Math.max(...numbers)}`;
}
