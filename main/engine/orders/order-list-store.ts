import type {
  CountOrdersInput,
  ListOrdersInput,
  NavigationCounts,
  OrderCount,
  OrderPage,
  SalesOrderRow,
} from '../../../shared/sales-orders.ts';
import { all, type ReadDb } from '../db/database.ts';
import { readCursor, writeCursor } from './order-cursor.ts';
import { isChosen, type OrderChoice } from './order-filters.ts';
import { countChosen, countTransferredPurchases, findOrders, readOrderGroups } from './order-page-store.ts';
import { orderTotals, type PricedLine } from './order-totals.ts';

type HeadRow = Omit<
  SalesOrderRow,
  'shippingNos' | 'orderedMilli' | 'toBeDeliveredMilli' | 'deliveredMilli' | 'remainingMilli' | 'totalMinor'
> & { readonly freightMinor: number; readonly shippingNosJson: string };

type LineRow = PricedLine & {
  readonly id: number;
  readonly orderId: number;
  readonly toBeDeliveredMilli: number;
  readonly deliveredMilli: number;
  readonly remainingMilli: number;
};

/** One page of sales orders. @throws AppError 'bad-input' for a cursor of another list */
export function listOrders(db: ReadDb, input: ListOrdersInput): OrderPage {
  const after = input.cursor === null ? null : readCursor(input.sort, input.cursor);
  const { places, isCut } = findOrders(db, { ...input, after });
  const page = places.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: readRows(
      db,
      page.map(({ id }) => id),
    ),
    nextCursor: places.length > input.limit && last !== undefined ? writeCursor(input.sort, last) : null,
    isCut,
  };
}

/** How many orders the same filters find. */
export function countOrders(db: ReadDb, input: CountOrdersInput): OrderCount {
  return countChosen(db, input);
}

/** Rows of these orders, in the order given. */
function readRows(db: ReadDb, ids: readonly number[]): readonly SalesOrderRow[] {
  const heads = new Map(readHeads(db, ids).map((head) => [head.id, head]));
  const lines = Map.groupBy(readLineRows(db, ids), ({ orderId }) => orderId);
  return ids.flatMap((id) => {
    const head = heads.get(id);
    return head === undefined ? [] : [rowOf(head, lines.get(id) ?? [])];
  });
}

function readHeads(db: ReadDb, orderIds: readonly number[]): readonly HeadRow[] {
  return all<HeadRow>(
    db,
    `SELECT o.id, o.order_no AS orderNo, o.version, o.web_order_no AS webOrderNo, o.website_id IS NOT NULL AS isWebOrder,
       o.website_id AS websiteId, o.contact_id AS contactId, o.customer_name AS customerName, o.status,
       o.order_date AS orderDate, o.delivery_date AS deliveryDate, o.expected_date AS expectedDate, o.picked,
       o.invoice_no AS invoiceNo, o.currency, o.freight_minor AS freightMinor,
       (SELECT json_group_array(shipping_no ORDER BY id) FROM shipment WHERE order_id = o.id) AS shippingNosJson,
       g.waits_for_goods AS isWaitingForGoods, g.needs_attention AS needsAttention
     FROM sales_order o JOIN order_group g ON g.id = o.list_group
     WHERE o.id IN (SELECT value FROM json_each(@orderIds))`,
    { orderIds: JSON.stringify(orderIds) },
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

function rowOf(head: HeadRow, lines: readonly LineRow[]): SalesOrderRow {
  const { freightMinor, shippingNosJson, ...rest } = head;
  const sum = (of: (line: LineRow) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    ...rest,
    isWebOrder: Boolean(head.isWebOrder),
    picked: Boolean(head.picked),
    isWaitingForGoods: Boolean(head.isWaitingForGoods),
    needsAttention: Boolean(head.needsAttention),
    shippingNos: JSON.parse(shippingNosJson) as string[],
    orderedMilli: sum((line) => line.orderedMilli),
    toBeDeliveredMilli: sum((line) => line.toBeDeliveredMilli),
    deliveredMilli: sum((line) => line.deliveredMilli),
    remainingMilli: sum((line) => line.remainingMilli),
    totalMinor: orderTotals(lines, freightMinor).totalMinor,
  };
}

/** How many rows each place of the navigation would show: sums over groups, so it costs the same with any number of orders. */
export function countForNavigation(db: ReadDb): NavigationCounts {
  const groups = readOrderGroups(db);
  const count = (filter: NonNullable<OrderChoice['filter']>) =>
    groups.filter((group) => isChosen(group, { filter })).reduce((sum, group) => sum + group.orders, 0);
  return {
    openOrders: count('open'),
    toPick: count('to-pick'),
    toShip: count('to-ship'),
    waitingForGoods: count('waiting-for-goods'),
    needsAttention: count('needs-attention'),
    ordersNotDelivered: count('not-delivered'),
    purchasesNotReceived: countTransferredPurchases(db),
  };
}
