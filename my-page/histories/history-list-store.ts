import { type Expression, type SqlBool, sql } from 'kysely';
import { readQuery } from '../db/read-query.ts';
import type { ReadDb } from '../db/store.ts';
import { unhandledOrders } from '../orders/web-order-store.ts';
import type { ListedHistory } from './listed-history.ts';
import { likePattern } from './search-text.ts';

/** A back order of a back order, and so on; more than anybody has seen. */
const deepestBackOrder = 10;
export const ordersPerPage = 25;

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
};

/**
 * A page of an account's orders, newest first, back orders under their origin. A search lists what it finds one by one:
 * a back order that has the product stands for itself.
 */
export async function readHistoryPage(db: ReadDb, question: HistoryQuestion): Promise<HistoryPage> {
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
  const { accountId, siteAccountId, words, page } = question;
  const skipped = (page - 1) * ordersPerPage;
  if (words.length > 0) return readFound(db, { accountId, words, skipped });
  const [row] = await families(db, { accountId, siteAccountId, skipped });
  return {
    orders: placeUnderOrigin(familyFrom(row?.family ?? null)),
    asOf: row?.asOf ?? null,
    mayHaveUnhandled: Boolean(row?.hasUnhandled),
  };
}

type FamilyQuestion = { readonly accountId: string; readonly siteAccountId: string; readonly skipped: number };
type FamilyAnswer = { readonly family: string | null; readonly asOf: string | null; readonly hasUnhandled: SqlBool };

/**
 * The whole list in one question and one row: a page of orders with all that stems from them (each as
 * `["<root>",<generation>,<listed>]`, joined by commas), and what the page says besides. A row and column of its own
 * for everything took longer to hand over than to find.
 */
const families = readQuery<FamilyQuestion, FamilyAnswer>((db, given) =>
  db
    .withRecursive('family', (cte) =>
      cte
        .selectFrom(
          rootOrders(cte, given.text('accountId'))
            .select(['h.order_id', 'h.listed'])
            .orderBy('h.order_date', 'desc')
            .orderBy('h.order_id', 'desc')
            .limit(sql.lit(ordersPerPage + 1))
            .offset(given.integer('skipped'))
            .as('root'),
        )
        .select(['root.order_id', 'root.listed', 'root.order_id as root_id', sql<number>`0`.as('generation')])
        .unionAll(
          cte
            .selectFrom('family')
            // Not an inner join: SQLite would go through all orders of the account for each one of the page.
            .crossJoin('order_history as h')
            .whereRef('h.origin_order_id', '=', 'family.order_id')
            .where('h.account_id', '=', given.text('accountId'))
            .where('family.generation', '<', sql.lit(deepestBackOrder))
            .select(['h.order_id', 'h.listed', 'family.root_id', sql<number>`family.generation + 1`.as('generation')]),
        ),
    )
    .selectFrom('family')
    .select(
      sql<string | null>`string_agg('["' || root_id || '",' || generation || ',' || listed || ']', ',')`.as('family'),
    )
    .select(({ selectFrom, exists }) => [
      selectFrom('order_history as h')
        .select(({ fn }) => fn.max('h.as_of').as('as_of'))
        .where('h.account_id', '=', given.text('accountId'))
        .as('asOf'),
      exists(unhandledOrders(db, given.text('siteAccountId')).select(sql`1`.as('one'))).as('hasUnhandled'),
    ]),
);

const rootCount = readQuery<{ accountId: string }, { total: number }>((db, given) =>
  rootOrders(db, given.text('accountId')).select(({ fn }) => fn.countAll<number>().as('total')),
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

type Search = { readonly accountId: string; readonly words: readonly string[] };

async function readFound(db: ReadDb, search: Search & { readonly skipped: number }): Promise<Page> {
  const rows = await foundOrders(db, search)
    .select('h.listed')
    .orderBy('h.order_date', 'desc')
    .orderBy('h.order_id', 'desc')
    .limit(ordersPerPage + 1)
    .offset(search.skipped)
    .execute();
  const orders = rows.map(({ listed }) => ({ order: listedFrom(listed), backOrders: [] }));
  return { orders, asOf: await readAsOf(db, search.accountId), mayHaveUnhandled: true };
}

function foundOrders(db: ReadDb, { accountId, words }: Search) {
  let query = db.selectFrom('order_history as h').where('h.account_id', '=', accountId);
  for (const word of words) query = query.where(sql<boolean>`h.search_text LIKE ${likePattern(word)} ESCAPE '\\'`);
  return query;
}

async function countListed(db: ReadDb, search: Search): Promise<number> {
  const rows =
    search.words.length === 0
      ? await rootCount(db, { accountId: search.accountId })
      : await foundOrders(db, search)
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

type FamilyMember = readonly [rootId: string, generation: number, order: ListedHistory];

/** Members come in no order; text and JSON are our own writing. */
function familyFrom(family: string | null): readonly FamilyMember[] {
  return family === null ? [] : (JSON.parse(`[${family}]`) as readonly FamilyMember[]);
}

/** Empty in tombstones only, and those belong to no account. */
function listedFrom(listed: string | null): ListedHistory {
  return JSON.parse(listed ?? '') as ListedHistory;
}

/** The list's own orders newest first, what stems from them one generation after the other, oldest first. */
function placeUnderOrigin(members: readonly FamilyMember[]): readonly ListedOrder[] {
  const sorted = [...members].sort(byGenerationAndAge);
  const families = new Map<string, { readonly order: ListedHistory; readonly backOrders: ListedHistory[] }>();
  for (const [rootId, , order] of sorted) {
    const family = families.get(rootId);
    if (family) family.backOrders.push(order);
    else families.set(rootId, { order, backOrders: [] });
  }
  return [...families.values()].reverse();
}

function byGenerationAndAge([, generationA, a]: FamilyMember, [, generationB, b]: FamilyMember): number {
  if (generationA !== generationB) return generationA - generationB;
  const [ageA, ageB] = [a.orderDate + a.orderId, b.orderDate + b.orderId];
  return ageA < ageB ? -1 : ageA > ageB ? 1 : 0;
}
