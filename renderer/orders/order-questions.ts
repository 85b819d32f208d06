import type { OrderView } from '../../shared/sales-orders.ts';
import { formatMoney, formatQuantity } from '../ui/format.ts';
import type { Question } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';

/** Whole sentences, one after another, without those that do not hold. */
export function sentences(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' ');
}

function told(order: OrderView): string | false {
  return order.isWebOrder && t('orders:question.customerHears');
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
      ? t('orders:question.coversPart', { quantity: formatQuantity(restMilli) })
      : t('orders:question.coversWhole', { amount: formatMoney(order.totals.totalMinor, order.currency) });
  return {
    title: t('orders:question.invoice', { orderNo: order.orderNo }),
    text: sentences(rest, t('orders:question.onlyCreditTakesBack'), told(order)),
    confirm: t(restMilli > 0 ? 'orders:question.confirmInvoiceWithBackOrder' : 'orders:question.confirmInvoice'),
    leave: t('orders:question.notNow'),
  };
}

export function cancelQuestion(order: OrderView): Question {
  return {
    title: t('orders:question.cancel', { orderNo: order.orderNo }),
    text: sentences(t('orders:question.staysCancelled'), told(order)),
    confirm: t('orders:question.confirmCancel'),
    leave: t('orders:question.keepOrder'),
  };
}

export function lostSaleQuestion(order: OrderView): Question {
  return {
    title: t('orders:question.lostSale', { orderNo: order.orderNo }),
    text: sentences(
      t('orders:question.staysLostSale'),
      order.isWebOrder && t('orders:question.customerReadsCancelled'),
    ),
    confirm: t('orders:question.confirmLostSale'),
    leave: t('orders:question.keepOrder'),
  };
}
