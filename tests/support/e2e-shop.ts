import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvedCustomers } from '../../demo/demo-customers-store.ts';
import { type CaughtMail, type MailCatcherHooks, startMailCatcher } from '../../demo/mail-catcher.ts';
import { connectShop, lineFor, type OrderToPlace, type ShopClient } from '../../demo/shop-client.ts';
import { type SiteVisitor, type VisitedPage, visitSite } from '../../demo/site-visitor.ts';
import { insertAccount } from '../../main/engine/contacts/account-store.ts';
import { insertContact } from '../../main/engine/contacts/contact-store.ts';
import { createSession } from '../../main/engine/create-session.ts';
import { get } from '../../main/engine/db/database.ts';
import { returnBoxSecretAccount } from '../../main/engine/outbox/return-box-store.ts';
import { smtpSecretAccount } from '../../main/engine/outbox/send-settings-store.ts';
import { insertProduct } from '../../main/engine/products/product-store.ts';
import { changeStock } from '../../main/engine/products/stock-store.ts';
import { createPurchase, transferPurchase } from '../../main/engine/purchasing/purchase-service.ts';
import { openKeychain } from '../../main/engine/secrets/keychain-client.ts';
import type { EngineSession } from '../../main/engine/session.ts';
import { insertWebsite, writeWebsite } from '../../main/engine/settings/website-store.ts';
import { updateWebsite } from '../../main/engine/website/update-website-service.ts';
import { connectWebsite } from '../../main/engine/website/website-client.ts';
import { websiteKeyAccount } from '../../main/engine/website/website-key.ts';
import { getWebsiteData } from '../../main/engine/website-data/run-service.ts';
import { storeOptOutSecret } from '../../main/engine/website-data/website-store.ts';
import { type E2eSite, startE2eSite } from './e2e-site.ts';
import { MailBox } from './mail-box.ts';

/** The website's own login at the mail server and the customer's on My page; both open nothing but this test. */
export const smtpLogin = { user: 'shop', password: 'correct horse battery' };
const customerPassword = 'over-the-mountain';

/** Kari has an account on My page; Lars ordered as a guest. */
export const kari = { name: 'Kari Nordmann', email: 'kari@customer.example', webOrderNo: 'W-1001' } as const;
export const lars = { name: 'Lars Berg', email: 'lars@customer.example', webOrderNo: 'W-1002' } as const;

/** What Kari types on My page. */
export const kariLogin = { email: kari.email, password: customerPassword } as const;

/** The shop's sender, as mails name it. */
export const sender = { name: 'Fjellbutikken', address: 'post@fjell.example' } as const;

/** In stock. */
export const jacket = 'Rain jacket';
/** Sold out; ten are on their way. */
export const tent = 'Tent';

export type E2eShopOptions = {
  /** Of Kari's order. */
  readonly language?: string;
  /** What Kari buys, by product; three jackets and two tents. */
  readonly kariBuys?: Readonly<Record<string, number>>;
  /** What Kari typed as her name. */
  readonly kariName?: string;
  /** How new users are approved; automatic where it is not said. */
  readonly approval?: 'manual' | 'automatic';
};

/**
 * A company with one website, all seven rules on, My page and a mail server, all real and on loopback; keys lie in the real
 * keychain, where the started program finds them. The orders came in by Get Website Data; then the company was closed.
 */
export type E2eShop = {
  readonly folder: string;
  readonly companyPath: string;
  readonly websitePublicId: string;
  readonly myPage: E2eSite;
  readonly smtpPort: number;
  /** Accounts at the keychain, for tests that look there. */
  readonly smtpAccount: string;
  /** When the open purchase of tents is to come, `YYYY-MM-DD`. */
  readonly tentsComeOn: string;
  readonly mails: readonly CaughtMail[];
  /** What My page mailed about accounts, through a mail server of its own. */
  readonly accountMails: readonly CaughtMail[];
  /** Lets the mail server misbehave from now on; an empty object lets it behave again. */
  readonly letMailServer: (hooks: MailCatcherHooks) => void;
  /** A guest buys two jackets. */
  readonly placeOrder: (webOrderNo: string, customer: OrderToPlace['customer']) => Promise<void>;
  /** Somebody registers on My page, with the password that `logIn` uses. */
  readonly register: (who: { readonly name: string; readonly email: string }) => Promise<void>;
  /** Opens the link of a mail and chooses the password that `logIn` uses. */
  readonly choosePassword: (link: string) => Promise<void>;
  /** Logs in to My page as a browser does; answers the text of the page that is shown then. */
  readonly logIn: (email: string) => Promise<string>;
  /** Kari proposes another address on My page. */
  readonly proposeDetails: (fields: Readonly<Record<string, string>>) => Promise<void>;
  /** The page with Kari's contact details on My page. */
  readonly readDetails: () => Promise<string>;
  /** Kari asks on My page that her account be deleted, which staff read as an activity. */
  readonly askForDeletion: () => Promise<void>;
  /** Logs in to My page over HTTP as Kari and reads the page of one of her orders. */
  readonly readMyPage: (webOrderNo?: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A day so many days from now, `YYYY-MM-DD`. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export async function openE2eShop(options: E2eShopOptions = {}): Promise<E2eShop> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-e2e-shop-'));
  const secrets = openKeychain();
  const companyPath = join(folder, 'fjellbutikken.orderbud');
  const { hooks, letMailServer } = changeableHooks();
  const mailBox = new MailBox();
  const accountMails = await startMailCatcher({ ...smtpLogin, onMail: mailBox.keep });
  const myPage = await startE2eSite(join(folder, 'my-page.sqlite'), mailServerOf(accountMails.port));
  const catcher = await startMailCatcher({ ...smtpLogin, hooks });
  const session = createSession({ secrets });
  await session.create(companyPath, { name: 'Fjellbutikken AS' });
  const tentsComeOn = dayIn(14);
  const websitePublicId = fillCompany(session, { myPage, smtpPort: catcher.port, tentsComeOn, options });
  const desktopKey = await myPage.createApiKey('desktop');
  await secrets.set(websiteKeyAccount(websitePublicId), desktopKey);
  await secrets.set(smtpSecretAccount(websitePublicId), smtpLogin.password);
  const shop = connectShop(myPage.url, await myPage.createApiKey('storefront'));
  await publishAccount(session, myPage, desktopKey);
  await choosePassword(linkIn(await mailBox.mailTo(kari.email)));
  await placeFirstOrders(session, shop, options);
  await fetchFirstOrders(session);
  session.close();
  return {
    folder,
    companyPath,
    websitePublicId,
    myPage,
    smtpPort: catcher.port,
    smtpAccount: smtpSecretAccount(websitePublicId),
    tentsComeOn,
    mails: catcher.mails,
    accountMails: accountMails.mails,
    letMailServer,
    placeOrder: (webOrderNo, customer) => placeGuestOrder(shop, webOrderNo, customer),
    register: (who) => register(myPage.url, mailBox, who),
    choosePassword,
    logIn: async (email) => (await logInAs(myPage.url, email)).list.text,
    proposeDetails: (fields) => proposeDetails(myPage.url, fields),
    readDetails: async () => (await (await logInAsKari(myPage.url)).visitor.open(`${myPage.url}/settings`)).text,
    askForDeletion: () => askForDeletion(myPage.url),
    readMyPage: (webOrderNo = kari.webOrderNo) => readOrderPage(myPage.url, webOrderNo),
    close: async () => {
      await Promise.all([myPage.close(), catcher.close(), accountMails.close()]);
      for (const account of [websiteKeyAccount, smtpSecretAccount, returnBoxSecretAccount]) {
        await secrets.delete(account(websitePublicId));
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function mailServerOf(port: number): Parameters<typeof startE2eSite>[1] {
  const { user, password } = smtpLogin;
  return { host: '127.0.0.1', port, security: 'starttls', user, password, from: sender };
}

/** Hooks that a test can exchange while the server runs. */
function changeableHooks(): { hooks: MailCatcherHooks; letMailServer: (next: MailCatcherHooks) => void } {
  let present: MailCatcherHooks = {};
  return {
    hooks: {
      onConnect: (sessionId) => present.onConnect?.(sessionId),
      onLogin: (user) => present.onLogin?.(user),
      onSender: (address, sessionId) => present.onSender?.(address, sessionId),
      onRecipient: (address, sessionId) => present.onRecipient?.(address, sessionId),
      onMessage: (mail) => present.onMessage?.(mail),
    },
    letMailServer: (next) => {
      present = next;
    },
  };
}

type Parts = {
  readonly myPage: E2eSite;
  readonly smtpPort: number;
  readonly tentsComeOn: string;
  readonly options: E2eShopOptions;
};

/** Registers, website and one open purchase. Answers the website's public id. */
function fillCompany(session: EngineSession, { myPage, smtpPort, tentsComeOn, options }: Parts): string {
  return session.company().command((tx, context) => {
    const websiteId = insertWebsite(tx, context, {
      name: sender.name,
      url: `${myPage.url}/shop`,
      myPageUrl: myPage.url,
    });
    writeWebsite(tx, {
      websiteId,
      language: 'en',
      approval: options.approval ?? 'automatic',
      senderName: sender.name,
      senderAddress: sender.address,
      smtpHost: '127.0.0.1',
      smtpPort,
      smtpUser: smtpLogin.user,
      rules: { 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true },
    });
    const supplierId = insertContact(tx, context, { name: 'Telt & Tur AS', isSupplier: true });
    const jacketId = insertProduct(tx, { productNo: 'J-1', name: jacket, unitPriceMinor: 99_900 });
    const tentId = insertProduct(tx, { productNo: 'T-2', name: tent, unitPriceMinor: 249_900, supplierId });
    changeStock(tx, { productId: jacketId, warehouseId: 1 }, 10_000);
    const purchaseOrderId = createPurchase(tx, context, {
      supplierId,
      deliveryDate: tentsComeOn,
      lines: [{ productId: tentId, orderedMilli: 10_000 }],
    });
    transferPurchase(tx, context, { purchaseOrderId, purchaseVersion: 1 });
    const contactId = insertContact(tx, context, { name: options.kariName ?? kari.name, email: kari.email });
    insertAccount(tx, context, { contactId, websiteId, email: kari.email, status: 'approved' });
    const row = get<{ publicId: string }>(tx, 'SELECT public_id AS publicId FROM website WHERE id = @websiteId', {
      websiteId,
    });
    return row?.publicId ?? '';
  });
}

/** Publishes products and Kari's account; My page then invites her to choose a password. */
async function publishAccount(session: EngineSession, myPage: E2eSite, key: string): Promise<void> {
  const company = session.company();
  const connector = connectWebsite({ siteAddress: myPage.url, key });
  const secret = await connector.optOutSecret();
  if (secret !== null) company.command((tx) => storeOptOutSecret(tx, 1, secret));
  await updateWebsite(company, { websiteId: 1, connector });
}

/** The link of a mail about an account. */
export function linkIn({ parsed }: CaughtMail): string {
  const link = /https?:\/\/\S+/.exec(parsed.text ?? '')?.[0];
  if (link === undefined) throw new Error(`No link in the mail ${parsed.subject}`);
  return link;
}

async function choosePassword(link: string): Promise<void> {
  const visitor = visitSite();
  const done = await visitor.submit(await visitor.open(link), { password: customerPassword });
  if (done.status !== 200) throw new Error(`My page did not take the password: ${done.status}`);
}

const productNoOf: Readonly<Record<string, string>> = { [jacket]: 'J-1', [tent]: 'T-2' };

async function linesOf(shop: ShopClient, quantities: Readonly<Record<string, number>>) {
  const products = await shop.products();
  return Object.entries(quantities).map(([name, quantity]) => lineFor(products, productNoOf[name] ?? name, quantity));
}

async function placeFirstOrders(session: EngineSession, shop: ShopClient, options: E2eShopOptions): Promise<void> {
  const [account] = approvedCustomers(session.company().db, 1);
  const { kariBuys = { [jacket]: 3, [tent]: 2 }, kariName = kari.name, language = 'en' } = options;
  await shop.placeOrder(
    {
      webOrderNo: kari.webOrderNo,
      customer: { name: kariName, email: kari.email },
      siteAccountId: account?.siteAccountId ?? null,
      language,
      currency: 'NOK',
      lines: await linesOf(shop, kariBuys),
    },
    kari.webOrderNo,
  );
  await placeGuestOrder(shop, lars.webOrderNo, { name: lars.name, email: lars.email });
}

async function placeGuestOrder(
  shop: ShopClient,
  webOrderNo: string,
  customer: OrderToPlace['customer'],
): Promise<void> {
  const lines = await linesOf(shop, { [jacket]: 2 });
  await shop.placeOrder({ webOrderNo, customer, language: 'en', currency: 'NOK', lines }, webOrderNo);
}

/** First sight is silent: nobody is told of an order that just came in. */
async function fetchFirstOrders(session: EngineSession): Promise<void> {
  const { websites } = await getWebsiteData(session, {
    onUnexpected: (error) => {
      throw error;
    },
  });
  const report = websites[0];
  if (report === undefined || report.imported !== report.fetchedOrders || report.imported === 0 || report.planned > 0)
    throw new Error(`The first run did something else than to import: ${JSON.stringify(report)}`);
}

/** Registers and, by the link of the mail, confirms the address. */
async function register(
  siteUrl: string,
  mailBox: MailBox,
  who: { readonly name: string; readonly email: string },
): Promise<void> {
  const visitor = visitSite();
  const form = await visitor.open(`${siteUrl}/register`);
  const asked = await visitor.submit(form, who);
  if (asked.status !== 200) throw new Error(`My page did not take the registration: ${asked.status}`);
  const link = linkIn(await mailBox.mailTo(who.email));
  const done = await visitor.submit(await visitor.open(new URL(link, siteUrl).href), { password: customerPassword });
  if (done.status !== 200) throw new Error(`My page did not take the registration: ${done.status}`);
}

/** A customer in the browser, on the list of orders where the log-in was taken. */
async function logInAs(
  siteUrl: string,
  email: string,
): Promise<{ readonly visitor: SiteVisitor; readonly list: VisitedPage }> {
  const visitor = visitSite();
  const logIn = await visitor.open(`${siteUrl}/log-in`);
  return { visitor, list: await visitor.submit(logIn, { email, password: customerPassword }) };
}

const logInAsKari = (siteUrl: string) => logInAs(siteUrl, kari.email);

async function proposeDetails(siteUrl: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const { visitor } = await logInAsKari(siteUrl);
  const done = await visitor.submit(await visitor.open(`${siteUrl}/settings/details`), fields);
  if (done.status !== 200) throw new Error(`My page did not take the proposal: ${done.status}`);
}

async function askForDeletion(siteUrl: string): Promise<void> {
  const { visitor } = await logInAsKari(siteUrl);
  const form = await visitor.open(`${siteUrl}/settings/delete`);
  const done = await visitor.submit(form, { password: customerPassword });
  if (done.status !== 200) throw new Error(`My page did not take the wish for deletion: ${done.status}`);
}

async function readOrderPage(siteUrl: string, webOrderNo: string): Promise<string> {
  const { visitor, list } = await logInAsKari(siteUrl);
  const path = new RegExp(`href="(/orders/[^"]+)">\\s*<span class="order-no">${webOrderNo}<`).exec(list.html)?.[1];
  if (path === undefined) throw new Error(`My page lists no order ${webOrderNo}: ${list.text}`);
  return (await visitor.open(new URL(path, siteUrl).href)).text;
}
