import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailCatcher, type MailCatcherHooks, startMailCatcher } from '../../demo/mail-catcher.ts';
import { createSession } from '../../main/engine/create-session.ts';
import { inTransaction, run } from '../../main/engine/db/database.ts';
import type { Secrets } from '../../main/engine/secrets/secrets.ts';
import type { EngineSession } from '../../main/engine/session.ts';
import { getWebsiteData, type RunOptions } from '../../main/engine/website-data/run-service.ts';
import type { PlacedOrder } from '../../shared/my-page/protocol.ts';
import type { RunReport, WebsiteReport } from '../../shared/website-data.ts';
import { callApi, startMyPage, type TestMyPage } from './my-page.ts';

const startOfTests = '2026-03-03T09:12:00.000Z';

export type OrderedLine = Omit<PlacedOrder['lines'][number], 'vatPermille'>;

const twoJackets = [{ productNo: 'J-1', description: 'Rain jacket', quantityMilli: 2000, unitPriceMinor: 99900 }];

/** A company with one website, My page and a mail server, all on loopback and all real; the clock is the test's. */
export type RunShop = {
  readonly session: EngineSession;
  readonly companyPath: string;
  readonly myPage: TestMyPage;
  readonly catcher: MailCatcher;
  readonly secrets: Map<string, string>;
  readonly placeOrder: (
    webOrderNo: string,
    customer?: Partial<PlacedOrder['customer']>,
    lines?: readonly OrderedLine[],
  ) => Promise<void>;
  readonly getWebsiteData: (options?: RunOptions) => Promise<RunReport & { readonly website: WebsiteReport }>;
  readonly now: () => Date;
  readonly passTime: (minutes: number) => void;
  readonly close: () => Promise<void>;
};

const publicId = '0198c0de-0000-7000-8000-000000000001';
/** At the keychain. */
const accounts = { key: `website-key:${publicId}`, password: `smtp:${publicId}` } as const;

/** Keeps secrets for one test in memory; the keychain itself has its own suite. */
function secretsIn(kept: Map<string, string>): Secrets {
  return {
    get: async (account) => kept.get(account) ?? null,
    set: async (account, secret) => void kept.set(account, secret),
    delete: async (account) => void kept.delete(account),
  };
}

const noWaiting = { nowMs: () => 0, wait: async () => {} };

export type RunShopPlace = {
  /** How far My page's clock is ahead of ours. */
  readonly siteAheadDays?: number;
  readonly startsAt?: string;
  /** Where the company's own folder is made. */
  readonly folder?: string;
  /** The clock goes on as it does outside, for programs beside the test that work on the company too. */
  readonly isClockRunning?: boolean;
  /** Where such a program finds the keys; without it they lie in `secrets`. */
  readonly keychain?: Secrets;
};

export async function openRunShop(hooks: MailCatcherHooks = {}, place: RunShopPlace = {}): Promise<RunShop> {
  const { siteAheadDays = 0, startsAt = startOfTests, isClockRunning = false } = place;
  const folder = await mkdtemp(join(place.folder ?? tmpdir(), 'orderbud-run-'));
  const secrets = new Map<string, string>();
  const keychain = place.keychain ?? secretsIn(secrets);
  let passedMs = 0;
  const now = () => new Date((isClockRunning ? Date.now() : Date.parse(startsAt)) + passedMs);
  const myPage = await startMyPage({ clock: () => new Date(now().getTime() + siteAheadDays * 86_400_000) });
  const catcher = await startMailCatcher({ user: 'shop', password: 'correct horse', hooks });
  const session = createSession({ now, secrets: keychain });
  const companyPath = join(folder, 'shop.orderbud');
  const company = await session.create(companyPath, { name: 'Fjellbutikken AS' });
  inTransaction(company.db, (tx) => {
    run(
      tx,
      `INSERT INTO website(public_id, name, url, my_page_url, sender_name, sender_address, smtp_host, smtp_port, smtp_user,
         rule_1, rule_2, rule_3, rule_4, rule_5, rule_6, rule_7)
       VALUES (@publicId, 'Fjellbutikken', @url, @url, 'Fjellbutikken', 'post@fjell.example', '127.0.0.1',
         @port, 'shop', 1, 1, 1, 1, 1, 1, 1)`,
      { publicId, url: myPage.url, port: catcher.port },
    );
    run(tx, 'INSERT INTO website_warehouse VALUES (1, 1)');
    run(tx, `INSERT INTO product(product_no, name, unit_price_minor) VALUES ('J-1', 'Rain jacket', 99900)`);
    run(tx, 'INSERT INTO product_stock VALUES (1, 1, 10000)');
  });
  await keychain.set(accounts.key, myPage.desktopKey);
  await keychain.set(accounts.password, 'correct horse');
  return {
    session,
    companyPath,
    myPage,
    catcher,
    secrets,
    now,
    passTime: (minutes) => {
      passedMs += minutes * 60_000;
    },
    placeOrder: async (webOrderNo, customer, lines = twoJackets) => {
      const order = {
        webOrderNo,
        currency: 'NOK',
        language: 'en',
        customer: { name: 'Kari Nordmann', email: 'kari@customer.example', ...customer },
        lines,
      };
      const reply = await callApi(myPage, {
        key: myPage.storefrontKey,
        method: 'POST',
        path: '/orders',
        body: order,
        headers: { 'idempotency-key': webOrderNo },
      });
      if (reply.status !== 201 && reply.status !== 200) throw new Error(`Order refused: ${JSON.stringify(reply.body)}`);
    },
    getWebsiteData: async (options = {}) => {
      const report = await getWebsiteData(session, {
        sendTiming: noWaiting,
        onUnexpected: (error) => {
          throw error;
        },
        ...options,
      });
      const website = report.websites[0];
      if (website === undefined) throw new Error('No website in the report');
      return { ...report, website };
    },
    close: async () => {
      session.close();
      await Promise.all([myPage.close(), catcher.close()]);
      for (const account of Object.values(accounts)) await keychain.delete(account);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
