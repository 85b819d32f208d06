import type { OrderView } from '../../shared/sales-orders.ts';
import { formatMoney, formatQuantity } from '../ui/format.ts';
import type { Question } from '../ui/question.tsx';

function told(order: OrderView): string {
  return order.isWebOrder ? ' The customer hears of it with the next Get Website Data.' : '';
}

/** Before invoicing: what the invoice covers and whether a back order comes of it. */
export function invoiceQuestion(order: OrderView): Question {
  const open = order.lines.filter((line) => !line.isRemoved);
  const restMilli = open.reduce(
    (sum, line) => sum + line.remainingMilli - Math.min(line.remainingMilli, line.toBeDeliveredMilli),
    0,
  );
  const rest =
    restMilli > 0
      ? `It covers To be delivered only; a back order is made for the remaining ${formatQuantity(restMilli)}.`
      : `It covers the whole order, ${formatMoney(order.totals.totalMinor, order.currency)}.`;
  return {
    title: `Invoice order ${order.orderNo}?`,
    text: `${rest} An invoice can only be taken back by a credit note.${told(order)}`,
    confirm: restMilli > 0 ? 'Invoice and make back order' : 'Invoice',
    leave: 'Not now',
  };
}

export function cancelQuestion(order: OrderView): Question {
  return {
    title: `Cancel order ${order.orderNo}?`,
    text: `The order stays in the register as Cancelled and cannot be opened again.${told(order)}`,
    confirm: 'Cancel the order',
    leave: 'Keep the order',
  };
}

export function lostSaleQuestion(order: OrderView): Question {
  return {
    title: `Mark order ${order.orderNo} as a lost sale?`,
    text: `The order stays in the register as Lost sale and cannot be opened again.${
      order.isWebOrder ? ' The customer reads that it is cancelled, with the next Get Website Data.' : ''
    }`,
    confirm: 'Mark as lost sale',
    leave: 'Keep the order',
  };
}
