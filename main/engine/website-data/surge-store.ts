import { openStatuses } from '../../../shared/order.ts';
import type { SurgeCause, WebsiteReport } from '../../../shared/website-data.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import type { SurgeLimits } from './surge-brake.ts';

const runsLookedAt = 20;

export type SendGuards = SurgeLimits & { readonly showsPreviewFirst: boolean };

export function readSendGuards(db: ReadDb, websiteId: number): SendGuards {
  const row = get<SurgeLimits & { readonly showsPreviewFirst: number }>(
    db,
    `SELECT surge_mails AS surgeMails, surge_times AS surgeTimes, surge_cause_orders AS surgeCauseOrders,
       surge_cause_percent AS surgeCausePercent, shows_preview_first AS showsPreviewFirst FROM website WHERE id = @websiteId`,
    { websiteId },
  );
  if (row === undefined) throw new Error(`No website ${websiteId}`);
  return { ...row, showsPreviewFirst: row.showsPreviewFirst === 1 };
}

/** The most mails that one of the last finished runs handed over for a website. */
export function readLargestRun(db: ReadDb, websiteId: number): number {
  const accepted: keyof WebsiteReport = 'accepted';
  const row = get<{ most: number | null }>(
    db,
    `SELECT max(json_extract(site.value, '$.${accepted}')) AS most
     FROM (SELECT report FROM run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT @runs) last, json_each(last.report) site
     WHERE json_extract(site.value, '$.websiteId') = @websiteId`,
    { websiteId, runs: runsLookedAt },
  );
  return row?.most ?? 0;
}

/** Webshop orders of a website that are under way. */
export function countOpenOrders(db: ReadDb, websiteId: number): number {
  const text = `SELECT count(*) AS n FROM sales_order WHERE website_id = @websiteId
    AND status IN (SELECT value FROM json_each(@openStatuses))`;
  return get<{ n: number }>(db, text, { websiteId, openStatuses: JSON.stringify(openStatuses) })?.n ?? 0;
}

export type LineSources = {
  readonly lineId: number;
  readonly productId: number | null;
  readonly productNo: string;
  readonly productName: string;
  readonly linkedPurchase: number | null;
  readonly openPurchase: number | null;
};

/** What the dates and stock of lines come from: their products and the purchases that expected dates may go by. */
export function readLineSources(db: ReadDb, lineIds: readonly number[]): ReadonlyMap<number, LineSources> {
  const rows = all<LineSources>(
    db,
    `SELECT l.id AS lineId, p.id AS productId, coalesce(p.product_no, '') AS productNo, coalesce(p.name, '') AS productName,
       (SELECT pl.purchase_order_id FROM purchase_line pl WHERE pl.id = l.purchase_line_id) AS linkedPurchase,
       (SELECT po.id FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
         WHERE pl.product_id = l.product_id AND pl.received_milli < pl.ordered_milli AND po.status = 'transferred'
         ORDER BY coalesce(pl.delivery_date, po.delivery_date) IS NULL, coalesce(pl.delivery_date, po.delivery_date), po.id LIMIT 1)
         AS openPurchase
     FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.id IN (SELECT value FROM json_each(@lineIds))`,
    { lineIds: JSON.stringify(lineIds) },
  );
  return new Map(rows.map((row) => [row.lineId, row]));
}

export function readPurchaseNos(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, number> {
  const rows = all<{ id: number; no: number }>(
    db,
    'SELECT id, purchase_no AS no FROM purchase_order WHERE id IN (SELECT value FROM json_each(@ids))',
    { ids: JSON.stringify(ids) },
  );
  return new Map(rows.map(({ id, no }) => [id, no]));
}

/** Imports by their entries in the log. */
export function readImports(
  db: ReadDb,
  ids: readonly number[],
): ReadonlyMap<number, Extract<SurgeCause, { kind: 'import' }>> {
  const rows = all<{ id: number; at: string }>(
    db,
    'SELECT id, at FROM log_entry WHERE id IN (SELECT value FROM json_each(@ids))',
    { ids: JSON.stringify(ids) },
  );
  return new Map(rows.map((row) => [row.id, { kind: 'import', ...row }]));
}
