import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { get } from '../main/engine/db/database.ts';
import type { EngineSession } from '../main/engine/session.ts';
import { readWebsite, writeWebsite } from '../main/engine/settings/website-store.ts';
import { updateWebsite } from '../main/engine/website/update-website-service.ts';
import { connectWebsite } from '../main/engine/website/website-client.ts';
import type { WebsiteConnector } from '../main/engine/website/website-connector.ts';
import { storeOptOutSecret } from '../main/engine/website-data/website-store.ts';
import { createMyPage, type MyPage } from '../my-page/server.ts';
import type { PlaceOrderAnswer } from '../shared/my-page/protocol.ts';
import { type CaughtMails, openCaughtMails } from './caught-mails.ts';
import { approvedCustomers } from './demo-customers-store.ts';
import { type DemoKeys, readyKeys } from './demo-keys.ts';
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
  const myPage = await createMyPage({ storePath, clock: session.now });
  const closing: (() => Promise<void>)[] = [() => myPage.close()];
  try {
    const keys = await readyKeys(session.secrets, publicId, myPage);
    const mails = openCaughtMails(join(folder, 'mails'), session.now);
    const catcher = await startMailCatcher({ user: smtpUser, password: keys.smtpPassword, onMail: mails.keep });
    closing.unshift(() => catcher.close());
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
    const login = await fillSite(session, { websiteId, myPage, keys, isNewSite });
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

type Site = {
  readonly websiteId: number;
  readonly myPage: MyPage;
  readonly keys: DemoKeys;
  readonly isNewSite: boolean;
};

/** Publishes what Update Website publishes, and on a new site gives the approved customers a password. */
async function fillSite(session: EngineSession, { websiteId, myPage, keys, isNewSite }: Site) {
  const company = session.company();
  const connector = connectWebsite({ siteAddress: myPage.url, key: keys.desktop });
  const secret = await connector.optOutSecret();
  if (secret !== null) company.command((tx) => storeOptOutSecret(tx, websiteId, secret));
  await updateWebsite(company, { websiteId, connector });
  const customers = approvedCustomers(company.db, websiteId);
  if (isNewSite) for (const { accountId } of customers) await setPassword(connector, accountId);
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
