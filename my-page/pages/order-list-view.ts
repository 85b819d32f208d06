import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { HistoryPage } from '../histories/history-store.ts';
import type { WebOrder } from '../orders/web-order-store.ts';
import { formatDate, formatDay, formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import { messageView } from './message-view.ts';
import { orderSum } from './order-sum.ts';
import type { MemberVisit } from './visit.ts';

export type OrderList = {
  readonly histories: HistoryPage;
  /** Placed here, not yet published by the desktop. */
  readonly unhandled: readonly WebOrder[];
  /** From 1. */
  readonly page: number;
  readonly hasOlder: boolean;
};

type Row = {
  readonly path: string;
  readonly orderNo: string;
  readonly date: string;
  readonly status: Html;
  readonly expected: string;
  readonly total: string;
};

/** The customer's orders, newest first; those the shop has not handled yet stand at the top. */
export function orderListView(visit: MemberVisit, list: OrderList): Html {
  const { labels, settings } = visit;
  const rows = [
    ...list.unhandled.map((placed) => unhandledRow(visit, placed)),
    ...list.histories.orders.map((order) => historyRow(order, labels.language)),
  ];
  if (rows.length === 0 && list.page === 1) {
    const link = { to: '/shop', text: labels.goToShop };
    return messageView({ title: labels.noOrders, lead: labels.noOrdersLead, link });
  }
  const { asOf } = list.histories;
  return html`<div class="heading"><h1>${labels.yourOrders}</h1>
${asOf && html`<p class="as-of">${labels.asOf(formatInstant(asOf, labels.language, settings.timeZone))}</p>`}</div>
<ul class="orders card">${rows.map((row) => rowView(row, labels.expected))}</ul>
${pager(visit, list)}`;
}

/** A word with a dot: the colour never stands alone. */
export function statusView(text: string, kind: 'received' | 'open' | 'finished'): Html {
  return html`<span class="status ${kind}">${text}</span>`;
}

function historyRow(order: OrderHistory, language: string): Row {
  return {
    path: `/orders/${order.orderId}`,
    orderNo: order.webOrderNo,
    date: formatDate(order.orderDate, language),
    status: statusView(order.statusText, order.isFinished ? 'finished' : 'open'),
    expected: order.isFinished ? '' : order.expected,
    total: order.total,
  };
}

function unhandledRow(visit: MemberVisit, placed: WebOrder): Row {
  const { labels, settings } = visit;
  return {
    path: `/orders/received/${placed.enquiryId}`,
    orderNo: placed.webOrderNo,
    date: formatDay(placed.placedAt, labels.language, settings.timeZone),
    status: statusView(labels.received, 'received'),
    expected: '',
    total: orderSum(placed.order, labels.language),
  };
}

function rowView(row: Row, expectedLabel: string): Html {
  return html`<li><a href="${row.path}">
<span class="order-no">${row.orderNo}</span>
<span class="order-date">${row.date}</span>
<span class="order-status">${row.status}${row.expected && html`<span class="quiet">${expectedLabel} ${row.expected}</span>`}</span>
<span class="order-total">${row.total}</span>
</a></li>`;
}

function pager({ labels }: MemberVisit, { page, hasOlder }: OrderList): Html | null {
  if (page === 1 && !hasOlder) return null;
  return html`<nav class="pager" aria-label="${labels.orders}">
${page > 1 && html`<a href="/orders?page=${page - 1}" rel="prev">${labels.newer}</a>`}
${hasOlder && html`<a href="/orders?page=${page + 1}" rel="next">${labels.older}</a>`}
</nav>`;
}
