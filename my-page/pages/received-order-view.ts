import type { WebOrder } from '../orders/web-order-store.ts';
import { formatInstant, formatQuantity } from './formats.ts';
import { type Html, html } from './html.ts';
import { placedStatusView } from './order-list-view.ts';
import { orderSum, shownFreight, shownLineAmount, shownMoney, showsVat } from './order-sum.ts';
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
${placedLinesView(visit, placed)}
</section>
</div>`;
}

/** What was ordered, as the customer saw it in the shop. */
export function placedLinesView({ labels, settings }: Pick<Visit, 'labels' | 'settings'>, { order }: WebOrder): Html {
  const { language } = labels;
  const shown = { settings, language };
  const money = (amountMinor: number): string => shownMoney(amountMinor, order.currency, shown);
  return html`<ul class="placed-lines">
${order.lines.map(
  (
    line,
  ) => html`<li><span><span class="quantity">${formatQuantity(line.quantityMilli, language)} ×</span> ${line.description}</span>
<span class="number">${money(shownLineAmount(line, shown))}</span></li>`,
)}
${order.freightMinor > 0 && html`<li><span>${labels.freight}</span><span class="number">${money(shownFreight(order, shown))}</span></li>`}
</ul>
<p class="sum"><span>${labels.total} <span class="quiet">${showsVat(shown) ? labels.inclVat : labels.exclVat}</span></span> <strong>${orderSum(order, shown)}</strong></p>`;
}
