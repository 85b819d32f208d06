import { describe, expect, test } from 'vitest';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { createOrder } from '../../../../main/engine/orders/create-order-service.ts';
import { writeWebsite } from '../../../../main/engine/settings/website-store.ts';
import type { CompanyAccess } from '../../../../main/engine/website/company-access.ts';
import { type UpdateWebsiteOptions, updateWebsite } from '../../../../main/engine/website/update-website-service.ts';
import { AppError } from '../../../../shared/errors.ts';
import type {
  AccountMailSettings,
  PublishedAccount,
  PublishedProduct,
  SiteSettings,
} from '../../../../shared/my-page/protocol.ts';
import { plainPriceDisplay } from '../../../../shared/price-display.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';

function access(db: ReadDb): CompanyAccess {
  return { db, command: (work) => inTransaction(db, (tx) => work(tx, testContext)) };
}

/** A site that takes everything and remembers it. */
function takingSite() {
  const accounts: PublishedAccount[] = [];
  const products: PublishedProduct[] = [];
  const settings: SiteSettings[] = [];
  const accountMails: AccountMailSettings[] = [];
  const connector = {
    publishAccounts: async (given: readonly PublishedAccount[]) => {
      accounts.push(...given);
      return {
        results: given.map(({ accountId }) => ({ accountId, siteAccountId: accountId, outcome: 'stored' as const })),
      };
    },
    eraseAccounts: async () => ({ results: [] }),
    publishOutcomes: async () => true,
    publishProducts: async (given: readonly PublishedProduct[]) => void products.push(...given),
    publishSiteSettings: async (given: SiteSettings) => void settings.push(given),
    publishAccountMails: async (given: AccountMailSettings) => {
      accountMails.push(given);
      return { texts: given.texts.length, canSend: true };
    },
    optOutSecret: async () => 'a secret of the site, long enough to sign',
  };
  return { accounts, products, settings, accountMails, connector };
}

function insertAccount(db: ReadDb, name: string, email: string): string {
  return command(db, (tx, context) => {
    const { lastId: contactId } = run(
      tx,
      'INSERT INTO contact(public_id, name, created_at) VALUES (@publicId, @name, @now)',
      { publicId: context.newUuid(), name, now: context.now },
    );
    const publicId = context.newUuid();
    run(
      tx,
      `INSERT INTO website_account(public_id, contact_id, website_id, email, status) VALUES (@publicId, @contactId, 1, @email, 'approved')`,
      { publicId, contactId, email },
    );
    return publicId;
  });
}

function insertProduct(
  db: ReadDb,
  product: { no: string; stockMilli?: number; onWeb?: 0 | 1; isStockItem?: 0 | 1 },
): number {
  return command(db, (tx) => {
    const { lastId: productId } = run(
      tx,
      'INSERT INTO product(product_no, name, on_web, is_stock_item) VALUES (@no, @no, @onWeb, @isStockItem)',
      { no: product.no, onWeb: product.onWeb ?? 1, isStockItem: product.isStockItem ?? 1 },
    );
    run(tx, 'INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) VALUES (@productId, 1, @stockMilli)', {
      productId,
      stockMilli: product.stockMilli ?? 0,
    });
    return productId;
  });
}

const update = (db: ReadDb, connector: UpdateWebsiteOptions['connector']) =>
  updateWebsite(access(db), { websiteId: 1, connector });

test('changed accounts go out once, with the customer’s own No; the site’s id is kept', async () => {
  const db = await openTestCompany();
  const accountId = insertAccount(db, 'Kari', 'kari@x.example');
  command(db, (tx) => run(tx, `UPDATE contact SET customer_opted_out = 1, language = 'no'`));
  const site = takingSite();
  expect(await update(db, site.connector)).toMatchObject({ accounts: 1, siteSettings: true, failures: [] });
  expect(site.accounts).toEqual([
    expect.objectContaining({ accountId, siteAccountId: null, name: 'Kari', language: 'no', orderStatusMails: false }),
  ]);
  expect(get(db, 'SELECT site_account_id AS id FROM website_account')).toEqual({ id: accountId });
  expect(await update(db, site.connector)).toMatchObject({ accounts: 0 });
  command(db, (tx) => run(tx, `UPDATE website_account SET status = 'declined'`));
  await update(db, site.connector);
  expect(site.accounts.map((account) => account.status)).toEqual(['approved', 'declined']);
});

test('a change made while accounts are under way stays due', async () => {
  const db = await openTestCompany();
  insertAccount(db, 'Kari', 'kari@x.example');
  const site = takingSite();
  const publishAccounts: typeof site.connector.publishAccounts = (given) => {
    command(db, (tx) => run(tx, `UPDATE website_account SET status = 'declined' WHERE status = 'approved'`));
    return site.connector.publishAccounts(given);
  };
  await update(db, { ...site.connector, publishAccounts });
  expect(await update(db, site.connector)).toMatchObject({ accounts: 1 });
  expect(site.accounts.at(-1)?.status).toBe('declined');
});

test('an account that breaks the protocol, or that the site rejects, is named and holds up no other', async () => {
  const db = await openTestCompany();
  insertAccount(db, 'Long', `${'x'.repeat(260)}@x.example`);
  const rejected = insertAccount(db, 'Twice', 'twice@x.example');
  insertAccount(db, 'Good', 'good@x.example');
  const site = takingSite();
  const connector = {
    ...site.connector,
    publishAccounts: async (given: readonly PublishedAccount[]) => ({
      results: (await site.connector.publishAccounts(given)).results.map((result) =>
        result.accountId === rejected ? { ...result, outcome: 'rejected' as const, reason: 'email-in-use' } : result,
      ),
    }),
  };
  expect(
    await updateWebsite(access(db), { websiteId: 1, connector: connector as typeof site.connector }),
  ).toMatchObject({
    accounts: 1,
    failures: [
      { what: 'account', name: 'Twice', reason: 'email-in-use' },
      { what: 'account', name: 'Long', reason: 'email' },
    ],
  });
  expect(get(db, 'SELECT count(*) AS n FROM website_account WHERE version > answered_version')).toEqual({ n: 2 });
});

test('what fails is named once, also where the site holds a newer account and is told again', async () => {
  const db = await openTestCompany();
  const names = new Map(
    [
      ['Overtaken', 'overtaken@customer.example'],
      ['Faulty', `${'x'.repeat(260)}@customer.example`],
      ['Rejected', 'rejected@customer.example'],
      ['Late', 'late@customer.example'],
    ].map(([name = '', email = '']) => [insertAccount(db, name, email), name]),
  );
  const site = takingSite();
  let times = 0;
  const publishAccounts = async (given: readonly PublishedAccount[]) => {
    times += 1;
    return {
      results: given.map(({ accountId, version }) => {
        const name = names.get(accountId);
        const id = { accountId, siteAccountId: accountId };
        if (name === 'Overtaken' && (version ?? 0) < 8) return { ...id, outcome: 'older' as const, version: 7 };
        const isRejected = name === 'Rejected' || (name === 'Late' && times === 1);
        return { ...id, outcome: isRejected ? ('rejected' as const) : ('stored' as const) };
      }),
    };
  };
  const report = await update(db, { ...site.connector, publishAccounts });
  expect(times).toBe(2);
  expect(report).toMatchObject({ accounts: 2 });
  expect(report.failures.map(({ name }) => name).sort()).toEqual(['Faulty', 'Rejected']);
});

test('web stock is stock in the website’s warehouses less what remains on open orders; never below zero', async () => {
  const db = await openTestCompany();
  const tent = insertProduct(db, { no: 'T-1', stockMilli: 10_000 });
  const lamp = insertProduct(db, { no: 'T-2', stockMilli: 1000 });
  insertProduct(db, { no: 'T-3', onWeb: 0, stockMilli: 5000 });
  insertProduct(db, { no: 'T-4', isStockItem: 0 });
  command(db, (tx, context) => {
    run(tx, `INSERT INTO warehouse(id, name) VALUES (2, 'Shop floor')`);
    run(tx, 'INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) VALUES (@tent, 2, 90000)', { tent });
    run(tx, `INSERT INTO contact(id, public_id, name, created_at) VALUES (1, 'c', 'Kari', @now)`, { now: context.now });
    const lines = [
      { productId: tent, orderedMilli: 3000 },
      { productId: lamp, orderedMilli: 4000 },
    ];
    createOrder(tx, context, { contactId: 1, web: null, lines });
    createOrder(tx, context, { contactId: 1, web: null, status: 'quotation', lines });
    const cancelled = createOrder(tx, context, { contactId: 1, web: null, lines });
    run(tx, `UPDATE sales_order SET status = 'cancelled' WHERE id = @cancelled`, { cancelled });
  });
  const site = takingSite();
  expect(await update(db, site.connector)).toMatchObject({ products: 3 });
  expect(site.products.map(({ productNo, webStockMilli }) => [productNo, webStockMilli])).toEqual([
    ['T-1', 7000],
    ['T-2', 0],
    ['T-4', null],
  ]);
});

test('site settings and the secret of opt-out links are exchanged', async () => {
  const db = await openTestCompany();
  const site = takingSite();
  await update(db, site.connector);
  expect(site.settings).toEqual([
    expect.objectContaining({ siteName: 'Shop', currency: 'NOK', passwordMode: 'voluntary', timeZone: 'Europe/Oslo' }),
  ]);
  expect(get(db, 'SELECT opt_out_secret AS secret FROM website')).toEqual({
    secret: await site.connector.optOutSecret(),
  });
});

test('the menu’s link to registration is published only where customers can register', async () => {
  const db = await openTestCompany();
  const site = takingSite();
  for (const change of [
    `approval = 'automatic'`,
    `approval = 'closed'`,
    `approval = 'manual', password_mode = 'none'`,
    `password_mode = 'voluntary', shows_register_link = 0`,
  ]) {
    command(db, (tx) => run(tx, `UPDATE website SET ${change}`));
    await update(db, site.connector);
  }
  expect(site.settings.map((each) => each.showsRegisterLink)).toEqual([true, false, false, false]);
});

test('how the website shows prices goes out with its settings', async () => {
  const db = await openTestCompany();
  const site = takingSite();
  command(db, (tx) => writeWebsite(tx, { websiteId: 1, prices: { includesVat: false, suffix: 'kr', prefix: '' } }));
  await update(db, site.connector);
  expect(site.settings[0]?.prices).toEqual({ ...plainPriceDisplay, includesVat: false, suffix: 'kr', prefix: '' });
});

test('an account goes out with the contact’s details, and again when any of them changes', async () => {
  const db = await openTestCompany();
  insertAccount(db, 'Kari', 'kari@x.example');
  const site = takingSite();
  await update(db, site.connector);
  const fields = ['company_no', 'contact_person', 'phone', 'address_line1', 'address_line2', 'postcode', 'city'];
  for (const column of [...fields, 'country', 'name', 'email']) {
    command(db, (tx) => run(tx, `UPDATE contact SET ${column} = 'new'`));
    expect(await update(db, site.connector), column).toMatchObject({ accounts: 1 });
  }
  expect(site.accounts.at(-1)?.details).toEqual({
    ...{ name: 'new', companyNo: 'new', contactPerson: 'new', email: 'new', phone: 'new', addressLine1: 'new' },
    ...{ addressLine2: 'new', postcode: 'new', city: 'new', country: 'new' },
  });
  command(db, (tx) => run(tx, `UPDATE contact SET city = 'new', name = 'new'`));
  expect(await update(db, site.connector)).toMatchObject({ accounts: 0 });
});

describe('mails about accounts', () => {
  const answerOf = (db: ReadDb) => get(db, 'SELECT account_mails_answer AS answer FROM website');

  test('sender and texts go out before the accounts that they are about', async () => {
    const db = await openTestCompany();
    insertAccount(db, 'Kari', 'kari@x.example');
    command(db, (tx) => {
      run(
        tx,
        `UPDATE website SET account_sender_address = 'konto@shop.example', account_copy_to = 'copy@shop.example'`,
      );
      run(tx, `INSERT INTO account_mail_text VALUES (1, 'approved', 'no', 'Klar', 'Hei, {{ name }}')`);
    });
    const site = takingSite();
    const publishAccounts: typeof site.connector.publishAccounts = (given) => {
      expect(site.accountMails).toHaveLength(1);
      return site.connector.publishAccounts(given);
    };
    expect(await update(db, { ...site.connector, publishAccounts })).toMatchObject({ accountMails: 'can-send' });
    expect(site.accountMails).toEqual([
      {
        ...{ senderName: 'Shop', senderAddress: 'konto@shop.example', replyTo: 'post@shop.example' },
        copyTo: 'copy@shop.example',
        texts: [{ mail: 'approved', language: 'no', subject: 'Klar', text: 'Hei, {{ name }}' }],
      },
    ]);
    expect(answerOf(db)).toEqual({ answer: 'can-send' });
  });

  test('a site that does not know them is no failure; one without a mail server is told to staff', async () => {
    const db = await openTestCompany();
    const { connector } = takingSite();
    const unknown = { ...connector, publishAccountMails: async () => null };
    expect(await update(db, unknown)).toMatchObject({ accountMails: 'not-known', failures: [] });
    expect(answerOf(db)).toEqual({ answer: 'not-known' });
    const silent = { ...connector, publishAccountMails: async () => ({ texts: 0, canSend: false }) };
    expect(await update(db, silent)).toMatchObject({ accountMails: 'no-mail-server', failures: [] });
    expect(answerOf(db)).toEqual({ answer: 'no-mail-server' });
  });
});

test('a site that is gone half way keeps the batch it took; the rest goes out next time', async () => {
  const db = await openTestCompany();
  for (let index = 0; index < 501; index += 1) insertAccount(db, `Customer ${index}`, `c${index}@x.example`);
  const site = takingSite();
  let batches = 0;
  const publishAccounts: typeof site.connector.publishAccounts = async (given) => {
    batches += 1;
    if (batches > 1) throw new AppError('website-unreachable');
    return site.connector.publishAccounts(given);
  };
  await expect(update(db, { ...site.connector, publishAccounts })).rejects.toMatchObject({
    code: 'website-unreachable',
  });
  expect(await update(db, site.connector)).toMatchObject({ accounts: 1 });
  expect(all(db, 'SELECT 1 FROM website_account WHERE version > answered_version')).toEqual([]);
});
