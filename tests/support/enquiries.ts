import { randomUUID } from 'node:crypto';
import type { ReceivedEnquiry, WebsiteConnector } from '../../main/engine/website/website-connector.ts';
import type { Enquiry, PlacedOrder, WebsiteCustomer } from '../../shared/my-page/protocol.ts';

export const enquiryAt = '2026-03-02T20:30:00.000Z';

/** A customer as typed on a website; what does not matter to a test is filled in. */
export function customer(overrides: Partial<WebsiteCustomer> = {}): WebsiteCustomer {
  return {
    name: 'Fjell og Fjord AS',
    companyNo: '',
    contactPerson: '',
    email: 'post@fjellfjord.example',
    phone: '',
    addressLine1: 'Storgata 1',
    addressLine2: '',
    postcode: '',
    city: 'Bergen',
    country: 'NO',
    ...overrides,
  };
}

type OrderOverrides = Partial<Omit<PlacedOrder, 'customer' | 'webOrderNo'>> & {
  readonly webOrderNo?: string;
  readonly customer?: Partial<WebsiteCustomer>;
};

export function orderEnquiry({ webOrderNo = 'W-1', customer: who = {}, ...order }: OrderOverrides = {}): Enquiry & {
  readonly kind: 'order';
} {
  return {
    kind: 'order',
    id: randomUUID(),
    at: enquiryAt,
    webOrderNo,
    order: {
      customer: customer(who),
      siteAccountId: null,
      language: 'en',
      currency: 'NOK',
      freightMinor: 9900,
      note: '',
      lines: [
        { productNo: 'T-100', description: 'Tent', quantityMilli: 2000, unitPriceMinor: 100_000, vatPermille: 250 },
      ],
      ...order,
    },
  };
}

export function registrationEnquiry(
  who: Partial<WebsiteCustomer> = {},
  overrides: Partial<Extract<Enquiry, { kind: 'registration' }>> = {},
): Extract<Enquiry, { kind: 'registration' }> {
  return {
    kind: 'registration',
    id: randomUUID(),
    at: enquiryAt,
    siteAccountId: randomUUID(),
    accountStatus: 'approved',
    language: 'no',
    customer: customer(who),
    ...overrides,
  };
}

/** A message for people to read, such as the wish to be deleted. */
export function activityEnquiry(subject: string, text: string): Extract<Enquiry, { kind: 'activity' }> {
  return { kind: 'activity', id: randomUUID(), at: enquiryAt, customer: customer(), subject, text };
}

export function settingsEnquiry(
  overrides: Partial<Extract<Enquiry, { kind: 'customer-settings' }>>,
): Extract<Enquiry, { kind: 'customer-settings' }> {
  return {
    kind: 'customer-settings',
    id: randomUUID(),
    at: enquiryAt,
    siteAccountId: null,
    contactId: null,
    orderStatusMails: null,
    language: null,
    ...overrides,
  };
}

export function received(enquiry: Enquiry): ReceivedEnquiry {
  return { siteEnquiryId: enquiry.id, kind: enquiry.kind, body: JSON.stringify(enquiry), enquiry };
}

/** A site that holds these enquiries, read in pages; its cursor is the number of enquiries before it. */
export function siteHolding(
  enquiries: readonly Enquiry[],
  pageSize = 100,
): Pick<WebsiteConnector, 'fetchEnquiries' | 'optOutSecret'> {
  return {
    fetchEnquiries: async (after) => {
      const from = after === '' ? 0 : Number(after);
      if (!Number.isInteger(from) || from > enquiries.length) return { kind: 'unknown-cursor' };
      const page = enquiries.slice(from, from + pageSize);
      return {
        kind: 'page',
        enquiries: page.map(received),
        cursor: String(from + page.length),
        more: from + page.length < enquiries.length,
      };
    },
    optOutSecret: async () => null,
  };
}
