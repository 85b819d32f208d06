import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listContacts } from '../main/engine/contacts/contact-store.ts';
import type { ReadDb } from '../main/engine/db/database.ts';
import { countForNavigation, countOrders, listOrders } from '../main/engine/orders/order-list-store.ts';
import { listProducts } from '../main/engine/products/product-store.ts';
import { listNotDelivered } from '../main/engine/warehouse/warehouse-list-store.ts';
import { readKnownOfOrders } from '../main/engine/website-data/known-of-orders-service.ts';
import { listContactsInput } from '../shared/contacts.ts';
import { listProductsInput } from '../shared/products.ts';
import { countOrdersInput, listOrdersInput } from '../shared/sales-orders.ts';
import { listNotDeliveredInput } from '../shared/warehouse.ts';
import { companyOver } from '../tests/support/web-orders.ts';
import { buildBigCompany, sizesOf } from './big-company.ts';
import { type BenchResult, percentile, processorMs } from './result.ts';

const sizes = { small: 10_000, large: 1_000_000 } as const;
const rounds = 40;
/** The best of so many: what else the machine does must not speak. */
const blocks = 5;
const mostTimes = 2;
const mostMs = 50;
/** What is shorter counts as this long: nobody sees it, and a busy machine adds as much by itself. */
const leastMs = 2;

/** A company and the round, so that no two rounds ask for the same. */
type Ask = (company: { readonly db: ReadDb; readonly orders: number }, round: number) => unknown;
const list =
  (input: (orders: number, round: number) => Record<string, unknown>): Ask =>
  ({ db, orders }, round) =>
    listOrders(db, listOrdersInput.parse(input(orders, round)));
const finished = (orders: number, round: number) => 1 + ((round * 7919) % (sizesOf(orders).firstOpen - 100));

/** The twelve that staff use most, by name. */
const mostUsed: Readonly<Record<string, Ask>> = {
  'open the list, newest first': list(() => ({})),
  'scroll on': ({ db, orders }, round) => {
    const id = finished(orders, round) + 100;
    const sort = { by: 'newest', direction: 'descending' };
    const cursor = Buffer.from(JSON.stringify({ ...sort, place: { stage: 0, key: id, id } })).toString('base64url');
    return listOrders(db, listOrdersInput.parse({ sort, cursor }));
  },
  'chip To pick': list(() => ({ filter: 'to-pick' })),
  'chip Waiting for goods': list(() => ({ filter: 'waiting-for-goods' })),
  'chip Needs attention': list(() => ({ filter: 'needs-attention' })),
  'open orders of one website, by customer': list((_, round) => ({
    statuses: ['order', 'back-order'],
    website: 1 + (round % 2),
    sort: { by: 'customer', direction: 'ascending' },
  })),
  'invoices not of a website, by total': list(() => ({
    statuses: ['invoice'],
    website: null,
    sort: { by: 'total', direction: 'descending' },
  })),
  'find an order number': list((orders, round) => ({ search: String(10_000 + finished(orders, round)) })),
  'find a web order no.': list((orders, round) => ({ search: `W-${8000 + finished(orders, round)}` })),
  'find a customer, some letters typed': list((_, round) => ({
    search: ['nordm', 'kari han', 'åse stru', 'berg', 'solb'][round % 5],
  })),
  'find a product, some letters typed': list((_, round) => ({
    search: ['rain jac', 'winter te', 'p-10432', 'polar g', 'sled fo'][round % 5],
  })),
  'find a shipping no.': list((orders, round) => ({
    search: `37043810${String(finished(orders, round)).padStart(9, '0')}`,
  })),
};

/** Held to the time only: their answers grow with the company, or come from other registers. */
const beside: Readonly<Record<string, Ask>> = {
  'search under a filter: a product, waiting for goods': list(() => ({
    search: 'jacket',
    filter: 'waiting-for-goods',
  })),
  'search sorted: a product, by customer': list(() => ({
    search: 'jacket',
    sort: { by: 'customer', direction: 'ascending' },
  })),
  'orders of a contact': list((orders, round) => ({ contactId: 1 + ((round * 31) % (orders / 10)) })),
  'counts of navigation and chips': ({ db }) => countForNavigation(db),
  'count what a search found': ({ db }) => countOrders(db, countOrdersInput.parse({ search: 'jacket' })),
  'what the customers of a page know': ({ db, orders }, round) =>
    readKnownOfOrders(
      companyOver(db),
      Array.from({ length: 100 }, (_, n) => orders - (round % 50) - n),
    ),
  'orders, not delivered': ({ db }) => listNotDelivered(db, listNotDeliveredInput.parse({})),
  'products: part of a word': ({ db }, round) =>
    listProducts(db, listProductsInput.parse({ search: ['jack', 'acke', '10432', 'inter te'][round % 4] })),
  'contacts: part of a name': ({ db }, round) =>
    listContacts(db, listContactsInput.parse({ search: ['nordm', 'olber', '4000123', 'kari ha'][round % 4] })),
};

/** First pages of lists among a million orders against ten thousand (docs: bench/README.md). */
export async function benchOrderLists(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-bench-'));
  try {
    const [small, large] = [
      { orders: sizes.small, db: await buildBigCompany(join(folder, 'small.orderbud'), sizes.small) },
      { orders: sizes.large, db: await buildBigCompany(join(folder, 'large.orderbud'), sizes.large) },
    ];
    const results = [
      ...Object.entries(mostUsed).map(([name, ask]) => compare(name, ask, { small, large, goal: mostTimes })),
      ...Object.entries(beside).map(([name, ask]) => compare(name, ask, { small, large, goal: null })),
    ];
    small.db.close();
    large.db.close();
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Company = { readonly db: ReadDb; readonly orders: number };
type Pair = { readonly small: Company; readonly large: Company; readonly goal: number | null };

function compare(name: string, ask: Ask, { small, large, goal }: Pair): BenchResult {
  for (let round = 0; round < 10; round++) for (const company of [small, large]) ask(company, round);
  const measured = Array.from({ length: blocks }, (_, block) => measure(ask, { small, large }, block * rounds));
  const best = (of: 'small' | 'large', share: number) =>
    Math.min(...measured.map((times) => percentile(times[of], share)));
  const ms = (share: number) => `p${share} ${best('small', share).toFixed(1)} -> ${best('large', share).toFixed(1)} ms`;
  return {
    work: name,
    ratio: Math.max(best('large', 95), leastMs) / Math.max(best('small', 95), leastMs),
    goal: goal ?? Number.POSITIVE_INFINITY,
    ms: best('large', 95),
    goalMs: mostMs,
    detail: `${ms(50)}, ${ms(95)} (goal: below ${mostMs} ms)`,
  };
}

type Times = { readonly small: readonly number[]; readonly large: readonly number[] };

function measure(ask: Ask, { small, large }: Omit<Pair, 'goal'>, from: number): Times {
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = from; round < from + rounds; round++) {
    times.small.push(processorMs(() => ask(small, round)));
    times.large.push(processorMs(() => ask(large, round)));
  }
  return times;
}
