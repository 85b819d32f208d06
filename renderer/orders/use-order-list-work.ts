import { useRef, useState } from 'react';
import type { InvoiceInBatch, InvoiceManyResult } from '../../shared/papers.ts';
import type { SalesOrderRow } from '../../shared/sales-orders.ts';
import { api } from '../ui/api.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { useRemembered } from '../ui/remembered.tsx';
import { t } from '../ui/texts.ts';
import type { PrintHow } from '../ui/use-printing.ts';
import { useBatchPapers } from '../warehouse/use-batch-papers.ts';
import { type BatchPrinted, useBatchPrint } from '../warehouse/use-batch-print.ts';
import {
  cancelManyQuestion,
  invoiceManyQuestion,
  type LeftOut,
  type WorkResult,
  workThrough,
} from './order-list-work.ts';

type Rows = readonly SalesOrderRow[];
/** Papers need no more of an order, so that the warehouse's lists print them too. */
type OrderIds = readonly { readonly id: number }[];
type ByHow = (rows: OrderIds, how: PrintHow) => void;

export type OrderListWork = {
  /** What is being done, in words; null when nothing is. */
  readonly progress: string | null;
  /** Ends it after the order it is at; null where it is one piece of work. */
  readonly stop: (() => void) | null;
  readonly result: WorkResult | null;
  readonly error: unknown;
  readonly dismiss: () => void;
  readonly printDeliveryNotes: ByHow;
  readonly printPickingLists: (rows: OrderIds, as: 'lists' | 'combined') => void;
  readonly printInvoices: (orderIds: readonly number[], how: PrintHow) => void;
  readonly markPicked: (rows: Rows) => void;
  readonly invoice: (rows: Rows) => void;
  readonly cancel: (rows: Rows) => void;
};

/** The engine takes so many at once. */
const mostPapers = 500;

/** What can be done to a selection of orders of a list, how far it is, and what came of it. */
export function useOrderListWork(listName = 'orders'): OrderListWork {
  const [progress, setProgress] = useState<string | null>(null);
  const [canStop, setCanStop] = useState(false);
  const [result, setResult] = useRemembered<WorkResult | null>(`${listName} result`, null);
  const isStopped = useRef(false);
  const papers = usePapers();
  const command = useCommand(async (work: () => Promise<WorkResult | null>) => {
    isStopped.current = false;
    setResult(null);
    try {
      setResult(await work());
    } finally {
      setProgress(null);
      setCanStop(false);
    }
  });
  const { markPicked, invoice, cancel } = useEachOrder({
    tell: (words) => {
      setProgress(words);
      setCanStop(true);
    },
    isStopped: () => isStopped.current,
  });
  const paperWork = (orderIds: readonly number[], words: string, work: () => Promise<WorkResult | null>) =>
    command.mutate(async () => {
      if (orderIds.length > mostPapers)
        return { ...nothing, lines: [t('order-list:result.tooMany', { count: mostPapers })] };
      setProgress(words);
      return work();
    });
  const idsOf = (rows: OrderIds) => rows.map(({ id }) => id);
  return {
    progress: command.isPending ? progress : null,
    stop: canStop
      ? () => {
          isStopped.current = true;
        }
      : null,
    result,
    error: command.error,
    dismiss: () => {
      command.reset();
      setResult(null);
    },
    printDeliveryNotes: (rows, how) =>
      paperWork(idsOf(rows), t('order-list:progress.preparingNotes'), () => papers.notes(idsOf(rows), how)),
    printPickingLists: (rows, as) =>
      paperWork(idsOf(rows), t('order-list:progress.preparingLists'), () => papers.lists(idsOf(rows), as)),
    printInvoices: (orderIds, how) =>
      paperWork(orderIds, t('order-list:progress.preparingInvoices'), () => papers.invoices(orderIds, how)),
    markPicked: (rows) => command.mutate(() => markPicked(rows)),
    invoice: (rows) => command.mutate(() => invoice(rows)),
    cancel: (rows) => command.mutate(() => cancel(rows)),
  };
}

const nothing: WorkResult = { lines: [], leftOut: [], notBegun: 0, invoiced: [] };

function usePapers() {
  const { deliveryNotes, pickingLists } = useBatchPapers();
  const printBatch = useBatchPrint();
  return {
    notes: async (orderIds: readonly number[], how: PrintHow) => {
      const printed = await deliveryNotes(orderIds, how);
      const copies = printed.printed?.filter(({ isOriginal }) => !isOriginal).length ?? 0;
      return printedResult(printed, (count) => [
        t('order-list:result.deliveryNotes', { count }),
        ...(copies > 0 ? [t('order-list:result.copies', { count: copies })] : []),
      ]);
    },
    lists: async (orderIds: readonly number[], as: 'lists' | 'combined') =>
      printedResult(await pickingLists(orderIds, as, 'printer'), (count) => [
        t('order-list:result.pickingLists', { count }),
      ]),
    invoices: async (orderIds: readonly number[], how: PrintHow) => {
      const prepared = await api.invoicing.prepareInvoices.query({ orderIds: [...orderIds] });
      const printed = await printBatch(t('order-list:paper.invoices'), how, {
        ...prepared,
        confirm: (papers: readonly InvoiceInBatch[], done) =>
          api.invoicing.confirmPrinted.mutate({ orderIds: papers.map(({ orderId }) => orderId), how: done }),
      });
      const copies = printed.printed?.filter(({ isOriginal }) => !isOriginal).length ?? 0;
      return printedResult(printed, (count) => [
        t('order-list:result.invoices', { count }),
        ...(copies > 0 ? [t('order-list:result.copies', { count: copies })] : []),
      ]);
    },
  };
}

/** Null when somebody closed the dialog: nothing was recorded and nothing is to be read. */
function printedResult<Paper>(
  { printed, leftOut, isPaperVoid }: BatchPrinted<Paper, LeftOut>,
  words: (count: number) => readonly string[],
): WorkResult | null {
  if (printed === null) return null;
  const lines = [...words(printed.length), ...(isPaperVoid ? [t('order-list:result.paperVoid')] : [])];
  return { ...nothing, lines, leftOut };
}

type Watch = { readonly tell: (words: string) => void; readonly isStopped: () => boolean };

function useEachOrder({ tell, isStopped }: Watch) {
  const ask = useQuestion();
  const at = ({ id, version }: SalesOrderRow) => ({ orderId: id, orderVersion: version });
  const none = { done: [], leftOut: [] };
  const watching = (rows: Rows, words: 'picking' | 'invoicing' | 'cancelling') => ({
    isStopped,
    tell: (done: number) => tell(t(`order-list:progress.${words}`, { done: done + 1, of: rows.length })),
  });
  return {
    markPicked: async (rows: Rows): Promise<WorkResult> => {
      const unpicked = rows.filter(({ picked }) => !picked);
      const pick = async (row: SalesOrderRow) => {
        await api.orders.edit.mutate({ ...at(row), picked: true });
        return { ...none, done: [row.id] };
      };
      const { done, ...rest } = await workThrough(unpicked, pick, watching(unpicked, 'picking'));
      const before = rows.length - unpicked.length;
      const lines = [
        t('order-list:result.picked', { count: done.length }),
        ...(before > 0 ? [t('order-list:result.wasPicked', { count: before })] : []),
      ];
      return { ...nothing, ...rest, lines };
    },
    invoice: async (rows: Rows): Promise<WorkResult | null> => {
      if (!(await ask(invoiceManyQuestion(rows)))) return null;
      const invoiceOne = async (row: SalesOrderRow) => {
        const { invoiced, leftOut } = await api.invoicing.invoiceMany.mutate({ orders: [at(row)] });
        return { done: invoiced, leftOut };
      };
      const { done, ...rest } = await workThrough(rows, invoiceOne, watching(rows, 'invoicing'));
      return { ...nothing, ...rest, lines: invoicedLines(done), invoiced: done.map(({ orderId }) => orderId) };
    },
    cancel: async (rows: Rows): Promise<WorkResult | null> => {
      if (!(await ask(cancelManyQuestion(rows)))) return null;
      const cancelOne = async (row: SalesOrderRow) => {
        await api.orders.cancel.mutate({ ...at(row), as: 'cancelled' });
        return { ...none, done: [row.id] };
      };
      const { done, ...rest } = await workThrough(rows, cancelOne, watching(rows, 'cancelling'));
      return { ...nothing, ...rest, lines: [t('order-list:result.cancelled', { count: done.length })] };
    },
  };
}

/** A copy that could not be stored is told, for the invoice stands without it. */
function invoicedLines(invoiced: InvoiceManyResult['invoiced']): readonly string[] {
  const backOrders = invoiced.filter(({ backOrderId }) => backOrderId !== null).length;
  const failures = new Set(invoiced.flatMap(({ pdfCopy }) => (pdfCopy.kind === 'failed' ? [pdfCopy.why] : [])));
  return [
    t('order-list:result.invoiced', { count: invoiced.length }),
    ...(backOrders > 0 ? [t('order-list:result.backOrders', { count: backOrders })] : []),
    ...[...failures].map((why) => t(`orders:action.copyNotStored.${why}`)),
  ];
}
