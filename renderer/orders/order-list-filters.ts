import { type OrderStatus, orderStatuses } from '../../shared/order.ts';
import type { CountOrdersInput, OrderFilter, OrderSort, OrderSortBy } from '../../shared/sales-orders.ts';
import type { ListSort } from '../ui/list-table.tsx';

/** Which orders the list shows; all that is set must hold. */
export type OrderListFilters = {
  /** The chip that is on. */
  readonly filter: OrderFilter;
  readonly statuses: readonly OrderStatus[];
  readonly website: number | 'none' | 'any';
  readonly picked: 'yes' | 'no' | 'any';
  readonly isWaitingForGoods: boolean;
  readonly needsAttention: boolean;
};

export const noFilters: OrderListFilters = {
  filter: 'all',
  statuses: [],
  website: 'any',
  picked: 'any',
  isWaitingForGoods: false,
  needsAttention: false,
};

/** One thing that the filter panel has set, as it is shown and taken off again. */
export type SetFilter =
  | { readonly kind: 'status'; readonly status: OrderStatus }
  | { readonly kind: 'website'; readonly website: number | 'none' }
  | { readonly kind: 'picked'; readonly picked: 'yes' | 'no' }
  | { readonly kind: 'waiting-for-goods' }
  | { readonly kind: 'needs-attention' };

/** What the filter panel has set, in the order of the panel. */
export function setFilters(filters: OrderListFilters): readonly SetFilter[] {
  const { website, picked } = filters;
  return [
    ...filters.statuses.map((status) => ({ kind: 'status', status }) as const),
    ...(website === 'any' ? [] : [{ kind: 'website', website } as const]),
    ...(picked === 'any' ? [] : [{ kind: 'picked', picked } as const]),
    ...(filters.isWaitingForGoods ? [{ kind: 'waiting-for-goods' } as const] : []),
    ...(filters.needsAttention ? [{ kind: 'needs-attention' } as const] : []),
  ];
}

/** Takes one of them off. */
export function withoutFilter(filters: OrderListFilters, off: SetFilter): OrderListFilters {
  switch (off.kind) {
    case 'status':
      return toggleStatus(filters, off.status);
    case 'website':
      return { ...filters, website: 'any' };
    case 'picked':
      return { ...filters, picked: 'any' };
    case 'waiting-for-goods':
      return { ...filters, isWaitingForGoods: false };
    case 'needs-attention':
      return { ...filters, needsAttention: false };
  }
}

/** Adds a status or takes it off; they stand in the order of domain.md 4.2. */
export function toggleStatus(filters: OrderListFilters, status: OrderStatus): OrderListFilters {
  const isOn = filters.statuses.includes(status);
  const statuses = orderStatuses.filter((each) => (each === status ? !isOn : filters.statuses.includes(each)));
  return { ...filters, statuses };
}

/** The filters and the search as the engine is asked. */
export function choiceOf(filters: OrderListFilters, search: string): CountOrdersInput {
  const { filter, statuses, website, picked } = filters;
  return {
    filter,
    search,
    ...(statuses.length === 0 ? {} : { statuses: [...statuses] }),
    ...(website === 'any' ? {} : { website: website === 'none' ? null : website }),
    ...(picked === 'any' ? {} : { isPicked: picked === 'yes' }),
    ...(filters.isWaitingForGoods ? { isWaitingForGoods: true } : {}),
    ...(filters.needsAttention ? { needsAttention: true } : {}),
  };
}

/** What each column that can be sorted by is called by the engine. */
const sortOf = {
  orderNo: 'orderNo',
  webOrderNo: 'webOrderNo',
  customer: 'customer',
  status: 'status',
  expected: 'expectedDate',
  orderDate: 'orderDate',
  deliveryDate: 'deliveryDate',
  total: 'total',
} as const satisfies Readonly<Record<string, OrderSortBy>>;

const isSortable = (column: string): column is keyof typeof sortOf => Object.hasOwn(sortOf, column);

/** Newest first. */
export const firstSort: ListSort = { column: 'orderNo', direction: 'descending' };

/** The sorting as the engine is asked. */
export function sortForEngine({ column, direction }: ListSort): OrderSort {
  return isSortable(column) ? { by: sortOf[column], direction } : { by: 'orderNo', direction: 'descending' };
}

/** Reads the sorting that was remembered as `total descending`. */
export function readSort(stored: string | null): ListSort {
  const [column = '', direction] = (stored ?? '').split(' ');
  if (!isSortable(column) || (direction !== 'ascending' && direction !== 'descending')) return firstSort;
  return { column, direction };
}

export function writeSort({ column, direction }: ListSort): string {
  return `${column} ${direction}`;
}
