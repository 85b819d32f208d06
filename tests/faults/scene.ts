import type { CaughtMail, MailCatcherHooks } from '../../demo/mail-catcher.ts';
import { all, inTransaction, run } from '../../main/engine/db/database.ts';
import { type FaultyProxy, type ProxyHooks, startFaultyProxy } from '../support/faulty-proxy.ts';
import { openRunShop, type RunShop, type RunShopPlace } from '../support/run-shop.ts';
import { edit } from '../support/web-orders.ts';
import { ship } from './ship.ts';

/** What a test lets go wrong, on the side of the mail server and on the line to My page. May be changed at any time. */
export type Faults = { mailServer: MailCatcherHooks; website: ProxyHooks };

/** A shop in the middle of its day: news of several kinds is due, an order has just come in. What others were given is kept. */
export type FaultScene = {
  readonly shop: RunShop;
  readonly faults: Faults;
  /** Mails whose whole body came and was not refused: what customers have in truth received. */
  readonly arrived: readonly CaughtMail[];
  /** Addresses for which the server was ready to take a body. */
  readonly bodiesBegun: ReadonlySet<string>;
  /** Shipping nos. that staff entered and were told are stored. */
  readonly acknowledged: Set<string>;
  readonly close: () => Promise<void>;
};

export type ScenePlace = RunShopPlace & {
  /** How many mails may be under way at a time. With one, every run comes by the same points in the same order. */
  readonly sessions?: number;
};

const customers = 5;
const address = (n: number) => `customer${n}@post${n}.example`;

/**
 * Five customers with an order each, the first with a second one. All are picked and shipped; the fifth wants no mails. A sixth has
 * just ordered.
 */
export async function openFaultScene({ sessions = 3, ...place }: ScenePlace = {}): Promise<FaultScene> {
  const faults: Faults = { mailServer: {}, website: {} };
  const arrived: CaughtMail[] = [];
  const bodiesBegun = new Set<string>();
  const shop = await openRunShop(
    {
      onConnect: (session) => faults.mailServer.onConnect?.(session),
      onLogin: (user) => faults.mailServer.onLogin?.(user),
      onSender: (from, session) => faults.mailServer.onSender?.(from, session),
      onRecipient: (to, session) => faults.mailServer.onRecipient?.(to, session),
      onBody: (to, session) => {
        bodiesBegun.add(to);
        return faults.mailServer.onBody?.(to, session);
      },
      onMessage: async (mail) => {
        const misbehaviour = await faults.mailServer.onMessage?.(mail);
        if (typeof misbehaviour !== 'object') arrived.push(mail);
        return misbehaviour;
      },
    },
    place,
  );
  const proxy = await startFaultyProxy(shop.myPage.url, {
    onCall: async (call) => faults.website.onCall?.(call),
    onAnswer: async (call, answer) => faults.website.onAnswer?.(call, answer),
  });
  const acknowledged = new Set<string>();
  const { db } = shop.session.company();
  inTransaction(db, (tx) =>
    run(tx, 'UPDATE website SET my_page_url = @url, smtp_sessions = @sessions', { url: proxy.url, sessions }),
  );
  await beginDay(shop, acknowledged);
  return { shop, faults, arrived, bodiesBegun, acknowledged, close: () => closeBoth(shop, proxy) };
}

async function beginDay(shop: RunShop, acknowledged: Set<string>): Promise<void> {
  const { db } = shop.session.company();
  for (let n = 1; n <= customers; n++) {
    await shop.placeOrder(`W-${n}`, { name: `Customer number ${n}`, email: address(n) });
  }
  await shop.placeOrder('W-1b', { name: 'Customer number 1', email: address(1) });
  await shop.getWebsiteData();
  inTransaction(db, (tx) =>
    run(tx, 'UPDATE contact SET order_status_mails = 0 WHERE email = @email', { email: address(customers) }),
  );
  for (const { id } of all<{ id: number }>(db, 'SELECT id FROM sales_order')) {
    edit(db, id, { picked: true });
    acknowledged.add(ship(db, id));
  }
  await shop.placeOrder('W-NEW', { name: 'Late customer', email: 'late@late.example' });
}

async function closeBoth(shop: RunShop, proxy: FaultyProxy): Promise<void> {
  await proxy.close();
  await shop.close();
}
