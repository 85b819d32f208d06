import type { FastifyInstance } from 'fastify';
import { cleanText } from '../../shared/my-page/clean-text.ts';
import { uuid } from '../../shared/my-page/protocol.ts';
import { readHistoryPage } from '../histories/history-list-store.ts';
import { listPapers } from '../histories/paper-store.ts';
import { readBackOrdersOf } from '../histories/related-order-store.ts';
import { searchTextOf, searchWords } from '../histories/search-text.ts';
import { readUnhandledOrder, readUnhandledOrders, type WebOrder } from '../orders/web-order-store.ts';
import type { Site } from '../site/site.ts';
import { sendPage } from './layout.ts';
import { orderListView } from './order-list-view.ts';
import { orderView } from './order-view.ts';
import { PageError } from './page-error.ts';
import { registerPaperRoutes } from './paper-router.ts';
import { receivedOrderView } from './received-order-view.ts';
import { rejectedOnPage } from './rejected-orders-service.ts';
import { maySeeOrders, readVisibleOrder } from './visible-order.ts';
import { isMember, openVisit } from './visit.ts';

const mostSearched = 100;
/** Stands for an account that the desktop has not published: it has no order histories. */
const noDesktopAccount = '';

/** Order list and order pages: only the logged-in account's own. */
export function registerOrderRoutes(app: FastifyInstance, site: Site): void {
  const { read } = site.store;
  registerPaperRoutes(app, site);

  app.get<{ Querystring: { page?: unknown; search?: unknown } }>('/orders', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/orders', 303);
    const { account, labels } = visit;
    const search =
      typeof request.query.search === 'string' ? cleanText(request.query.search).slice(0, mostSearched) : '';
    const words = searchWords(search);
    const question = {
      accountId: account.desktopAccountId ?? noDesktopAccount,
      siteAccountId: account.id,
      words,
      page: pageFrom(request.query.page),
    };
    const histories = await readHistoryPage(read, question);
    const mayStandOnTop = histories.page === 1 && histories.mayHaveUnhandled;
    const unhandled = mayStandOnTop ? await readUnhandledOrders(read, account.id) : [];
    const { timeZone } = visit.settings;
    const rejected = histories.mayHaveUnhandled
      ? await rejectedOnPage(site, account.id, { question, histories, timeZone })
      : [];
    const isFound = (placed: WebOrder): boolean => hasWords(placed, words);
    const list = { histories, unhandled: unhandled.filter(isFound), rejected: rejected.filter(isFound), search };
    const content = orderListView(visit, list);
    return sendPage(reply, visit, { title: labels.yourOrders, place: 'orders', content });
  });

  app.get<{ Params: { orderId: string } }>('/orders/:orderId', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const { orderId } = request.params;
    if (!uuid.safeParse(orderId).success) throw new PageError('not-found');
    if (!maySeeOrders(visit)) return reply.redirect(`/log-in?next=/orders/${orderId}`, 303);
    const found = await readVisibleOrder(site, visit, orderId);
    if (!found) throw new PageError('not-found');
    const { order, origin, hasBackOrders } = found;
    const backOrders = hasBackOrders ? await readBackOrdersOf(read, order) : [];
    const content = orderView(visit, { order, origin, backOrders, papers: await listPapers(read, order) });
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

function hasWords({ webOrderNo, order }: WebOrder, words: readonly string[]): boolean {
  const text = searchTextOf({ webOrderNo, lines: order.lines, shipments: [] });
  return words.every((word) => text.includes(word));
}
