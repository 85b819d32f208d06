import { type Change, changeKinds } from '../../../shared/change.ts';
import type { KnownOfOrder, ToldKinds } from '../../../shared/website-data.ts';
import { type PlannedOrder, planOrders } from '../ledger/plan-mails.ts';
import type { OpenCompany } from '../session.ts';
import { type LastTold, readLastTold, readOrderWebsites } from './known-of-orders-store.ts';
import { planSettings } from './queue-mails-service.ts';

/**
 * What the customers of these orders know and will hear with the next run, by the plan that the run itself makes. Costs what
 * has changed among these orders; one that did not change is not judged.
 */
export function readKnownOfOrders(company: OpenCompany, orderIds: readonly number[]): readonly KnownOfOrder[] {
  const orders = readOrderWebsites(company.db, orderIds);
  const told = new Map(readLastTold(company.db, orderIds).map((row) => [row.orderId, row]));
  const plans = new Map<number, PlannedOrder | undefined>();
  for (const [websiteId, ofWebsite] of Map.groupBy(orders, (order) => order.websiteId)) {
    const changed = ofWebsite.filter((order) => order.mayHaveChanged === 1).map((order) => order.orderId);
    if (websiteId === null || changed.length === 0) continue;
    const planned = planOrders(company.db, { websiteId, orderIds: changed }, planSettings(company, websiteId));
    for (const [orderId, plan] of planned) plans.set(orderId, plan);
  }
  return orders.map(({ orderId, websiteId }) => {
    if (websiteId === null)
      return { orderId, state: 'no-webshop-order', told: null, next: [], reason: null, filtered: [] };
    const last = toldOf(told.get(orderId));
    return { orderId, told: last, ...(plans.has(orderId) ? nextOf(plans.get(orderId), last) : nothingNext(last)) };
  });
}

type Next = Omit<KnownOfOrder, 'orderId' | 'told'>;

function nextOf(plan: PlannedOrder | undefined, told: KnownOfOrder['told']): Next {
  if (plan === undefined) return { state: 'not-told', next: [], reason: 'not-worded', filtered: [] };
  const next = kindsOf([...plan.changes, ...plan.heldChanges]);
  const filtered = plan.filtered.map(({ why }) => why);
  const isHeld = plan.isHeld || plan.notTold === 'change-held';
  if (plan.notTold !== null) return { state: isHeld ? 'held' : 'not-told', next, reason: plan.notTold, filtered };
  if (next.length > 0) return { state: 'will-be-told', next, reason: null, filtered };
  return filtered.length > 0 ? { state: 'not-told', next, reason: 'filtered', filtered } : nothingNext(told);
}

const nothingNext = (told: KnownOfOrder['told']): Next => ({
  state: told === null ? 'nothing-told' : 'told',
  next: [],
  reason: null,
  filtered: [],
});

function toldOf(row: LastTold | undefined): KnownOfOrder['told'] {
  if (row === undefined) return null;
  return {
    at: row.at,
    kinds: changeKinds
      .parse(JSON.parse(row.changes))
      .map(({ kind }) => kind)
      .filter(isFirst),
  };
}

const kindsOf = (changes: readonly Change[]): ToldKinds => changes.map(({ kind }) => kind).filter(isFirst);

function isFirst<Value>(value: Value, index: number, of: readonly Value[]): boolean {
  return of.indexOf(value) === index;
}
