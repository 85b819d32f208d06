import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { HistoryWithOrigin } from '../histories/history-store.ts';
import type { HeldPaper } from '../histories/paper-store.ts';
import { formatDate, formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import { linesView } from './order-lines-view.ts';
import { statusView } from './order-list-view.ts';
import { newsView } from './order-news-view.ts';
import { papersView } from './order-papers-view.ts';
import { shipmentsView } from './order-parcels-view.ts';
import type { Visit } from './visit.ts';

/** An order and what is shown around it. */
export type ShownOrder = {
  readonly order: OrderHistory;
  /** The order it stems from, where this visit may see that too. */
  readonly origin: HistoryWithOrigin['origin'];
  /** What stems from it, oldest first. */
  readonly backOrders: readonly OrderHistory[];
  readonly papers: readonly HeldPaper[];
};

/** One order as the shop published it; without an account, as a guest sees it. */
export function orderView(visit: Visit, shown: ShownOrder): Html {
  const { labels, settings } = visit;
  const { order, origin, backOrders, papers } = shown;
  const hasBeside = order.shipments.length + papers.length + backOrders.length > 0;
  return html`${visit.account && html`<p class="back"><a href="/orders">${labels.allOrders}</a></p>`}
<div class="heading">
<h1>${labels.order(order.webOrderNo)}</h1>
<p class="as-of"><span>${labels.asOf(formatInstant(order.asOf, labels.language, settings.timeZone))}.</span> <span>${labels.asOfHint}</span></p>
</div>
<div class="order">
<section class="card summary" lang="${order.language}">
${statusView(order.statusText, order.isFinished ? 'finished' : 'open')}
${order.expected && !order.isFinished && html`<p><span class="quiet" lang="${labels.language}">${labels.expected}</span> <strong>${order.expected}</strong></p>`}
<p class="quiet" lang="${labels.language}">${labels.orderedOn(formatDate(order.orderDate, labels.language))}</p>
${origin && html`<p lang="${labels.language}">${labels.belongsTo} <a href="/orders/${origin.orderId}">${origin.webOrderNo}</a></p>`}
</section>
${hasBeside && html`<div class="beside">${[shipmentsView(labels, order.shipments), papersView(labels, order, papers), backOrdersView(visit, backOrders)]}</div>`}
${newsView(visit, order)}
<section class="card lines">
<h2>${labels.products}</h2>
${linesView(labels, order)}
</section>
</div>`;
}

function backOrdersView({ labels, account }: Visit, backOrders: readonly OrderHistory[]): Html | null {
  if (backOrders.length === 0) return null;
  return html`<section class="card related">
<h2>${labels.belongsToThis}</h2>
<ul>${backOrders.map(
    (order) => html`<li>
<a href="${account ? '/orders' : '/look-up/order'}/${order.orderId}">${order.webOrderNo}</a>
<span lang="${order.language}">${statusView(order.statusText, order.isFinished ? 'finished' : 'open')}</span>
${order.expected && !order.isFinished && html`<span class="quiet">${labels.expected} <span lang="${order.language}">${order.expected}</span></span>`}
</li>`,
  )}</ul>
</section>`;
}
