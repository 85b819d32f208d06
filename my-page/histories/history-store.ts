import type { SqlBool } from 'kysely';
import { bucketOf, type HistoryVersion } from '../../shared/my-page/history-state.ts';
import {
  type HeldHistory,
  type OrderHistory,
  orderHistory,
  type PublishHistories,
} from '../../shared/my-page/protocol.ts';
import { readQuery } from '../db/read-query.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';
import type { OrderHistoryRow } from '../db/tables.ts';
import { listedFormOf } from './listed-history.ts';
import { searchTextOf } from './search-text.ts';

export type PublishedDocument = PublishHistories['histories'][number];
const nothingShown = {
  body: null,
  account_id: null,
  order_date: null,
  as_of: null,
  search_text: null,
  origin_order_id: null,
  listed: null,
} as const;

export type StoreOutcome = { readonly outcome: 'stored' | 'unchanged'; readonly version: number };

/**
 * Stores a document if its version is higher than the one held. A tombstone removes what the document said, but keeps
 * its version and its web order no.
 */
export async function storeHistory(tx: WriteTx, document: PublishedDocument): Promise<StoreOutcome> {
  const held = await tx
    .selectFrom('order_history')
    .select('version')
    .where('order_id', '=', document.orderId)
    .executeTakeFirst();
  if (held && held.version >= document.version) return { outcome: 'unchanged', version: held.version };
  const { orderId, version } = document;
  const shown = shownOf(document);
  if (held) {
    await tx
      .updateTable('order_history')
      .set({ version, ...shown })
      .where('order_id', '=', orderId)
      .execute();
  } else {
    await tx.insertInto('order_history').values(historyRowOf(document)).execute();
  }
  return { outcome: 'stored', version };
}

/** Rows of one statement: enough that the statement itself no longer counts, of one size so that it is prepared once. */
const rowsPerStatement = 100;

/** As `storeHistory`, of documents of different orders that are no tombstones. Outcomes by order. */
export async function storeDifferentHistories(
  tx: WriteTx,
  documents: readonly OrderHistory[],
): Promise<ReadonlyMap<string, StoreOutcome>> {
  const held = await heldVersions(
    tx,
    documents.map(({ orderId }) => orderId),
  );
  const isNews = ({ orderId, version }: OrderHistory) => version > (held.get(orderId) ?? 0);
  const news = documents.filter(isNews);
  for (let from = 0; from < news.length; from += rowsPerStatement) {
    await tx
      .insertInto('order_history')
      .values(news.slice(from, from + rowsPerStatement).map(historyRowOf))
      .onConflict((conflict) =>
        conflict.column('order_id').doUpdateSet(({ ref }) => ({
          version: ref('excluded.version'),
          body: ref('excluded.body'),
          account_id: ref('excluded.account_id'),
          web_order_no: ref('excluded.web_order_no'),
          order_date: ref('excluded.order_date'),
          as_of: ref('excluded.as_of'),
          search_text: ref('excluded.search_text'),
          origin_order_id: ref('excluded.origin_order_id'),
          listed: ref('excluded.listed'),
        })),
      )
      .execute();
  }
  return new Map(
    documents.map((document) => [
      document.orderId,
      isNews(document)
        ? { outcome: 'stored', version: document.version }
        : { outcome: 'unchanged', version: held.get(document.orderId) ?? 0 },
    ]),
  );
}

async function heldVersions(db: ReadDb, orderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('order_history')
    .select(['order_id', 'version'])
    .where('order_id', 'in', orderIds)
    .execute();
  return new Map(rows.map(({ order_id, version }) => [order_id, version]));
}

/** A document's row, as it stands when nothing of the order was held before. */
export function historyRowOf(document: PublishedDocument): OrderHistoryRow {
  const { orderId, version } = document;
  return { order_id: orderId, version, bucket: bucketOf(orderId), web_order_no: null, ...shownOf(document) };
}

/** The columns that a document fills; a tombstone leaves the web order no. as it stands. */
function shownOf(document: PublishedDocument) {
  if (document.deleted) return nothingShown;
  return {
    body: JSON.stringify(document),
    account_id: document.accountId,
    web_order_no: document.webOrderNo,
    order_date: document.orderDate,
    as_of: document.asOf,
    search_text: searchTextOf(document),
    origin_order_id: document.originOrderId,
    listed: listedFormOf(document),
  };
}

/** The version held of an order, 0 when it was never published. */
export async function heldVersion(db: ReadDb, orderId: string): Promise<number> {
  const row = await db.selectFrom('order_history').select('version').where('order_id', '=', orderId).executeTakeFirst();
  return row?.version ?? 0;
}

/** The highest version of any order, tombstones too; 0 for an empty site. */
export async function highestVersion(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('order_history')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** What is held of the orders after one, by order id: their versions, and what their documents say was told. */
export async function listHeldHistories(
  db: ReadDb,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly HeldHistory[]> {
  const rows = await db
    .selectFrom('order_history')
    .select(['order_id', 'version', 'web_order_no', 'body'])
    .where('order_id', '>', page.after)
    .orderBy('order_id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    orderId: row.order_id,
    version: row.version,
    webOrderNo: row.web_order_no,
    news: row.body === null ? [] : orderHistory.parse(JSON.parse(row.body)).news,
  }));
}

/** Every order of a bucket with its version, tombstones too. */
export async function bucketVersions(db: ReadDb, bucket: number): Promise<readonly HistoryVersion[]> {
  return db
    .selectFrom('order_history')
    .select(['order_id as orderId', 'version'])
    .where('bucket', '=', bucket)
    .orderBy('order_id')
    .execute();
}

/** An order, and which order it stems from, where that is the same account's. */
export type HistoryWithOrigin = {
  readonly order: OrderHistory;
  readonly origin: Pick<OrderHistory, 'orderId' | 'webOrderNo'> | null;
  /** Whether orders of the same account stem from it: most have none, and need not be asked for. */
  readonly hasBackOrders: boolean;
};

/** One order of an account and what surrounds it, in one question. */
export const historyWithOrigin = readQuery<
  { accountId: string; orderId: string },
  { body: string | null; originId: string | null; originNo: string | null; hasBackOrders: SqlBool }
>((db, given) =>
  db
    .selectFrom('order_history as h')
    .leftJoin('order_history as origin', (join) =>
      join.onRef('origin.order_id', '=', 'h.origin_order_id').onRef('origin.account_id', '=', 'h.account_id'),
    )
    .select(['h.body', 'origin.order_id as originId', 'origin.web_order_no as originNo'])
    .select(({ selectFrom, exists }) =>
      exists(
        selectFrom('order_history as back')
          .select('back.order_id')
          .whereRef('back.origin_order_id', '=', 'h.order_id')
          .whereRef('back.account_id', '=', 'h.account_id'),
      ).as('hasBackOrders'),
    )
    .where('h.order_id', '=', given.text('orderId'))
    .where('h.account_id', '=', given.text('accountId')),
);

/** One order of that account (the desktop's account id), or null; another account's order is null too. */
export async function readHistory(db: ReadDb, accountId: string, orderId: string): Promise<HistoryWithOrigin | null> {
  const [row] = await historyWithOrigin(db, { accountId, orderId });
  const [order] = parseBody(row?.body ?? null);
  if (!row || !order) return null;
  const { originId, originNo, hasBackOrders } = row;
  const origin = originId === null ? null : { orderId: originId, webOrderNo: originNo ?? '' };
  return { order, origin, hasBackOrders: Boolean(hasBackOrders) };
}

/** The document held of an order, whoever's it is, or null: for what the desktop publishes. */
export async function readHeldHistory(db: ReadDb, orderId: string): Promise<OrderHistory | null> {
  const row = await db.selectFrom('order_history').select('body').where('order_id', '=', orderId).executeTakeFirst();
  return parseBody(row?.body ?? null)[0] ?? null;
}

/** The number that an order was published under last, also of a tombstone; null when it never said one. */
export async function readWebOrderNo(db: ReadDb, orderId: string): Promise<string | null> {
  const row = await db
    .selectFrom('order_history')
    .select('web_order_no')
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row?.web_order_no ?? null;
}

/**
 * Empties every document of an account (the desktop's account id); the versions stay known, so that the desktop's own
 * tombstones, which come with the next Get Website Data, are told apart from it. Answers the orders.
 */
export async function forgetHistoriesOf(tx: WriteTx, accountId: string): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('order_history')
    .set(nothingShown)
    .where('account_id', '=', accountId)
    .returning('order_id')
    .execute();
  return rows.map(({ order_id }) => order_id);
}

/** All orders of an account (the desktop's account id), newest first. */
export async function readAllHistories(db: ReadDb, accountId: string): Promise<readonly OrderHistory[]> {
  const rows = await db
    .selectFrom('order_history')
    .select('body')
    .where('account_id', '=', accountId)
    .orderBy('order_date', 'desc')
    .orderBy('order_id', 'desc')
    .execute();
  return rows.flatMap(({ body }) => parseBody(body));
}

/** A stored document, or none. */
export function parseBody(body: string | null): readonly OrderHistory[] {
  return body === null ? [] : [orderHistory.parse(JSON.parse(body))];
}
