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
  const silent = await createMyPage({ storePath, clock: session.now });
  const closing: (() => Promise<void>)[] = [() => silent.close()];
  try {
    const keys = await readyKeys(session.secrets, publicId, silent);
    if (isNewSite) await fillNewSite(session, { websiteId, myPage: silent, keys });
    await silent.close();
    closing.pop();
    const mails = openCaughtMails(join(folder, 'mails'), session.now);
    const catcher = await startMailCatcher({ user: smtpUser, password: keys.smtpPassword, onMail: mails.keep });
    closing.unshift(() => catcher.close());
    const mailServer = mailServerFor(session, { websiteId, port: catcher.port, password: keys.smtpPassword });
    const myPage = await createMyPage({ storePath, clock: session.now, mailServer });
    closing.unshift(() => myPage.close());
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
    await publishSite(session, { websiteId, myPage, keys });
    const shop = connectShop(myPage.url, keys.storefront);
    return {
      myPageUrl: myPage.url,
      shopUrl: `${myPage.url}/shop`,
      login: shownLogin(session, websiteId),
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

type Site = { readonly websiteId: number; readonly myPage: MyPage; readonly keys: DemoKeys };

/** Publishes what Update Website publishes. */
async function publishSite(session: EngineSession, { websiteId, myPage, keys }: Site): Promise<WebsiteConnector> {
  const company = session.company();
  const connector = connectWebsite({ siteAddress: myPage.url, key: keys.desktop });
  const secret = await connector.optOutSecret();
  if (secret !== null) company.command((tx) => storeOptOutSecret(tx, websiteId, secret));
  await updateWebsite(company, { websiteId, connector });
  return connector;
}

/** Gives the approved customers a password while My page has no mail server, so that the inbox does not begin with their invitations. */
async function fillNewSite(session: EngineSession, site: Site): Promise<void> {
  const connector = await publishSite(session, site);
  for (const { accountId } of approvedCustomers(session.company().db, site.websiteId))
    await setPassword(connector, accountId);
}

/** What My page mails about accounts is caught in the same inbox. */
function mailServerFor(
  session: EngineSession,
  { websiteId, port, password }: { readonly websiteId: number; readonly port: number; readonly password: string },
): NonNullable<MyPageOptions['mailServer']> {
  const { senderName: name, senderAddress: address } = readWebsite(session.company().db, websiteId);
  return { host: '127.0.0.1', port, security: 'starttls', user: smtpUser, password, from: { name, address } };
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
