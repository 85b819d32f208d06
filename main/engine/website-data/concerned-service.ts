import type { Change, RuleNumber } from '../../../shared/change.ts';
import type { Concerned } from '../../../shared/purchasing.ts';
import { all } from '../db/database.ts';
import { type PlannedOrder, planOrders } from '../ledger/plan-mails.ts';
import { isOpenOrder } from '../orders/open-order-sql.ts';
import type { OpenCompany } from '../session.ts';
import { rulesThatWouldSpeak } from './preview-service.ts';
import { planSettings } from './queue-mails-service.ts';

/** The rules that dates and stock speak to: expected delivery date, items received. */
const rules: readonly RuleNumber[] = [6, 7];
/** Judging an order costs a few reads; a line under a window need not know more than this many. */
const mostJudged = 100;

type OpenOrder = { readonly orderId: number; readonly websiteId: number | null; readonly isToCheck: number };

/** Whom a changed date, a receipt or a stock count of some products concerns: judged as the next run would judge them. */
export function findConcerned(company: OpenCompany, productIds: readonly number[]): Concerned {
  const orders = all<OpenOrder>(
    company.db,
    `SELECT DISTINCT o.id AS orderId, o.website_id AS websiteId,
       EXISTS (SELECT 1 FROM order_to_check c WHERE c.order_id = o.id) AS isToCheck
     FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.product_id IN (SELECT value FROM json_each(@productIds)) AND l.remaining_milli > 0
       AND ${isOpenOrder}
     ORDER BY o.id`,
    { productIds: JSON.stringify(productIds) },
  );
  const toJudge = orders.filter(({ isToCheck }) => isToCheck === 1);
  const judged = judge(company, toJudge.slice(0, mostJudged));
  const silentRules = judged.filter(({ kind }) => kind === 'silent').flatMap((order) => order.rules);
  const count = (kind: Heard['kind']) => judged.filter((order) => order.kind === kind).length;
  return {
    waiting: orders.length,
    told: count('told'),
    notTold: count('not-told'),
    silent: count('silent'),
    silentRules: rules.filter((rule) => silentRules.includes(rule)),
    filtered: count('filtered'),
    isCut: toJudge.length > mostJudged,
  };
}

/** What becomes of dates and stock of one order, and which of the rules would have spoken of it. */
type Heard = {
  readonly kind: 'told' | 'not-told' | 'silent' | 'filtered' | 'nothing';
  readonly rules: readonly RuleNumber[];
};

/** An order that cannot be judged hides no other. */
function judge(company: OpenCompany, orders: readonly OpenOrder[]): readonly Heard[] {
  const today = company.today();
  return [...Map.groupBy(orders, ({ websiteId }) => websiteId)].flatMap(([websiteId, ofWebsite]) => {
    if (websiteId === null) return [];
    const orderIds = ofWebsite.map(({ orderId }) => orderId);
    const plans = planOrders(company.db, { websiteId, orderIds }, planSettings(company, websiteId));
    return [...plans.values()].flatMap((planned) => (planned === undefined ? [] : [heardOf(planned, today)]));
  });
}

function heardOf(planned: PlannedOrder, today: string): Heard {
  const isOurs = ({ rule }: Change) => rules.includes(rule);
  if (planned.changes.some(isOurs)) return { kind: planned.notTold === null ? 'told' : 'not-told', rules: [] };
  const silent = rulesThatWouldSpeak(planned, today).filter((rule) => rules.includes(rule));
  if (silent.length > 0) return { kind: 'silent', rules: silent };
  return { kind: planned.filtered.some(({ change }) => isOurs(change)) ? 'filtered' : 'nothing', rules: [] };
}
