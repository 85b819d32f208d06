import { useState } from 'react';
import type { CountOrdersInput, OrderFilter } from '../../shared/sales-orders.ts';
import { api } from '../ui/api.ts';
import type { ListSort } from '../ui/list-table.tsx';
import { usePages, useRead } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { useSearchText } from '../ui/search-field.tsx';
import { useStored } from '../ui/use-stored.ts';
import {
  choiceOf,
  noFilters,
  type OrderListFilters,
  readSort,
  sortForEngine,
  writeSort,
} from './order-list-filters.ts';

/** A page that is scrolled to is longer than the first one: who goes far has fewer of them. */
const rowsOfPage = { first: 100, next: 500 } as const;

/** Which orders are shown and how: filters and search for as long as the window lives, the sorting for this computer. */
export function useOrderList(firstFilter: OrderFilter) {
  const [filters, setFilters] = useRemembered<OrderListFilters>('orders filters', {
    ...noFilters,
    filter: firstFilter,
  });
  const [typed, setTyped] = useRemembered('orders search', '');
  const [storedSort, storeSort] = useStored('sort.orders');
  const [isCut, setIsCut] = useState(false);
  const search = useSearchText(typed);
  const sort = readSort(storedSort);
  const choice = choiceOf(filters, search);
  const bySort = sortForEngine(sort);
  const orders = usePages(['orders', 'list', choice, bySort], async (cursor: string | null) => {
    const limit = cursor === null ? rowsOfPage.first : rowsOfPage.next;
    const page = await api.orders.list.query({ ...choice, sort: bySort, cursor, limit });
    setIsCut(page.isCut);
    return page;
  });
  return {
    filters,
    setFilters,
    typed,
    setTyped,
    search,
    sort,
    setSort: (next: ListSort) => storeSort(writeSort(next)),
    orders,
    isCut,
    count: useOrderCount(choice),
  };
}

/** How many orders there are; follows later than the rows, and is not shown while it would be that of another list. */
function useOrderCount(choice: CountOrdersInput) {
  const count = useRead(['orders', 'count', choice], () => api.orders.count.query(choice));
  return count.isPlaceholderData ? undefined : count.data;
}
