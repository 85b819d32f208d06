import type { OrderStatus } from '../../../shared/order.ts';
import { all, type ReadDb } from '../db/database.ts';
import { readTrackingUrls } from '../ledger/planning-store.ts';
import { readCompleteLanguages } from '../mail/added-language-store.ts';
import { readEffectiveDates } from '../orders/effective-dates.ts';
import { trackingUrl } from '../orders/tracking-url.ts';
import { type PriceColumns, priceColumns, takePrices } from '../settings/price-columns.ts';
import type { HistorySource, HistorySourceLine } from './history-source.ts';
import { readPapers } from './paper-store.ts';

/** More than anybody scrolls through; keeps one document small. */
const newsPerOrder = 100;

type OrderRow = Omit<
  HistorySource,
  'isErased' | 'languages' | 'added' | 'prices' | 'lines' | 'shipments' | 'papers' | 'news'
> & {
  readonly status: OrderStatus;
  readonly websiteId: number;
  readonly isErased: number;
  readonly orderLanguage: string | null;
  readonly contactLanguage: string | null;
  readonly substitute: string | null;
  readonly websiteLanguage: string;
} & PriceColumns;

const orderRows = `SELECT o.id AS orderId, o.website_id AS websiteId, o.public_id AS publicId, p.version, a.public_id AS accountPublicId,
    o.web_order_no AS webOrderNo,
    (SELECT origin.public_id FROM sales_order origin WHERE origin.id = coalesce(o.parent_order_id, o.credited_order_id)) AS originPublicId,
    o.customer_name AS customerName, c.erased_at IS NOT NULL AS isErased,
    coalesce(nullif(o.ordering_email, ''), nullif(c.contact_person_email, ''), c.email) AS email,
    o.language AS orderLanguage, c.language AS contactLanguage, w.language AS websiteLanguage,
    (SELECT s.substitute FROM website_language_substitute s
      WHERE s.website_id = w.id AND s.language = coalesce(o.language, c.language, w.language)) AS substitute,
    o.order_date AS orderDate, o.status, o.currency, o.freight_minor AS freightMinor, w.history_months AS historyMonths,
    (SELECT currency FROM company) AS companyCurrency, ${priceColumns}
  FROM sales_order o
  JOIN order_publication p ON p.order_id = o.id
  JOIN website w ON w.id = o.website_id
  JOIN contact c ON c.id = o.contact_id
  LEFT JOIN website_account a ON a.contact_id = o.contact_id AND a.website_id = o.website_id
  WHERE o.id IN (SELECT value FROM json_each(@orderIds)) ORDER BY o.id`;

/** All that My page shows of these orders, in one read per table: a batch costs the same few queries whatever its size. */
export function readHistorySources(db: ReadDb, orderIds: readonly number[]): readonly HistorySource[] {
  const orders = all<OrderRow>(db, orderRows, { orderIds: JSON.stringify(orderIds) });
  const lines = readLines(db, orderIds);
  const shipments = readShipments(db, orderIds);
  const papers = byOrder(readPapers(db, orderIds), ({ orderId: _orderId, ...paper }) => paper);
  const news = readNews(db, orderIds);
  const websiteIds = [...new Set(orders.map(({ websiteId }) => websiteId))];
  const added = new Map(websiteIds.map((id) => [id, readCompleteLanguages(db, id)]));
  return orders.map(({ orderLanguage, contactLanguage, substitute, websiteLanguage, websiteId, ...row }) => {
    const { prices, rest: order } = takePrices(row);
    return {
      ...order,
      prices,
      added: added.get(websiteId) ?? new Map(),
      isErased: order.isErased === 1,
      languages: [orderLanguage ?? contactLanguage ?? websiteLanguage, substitute, websiteLanguage].filter(
        (code) => code !== null,
      ),
      lines: lines.get(order.orderId) ?? [],
      shipments: shipments.get(order.orderId) ?? [],
      papers: papers.get(order.orderId) ?? [],
      news: news.get(order.orderId) ?? [],
    };
  });
}

type OfOrder = { readonly orderId: number };
type News = HistorySource['news'][number];

function byOrder<Row extends OfOrder, Shown>(
  rows: readonly Row[],
  show: (row: Row) => Shown,
): ReadonlyMap<number, readonly Shown[]> {
  const grouped = new Map<number, Shown[]>();
  for (const row of rows) {
    const group = grouped.get(row.orderId);
    if (group === undefined) grouped.set(row.orderId, [show(row)]);
    else group.push(show(row));
  }
  return grouped;
}

function readLines(db: ReadDb, orderIds: readonly number[]): ReadonlyMap<number, readonly HistorySourceLine[]> {
  const dates = readEffectiveDates(db, orderIds);
  const rows = all<Omit<HistorySourceLine, 'expectedDate'> & OfOrder>(
    db,
    `SELECT order_id AS orderId, id, product_no AS productNo, description, unit, ordered_milli AS orderedMilli,
       delivered_milli AS deliveredMilli, moved_milli AS movedMilli, remaining_milli AS remainingMilli,
       unit_price_minor AS unitPriceMinor, vat_permille AS vatPermille
     FROM order_line WHERE order_id IN (SELECT value FROM json_each(@orderIds)) AND is_removed = 0
     ORDER BY order_id, position`,
    { orderIds: JSON.stringify(orderIds) },
  );
  return byOrder(rows, ({ orderId: _orderId, ...line }) => ({
    ...line,
    expectedDate: dates.get(line.id)?.date ?? null,
  }));
}

function readShipments(db: ReadDb, orderIds: readonly number[]) {
  // As the mails find it: however the carrier is spelled
  const patterns = readTrackingUrls(db);
  const rows = all<OfOrder & { readonly carrier: string; readonly shippingNo: string }>(
    db,
    `SELECT s.order_id AS orderId, s.carrier, s.shipping_no AS shippingNo FROM shipment s
     WHERE s.order_id IN (SELECT value FROM json_each(@orderIds)) ORDER BY s.order_id, s.id`,
    { orderIds: JSON.stringify(orderIds) },
  );
  return byOrder(rows, ({ carrier, shippingNo }) => ({
    carrier,
    shippingNo,
    trackingUrl: trackingUrl(patterns.get(carrier.toLowerCase()) ?? null, shippingNo),
  }));
}

function readNews(db: ReadDb, orderIds: readonly number[]): ReadonlyMap<number, readonly News[]> {
  const rows = all<OfOrder & { readonly at: string; readonly sentences: string }>(
    db,
    `SELECT order_id AS orderId, at, sentences FROM order_news
     WHERE order_id IN (SELECT value FROM json_each(@orderIds)) ORDER BY order_id, ledger_version DESC`,
    { orderIds: JSON.stringify(orderIds) },
  );
  const news = new Map<number, News[]>();
  for (const { orderId, at, sentences } of rows) {
    const ofOrder = news.get(orderId) ?? [];
    if (ofOrder.length === 0) news.set(orderId, ofOrder);
    if (ofOrder.length < newsPerOrder) ofOrder.push({ at, sentences: JSON.parse(sentences) as readonly string[] });
  }
  return news;
}
