import { get, type ReadDb } from '../db/database.ts';
import type { DocumentHead } from '../documents/document-models.ts';
import { readCompany } from '../settings/company-store.ts';
import { documentHead } from './document-head.ts';
import type { OrderRecord } from './order-record.ts';

/** Reads what stands at the head of an order's papers. `createdAt` becomes the PDF's creation date. */
export function readDocumentHead(db: ReadDb, order: OrderRecord, createdAt: string): DocumentHead {
  const contact = get<{ language: string | null }>(db, 'SELECT language FROM contact WHERE id = @id', {
    id: order.contactId,
  });
  return documentHead(order, readCompany(db), { contactLanguage: contact?.language ?? null, createdAt });
}
