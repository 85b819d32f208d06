import type { CaughtMail, MailCatcherHooks } from '../../demo/mail-catcher.ts';
import { all, inTransaction, run } from '../../main/engine/db/database.ts';
import { type FaultyProxy, type ProxyHooks, startFaultyProxy } from '../support/faulty-proxy.ts';
import { type OrderedLine, openRunShop, type RunShop, type RunShopPlace } from '../support/run-shop.ts';
import { edit } from '../support/web-orders.ts';
import { ship } from './ship.ts';
import { readShopFacts } from './shop-facts.ts';
import { ShopHistory } from './shop-history.ts';

/** What a test lets go wrong, on the side of the mail server and on the line to My page. May be changed at any time. */
export type Faults = { mailServer?: MailCatcherHooks; website?: ProxyHooks };

/** A shop in the middle of its day: news of several kinds is due, an order has just come in. What others were given is kept. */
export type FaultScene = {
  readonly shop: RunShop;
  readonly faults: Faults;
  /** Mails whose whole body came and was not refused: what customers have in truth received. */
  readonly arrived: readonly CaughtMail[];
  /** Addresses for which the server was ready to take a body. */
  readonly bodiesBegun: ReadonlySet<string>;
  readonly history: ShopHistory;
  /** Orders that customers placed on the website, with their addresses. */
  readonly placed: ReadonlyMap<string, string>;
  readonly placeOrder: (webOrderNo: string, email: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ScenePlace = RunShopPlace & {
  /** How many mails may be under way at a time. With one, every run comes by the same points in the same order. */
  readonly sessions?: number;
  /** With orders that were shipped. */
  readonly customers?: number;
};

const address = (n: number) => `customer${n}@post${n}.example`;

/**
 * Five customers with an order each, the first with a second one. All are picked and shipped; the last wants no mails. One more
 * has just ordered.
 */
export async function openFaultScene({ sessions = 3, customers = 5, ...place }: ScenePlace = {}): Promise<FaultScene> {
  const faults: Faults = { mailServer: {}, website: {} };
  const arrived: CaughtMail[] = [];
  const bodiesBegun = new Set<string>();
  const shop = await openRunShop(
    {
      onConnect: (session) => faults.mailServer?.onConnect?.(session),
      onLogin: (user) => faults.mailServer?.onLogin?.(user),
      onSender: (from, session) => faults.mailServer?.onSender?.(from, session),
      onRecipient: (to, session) => faults.mailServer?.onRecipient?.(to, session),
      onBody: (to, session) => {
        bodiesBegun.add(to);
        return faults.mailServer?.onBody?.(to, session);
      },
      onMessage: async (mail) => {
        const misbehaviour = await faults.mailServer?.onMessage?.(mail);
        if (typeof misbehaviour !== 'object') arrived.push(mail);
        return misbehaviour;
      },
    },
    place,
  );
  const proxy = await startFaultyProxy(shop.myPage.url, {
    onCall: async (call) => faults.website?.onCall?.(call),
    onAnswer: async (call, answer) => faults.website?.onAnswer?.(call, answer),
  });
  const history = new ShopHistory();
  const placed = new Map<string, string>();
  const placeOrder = async (webOrderNo: string, email: string) => {
    await shop.placeOrder(webOrderNo, { name: `Customer ${email}`, email }, linesOf(webOrderNo));
    placed.set(webOrderNo, email);
  };
  const { db } = shop.session.company();
  inTransaction(db, (tx) => {
    run(tx, 'UPDATE website SET my_page_url = @url, smtp_sessions = @sessions', { url: proxy.url, sessions });
    run(tx, `INSERT INTO product(product_no, name, unit_price_minor) VALUES ('T-1', 'Tunnel tent', 399900)`);
  });
  const scene = {
    shop,
    faults,
    arrived,
    bodiesBegun,
    history,
    placed,
    placeOrder,
    close: () => closeBoth(shop, proxy),
  };
  await beginDay(scene, customers);
  return scene;
}

async function beginDay({ shop, history, placeOrder }: FaultScene, customers: number): Promise<void> {
  const { db } = shop.session.company();
  for (let n = 1; n <= customers; n++) await placeOrder(`W-${n}`, address(n));
  await placeOrder('W-1b', address(1));
  await shop.getWebsiteData();
  history.find(readShopFacts(db));
  inTransaction(db, (tx) =>
    run(tx, 'UPDATE contact SET order_status_mails = 0 WHERE email = @email', { email: address(customers) }),
  );
  for (const { id } of all<{ id: number }>(db, 'SELECT id FROM sales_order')) {
    edit(db, id, { picked: true });
    ship(db, id);
  }
  history.end(readShopFacts(db), true);
  await placeOrder('W-NEW', 'late@late.example');
}

/** Jackets lie in the warehouse, tents do not. */
function linesOf(webOrderNo: string): readonly OrderedLine[] {
  const jackets = { productNo: 'J-1', description: 'Rain jacket', quantityMilli: 2000, unitPriceMinor: 99900 };
  const tents = { productNo: 'T-1', description: 'Tunnel tent', quantityMilli: 2000, unitPriceMinor: 399900 };
  return /[235]$/.test(webOrderNo) ? [jackets, tents] : [jackets];
}

async function closeBoth(shop: RunShop, proxy: FaultyProxy): Promise<void> {
  await proxy.close();
  await shop.close();
}
