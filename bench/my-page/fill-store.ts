import { foldEmail } from '../../my-page/accounts/account-store.ts';
import { hashOfToken } from '../../my-page/accounts/token.ts';
import type { Tables } from '../../my-page/db/tables.ts';
import { historyRowOf } from '../../my-page/histories/history-store.ts';
import type { OrderHistory, PlacedOrder } from '../../shared/my-page/protocol.ts';
import { emailOf, type MadeCustomer, madeCustomers, madeHistories, madeSettings } from './made-shop.ts';
import { seededUuid } from './seed.ts';

/** Writes many rows of one table at once, past My page: it would take an hour by publishing. */
export type BulkStore = {
  readonly insert: <Name extends keyof Tables>(table: Name, rows: readonly Tables[Name][]) => Promise<void>;
  readonly execute: (sql: string) => Promise<void>;
};

const customersAtOnce = 500;
const madeAt = '2026-01-01T00:00:00.000Z';

/** Fills an empty, migrated store with the made shop. */
export async function fillStore(bulk: BulkStore): Promise<void> {
  await bulk.insert('site_settings', [{ id: 1, body: JSON.stringify(madeSettings) }]);
  const customers = madeCustomers();
  for (let from = 0; from < customers.length; from += customersAtOnce) {
    const some = customers.slice(from, from + customersAtOnce);
    await bulk.insert('account', some.map(accountRow));
    const histories = some.flatMap((customer) => madeHistories(customer).map((history) => ({ customer, history })));
    await bulk.insert(
      'order_history',
      histories.map(({ history }) => historyRowOf(history)),
    );
    await bulk.insert('web_order', histories.filter(({ history }) => history.originOrderId === null).map(webOrderRow));
  }
}

/** Logs these customers in; answers the values of their cookies. Seen just now, so that no page writes that down. */
export async function openSessions(bulk: BulkStore, customers: readonly MadeCustomer[]): Promise<readonly string[]> {
  await bulk.execute('DELETE FROM session');
  const tokens = customers.map(({ number }) =>
    Buffer.from(`bench-session-${number}`.padEnd(32, '.')).toString('base64url'),
  );
  const now = Date.now();
  const rows = customers.map(({ siteAccountId }, index) => ({
    token_hash: hashOfToken(tokens[index] ?? ''),
    account_id: siteAccountId,
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + 86_400_000).toISOString(),
    seen_at: new Date(now + 3_600_000).toISOString(),
    browser: 'Safari',
    system: 'iPhone',
  }));
  await bulk.insert('session', rows);
  return tokens;
}

/** The site's own copy of an order that was placed here, since handled. */
export function webOrderRow({
  customer,
  history,
}: {
  customer: MadeCustomer;
  history: OrderHistory;
}): Tables['web_order'] {
  const placed: PlacedOrder = {
    customer: {
      name: history.customerName,
      companyNo: '',
      contactPerson: '',
      email: history.email,
      phone: '+47 400 00 000',
      addressLine1: 'Storgata 1',
      addressLine2: '',
      postcode: '0155',
      city: 'Oslo',
      country: 'NO',
    },
    siteAccountId: customer.siteAccountId,
    language: customer.language,
    currency: 'NOK',
    freightMinor: 9_900,
    note: '',
    lines: history.lines.map(({ productNo, description }) => ({
      productNo,
      description,
      quantityMilli: 1_000,
      unitPriceMinor: 79_900,
      vatPermille: 250,
    })),
  };
  return {
    web_order_no: history.webOrderNo,
    enquiry_id: seededUuid(`enquiry:${history.orderId}`),
    account_id: customer.siteAccountId,
    placed_at: `${history.orderDate}T09:00:00.000Z`,
    body: JSON.stringify(placed),
    outcome: null,
  };
}

function accountRow(customer: MadeCustomer): Tables['account'] {
  const email = emailOf(customer);
  return {
    id: customer.siteAccountId,
    desktop_account_id: customer.accountId,
    contact_id: customer.accountId,
    email,
    email_folded: foldEmail(email),
    status: 'approved',
    name: `Kari Nordmann ${customer.number}`,
    language: customer.language,
    order_status_mails: 1,
    settings_number: 0,
    password_hash: null,
    created_at: madeAt,
    deletion_asked_at: null,
    version: 0,
  };
}
