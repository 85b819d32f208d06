import { type Expression, type SqlBool, sql } from 'kysely';
import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import { readQuery } from '../db/read-query.ts';
import type { ReadDb } from '../db/store.ts';
import { unhandledOrders } from '../orders/web-order-store.ts';
import { likePattern } from './search-text.ts';

/** A back order of a back order, and so on; more than anybody has seen. */
const deepestBackOrder = 10;

/** What the list says of an order. */
export type ListedHistory = Pick<
  OrderHistory,
  'orderId' | 'webOrderNo' | 'orderDate' | 'statusText' | 'isFinished' | 'expected' | 'total'
>;

/** An order with its back orders and credit notes, all generations, oldest first. */
export type ListedOrder = { readonly order: ListedHistory; readonly backOrders: readonly ListedHistory[] };

export type HistoryPage = {
  readonly orders: readonly ListedOrder[];
  /** From 1; the last one where a page beyond it was asked for. */
  readonly page: number;
  readonly lastPage: number;
  /** When the shop last looked at any of the account's orders. */
  readonly asOf: string | null;
  /** False when no order that was placed here waits to be handled. */
  readonly mayHaveUnhandled: boolean;
};

export type HistoryQuestion = {
  /** The desktop's account id. */
  readonly accountId: string;
  /** The site's own. */
  readonly siteAccountId: string;
  /** From search-text.ts; none lists everything. */
  readonly words: readonly string[];
  readonly page: number;
  readonly ordersPerPage: number;
};

/**
 * A page of an account's orders, newest first, back orders under their origin. A search lists what it finds one by one:
 * a back order that has the product stands for itself.
 */
export async function readHistoryPage(db: ReadDb, question: HistoryQuestion): Promise<HistoryPage> {
  const { ordersPerPage } = question;
  const first = await readPage(db, question);
  // One more than fits was asked for: on a first page it says whether there is another one, without counting.
  const isOnlyPage = question.page === 1 && first.orders.length <= ordersPerPage;
  const lastPage = isOnlyPage ? 1 : Math.max(1, Math.ceil((await countListed(db, question)) / ordersPerPage));
  const page = Math.min(question.page, lastPage);
  const { orders, ...rest } = page === question.page ? first : await readPage(db, { ...question, page });
  return { ...rest, orders: orders.slice(0, ordersPerPage), page, lastPage };
}

type Page = Pick<HistoryPage, 'orders' | 'asOf' | 'mayHaveUnhandled'>;

async function readPage(db: ReadDb, question: HistoryQuestion): Promise<Page> {
  const { accountId, siteAccountId, words, page, ordersPerPage } = question;
  const given = { accountId, skipped: (page - 1) * ordersPerPage, limit: ordersPerPage + 1 };
  if (words.length > 0) return readFound(db, words, given);
  const rows = await families(db, { ...given, siteAccountId });
  const [first] = rows;
  // Nothing but orders says what else there is: without one it has to be asked for.
  if (!first) return { orders: [], asOf: await readAsOf(db, accountId), mayHaveUnhandled: true };
  return { orders: placeUnderOrigin(rows), asOf: first.asOf, mayHaveUnhandled: Boolean(first.hasUnhandled) };
}

type ListedRow = {
  readonly orderId: string;
  readonly webOrderNo: string | null;
  readonly orderDate: string | null;
  readonly statusText: string | null;
  readonly isFinished: number | null;
  readonly expected: string | null;
  readonly total: string | null;
};
type FamilyRow = ListedRow & {
  readonly rootId: string;
  readonly generation: number;
  readonly asOf: string | null;
  readonly hasUnhandled: SqlBool;
};

const listedColumns = [
  'order_id',
  'web_order_no',
  'order_date',
  'status_text',
  'is_finished',
  'expected',
  'total',
] as const;

/** A page of orders, all that stems from them, and what the page says besides: one question for the whole list. */
const families = readQuery<{ accountId: string; siteAccountId: string; skipped: number; limit: number }, FamilyRow>(
  (db, given) =>
    db
      .withRecursive('family', (cte) =>
        cte
          .selectFrom(
            rootOrders(cte, given('accountId'))
              .select(listedColumns.map((column) => `h.${column}` as const))
              .orderBy('h.order_date', 'desc')
              .orderBy('h.order_id', 'desc')
              .limit(given('limit'))
              .offset(given('skipped'))
              .as('root'),
          )
          .selectAll('root')
          .select(['root.order_id as root_id', sql<number>`0`.as('generation')])
          .unionAll(
            cte
              .selectFrom('family')
              .innerJoin('order_history as h', 'h.origin_order_id', 'family.order_id')
              .where('h.account_id', '=', given('accountId'))
              .where('family.generation', '<', deepestBackOrder)
              .select(listedColumns.map((column) => `h.${column}` as const))
              .select(['family.root_id', sql<number>`family.generation + 1`.as('generation')]),
          ),
      )
      .selectFrom('family')
      .select([
        'order_id as orderId',
        'web_order_no as webOrderNo',
        'order_date as orderDate',
        'status_text as statusText',
        'is_finished as isFinished',
        'expected',
        'total',
        'root_id as rootId',
        'generation',
      ])
      .select(({ selectFrom, exists }) => [
        selectFrom('order_history as h')
          .select(({ fn }) => fn.max('h.as_of').as('as_of'))
          .where('h.account_id', '=', given('accountId'))
          .as('asOf'),
        exists(unhandledOrders(db, given('siteAccountId')).select('web_order.enquiry_id')).as('hasUnhandled'),
      ])
      .orderBy('generation')
      .orderBy('order_date')
      .orderBy('order_id'),
);

const rootCount = readQuery<{ accountId: string }, { total: number }>((db, given) =>
  rootOrders(db, given('accountId')).select(({ fn }) => fn.countAll<number>().as('total')),
);

/** The orders that get a place of their own in the list. */
function rootOrders(db: ReadDb, accountId: Expression<string>) {
  return db
    .selectFrom('order_history as h')
    .where('h.account_id', '=', accountId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('order_history as origin')
            .select('origin.order_id')
            .whereRef('origin.order_id', '=', 'h.origin_order_id')
            .whereRef('origin.account_id', '=', 'h.account_id'),
        ),
      ),
    );
}

async function readFound(
  db: ReadDb,
  words: readonly string[],
  page: { readonly accountId: string; readonly limit: number; readonly skipped: number },
): Promise<Page> {
  const rows = await foundOrders(db, page.accountId, words)
    .select([
      'h.order_id as orderId',
      'h.web_order_no as webOrderNo',
      'h.order_date as orderDate',
      'h.status_text as statusText',
      'h.is_finished as isFinished',
      'h.expected',
      'h.total',
    ])
    .orderBy('h.order_date', 'desc')
    .orderBy('h.order_id', 'desc')
    .limit(page.limit)
    .offset(page.skipped)
    .execute();
  const orders = rows.map((row) => ({ order: toListed(row), backOrders: [] }));
  return { orders, asOf: await readAsOf(db, page.accountId), mayHaveUnhandled: true };
}

function foundOrders(db: ReadDb, accountId: string, words: readonly string[]) {
  let query = db.selectFrom('order_history as h').where('h.account_id', '=', accountId);
  for (const word of words) query = query.where(sql<boolean>`h.search_text LIKE ${likePattern(word)} ESCAPE '\\'`);
  return query;
}

async function countListed(db: ReadDb, { accountId, words }: HistoryQuestion): Promise<number> {
  const rows =
    words.length === 0
      ? await rootCount(db, { accountId })
      : await foundOrders(db, accountId, words)
          .select(({ fn }) => fn.countAll<number>().as('total'))
          .execute();
  return Number(rows[0]?.total ?? 0);
}

async function readAsOf(db: ReadDb, accountId: string): Promise<string | null> {
  const { asOf } = await db
    .selectFrom('order_history')
    .select(({ fn }) => fn.max('as_of').as('asOf'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return asOf;
}

/** Rows come oldest first, one generation after the other; the list wants its own orders newest first. */
function placeUnderOrigin(rows: readonly FamilyRow[]): readonly ListedOrder[] {
  const orders: { readonly order: ListedHistory; readonly backOrders: ListedHistory[] }[] = [];
  const byRoot = new Map<string, ListedHistory[]>();
  for (const row of rows) {
    const backOrders = byRoot.get(row.rootId);
    if (backOrders) {
      backOrders.push(toListed(row));
      continue;
    }
    const placed = { order: toListed(row), backOrders: [] };
    byRoot.set(row.rootId, placed.backOrders);
    orders.push(placed);
  }
  return orders.reverse();
}

/** Columns are empty in tombstones only, and those belong to no account. */
function toListed(row: ListedRow): ListedHistory {
  return {
    orderId: row.orderId,
    webOrderNo: row.webOrderNo ?? '',
    orderDate: row.orderDate ?? '',
    statusText: row.statusText ?? '',
    isFinished: row.isFinished === 1,
    expected: row.expected ?? '',
    total: row.total ?? '',
  };
}
