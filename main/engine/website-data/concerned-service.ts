import type { RuleNumber } from '../../../shared/change.ts';
import type { Concerned } from '../../../shared/purchasing.ts';
import { all } from '../db/database.ts';
import { isOpenOrder } from '../orders/open-order-sql.ts';
import type { OpenCompany } from '../session.ts';
import { readCustomerKnows } from './preview-service.ts';

/** The rules that dates and stock speak to: expected delivery date, items received. */
const rules: readonly RuleNumber[] = [6, 7];
/** Judging an order costs a few reads; a line under a window need not know more than this many. */
const mostJudged = 100;

/** Whom a changed date, a receipt or a stock count of some products concerns: judged as the next run would judge them. */
export function findConcerned(company: OpenCompany, productIds: readonly number[]): Concerned {
  const orders = all<{ orderId: number; isToCheck: number }>(
    company.db,
    `SELECT DISTINCT o.id AS orderId, EXISTS (SELECT 1 FROM order_to_check c WHERE c.order_id = o.id) AS isToCheck
     FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.product_id IN (SELECT value FROM json_each(@productIds)) AND l.remaining_milli > 0
       AND ${isOpenOrder}
     ORDER BY o.id`,
    { productIds: JSON.stringify(productIds) },
  );
  const toJudge = orders.filter(({ isToCheck }) => isToCheck === 1);
  const judged = toJudge.slice(0, mostJudged).map(({ orderId }) => readCustomerKnows(company, orderId));
  const hasNews = judged.filter(({ next }) => next.some(({ rule }) => rules.includes(rule)));
  const silent = judged.filter(
    (order) => !hasNews.includes(order) && order.silentRules.some((rule) => rules.includes(rule)),
  );
  const filtered = judged.filter(
    (order) =>
      !hasNews.includes(order) && !silent.includes(order) && order.filtered.some(({ rule }) => rules.includes(rule)),
  );
  return {
    waiting: orders.length,
    told: hasNews.filter(({ notTold }) => notTold === null).length,
    notTold: hasNews.filter(({ notTold }) => notTold !== null).length,
    silent: silent.length,
    silentRules: rules.filter((rule) => silent.some(({ silentRules }) => silentRules.includes(rule))),
    filtered: filtered.length,
    isCut: toJudge.length > mostJudged,
  };
}
