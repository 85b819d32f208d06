import type { WebsiteCustomer } from '../../shared/my-page/protocol.ts';
import type { AccountDetails } from '../accounts/details-store.ts';
import { detailsOf } from '../accounts/propose-details-service.ts';
import {
  type CustomerField,
  type CustomerForm,
  customerFieldsView,
  type FormFaults,
  placeRow,
} from './customer-form.ts';
import { noticeView } from './form-view.ts';
import { formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import { hiddenToken } from './layout.ts';
import type { MemberVisit } from './visit.ts';

export const neededDetails: readonly CustomerField[] = ['name', 'email'];

/** The contact details as the shop has them, and the way to a proposal. */
export function detailsView(visit: MemberVisit, details: AccountDetails): Html {
  const { labels, account, settings } = visit;
  const customer = detailsOf(account, details);
  const { proposed } = details;
  const asked = proposed && formatInstant(proposed.at, labels.language, settings.timeZone);
  return html`<section class="card" id="details">
<h2>${labels.yourDetails}</h2>
<dl class="details-list">
${row(labels.name, customer.name)}${row(labels.email, customer.email)}${row(labels.phone, customer.phone)}
${row(labels.address, addressOf(customer))}
</dl>
${asked && noticeView('good', labels.detailsProposed(asked))}
<p><a class="button second wide" href="/settings/details">${labels.proposeChange}</a></p>
</section>`;
}

/** The form in which a change is proposed. */
export function proposeDetailsView(
  visit: MemberVisit,
  form: CustomerForm,
  faults: FormFaults<CustomerField | 'form'>,
): Html {
  const { labels } = visit;
  const fields = customerFieldsView(labels, form, neededDetails, faults);
  const notice = faults.form ?? (Object.keys(faults).length > 0 ? labels.checkForm : null);
  return html`<p class="back"><a href="/settings">${labels.mySettings}</a></p>
<section class="card">
<h1>${labels.proposeChange}</h1>
<p class="lead">${labels.proposeChangeLead}</p>
${notice && noticeView('bad', notice)}
<form method="post" action="/settings/details" novalidate>
${hiddenToken(visit)}
${fields.name}${fields.email}${fields.phone}${fields.addressLine1}${placeRow(fields.postcode, fields.city)}
<button class="button">${labels.sendProposal}</button>
</form>
</section>`;
}

function addressOf(customer: WebsiteCustomer): string {
  const place = [customer.postcode, customer.city].filter(Boolean).join(' ');
  return [customer.addressLine1, customer.addressLine2, place, customer.country].filter(Boolean).join(', ');
}

function row(label: string, text: string): Html | null {
  return text === '' ? null : html`<div><dt>${label}</dt><dd>${text}</dd></div>`;
}
