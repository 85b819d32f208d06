import { sql } from 'kysely';
import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { ReadDb } from '../db/store.ts';
import { parseBody } from './history-store.ts';
import { likePattern } from './search-text.ts';

/** A back order of a back order, and so on; more than anybody has seen. */
const deepestBackOrder = 10;

/** An order with its back orders and credit notes, all generations, oldest first. */
export type ListedOrder = { readonly order: OrderHistory; readonly backOrders: readonly OrderHistory[] };

export type HistoryPage = {
  readonly orders: readonly ListedOrder[];
  /** From 1; the last one where a page beyond it was asked for. */
  readonly page: number;
  readonly lastPage: number;
  /** When the shop last looked at any of the account's orders. */
  readonly asOf: string | null;
};

export type HistoryQuestion = {
  /** The desktop's account id. */
  readonly accountId: string;
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
  const { accountId, words, ordersPerPage } = question;
  const { total } = await listed(db, accountId, words)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const lastPage = Math.max(1, Math.ceil(Number(total) / ordersPerPage));
  const page = Math.min(question.page, lastPage);
  const rows = await listed(db, accountId, words)
    .select('h.body')
    .orderBy('h.order_date', 'desc')
    .orderBy('h.order_id', 'desc')
    .offset((page - 1) * ordersPerPage)
    .limit(ordersPerPage)
    .execute();
  const orders = rows.flatMap(({ body }) => parseBody(body));
  const backOrders = words.length > 0 ? [] : await readBackOrders(db, accountId, orders);
  return { orders: placeUnderOrigin(orders, backOrders), page, lastPage, asOf: await readAsOf(db, accountId) };
}

async function readAsOf(db: ReadDb, accountId: string): Promise<string | null> {
  const { asOf } = await db
    .selectFrom('order_history')
    .select(({ fn }) => fn.max('as_of').as('asOf'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return asOf;
}

/** The orders that get a place of their own in the list. */
function listed(db: ReadDb, accountId: string, words: readonly string[]) {
  let query = db.selectFrom('order_history as h').where('h.account_id', '=', accountId);
  for (const word of words) query = query.where(sql<boolean>`h.search_text LIKE ${likePattern(word)} ESCAPE '\\'`);
  if (words.length > 0) return query;
  return query.where(({ not, exists, selectFrom }) =>
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

async function readBackOrders(
  db: ReadDb,
  accountId: string,
  origins: readonly OrderHistory[],
): Promise<readonly OrderHistory[]> {
  const found: OrderHistory[] = [];
  let parents = origins;
  for (let depth = 0; depth < deepestBackOrder && parents.length > 0; depth++) {
    const ids = parents.map(({ orderId }) => orderId);
    const rows = await db
      .selectFrom('order_history')
      .select('body')
      .where('origin_order_id', 'in', ids)
      .where('account_id', '=', accountId)
      .orderBy('order_date')
      .orderBy('order_id')
      .execute();
    parents = rows.flatMap(({ body }) => parseBody(body));
    found.push(...parents);
  }
  return found;
}

/** Parents come before their children in `backOrders`. */
function placeUnderOrigin(
  orders: readonly OrderHistory[],
  backOrders: readonly OrderHistory[],
): readonly ListedOrder[] {
  const rootOf = new Map(orders.map(({ orderId }) => [orderId, orderId]));
  for (const { orderId, originOrderId } of backOrders) rootOf.set(orderId, rootOf.get(originOrderId ?? '') ?? '');
  return orders.map((order) => ({
    order,
    backOrders: backOrders.filter(({ orderId }) => rootOf.get(orderId) === order.orderId),
  }));
}
