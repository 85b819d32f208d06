import type { BrowserContext } from '@playwright/test';
import {
  type Enquiry,
  enquiriesPage,
  type OrderHistory,
  type PlaceOrderAnswer,
  type PublishedAccount,
  type PublishedProduct,
  placeOrderAnswer,
  publishAccountsAnswer,
  type SiteSettings,
} from '../../shared/my-page/protocol.ts';
import { callApi } from './call-api.ts';
import { makeAccount, makeHistory, makePlacedOrder, publish, testSettings } from './my-page-documents.ts';
import { linkIn } from './my-page-mails.ts';
import type { MyPageSite } from './my-page-site.ts';
import { openVisitor } from './my-page-visitor.ts';

/** A customer whose account was published; `password` is the one that `logIn` sets. */
export type Customer = PublishedAccount & { readonly siteId: string };

export const customerPassword = 'correct horse battery';

/** What the shop's staff and storefront do to a site, over its API. */
export class ShopDesk {
  readonly site: MyPageSite;
  private readonly name: string;
  private readonly withPassword = new Set<string>();
  private customers = 0;

  /** `name` tells customers of several desks on one site apart. */
  constructor(site: MyPageSite, name = 'kari') {
    this.site = site;
    this.name = name;
  }

  /** The settings of a shop with everything open, and what a test changes of them. */
  async publishSettings(changes: Partial<SiteSettings> = {}): Promise<void> {
    await publish(this.site, '/site-settings', { ...testSettings, ...changes });
  }

  /** Publishes an approved customer with an address that nobody else has; the invitation to choose a password has come. */
  async newCustomer(changes: Partial<PublishedAccount> = {}): Promise<Customer> {
    this.customers += 1;
    const account = makeAccount({ email: `${this.name}.${this.customers}@example.com`, ...changes });
    const customer = await this.publishAccount(account);
    // Its link ends every one that was made before it leaves
    if (account.status === 'approved' && account.siteAccountId === null) await this.site.mailBox.mailTo(account.email);
    return customer;
  }

  async publishAccount(account: PublishedAccount): Promise<Customer> {
    const { results } = publishAccountsAnswer.parse(await publish(this.site, '/accounts', { accounts: [account] }));
    const [result] = results;
    if (result?.outcome !== 'stored') throw new Error(`The account was not taken: ${result?.reason}`);
    return { ...account, siteId: result.siteAccountId ?? '' };
  }

  /** Logs the browser in, without a look at a page: at first by the invitation, with `customerPassword` from then on. */
  async logIn(context: BrowserContext, customer: Customer, userAgent: string): Promise<void> {
    const visitor = openVisitor(this.site.url, userAgent);
    if (this.withPassword.has(customer.siteId)) await visitor.logIn(customer.email, customerPassword);
    else {
      const invitation = linkIn(await this.site.mailBox.mailTo(customer.email));
      await visitor.submit(invitation, invitation, { password: customerPassword });
      this.withPassword.add(customer.siteId);
    }
    const { url } = this.site;
    await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url })));
  }

  /** Publishes an order of that customer. */
  async publishOrder(customer: Customer, changes: Partial<OrderHistory> = {}): Promise<OrderHistory> {
    const [order] = await this.publishOrders(customer, [changes]);
    if (order === undefined) throw new Error('No order was published');
    return order;
  }

  async publishOrders(customer: Customer, orders: readonly Partial<OrderHistory>[]): Promise<readonly OrderHistory[]> {
    const { accountId, email } = customer;
    const histories = orders.map((changes) => makeHistory({ accountId, email, ...changes }));
    await publish(this.site, '/order-histories', { histories });
    return histories;
  }

  /** A storefront sends an order that the customer placed. */
  async placeOrder(customer: Customer, changes: Readonly<Record<string, unknown>> = {}): Promise<PlaceOrderAnswer> {
    const { storefrontKey: key, url } = this.site;
    const { name, email, siteId: siteAccountId } = customer;
    const body = makePlacedOrder({ customer: { name, email }, siteAccountId, ...changes });
    const reply = await callApi({ url }, { key, method: 'POST', path: '/orders', body });
    return placeOrderAnswer.parse(reply.body);
  }

  /** Sends the bytes of a paper that the order's document names. */
  async sendPaper(orderId: string, paperId: string, pdf: string): Promise<void> {
    const { desktopKey, url } = this.site;
    const headers = { authorization: `Bearer ${desktopKey}`, 'content-type': 'application/pdf' };
    const address = `${url}/api/v1/order-histories/${orderId}/documents/${paperId}`;
    const { status } = await fetch(address, { method: 'PUT', headers, body: pdf });
    if (status !== 200) throw new Error(`The paper was not taken: ${status}`);
  }

  /** Staff decide in the comparison list that an order placed here is not carried out. */
  async reject(enquiryId: string): Promise<void> {
    await publish(this.site, '/enquiry-outcomes', { outcomes: [{ enquiryId, outcome: 'rejected' }] });
  }

  async publishProducts(products: readonly PublishedProduct[]): Promise<void> {
    await publish(this.site, '/products', { products });
  }

  /** All that customers have done so far, as Get Website Data fetches it. */
  async enquiries(): Promise<readonly Enquiry[]> {
    const { desktopKey: key, url } = this.site;
    const all: Enquiry[] = [];
    for (let cursor = '', more = true; more; ) {
      const reply = await callApi({ url }, { key, path: `/enquiries?limit=500&after=${encodeURIComponent(cursor)}` });
      const page = enquiriesPage.parse(reply.body);
      all.push(...page.enquiries);
      ({ cursor, more } = page);
    }
    return all;
  }

  /** What has come of one kind from one customer. */
  async enquiriesOf<Kind extends Enquiry['kind']>(
    kind: Kind,
    isFrom: (enquiry: Extract<Enquiry, { kind: Kind }>) => boolean,
  ): Promise<readonly Extract<Enquiry, { kind: Kind }>[]> {
    const all = await this.enquiries();
    return all.filter((enquiry): enquiry is Extract<Enquiry, { kind: Kind }> => enquiry.kind === kind).filter(isFrom);
  }
}
