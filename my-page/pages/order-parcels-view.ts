import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';

/** The parcels, each with the carrier's own page; the carrier is not told where the customer comes from. */
export function shipmentsView(labels: Labels, shipments: OrderHistory['shipments']): Html | null {
  if (shipments.length === 0) return null;
  return html`<section class="card parcels">
<h2>${labels.parcels}</h2>
<ul>${shipments.map(
    ({ carrier, shippingNo, trackingUrl }) => html`<li>
<span>${carrier && html`<strong>${carrier}</strong> `}<span class="parcel-no">${shippingNo}</span></span>
${isWebAddress(trackingUrl) && html`<a class="button small" href="${trackingUrl}" rel="noopener noreferrer" referrerpolicy="no-referrer">${labels.track}<span class="unseen"> ${shippingNo}</span></a>`}
</li>`,
  )}</ul>
</section>`;
}

/** A link of any other kind (javascript:, data:) is not offered. */
function isWebAddress(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address);
}
