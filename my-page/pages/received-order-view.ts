import type { WebOrder } from '../orders/web-order-store.ts';
import { formatInstant, formatMoney, formatQuantity, withVat } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import { placedStatusView } from './order-list-view.ts';
import { freightWithVat, lineAmountMinor, orderSum } from './order-sum.ts';
import type { Visit } from './visit.ts';

/** An order from the site's own copy, until the shop has handled it (domain.md 9.26). */
export function receivedOrderView(visit: Visit, placed: WebOrder): Html {
  const { labels, settings } = visit;
  return html`${visit.account && html`<p class="back"><a href="/orders">${labels.allOrders}</a></p>`}
<div class="heading">
<h1>${labels.order(placed.webOrderNo)}</h1>
<p class="as-of">${labels.orderedOn(formatInstant(placed.placedAt, labels.language, settings.timeZone))}</p>
</div>
<div class="order">
<section class="card summary">
${placedStatusView(labels, placed)}
<p class="quiet">${placed.isRejected ? labels.rejectedLead : labels.receivedLead}</p>
</section>
<section class="card lines">
<h2>${labels.products}</h2>
${placedLinesView(labels, placed)}
</section>
</div>`;
}

/** What was ordered, with VAT, as the customer saw it in the shop. */
export function placedLinesView(labels: Labels, { order }: WebOrder): Html {
  const { language } = labels;
  const money = (amountMinor: number): string => formatMoney(amountMinor, order.currency, language);
  return html`<ul class="placed-lines">
${order.lines.map(
  (
    line,
  ) => html`<li><span><span class="quantity">${formatQuantity(line.quantityMilli, language)} ×</span> ${line.description}</span>
<span class="number">${money(withVat(lineAmountMinor(line), line.vatPermille))}</span></li>`,
)}
${order.freightMinor > 0 && html`<li><span>${labels.freight}</span><span class="number">${money(freightWithVat(order))}</span></li>`}
</ul>
<p class="sum"><span>${labels.total} <span class="quiet">${labels.inclVat}</span></span> <strong>${orderSum(order, language)}</strong></p>`;
}
