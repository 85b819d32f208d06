import type { FastifyRequest } from 'fastify';
import { type WebsiteCustomer, websiteCustomer } from '../../shared/my-page/protocol.ts';
import { isEmailAddress } from '../accounts/email-address.ts';
import { fieldView } from './form-view.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import { fieldOf } from './visit.ts';

const customerFields = ['name', 'email', 'phone', 'addressLine1', 'postcode', 'city'] as const;
export type CustomerField = (typeof customerFields)[number];
export type CustomerForm = Readonly<Record<CustomerField, string>>;
export type FormFaults<Name extends string> = Readonly<Partial<Record<Name, string>>>;

export const emptyCustomer: CustomerForm = { name: '', email: '', phone: '', addressLine1: '', postcode: '', city: '' };

/** What a person typed about himself. */
export function readCustomerForm(request: FastifyRequest): CustomerForm {
  const field = (name: CustomerField): string => fieldOf(request, name);
  return {
    name: field('name'),
    email: field('email'),
    phone: field('phone'),
    addressLine1: field('addressLine1'),
    postcode: field('postcode'),
    city: field('city'),
  };
}

/** Each fault at its field, in the visitor's language. `needed` are the fields that may not be empty. */
export function customerFaults(
  form: CustomerForm,
  needed: readonly CustomerField[],
  labels: Labels,
): FormFaults<CustomerField> {
  const faults: Partial<Record<CustomerField, string>> = {};
  for (const name of customerFields) if (form[name].length > 200) faults[name] = labels.tooLong;
  for (const name of needed) if (form[name] === '') faults[name] = labels.missing;
  if (form.email !== '' && !isEmailAddress(form.email)) faults.email = labels.faultyEmail;
  return faults;
}

export function toCustomer(form: CustomerForm): WebsiteCustomer {
  return websiteCustomer.parse(form);
}

/** The fields of name and address; those not in `needed` are marked as optional. */
export function customerFieldsView(
  labels: Labels,
  form: CustomerForm,
  needed: readonly CustomerField[],
  faults: FormFaults<CustomerField>,
): Readonly<Record<CustomerField, Html>> {
  const view = (
    name: CustomerField,
    rest: { label: string; autocomplete: string; type?: 'email' | 'tel'; hint?: string },
  ) => fieldView(labels, { ...rest, name, value: form[name], fault: faults[name], isOptional: !needed.includes(name) });
  return {
    name: view('name', { label: labels.name, autocomplete: 'name', hint: labels.nameHint }),
    email: view('email', { label: labels.email, autocomplete: 'email', type: 'email' }),
    phone: view('phone', { label: labels.phone, autocomplete: 'tel', type: 'tel' }),
    addressLine1: view('addressLine1', { label: labels.address, autocomplete: 'address-line1' }),
    postcode: view('postcode', { label: labels.postcode, autocomplete: 'postal-code' }),
    city: view('city', { label: labels.city, autocomplete: 'address-level2' }),
  };
}

/** Postcode and city side by side. */
export function placeRow(postcode: Html, city: Html): Html {
  return html`<div class="place-row">${postcode}${city}</div>`;
}
