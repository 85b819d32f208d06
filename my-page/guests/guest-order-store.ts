import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import { foldEmail } from '../accounts/account-store.ts';
import type { ReadDb } from '../db/store.ts';
import { parseBody } from '../histories/history-store.ts';
import { readWebOrder, type WebOrder } from '../orders/web-order-store.ts';

/** An order of a guest, by the two things he knows of it. */
export type FoundOrder = {
  /** Either a published order or one that is received and not handled yet. */
  readonly orderId: string | null;
  readonly enquiryId: string | null;
  readonly webOrderNo: string;
  readonly email: string;
  readonly name: string;
  /** Null where the order does not say. */
  readonly language: string | null;
};

/** What a guest may look at: one order with its back orders, or the site's own copy of one. */
export type GuestView =
  | { readonly kind: 'published'; readonly order: OrderHistory; readonly backOrders: readonly OrderHistory[] }
  | { readonly kind: 'received'; readonly placed: WebOrder };

const mostOfOneNumber = 20;
const mostBackOrders = 50;

/** The order of that number and address; both must fit. The same queries, whether there is one or not. */
export async function findGuestOrder(db: ReadDb, webOrderNo: string, email: string): Promise<FoundOrder | null> {
  const published = await publishedUnder(db, [webOrderNo, webOrderNo.toUpperCase()]);
  const placed = await db
    .selectFrom('web_order')
    .select('enquiry_id')
    .where('web_order_no', 'in', [webOrderNo, webOrderNo.toUpperCase()])
    .orderBy('web_order_no')
    .limit(1)
    .executeTakeFirst();
  const unhandled = await readWebOrder(db, placed?.enquiry_id ?? '');
  const fitting = fittingOrder(published, email);
  if (fitting) return toFound(fitting);
  const isReceived = unhandled !== null && published.length === 0;
  if (!isReceived || foldEmail(unhandled.order.customer.email) !== foldEmail(email)) return null;
  const { customer, language } = unhandled.order;
  const ids = { orderId: null, enquiryId: unhandled.enquiryId, webOrderNo: unhandled.webOrderNo };
  return { ...ids, email: customer.email, name: customer.name, language };
}

/** The order as it stands now, or null: removed, or no longer of that address. */
export async function readFoundOrder(
  db: ReadDb,
  asked: { readonly orderId: string | null; readonly enquiryId: string | null; readonly email: string },
): Promise<FoundOrder | null> {
  const webOrderNo = await numberOf(db, asked);
  return webOrderNo === null ? null : findGuestOrder(db, webOrderNo, asked.email);
}

/** What a pass shows now. An order that was handled meanwhile shows as the shop published it. */
export async function readGuestView(
  db: ReadDb,
  pass: { readonly orderId: string | null; readonly enquiryId: string | null },
): Promise<GuestView | null> {
  if (pass.orderId !== null) return publishedView(db, await readOne(db, pass.orderId));
  const placed = await readWebOrder(db, pass.enquiryId ?? '');
  if (!placed) return null;
  const published = await publishedUnder(db, [placed.webOrderNo]);
  if (published.length === 0) return { kind: 'received', placed };
  return publishedView(db, fittingOrder(published, placed.order.customer.email));
}

async function publishedView(db: ReadDb, order: OrderHistory | null): Promise<GuestView | null> {
  return order === null ? null : { kind: 'published', order, backOrders: await backOrdersOf(db, order.orderId) };
}

/** What stems from an order, and from that; a back order may be split again. */
async function backOrdersOf(db: ReadDb, orderId: string): Promise<readonly OrderHistory[]> {
  const found = new Map<string, OrderHistory>();
  for (let origins = [orderId]; origins.length > 0 && found.size < mostBackOrders; ) {
    const rows = await db
      .selectFrom('order_history')
      .select('body')
      .where('origin_order_id', 'in', origins)
      .orderBy('order_date')
      .orderBy('order_id')
      .limit(mostBackOrders)
      .execute();
    const fresh = rows.flatMap(({ body }) => parseBody(body)).filter((order) => !found.has(order.orderId));
    for (const order of fresh) found.set(order.orderId, order);
    origins = fresh.map((order) => order.orderId);
  }
  found.delete(orderId);
  return [...found.values()];
}

async function readOne(db: ReadDb, orderId: string): Promise<OrderHistory | null> {
  const row = await db.selectFrom('order_history').select('body').where('order_id', '=', orderId).executeTakeFirst();
  return parseBody(row?.body ?? null)[0] ?? null;
}

/** Bodies of removed documents stand as null: the number is known, and nothing is shown. */
async function publishedUnder(db: ReadDb, numbers: readonly string[]): Promise<readonly (OrderHistory | null)[]> {
  const rows = await db
    .selectFrom('order_history')
    .select('body')
    .where('web_order_no', 'in', [...numbers])
    .orderBy('order_id')
    .limit(mostOfOneNumber)
    .execute();
  return rows.map(({ body }) => parseBody(body)[0] ?? null);
}

function fittingOrder(published: readonly (OrderHistory | null)[], email: string): OrderHistory | null {
  const fitting = published.filter((order) => order !== null && foldEmail(order.email) === foldEmail(email));
  return fitting.find((order) => order?.originOrderId === null) ?? fitting[0] ?? null;
}

async function numberOf(
  db: ReadDb,
  { orderId, enquiryId }: { readonly orderId: string | null; readonly enquiryId: string | null },
): Promise<string | null> {
  if (orderId !== null) return (await readOne(db, orderId))?.webOrderNo ?? null;
  return (await readWebOrder(db, enquiryId ?? ''))?.webOrderNo ?? null;
}

function toFound(order: OrderHistory): FoundOrder {
  const { orderId, webOrderNo, email, customerName: name, language } = order;
  return { orderId, enquiryId: null, webOrderNo, email, name, language };
}
