import type { HistoryPaper } from '../../../shared/my-page/protocol.ts';
import { dayIn } from '../db/context.ts';
import { all, type ReadDb } from '../db/database.ts';
import { readCompany } from '../settings/company-store.ts';
import type { HistorySourcePaper } from './history-source.ts';

type PaperRow = Omit<HistorySourcePaper, 'id' | 'date'> & { readonly orderId: number; readonly at: string };

/** Originals of webshop orders whose website publishes them, oldest first (domain.md 9.25). */
const paperRows = `SELECT n.order_id AS orderId, 'delivery-note' AS kind, n.id AS rowId, n.note_no AS no, n.created_at AS at
  FROM delivery_note n JOIN sales_order o ON o.id = n.order_id JOIN website w ON w.id = o.website_id
  WHERE n.order_id IN (SELECT value FROM json_each(@orderIds)) AND w.publishes_delivery_notes = 1
  UNION ALL
  SELECT o.id, CASE o.status WHEN 'credit-note' THEN 'credit-note' ELSE 'invoice' END, o.id, CAST(o.invoice_no AS TEXT), o.invoiced_at
  FROM sales_order o JOIN website w ON w.id = o.website_id
  WHERE o.id IN (SELECT value FROM json_each(@orderIds)) AND w.publishes_invoices = 1
    AND o.invoice_no IS NOT NULL AND o.invoiced_at IS NOT NULL
  ORDER BY 1, 5, 3`;

export type PaperOfOrder = HistorySourcePaper & { readonly orderId: number };

/** The papers of these orders that My page shows. */
export function readPapers(db: ReadDb, orderIds: readonly number[]): readonly PaperOfOrder[] {
  const rows = all<PaperRow>(db, paperRows, { orderIds: JSON.stringify(orderIds) });
  if (rows.length === 0) return [];
  const { timeZone } = readCompany(db);
  return rows.map(({ at, ...row }) => ({ ...row, id: paperId({ ...row, at }), date: dayIn(timeZone, new Date(at)) }));
}

/**
 * The same for ever for the same paper. Its moment is in it because a company that was restored from a backup gives an id
 * of the store once more, to another paper.
 */
function paperId({ kind, rowId, at }: Pick<PaperRow, 'kind' | 'rowId' | 'at'>): HistoryPaper['id'] {
  return `${kind}-${rowId}-${at.replace(/\D/g, '')}`;
}
