import { type Expression, sql } from 'kysely';
import type { z } from 'zod';
import { type EnquiryOutcomes, placedOrder } from '../../shared/my-page/protocol.ts';
import { drawNumber } from '../db/counter-store.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';
import type { WebOrderRow } from '../db/tables.ts';

const storedOrder = placedOrder.omit({ webOrderNo: true });
export type StoredOrder = z.infer<typeof storedOrder>;

/** The site's own copy of an order that was placed here. */
export type WebOrder = {
  readonly webOrderNo: string;
  readonly enquiryId: string;
  readonly placedAt: string;
  readonly order: StoredOrder;
  /** The shop has said that it does not carry the order out (domain.md 9.26). */
  readonly isRejected: boolean;
};

/** Draws a web order no. that no storefront has used. */
export async function drawWebOrderNo(tx: WriteTx): Promise<string> {
  for (;;) {
    const webOrderNo = `W-${await drawNumber(tx, 'web-order')}`;
    if (!(await isWebOrderNoTaken(tx, webOrderNo))) return webOrderNo;
  }
}

export async function isWebOrderNoTaken(db: ReadDb, webOrderNo: string): Promise<boolean> {
  const placed = await db
    .selectFrom('web_order')
    .select('web_order_no')
    .where('web_order_no', '=', webOrderNo)
    .executeTakeFirst();
  return placed !== undefined;
}

export async function insertWebOrder(tx: WriteTx, placed: Omit<WebOrder, 'isRejected'>): Promise<void> {
  await tx
    .insertInto('web_order')
    .values({
      web_order_no: placed.webOrderNo,
      enquiry_id: placed.enquiryId,
      account_id: placed.order.siteAccountId,
      placed_at: placed.placedAt,
      body: JSON.stringify(placed.order),
      outcome: null,
    })
    .execute();
}

/** Stores another body of an order that was placed here; its account stays as it is. */
export async function replaceWebOrder(tx: WriteTx, { webOrderNo, order }: WebOrder): Promise<void> {
  await tx
    .updateTable('web_order')
    .set({ body: JSON.stringify(order) })
    .where('web_order_no', '=', webOrderNo)
    .execute();
}

/** Stores what became of orders placed here; answers how many of them are known. */
export async function storeOutcomes(tx: WriteTx, outcomes: EnquiryOutcomes['outcomes']): Promise<number> {
  let stored = 0;
  for (const { enquiryId, outcome } of outcomes) {
    const { numUpdatedRows } = await tx
      .updateTable('web_order')
      .set({ outcome })
      .where('enquiry_id', '=', enquiryId)
      .executeTakeFirst();
    stored += Number(numUpdatedRows);
  }
  return stored;
}

export async function readWebOrderByNo(db: ReadDb, webOrderNo: string): Promise<WebOrder | null> {
  const row = await db.selectFrom('web_order').selectAll().where('web_order_no', '=', webOrderNo).executeTakeFirst();
  return row ? toWebOrder(row) : null;
}

/** The site's own copy, by its enquiry: whoever knows that random id has just placed the order. */
export async function readWebOrder(db: ReadDb, enquiryId: string): Promise<WebOrder | null> {
  const row = await db.selectFrom('web_order').selectAll().where('enquiry_id', '=', enquiryId).executeTakeFirst();
  return row ? toWebOrder(row) : null;
}

/**
 * Orders of an account that the desktop has not published yet, newest first (domain.md 9.26). Histories may come before
 * the account they belong to; until it comes, the customer sees the site's own copies.
 */
export async function readUnhandledOrders(db: ReadDb, siteAccountId: string): Promise<readonly WebOrder[]> {
  const rows = await unhandledOrders(db, siteAccountId)
    .selectAll('web_order')
    .where('web_order.outcome', 'is', null)
    .orderBy('web_order.placed_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(toWebOrder);
}

/** Those that the shop has rejected, newest first. */
export async function readRejectedOrders(db: ReadDb, siteAccountId: string): Promise<readonly WebOrder[]> {
  const rows = await unhandledOrders(db, siteAccountId)
    .selectAll('web_order')
    .where('web_order.outcome', '=', 'rejected')
    .orderBy('web_order.placed_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(toWebOrder);
}

/** One such order, rejected or not, or null. */
export async function readUnhandledOrder(
  db: ReadDb,
  siteAccountId: string,
  enquiryId: string,
): Promise<WebOrder | null> {
  const row = await unhandledOrders(db, siteAccountId)
    .selectAll('web_order')
    .where('web_order.enquiry_id', '=', enquiryId)
    .executeTakeFirst();
  return row ? toWebOrder(row) : null;
}

/** All orders that an account placed here, handled or not, newest first. */
export async function readWebOrdersOf(db: ReadDb, siteAccountId: string): Promise<readonly WebOrder[]> {
  const rows = await db
    .selectFrom('web_order')
    .selectAll()
    .where('account_id', '=', siteAccountId)
    .orderBy('placed_at', 'desc')
    .execute();
  return rows.map(toWebOrder);
}

/** The orders of an account (the site's own id) that the desktop has not published; what to select is left open. */
export function unhandledOrders(db: ReadDb, siteAccountId: string | Expression<string>) {
  return db
    .selectFrom('web_order')
    .where('web_order.account_id', '=', siteAccountId)
    .where(({ not, or, exists, selectFrom }) =>
      or([
        not(
          exists(
            selectFrom('order_history')
              // Nothing of the row, so that the index alone answers
              .select(sql<number>`1`.as('one'))
              .whereRef('order_history.web_order_no', '=', 'web_order.web_order_no'),
          ),
        ),
        exists(
          selectFrom('account')
            .select('account.id')
            .whereRef('account.id', '=', 'web_order.account_id')
            .where('account.desktop_account_id', 'is', null),
        ),
      ]),
    );
}

function toWebOrder(row: WebOrderRow): WebOrder {
  return {
    webOrderNo: row.web_order_no,
    enquiryId: row.enquiry_id,
    placedAt: row.placed_at,
    order: storedOrder.parse(JSON.parse(row.body)),
    isRejected: row.outcome === 'rejected',
  };
}
