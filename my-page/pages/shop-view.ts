import { randomUUID } from 'node:crypto';
import type { PublishedProduct } from '../../shared/my-page/protocol.ts';
import type { WebOrder } from '../orders/web-order-store.ts';
import { customerFieldsView, placeRow } from './customer-form.ts';
import { noticeView } from './form-view.ts';
import { formatQuantity, withVat } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import { hiddenToken } from './layout.ts';
import { shownMoney, showsVat } from './order-sum.ts';
import { placedLinesView } from './received-order-view.ts';
import { neededToOrder, quantityField, type ShopFaults, type ShopForm } from './shop-form.ts';
import type { Visit } from './visit.ts';

/** All products with a quantity each, and who orders: one form. */
export function shopView(
  visit: Visit,
  products: readonly PublishedProduct[],
  form: ShopForm,
  faults: ShopFaults,
): Html {
  const { labels } = visit;
  const isFaulty = Object.keys(faults).length > 0;
  const heading = html`<div class="heading"><h1>${labels.shop}</h1></div>`;
  if (products.length === 0) {
    return html`${heading}<section class="card message"><h2>${labels.shopEmpty}</h2><p class="lead">${labels.shopEmptyLead}</p></section>`;
  }
  const fields = customerFieldsView(labels, form.customer, neededToOrder, faults);
  return html`${heading}
<p class="lead">${labels.shopLead}</p>
${isFaulty && noticeView('bad', faults.products ?? labels.checkForm)}
<form method="post" action="/shop/orders" class="shop" novalidate>
${hiddenToken(visit)}<input type="hidden" name="order-key" value="${randomUUID()}">
<section class="card"><h2>${labels.products}</h2>
<ul class="products">${products.map((product) => productView(visit, product, form))}</ul></section>
<section class="card details"><h2>${labels.yourDetails}</h2>
${fields.name}${fields.email}${fields.phone}${fields.addressLine1}${placeRow(fields.postcode, fields.city)}
<div class="field"><label for="message">${labels.message} <span class="quiet">(${labels.optional})</span></label>
<textarea id="message" name="message" rows="2" maxlength="2000">${form.message}</textarea></div>
<button class="button">${labels.placeOrder}</button>
<p class="hint">${labels.placeOrderHint}</p>
</section>
</form>`;
}

/** What a customer sees after ordering: the number, and what was ordered. */
export function thanksView(visit: Visit, placed: WebOrder): Html {
  const { labels, account } = visit;
  return html`<section class="card thanks">
<h1>${labels.thanks}</h1>
<p class="thanks-no"><span class="quiet">${labels.thanksNo}</span> <strong>${placed.webOrderNo}</strong></p>
<p class="lead">${labels.thanksLead}</p>
${placedLinesView(visit, placed)}
<p class="thanks-next"><a class="button" href="${account ? '/orders' : '/shop'}">${account ? labels.followOrder : labels.continueShopping}</a></p>
</section>`;
}

function productView({ labels, settings }: Visit, product: PublishedProduct, form: ShopForm): Html {
  const shown = { settings, language: labels.language };
  const { unitPriceMinor, vatPermille, currency } = product;
  const price = showsVat(shown) ? withVat(unitPriceMinor, vatPermille) : unitPriceMinor;
  const name = quantityField(product);
  return html`<li>
<div class="product-name"><strong>${product.name}</strong><span class="quiet">${product.productNo}${stockView(labels, product)}</span></div>
<div class="product-price">${shownMoney(price, currency, shown)}<span class="quiet">${showsVat(shown) ? labels.inclVat : labels.exclVat}</span></div>
<input class="quantity" type="number" name="${name}" value="${form.quantities.get(product.productNo) ?? ''}" min="0" max="9999" step="1" inputmode="numeric" placeholder="0" autocomplete="off" aria-label="${labels.quantityOf(product.name)}">
</li>`;
}

function stockView(labels: Labels, { webStockMilli, unit }: PublishedProduct): Html | null {
  if (webStockMilli === null) return null;
  if (webStockMilli <= 0) return html` · <span class="no-stock">${labels.notInStock}</span>`;
  return html` · ${labels.inStock(`${formatQuantity(webStockMilli, labels.language)} ${unit}`)}`;
}
