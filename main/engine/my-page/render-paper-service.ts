import { assertNever } from '../../../shared/errors.ts';
import type { ReadDb } from '../db/database.ts';
import { renderDeliveryNote } from '../documents/render-delivery-note.ts';
import { renderInvoice } from '../documents/render-invoice.ts';
import { readInvoiceModel } from '../invoicing/invoice-model-store.ts';
import { readLogo } from '../settings/logo-store.ts';
import { readDeliveryNote } from '../warehouse/delivery-note-service.ts';
import type { PaperOfOrder } from './paper-store.ts';

/**
 * Draws a paper as the customer would have got it: the original, in the language of its order.
 * @throws AppError 'not-found' when it is gone meanwhile
 */
export async function renderPaper(
  db: ReadDb,
  { orderId, kind, rowId }: Pick<PaperOfOrder, 'orderId' | 'kind' | 'rowId'>,
): Promise<Uint8Array> {
  const logo = readLogo(db);
  switch (kind) {
    case 'delivery-note':
      return await renderDeliveryNote(readDeliveryNote(db, { orderId, noteId: rowId }), logo);
    case 'invoice':
    case 'credit-note':
      return await renderInvoice({ ...readInvoiceModel(db, orderId), isOriginal: true }, logo);
    default:
      return assertNever(kind, 'paper');
  }
}
