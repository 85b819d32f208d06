import { type OrderStatus, openStatuses, orderStatuses } from '../../../shared/order.ts';
import type { OrderFilter, OrderSortBy } from '../../../shared/sales-orders.ts';

/** Orders that lists cannot tell apart, and how many they are (db/migrations/first-lists.ts). Flags are 0 or 1. */
export type OrderGroup = {
  readonly id: number;
  readonly status: OrderStatus;
  /** 0: no website. */
  readonly websiteId: number;
  readonly picked: number;
  readonly toPick: number;
  readonly toShip: number;
  readonly waitsForGoods: number;
  readonly notDelivered: number;
  readonly needsAttention: number;
  readonly orders: number;
};

/** Which orders a list asks for; what is left out does not matter. */
export type OrderChoice = {
  readonly filter?: OrderFilter | 'open' | 'not-delivered';
  readonly statuses?: readonly OrderStatus[] | undefined;
  readonly website?: number | null | undefined;
  readonly isPicked?: boolean | undefined;
  readonly isWaitingForGoods?: boolean | undefined;
  readonly needsAttention?: boolean | undefined;
};

/** Whether the orders of a group are among what a list asks for (shared/sales-orders.ts says what each filter means). */
export function isChosen(group: OrderGroup, choice: OrderChoice): boolean {
  const is = (flag: number, wanted: boolean | undefined) => wanted === undefined || (flag === 1) === wanted;
  return (
    passesFilter(group, choice.filter ?? 'all') &&
    (choice.statuses === undefined || choice.statuses.includes(group.status)) &&
    (choice.website === undefined || (choice.website ?? 0) === group.websiteId) &&
    is(group.picked, choice.isPicked) &&
    is(group.waitsForGoods, choice.isWaitingForGoods) &&
    is(group.needsAttention, choice.needsAttention)
  );
}

const isOpen = (group: OrderGroup) => openStatuses.includes(group.status);

function passesFilter(group: OrderGroup, filter: OrderFilter | 'open' | 'not-delivered'): boolean {
  const passes = {
    all: true,
    open: isOpen(group),
    'to-pick': group.toPick === 1,
    'to-ship': group.toShip === 1,
    'waiting-for-goods': group.waitsForGoods === 1,
    'not-delivered': group.notDelivered === 1,
    'needs-attention': group.needsAttention === 1,
  } satisfies Record<OrderFilter | 'open' | 'not-delivered', boolean>;
  return passes[filter];
}

/**
 * Marks that every order of these groups has and that many others lack, as FTS5 expressions (db/list-statements.ts): they
 * spare a search under a filter the look at every order found.
 */
export function marksOf(groups: readonly OrderGroup[], all: readonly OrderGroup[]): readonly string[] {
  const marks: string[] = [];
  const oneOf = (names: ReadonlySet<string>) => `(${[...names].map((name) => `"\uE000${name}"`).join(' OR ')})`;
  const websites = (of: readonly OrderGroup[]) => new Set(of.map(({ websiteId }) => `w${websiteId}`));
  const statuses = (of: readonly OrderGroup[]) => new Set(of.map(({ status }) => `s${status.replaceAll('-', '')}`));
  if (groups.every(({ needsAttention }) => needsAttention === 1)) marks.push(oneOf(new Set(['a'])));
  if (groups.every(isOpen)) marks.push(oneOf(new Set(['o'])));
  else if (statuses(groups).size < statuses(all).size) marks.push(oneOf(statuses(groups)));
  if (websites(groups).size < websites(all).size) marks.push(oneOf(websites(groups)));
  return marks;
}

export type SortColumn = { readonly key: string; readonly isFilled: string; readonly mayBeEmpty: boolean };

/** By which stored key each sorting goes, of the alias `o`. What is not here is sorted by the order's own id. */
export const sortColumns: Readonly<Partial<Record<OrderSortBy, SortColumn>>> = {
  webOrderNo: { key: 'o.web_no_key', isFilled: `o.web_no_key <> ''`, mayBeEmpty: true },
  customer: { key: 'o.customer_key', isFilled: 'o.list_group IS NOT NULL', mayBeEmpty: false },
  orderDate: { key: 'o.order_date', isFilled: 'o.list_group IS NOT NULL', mayBeEmpty: false },
  deliveryDate: { key: 'o.delivery_date', isFilled: 'o.delivery_date IS NOT NULL', mayBeEmpty: true },
  expectedDate: { key: 'o.expected_date', isFilled: 'o.expected_date IS NOT NULL', mayBeEmpty: true },
  total: { key: 'o.total_minor', isFilled: 'o.list_group IS NOT NULL', mayBeEmpty: false },
};

/** Where a status stands when orders are sorted by it. */
export function statusRank(status: OrderStatus): number {
  return orderStatuses.indexOf(status);
}
