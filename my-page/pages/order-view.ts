import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import { formatDate, formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import { statusView } from './order-list-view.ts';
import type { Visit } from './visit.ts';

/** One order as the shop published it; without an account, of a guest. `origin` is the order it stems from, where that is the customer's too. */
export function orderView(visit: Visit, order: OrderHistory, origin: OrderHistory | null): Html {
  const { labels, settings } = visit;
  return html`${visit.account && html`<p class="back"><a href="/orders">${labels.allOrders}</a></p>`}
<div class="heading">
<h1>${labels.order(order.webOrderNo)}</h1>
<p class="as-of">${labels.asOf(formatInstant(order.asOf, labels.language, settings.timeZone))}</p>
</div>
<div class="order">
<section class="card summary" lang="${order.language}">
${statusView(order.statusText, order.isFinished ? 'finished' : 'open')}
${order.expected && !order.isFinished && html`<p><span class="quiet" lang="${labels.language}">${labels.expected}</span> <strong>${order.expected}</strong></p>`}
<p class="quiet" lang="${labels.language}">${labels.orderedOn(formatDate(order.orderDate, labels.language))}</p>
${origin && html`<p lang="${labels.language}">${labels.belongsTo} <a href="/orders/${origin.orderId}">${origin.webOrderNo}</a></p>`}
</section>
${order.shipments.length > 0 && shipmentsView(labels, order.shipments)}
${order.news.length > 0 && newsView(visit, order)}
<section class="card lines">
<h2>${labels.products}</h2>
${linesView(labels, order)}
</section>
</div>`;
}

function shipmentsView(labels: Labels, shipments: OrderHistory['shipments']): Html {
  return html`<section class="card parcels">
<h2>${labels.parcels}</h2>
<ul>${shipments.map(
    ({ carrier, shippingNo, trackingUrl }) => html`<li>
<span>${carrier && html`<strong>${carrier}</strong> `}<span class="parcel-no">${shippingNo}</span></span>
${isWebAddress(trackingUrl) && html`<a class="button small" href="${trackingUrl}" rel="noopener noreferrer">${labels.track}<span class="unseen"> ${shippingNo}</span></a>`}
</li>`,
  )}</ul>
</section>`;
}

/** On a phone each line becomes a block with its own labels; the roles keep it a table for screen readers. */
function linesView(labels: Labels, order: OrderHistory): Html {
  const head = (text: string, kind: '' | 'number'): Html =>
    html`<th scope="col" role="columnheader" class="${kind}">${text}</th>`;
  const cell = (label: string, text: string, kind: string): Html =>
    html`<td role="cell" class="${kind}${text === '' ? ' empty' : ''}"><span class="cell-label" aria-hidden="true">${label}</span>${text}</td>`;
  return html`<table role="table">
<thead role="rowgroup"><tr role="row">${head(labels.product, '')}${head(labels.ordered, 'number')}${head(labels.delivered, 'number')}${head(labels.toCome, 'number')}${head(labels.expected, '')}${head(labels.price, 'number')}${head(labels.amount, 'number')}</tr></thead>
<tbody role="rowgroup" lang="${order.language}">${order.lines.map(
    (line) => html`<tr role="row">
<th scope="row" role="rowheader">${line.description}${line.productNo && html`<span class="quiet product-no">${line.productNo}</span>`}</th>
${cell(labels.ordered, line.ordered, 'number')}${cell(labels.delivered, line.delivered, 'number')}${cell(labels.toCome, line.toCome, 'number')}${cell(labels.expected, line.expected, 'expected')}${cell(labels.price, line.price, 'number price')}${cell(labels.amount, line.amount, 'number amount')}
</tr>`,
  )}</tbody>
</table>
<p class="sum"><span>${labels.total}</span> <strong>${order.total}</strong></p>`;
}

function newsView(visit: Visit, order: OrderHistory): Html {
  const { labels, settings } = visit;
  const news = order.news.map(
    ({ at, sentences }) => html`<li>
<time datetime="${at}">${formatInstant(at, labels.language, settings.timeZone)}</time>
<div lang="${order.language}">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
</li>`,
  );
  return html`<section class="card news">
<h2>${labels.whatHappened}</h2>
<ol class="timeline">${news}</ol>
</section>`;
}

/** A link of any other kind (javascript:, data:) is not offered. */
function isWebAddress(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address);
}
