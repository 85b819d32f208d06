import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { GuestView } from '../guests/guest-order-store.ts';
import type { HeldPaper } from '../histories/paper-store.ts';
import { fieldView, noticeView } from './form-view.ts';
import { type Html, html } from './html.ts';
import { hiddenToken } from './layout.ts';
import { orderView } from './order-view.ts';
import { receivedOrderView } from './received-order-view.ts';
import type { Visit } from './visit.ts';

export type LookUpForm = {
  readonly webOrderNo: string;
  readonly email: string;
  readonly faults?: { readonly webOrderNo?: string; readonly email?: string };
  readonly notice?: string;
};

/** Order number and e-mail, for a link. */
export function lookUpFormView(visit: Visit, form: LookUpForm): Html {
  const { labels } = visit;
  const number = { name: 'order-number', label: labels.orderNumber, value: form.webOrderNo, maxLength: 60 };
  const email = { name: 'email', label: labels.email, type: 'email', value: form.email, maxLength: 254 } as const;
  return html`<section class="card">
<h1>${labels.lookUp}</h1>
<p class="lead">${labels.lookUpLead}</p>
${form.notice && noticeView('bad', form.notice)}
<form method="post" action="/look-up" novalidate>
${hiddenToken(visit)}
${fieldView(labels, { ...number, hint: labels.orderNumberHint, autocomplete: 'off', fault: form.faults?.webOrderNo })}
${fieldView(labels, { ...email, autocomplete: 'email', fault: form.faults?.email })}
<button class="button">${labels.sendLink}</button>
</form>
</section>`;
}

/** What a mailed link leads to: looking at it spends nothing, since mail scanners look first. */
export function openLinkView(visit: Visit, token: string): Html {
  const { labels } = visit;
  return html`<section class="card message">
<h1>${labels.guestOrder}</h1>
<p class="lead">${labels.guestOrderLead}</p>
<form method="post" action="/look-up/${token}">${hiddenToken(visit)}<button class="button">${labels.guestOrderButton}</button></form>
</section>`;
}

/** The order of a guest, or one of its back orders. */
export function guestOrderView(
  visit: Visit,
  view: GuestView,
  { backOrder, papers }: { readonly backOrder: OrderHistory | null; readonly papers: readonly HeldPaper[] },
): Html {
  const { labels } = visit;
  const guest = { ...visit, account: null };
  if (view.kind === 'received')
    return html`${untilView(labels.guestOrderUntil)}${receivedOrderView(guest, view.placed)}`;
  const { order, backOrders } = view;
  const shown = { origin: null, papers };
  if (backOrder !== null) {
    return html`<p class="back"><a href="/look-up/order">${labels.order(order.webOrderNo)}</a></p>
${orderView(guest, { ...shown, order: backOrder, backOrders: [] })}`;
  }
  return html`${untilView(labels.guestOrderUntil)}${orderView(guest, { ...shown, order, backOrders })}`;
}

function untilView(text: string): Html {
  return html`<p class="back quiet">${text}</p>`;
}
