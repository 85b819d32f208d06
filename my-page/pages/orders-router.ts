import type { FastifyInstance } from 'fastify';
import { uuid } from '../../shared/my-page/protocol.ts';
import { readHistoryPage } from '../histories/history-list-store.ts';
import { readHistory } from '../histories/history-store.ts';
import { searchTextOf, searchWords } from '../histories/search-text.ts';
import { readUnhandledOrder, readUnhandledOrders, type WebOrder } from '../orders/web-order-store.ts';
import type { Site } from '../site/site.ts';
import { sendPage } from './layout.ts';
import { orderListView } from './order-list-view.ts';
import { orderView } from './order-view.ts';
import { PageError } from './page-error.ts';
import { receivedOrderView } from './received-order-view.ts';
import { isMember, openVisit } from './visit.ts';

const mostSearched = 100;
/** Stands for an account that the desktop has not published: it has no order histories. */
const noDesktopAccount = '';

/** Order list and order pages: only the logged-in account's own. */
export function registerOrderRoutes(app: FastifyInstance, site: Site): void {
  const { read } = site.store;

  app.get<{ Querystring: { page?: unknown; search?: unknown } }>('/orders', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/orders', 303);
    const { account, labels } = visit;
    const search = typeof request.query.search === 'string' ? request.query.search.trim().slice(0, mostSearched) : '';
    const words = searchWords(search);
    const histories = await readHistoryPage(read, {
      accountId: account.desktopAccountId ?? noDesktopAccount,
      siteAccountId: account.id,
      words,
      page: pageFrom(request.query.page),
    });
    const mayStandOnTop = histories.page === 1 && histories.mayHaveUnhandled;
    const unhandled = mayStandOnTop ? await readUnhandledOrders(read, account.id) : [];
    const found = unhandled.filter((placed) => isFound(placed, words));
    const content = orderListView(visit, { histories, unhandled: found, search });
    return sendPage(reply, visit, { title: labels.yourOrders, place: 'orders', content });
  });

  app.get<{ Params: { orderId: string } }>('/orders/:orderId', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const { orderId } = request.params;
    if (!uuid.safeParse(orderId).success) throw new PageError('not-found');
    if (!isMember(visit)) return reply.redirect(`/log-in?next=/orders/${orderId}`, 303);
    const accountId = visit.account.desktopAccountId ?? noDesktopAccount;
    const found = await readHistory(read, accountId, orderId);
    if (!found) throw new PageError('not-found');
    const { order, origin } = found;
    const content = orderView(visit, order, origin);
    return sendPage(reply, visit, { title: visit.labels.order(order.webOrderNo), place: 'orders', content });
  });

  app.get<{ Params: { enquiryId: string } }>('/orders/received/:enquiryId', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const { enquiryId } = request.params;
    if (!uuid.safeParse(enquiryId).success) throw new PageError('not-found');
    if (!isMember(visit)) return reply.redirect(`/log-in?next=/orders/received/${enquiryId}`, 303);
    const placed = await readUnhandledOrder(read, visit.account.id, enquiryId);
    // Handled meanwhile: it stands in the list under the shop's own document.
    if (!placed) return reply.redirect('/orders', 303);
    const content = receivedOrderView(visit, placed);
    return sendPage(reply, visit, { title: visit.labels.order(placed.webOrderNo), place: 'orders', content });
  });
}

/** What an address says of the page, kept within reason. */
function pageFrom(asked: unknown): number {
  return Math.min(Math.max(Math.trunc(Number(asked ?? 1)) || 1, 1), 100_000);
}

function isFound({ webOrderNo, order }: WebOrder, words: readonly string[]): boolean {
  const text = searchTextOf({ webOrderNo, lines: order.lines, shipments: [] });
  return words.every((word) => text.includes(word));
}
