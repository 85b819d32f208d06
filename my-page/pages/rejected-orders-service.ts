import { type HistoryPage, type HistoryQuestion, readHistoryPage } from '../histories/history-list-store.ts';
import { readRejectedOrders, type WebOrder } from '../orders/web-order-store.ts';
import type { Site } from '../site/site.ts';
import { dayOf } from '../site/time.ts';

/**
 * The rejected orders of an account whose place is on this page of its list: from the first date of the page up to, not
 * including, that of the next one. So each stands on one page, among the orders of its time.
 */
export async function rejectedOnPage(
  site: Site,
  siteAccountId: string,
  shown: { readonly question: HistoryQuestion; readonly histories: HistoryPage; readonly timeZone: string | undefined },
): Promise<readonly WebOrder[]> {
  const rejected = await readRejectedOrders(site.store.read, siteAccountId);
  if (rejected.length === 0) return [];
  const { page, lastPage, orders } = shown.histories;
  const from = page === lastPage ? null : await firstDateOf(site, { ...shown.question, page: page + 1 });
  const until = page === 1 ? null : (orders[0]?.order.orderDate ?? null);
  return rejected.filter(({ placedAt }) => {
    const day = dayOf(placedAt, shown.timeZone);
    return (from === null || day > from) && (until === null || day <= until);
  });
}

async function firstDateOf(site: Site, question: HistoryQuestion): Promise<string | null> {
  const { orders } = await readHistoryPage(site.store.read, question);
  return orders[0]?.order.orderDate ?? null;
}
