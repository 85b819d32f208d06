import { type HistoryWithOrigin, readHistory } from '../histories/history-store.ts';
import type { Site } from '../site/site.ts';
import type { Visit } from './visit.ts';

/** Whether a visit may be shown orders at all; if not, log-in comes first. */
export function maySeeOrders(visit: Visit): boolean {
  return visit.account !== null;
}

/**
 * An order, if this visit may see it: one of the account that is logged in. Every page and every paper of an order asks
 * here, so that who may see what is decided in one place. Null for another's order and for none alike.
 */
export async function readVisibleOrder(site: Site, visit: Visit, orderId: string): Promise<HistoryWithOrigin | null> {
  const accountId = visit.account?.desktopAccountId ?? null;
  return accountId === null ? null : readHistory(site.store.read, accountId, orderId);
}
