import type { NavigationCounts } from '../../shared/sales-orders.ts';
import { pendingEngine } from '../pending-engine.ts';
import { useRead } from '../ui/queries.ts';

/** How many rows wait in each list; undefined until the first answer. */
export function useCounts(): NavigationCounts | undefined {
  return useRead(['orders', 'counts'], () => pendingEngine.orders.counts.query()).data;
}
