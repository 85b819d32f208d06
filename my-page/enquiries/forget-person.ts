import type { Enquiry, PlacedOrder, WebsiteCustomer } from '../../shared/my-page/protocol.ts';

/** Stands where a customer was. */
const nobody: WebsiteCustomer = {
  name: '-',
  companyNo: '',
  contactPerson: '',
  email: '',
  phone: '',
  addressLine1: '',
  addressLine2: '',
  postcode: '',
  city: '',
  country: '',
};

type StoredOrder = Omit<PlacedOrder, 'webOrderNo'>;

/** An order without the person: numbers and amounts stay. A line's text may be of the customer's own words. */
export function orderWithoutPerson(order: StoredOrder): StoredOrder {
  return {
    ...order,
    customer: nobody,
    siteAccountId: null,
    note: '',
    lines: order.lines.map((line) => ({ ...line, description: line.productNo || '-' })),
  };
}

/** An enquiry without the person; a customer's own settings name nobody. */
export function enquiryWithoutPerson(found: Enquiry): Enquiry {
  switch (found.kind) {
    case 'order':
      return { ...found, order: orderWithoutPerson(found.order) };
    case 'registration':
    case 'changed-details':
      return { ...found, customer: nobody };
    case 'activity':
      return { ...found, customer: nobody, subject: '', text: '' };
    default:
      return found;
  }
}
