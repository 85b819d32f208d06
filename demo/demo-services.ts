import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { get } from '../main/engine/db/database.ts';
import type { EngineSession } from '../main/engine/session.ts';
import { readWebsite, writeWebsite } from '../main/engine/settings/website-store.ts';
import { updateWebsite } from '../main/engine/website/update-website-service.ts';
import { connectWebsite } from '../main/engine/website/website-client.ts';
import type { WebsiteConnector } from '../main/engine/website/website-connector.ts';
import { storeOptOutSecret } from '../main/engine/website-data/website-store.ts';
import { createMyPage, type MyPage, type MyPageOptions } from '../my-page/server.ts';
import type { PlaceOrderAnswer } from '../shared/my-page/protocol.ts';
import { type CaughtMails, openCaughtMails } from './caught-mails.ts';
import { demoWebsite } from './data/company.ts';
import { approvedCustomers } from './demo-customers-store.ts';
import { readyKeys, readySmtpPassword } from './demo-keys.ts';
import { startMailCatcher } from './mail-catcher.ts';
import { placeRandomOrder } from './random-order.ts';
import { connectShop, type ShopClient } from './shop-client.ts';
import { visitSite } from './site-visitor.ts';

/** What the demo company talks to, running on this machine. */
export type DemoServices = {
  readonly myPageUrl: string;
  readonly shopUrl: string;
  /** A customer who can log in to My page. Shown in the window: it opens nothing but the demo. */
  readonly login: { readonly email: string; readonly password: string };
  readonly inbox: Pick<CaughtMails, 'list' | 'read'>;
  readonly shop: ShopClient;
  /** Somebody buys something, through the shop's API. */
  readonly placeRandomOrder: () => Promise<PlaceOrderAnswer>;
  readonly close: () => Promise<void>;
};

/** A mail catcher's certificate is nobody's: it listens on this machine only. */
const mailServerAt = (port: number, password: string): MyPageOptions['mailServer'] => ({
  host: '127.0.0.1',
  port,
  security: 'starttls',
  user: smtpUser,
  password,
  from: { name: '', address: demoWebsite.senderAddress },
});

/** Every approved customer of the demo has it; it guards invented data on this machine. */
const demoPassword = 'over-the-mountain';
const smtpUser = 'fjellogfritid';

/**
 * Starts My page with its shop and the mail catcher on loopback, tells the open demo company where they are, and fills
 * shop and accounts. What the site knows and the mails that were caught stay in the folder for the next start.
 *
 * @throws AppError 'keychain-unavailable'
 */
export async function startDemoServices(session: EngineSession, folder: string): Promise<DemoServices> {
  const company = session.company();
  const websiteId = firstWebsiteId(session);
  const { publicId } = readWebsite(company.db, websiteId);
  const storePath = join(folder, 'my-page.sqlite');
  const isNewSite = !existsSync(storePath);
  const closing: (() => Promise<void>)[] = [];
  try {
    const mails = openCaughtMails(join(folder, 'mails'), session.now);
    const password = await readySmtpPassword(session.secrets, publicId);
    const catcher = await startMailCatcher({ user: smtpUser, password, onMail: mails.keep });
    closing.unshift(() => catcher.close());
    if (isNewSite) await fillNewSite(session, websiteId, storePath);
    const mailServer = mailServerAt(catcher.port, password);
    const myPage = await createMyPage({ storePath, clock: session.now, mailServer });
    closing.unshift(() => myPage.close());
    const keys = await readyKeys(session.secrets, publicId, myPage);
    company.command((tx) =>
      writeWebsite(tx, {
        websiteId,
        url: `${myPage.url}/shop`,
        myPageUrl: myPage.url,
        smtpHost: '127.0.0.1',
        smtpPort: catcher.port,
        smtpUser,
        smtpSecurity: 'starttls',
      }),
    );
    await publishTo(session, { websiteId, myPage, desktopKey: keys.desktop });
    const login = shownLogin(session, websiteId);
    const shop = connectShop(myPage.url, keys.storefront);
    return {
      myPageUrl: myPage.url,
      shopUrl: `${myPage.url}/shop`,
      login,
      inbox: mails,
      shop,
      placeRandomOrder: () => placeRandomOrder(session.company().db, websiteId, shop),
      close: () => closeAll(closing),
    };
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

type Site = { readonly websiteId: number; readonly myPage: MyPage; readonly desktopKey: string };

/** Publishes what Update Website publishes. */
async function publishTo(session: EngineSession, { websiteId, myPage, desktopKey }: Site): Promise<WebsiteConnector> {
  const company = session.company();
  const connector = connectWebsite({ siteAddress: myPage.url, key: desktopKey });
  const secret = await connector.optOutSecret();
  if (secret !== null) company.command((tx) => storeOptOutSecret(tx, websiteId, secret));
  await updateWebsite(company, { websiteId, connector });
  return connector;
}

/**
 * Gives the approved customers of a new site their password, before My page has a mail server: the inbox begins empty,
 * not with an invitation to each of them.
 */
async function fillNewSite(session: EngineSession, websiteId: number, storePath: string): Promise<void> {
  const { publicId } = readWebsite(session.company().db, websiteId);
  const myPage = await createMyPage({ storePath, clock: session.now });
  try {
    const { desktop } = await readyKeys(session.secrets, publicId, myPage);
    const connector = await publishTo(session, { websiteId, myPage, desktopKey: desktop });
    for (const { accountId } of approvedCustomers(session.company().db, websiteId)) {
      await setPassword(connector, accountId);
    }
  } finally {
    await myPage.close();
  }
}

function shownLogin(session: EngineSession, websiteId: number): DemoServices['login'] {
  const customers = approvedCustomers(session.company().db, websiteId);
  const shown = customers.find(({ language }) => language === 'en') ?? customers[0];
  return { email: shown?.email ?? '', password: demoPassword };
}

/** As a customer does it: by the one-time link that the shop made. */
async function setPassword(connector: WebsiteConnector, accountId: string): Promise<void> {
  const link = await connector.oneTimeLink(accountId);
  if (link === null) throw new Error('My page does not know an account that was published');
  const visitor = visitSite();
  const done = await visitor.submit(await visitor.open(link.url), { password: demoPassword });
  if (done.status !== 200) throw new Error(`My page did not take the password: ${done.status}`);
}

function firstWebsiteId(session: EngineSession): number {
  const row = get<{ id: number | null }>(session.company().db, 'SELECT min(id) AS id FROM website');
  if (row === undefined || row.id === null) throw new Error('The demo company has no website');
  return row.id;
}

async function closeAll(closing: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closing) await close();
}
