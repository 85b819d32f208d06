import type { HistoryPage } from '../histories/history-list-store.ts';
import type { ListedHistory } from '../histories/listed-history.ts';
import type { WebOrder } from '../orders/web-order-store.ts';
import { dayOf } from '../site/time.ts';
import { formatDate, formatDay, formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import { messageView } from './message-view.ts';
import { orderSum } from './order-sum.ts';
import type { MemberVisit } from './visit.ts';

export type OrderList = {
  readonly histories: HistoryPage;
  /** Placed here, not yet published by the desktop. */
  readonly unhandled: readonly WebOrder[];
  /** Those that the shop does not carry out; they stand among the orders of their time. */
  readonly rejected: readonly WebOrder[];
  /** What was searched for; empty for the whole list. */
  readonly search: string;
};

type Row = {
  readonly path: string;
  readonly orderNo: string;
  readonly date: string;
  readonly status: Html;
  readonly expected: string;
  readonly total: string;
};

/**
 * The customer's orders, newest first, back orders under their origin; those the shop has not handled yet stand at the
 * top.
 */
export function orderListView(visit: MemberVisit, list: OrderList): Html {
  const { labels, settings } = visit;
  const rows = [
    ...list.unhandled.map((placed) => html`<li>${rowView(visit, placedRow(visit, placed))}</li>`),
    ...datedRows(visit, list),
  ];
  if (rows.length === 0 && list.search === '') {
    const link = { to: '/shop', text: labels.goToShop };
    return messageView({ title: labels.noOrders, lead: labels.noOrdersLead, link });
  }
  const { asOf } = list.histories;
  return html`<div class="heading"><h1>${labels.yourOrders}</h1>
${asOf && html`<p class="as-of"><span>${labels.asOf(formatInstant(asOf, labels.language, settings.timeZone))}.</span> <span>${labels.asOfHint}</span></p>`}</div>
${searchView(visit, list.search)}
${rows.length > 0 ? html`<ul class="orders card">${rows}</ul>` : html`<p class="card nothing" role="status">${labels.nothingFound(list.search)}</p>`}
${pager(visit, list)}`;
}

/** A word with a dot: the colour never stands alone. */
export function statusView(text: string, kind: 'received' | 'open' | 'finished'): Html {
  return html`<span class="status ${kind}">${text}</span>`;
}

/** What became of an order that was placed here, until the shop publishes it. */
export function placedStatusView(labels: Labels, placed: WebOrder): Html {
  return placed.isRejected ? statusView(labels.rejected, 'finished') : statusView(labels.received, 'received');
}

function searchView({ labels }: MemberVisit, search: string): Html {
  return html`<form class="search" method="get" action="/orders" role="search">
<label class="unseen" for="search">${labels.searchOrders}</label>
<input id="search" name="search" type="search" value="${search}" maxlength="100" placeholder="${labels.searchOrders}" autocomplete="off">
<button class="button second">${labels.search}</button>
${search && html`<a href="/orders">${labels.allOrders}</a>`}
</form>`;
}

function familyView(visit: MemberVisit, order: ListedHistory, backOrders: readonly ListedHistory[]): Html {
  const { language } = visit.labels;
  const below = backOrders.map((backOrder) => html`<li>${rowView(visit, historyRow(backOrder, language))}</li>`);
  return html`<li>${rowView(visit, historyRow(order, language))}${below.length > 0 && html`<ul aria-label="${visit.labels.backOrdersOf(order.webOrderNo)}">${below}</ul>`}</li>`;
}

/** Newest first; of one day, what was published comes first. */
function datedRows(visit: MemberVisit, { histories, rejected }: OrderList): readonly Html[] {
  const dated = [
    ...histories.orders.map(({ order, backOrders }) => ({
      day: order.orderDate,
      row: familyView(visit, order, backOrders),
    })),
    ...rejected.map((placed) => ({
      day: dayOf(placed.placedAt, visit.settings.timeZone),
      row: html`<li>${rowView(visit, placedRow(visit, placed))}</li>`,
    })),
  ];
  if (rejected.length > 0) dated.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return dated.map(({ row }) => row);
}

function historyRow(order: ListedHistory, language: string): Row {
  return {
    path: `/orders/${order.orderId}`,
    orderNo: order.webOrderNo,
    date: formatDate(order.orderDate, language),
    status: statusView(order.statusText, order.isFinished ? 'finished' : 'open'),
    expected: order.isFinished ? '' : order.expected,
    total: order.total,
  };
}

function placedRow(visit: MemberVisit, placed: WebOrder): Row {
  const { labels, settings } = visit;
  return {
    path: `/orders/received/${placed.enquiryId}`,
    orderNo: placed.webOrderNo,
    date: formatDay(placed.placedAt, labels.language, settings.timeZone),
    status: placedStatusView(labels, placed),
    expected: '',
    total: orderSum(placed.order, { settings, language: labels.language }),
  };
}

function rowView({ labels }: MemberVisit, row: Row): Html {
  return html`<a href="${row.path}">
<span class="order-no">${row.orderNo}</span>
<span class="order-date">${row.date}</span>
<span class="order-status">${row.status}</span>
<span class="order-total">${row.total}</span>
${row.expected && html`<span class="order-expected quiet">${labels.expected} ${row.expected}</span>`}
</a>`;
}

function pager({ labels }: MemberVisit, { histories, search }: OrderList): Html | null {
  const { page, lastPage } = histories;
  if (lastPage === 1) return null;
  const path = (to: number): string =>
    `/orders?${new URLSearchParams({ ...(search !== '' && { search }), page: String(to) })}`;
  return html`<nav class="pager" aria-label="${labels.pages}">
${page > 1 ? html`<a href="${path(page - 1)}" rel="prev">${labels.newer}</a>` : html`<span></span>`}
<span class="quiet">${labels.pageOf(page, lastPage)}</span>
${page < lastPage ? html`<a href="${path(page + 1)}" rel="next">${labels.older}</a>` : html`<span></span>`}
</nav>`;
}
