import type { Page } from '../../../shared/fields.ts';
import type { ListOrdersInput, NavigationCounts, SalesOrderRow } from '../../../shared/sales-orders.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { likeAnywhere, likePrefix } from '../db/like-pattern.ts';
import { readEffectiveDates } from './effective-dates.ts';
import { filterConditions, isOpen, matchesSearch } from './order-filters.ts';
import { orderTotals, type PricedLine } from './order-totals.ts';

type HeadRow = Omit<
  SalesOrderRow,
  | 'expectedDate'
  | 'shippingNos'
  | 'orderedMilli'
  | 'toBeDeliveredMilli'
  | 'deliveredMilli'
  | 'remainingMilli'
  | 'totalMinor'
> & { readonly freightMinor: number; readonly shippingNosJson: string };

type LineRow = PricedLine & {
  readonly id: number;
  readonly orderId: number;
  readonly toBeDeliveredMilli: number;
  readonly deliveredMilli: number;
  readonly remainingMilli: number;
};

/** One page of sales orders, newest first. */
export function listOrders(db: ReadDb, input: ListOrdersInput): Page<SalesOrderRow> {
  const heads = readHeads(db, input);
  const page = heads.slice(0, input.limit);
  const ids = page.map(({ id }) => id);
  const lines = Map.groupBy(readLineRows(db, ids), ({ orderId }) => orderId);
  const dates = readEffectiveDates(db, ids);
  const rows = page.map((head) => rowOf(head, lines.get(head.id) ?? [], dates));
  return { rows, nextCursor: heads.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}

function readHeads(db: ReadDb, input: ListOrdersInput): readonly HeadRow[] {
  const conditions = [filterConditions[input.filter]];
  if (input.cursor !== null) conditions.push('o.id < @cursor');
  if (input.contactId !== undefined) conditions.push('o.contact_id = @contactId');
  if (input.statuses !== undefined) conditions.push('o.status IN (SELECT value FROM json_each(@statuses))');
  if (input.search !== '') conditions.push(matchesSearch);
  return all<HeadRow>(
    db,
    `SELECT o.id, o.order_no AS orderNo, o.web_order_no AS webOrderNo, o.website_id IS NOT NULL AS isWebOrder,
       o.contact_id AS contactId, o.customer_name AS customerName, o.status, o.order_date AS orderDate,
       o.delivery_date AS deliveryDate, o.picked, o.invoice_no AS invoiceNo, o.currency, o.freight_minor AS freightMinor,
       (SELECT json_group_array(shipping_no ORDER BY id) FROM shipment WHERE order_id = o.id) AS shippingNosJson,
       ${filterConditions['needs-attention']} AS needsAttention
     FROM sales_order o WHERE ${conditions.join(' AND ')} ORDER BY o.id DESC LIMIT @limit + 1`,
    {
      cursor: input.cursor,
      contactId: input.contactId ?? null,
      statuses: JSON.stringify(input.statuses ?? []),
      prefix: likePrefix(input.search),
      anywhere: likeAnywhere(input.search),
      limit: input.limit,
    },
  );
}

function readLineRows(db: ReadDb, orderIds: readonly number[]): readonly LineRow[] {
  return all<LineRow>(
    db,
    `SELECT id, order_id AS orderId, ordered_milli AS orderedMilli, to_be_delivered_milli AS toBeDeliveredMilli,
       delivered_milli AS deliveredMilli, remaining_milli AS remainingMilli, moved_milli AS movedMilli,
       unit_price_minor AS unitPriceMinor, vat_permille AS vatPermille, 0 AS isRemoved
     FROM order_line WHERE order_id IN (SELECT value FROM json_each(@orderIds)) AND is_removed = 0`,
    { orderIds: JSON.stringify(orderIds) },
  );
}

function rowOf(
  head: HeadRow,
  lines: readonly LineRow[],
  dates: ReadonlyMap<number, { readonly date: string | null }>,
): SalesOrderRow {
  const { freightMinor, shippingNosJson, ...rest } = head;
  const sum = (of: (line: LineRow) => number) => lines.reduce((total, line) => total + of(line), 0);
  const expected = lines.flatMap(({ id }) => dates.get(id)?.date ?? []).sort();
  return {
    ...rest,
    isWebOrder: Boolean(head.isWebOrder),
    picked: Boolean(head.picked),
    needsAttention: Boolean(head.needsAttention),
    shippingNos: JSON.parse(shippingNosJson) as string[],
    expectedDate: expected.at(-1) ?? null,
    orderedMilli: sum((line) => line.orderedMilli),
    toBeDeliveredMilli: sum((line) => line.toBeDeliveredMilli),
    deliveredMilli: sum((line) => line.deliveredMilli),
    remainingMilli: sum((line) => line.remainingMilli),
    totalMinor: orderTotals(lines, freightMinor).totalMinor,
  };
}

/** How many rows each place of the navigation would show. */
export function countForNavigation(db: ReadDb): NavigationCounts {
  const count = (condition: string) => `(SELECT count(*) FROM sales_order o WHERE ${condition})`;
  const row = get<NavigationCounts>(
    db,
    `SELECT ${count(isOpen)} AS openOrders,
       ${count(filterConditions['to-pick'])} AS toPick,
       ${count(filterConditions['to-ship'])} AS toShip,
       ${count(filterConditions['waiting-for-goods'])} AS waitingForGoods,
       ${count(filterConditions['needs-attention'])} AS needsAttention,
       ${count(`${isOpen} AND EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.remaining_milli > 0)`)} AS ordersNotDelivered,
       (SELECT count(*) FROM purchase_order WHERE status = 'transferred') AS purchasesNotReceived`,
  );
  if (row === undefined) throw new Error('Counting answered nothing');
  return row;
}
