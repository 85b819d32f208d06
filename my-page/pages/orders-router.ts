import type { FastifyInstance } from 'fastify';
import { uuid } from '../../shared/my-page/protocol.ts';
import { readHistory, readHistoryPage } from '../histories/history-store.ts';
import { readUnhandledOrder, readUnhandledOrders } from '../orders/web-order-store.ts';
import type { Site } from '../site/site.ts';
import { sendPage } from './layout.ts';
import { orderListView } from './order-list-view.ts';
import { orderView } from './order-view.ts';
import { PageError } from './page-error.ts';
import { receivedOrderView } from './received-order-view.ts';
import { isMember, openVisit } from './visit.ts';

const ordersPerPage = 25;
/** Stands for an account that the desktop has not published: it has no order histories. */
const noDesktopAccount = '';

/** Order list and order pages: only the logged-in account's own. */
export function registerOrderRoutes(app: FastifyInstance, site: Site): void {
  const { read } = site.store;

  app.get<{ Querystring: { page?: unknown } }>('/orders', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/orders', 303);
    const { account, labels } = visit;
    const page = Math.min(Math.max(Math.trunc(Number(request.query.page ?? 1)) || 1, 1), 100_000);
    const offset = (page - 1) * ordersPerPage;
    const accountId = account.desktopAccountId ?? noDesktopAccount;
    const histories = await readHistoryPage(read, accountId, { offset, limit: ordersPerPage });
    const unhandled = page === 1 ? await readUnhandledOrders(read, account.id) : [];
    const hasOlder = histories.total > offset + histories.orders.length;
    const content = orderListView(visit, { histories, unhandled, page, hasOlder });
    return sendPage(reply, visit, { title: labels.yourOrders, place: 'orders', content });
  });

  app.get<{ Params: { orderId: string } }>('/orders/:orderId', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const { orderId } = request.params;
    if (!uuid.safeParse(orderId).success) throw new PageError('not-found');
    if (!isMember(visit)) return reply.redirect(`/log-in?next=/orders/${orderId}`, 303);
    const accountId = visit.account.desktopAccountId ?? noDesktopAccount;
    const order = await readHistory(read, accountId, orderId);
    if (!order) throw new PageError('not-found');
    const origin = order.originOrderId === null ? null : await readHistory(read, accountId, order.originOrderId);
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
