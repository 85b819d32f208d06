import type { HeldAnswer } from './bound-process.ts';
import type { LoadOrder } from './load-process.ts';
import { type MadeCustomer, madeCustomers, madeOrderId } from './made-shop.ts';
import { seededNumbers } from './seed.ts';

export type Visit = LoadOrder['visits'][number];
export const pageKinds = ['order history', 'order page'] as const;
export type PageKind = (typeof pageKinds)[number];

const visitors = 4_000;
/** So many answers the bound holds: enough for their sizes to be those of all. */
const heldAnswers = 500;
/** What belongs to one connection, not to the answer. */
const ownHeaders = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'];

/** Customers from anywhere among all, the same in every run. */
export function randomCustomers(): readonly MadeCustomer[] {
  const customers = madeCustomers();
  const next = seededNumbers(27);
  const chosen = new Set<MadeCustomer>();
  while (chosen.size < visitors) {
    const customer = customers[Math.floor(next() * customers.length)];
    if (customer) chosen.add(customer);
  }
  return [...chosen];
}

/** One visit of each customer to its order history, or to a random one of its orders. */
export function visitsOf(
  kind: PageKind,
  customers: readonly MadeCustomer[],
  tokens: readonly string[],
): readonly Visit[] {
  const next = seededNumbers(4);
  return customers.map(({ firstOrder, orderCount }, index) => ({
    path: kind === 'order history' ? '/orders' : `/orders/${madeOrderId(firstOrder + Math.floor(next() * orderCount))}`,
    cookie: `my-page-session=${tokens[index]}`,
  }));
}

/** What My page answers to the first visits. @throws Error when it is not a page of orders */
export async function answersTo(url: string, visits: readonly Visit[]): Promise<readonly HeldAnswer[]> {
  const answers: HeldAnswer[] = [];
  for (const { path, cookie } of visits.slice(0, heldAnswers)) {
    const response = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' });
    const body = await response.text();
    if (response.status !== 200 || !body.includes('class="order')) throw new Error(`${path}: ${response.status}`);
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !ownHeaders.includes(name)));
    answers.push({ headers, body });
  }
  return answers;
}
