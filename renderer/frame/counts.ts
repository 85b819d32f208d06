import type { NavigationCounts } from '../../shared/sales-orders.ts';
import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';

/** How many rows wait in each list; undefined until the first answer. */
export function useCounts(): NavigationCounts | undefined {
  return useRead(['orders', 'counts'], () => api.orders.counts.query()).data;
}
