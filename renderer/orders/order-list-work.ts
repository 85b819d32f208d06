import type { FailureCode } from '../../shared/bridge.ts';
import type { ErrorDetails } from '../../shared/errors.ts';
import { openStatuses } from '../../shared/order.ts';
import type { SalesOrderRow } from '../../shared/sales-orders.ts';
import { failureOf } from '../ui/failure.ts';
import type { Question } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';

/** An order of the selection that was not done, with the code of its reason. */
export type LeftOut = {
  readonly orderId: number;
  readonly orderNo: number | null;
  readonly customerName: string;
  readonly code: FailureCode;
  readonly details: ErrorDetails;
};

/** What became of the orders of a selection; every one of them is in it. */
export type Worked<Done> = {
  readonly done: readonly Done[];
  readonly leftOut: readonly LeftOut[];
  /** Somebody stopped before them. */
  readonly notBegun: number;
};

/** What stands above the list when it is done, in words, and who was left out. */
export type WorkResult = {
  readonly lines: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly notBegun: number;
  /** Orders whose invoices were made just now. */
  readonly invoiced: readonly number[];
};

type Watch = { readonly tell: (done: number) => void; readonly isStopped: () => boolean };

/** These concern no single order: the next one would fail the same way. */
const endsAll: readonly FailureCode[] = ['engine-stopped', 'no-company-open'];

/** Does something with one order after the other. One that cannot be done holds back no other. */
export async function workThrough<Done>(
  rows: readonly SalesOrderRow[],
  doOne: (row: SalesOrderRow) => Promise<{ readonly done: readonly Done[]; readonly leftOut: readonly LeftOut[] }>,
  watch: Watch,
): Promise<Worked<Done>> {
  const done: Done[] = [];
  const leftOut: LeftOut[] = [];
  for (const [at, row] of rows.entries()) {
    const ended = leftOut.at(-1);
    if (watch.isStopped()) return { done, leftOut, notBegun: rows.length - at };
    if (ended !== undefined && endsAll.includes(ended.code)) {
      leftOut.push(
        ...rows.slice(at).map((each) => ({ ...leftOutRow(each), code: ended.code, details: ended.details })),
      );
      break;
    }
    watch.tell(at);
    try {
      const outcome = await doOne(row);
      done.push(...outcome.done);
      leftOut.push(...outcome.leftOut);
    } catch (error) {
      leftOut.push({ ...leftOutRow(row), ...failureOf(error) });
    }
  }
  return { done, leftOut, notBegun: 0 };
}

const leftOutRow = ({ id, orderNo, customerName }: SalesOrderRow) => ({ orderId: id, orderNo, customerName });

const isOpen = ({ status }: SalesOrderRow) => openStatuses.includes(status);

/** Before a selection is invoiced: how many, how many of them become back orders, whose customers hear of it. */
export function invoiceManyQuestion(rows: readonly SalesOrderRow[]): Question {
  const able = rows.filter((row) => isOpen(row) && row.toBeDeliveredMilli > 0);
  const backOrders = able.filter((row) => row.toBeDeliveredMilli < row.remainingMilli).length;
  const unable = rows.filter((row) => !isOpen(row)).length;
  const webOrders = able.filter((row) => row.isWebOrder).length;
  return {
    title: t('order-list:question.invoice', { count: rows.length }),
    text: [
      ...(backOrders > 0 ? [t('order-list:question.backOrders', { count: backOrders })] : []),
      ...(unable > 0 ? [t('order-list:question.notInvoiceable', { count: unable })] : []),
      t('order-list:question.onlyCredit'),
      ...(webOrders > 0 ? [t('order-list:question.customersHear', { count: webOrders })] : []),
    ].join(' '),
    confirm: t('order-list:question.confirmInvoice', { count: rows.length }),
    leave: t('orders:question.notNow'),
  };
}

/** Before a selection is cancelled. */
export function cancelManyQuestion(rows: readonly SalesOrderRow[]): Question {
  const webOrders = rows.filter((row) => row.isWebOrder).length;
  return {
    title: t('order-list:question.cancel', { count: rows.length }),
    text: [
      t('order-list:question.staysCancelled'),
      ...(webOrders > 0 ? [t('order-list:question.customersHear', { count: webOrders })] : []),
    ].join(' '),
    confirm: t('order-list:question.confirmCancel', { count: rows.length }),
    leave: t('order-list:question.keep'),
  };
}
