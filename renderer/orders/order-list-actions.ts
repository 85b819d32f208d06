import type { SalesOrderRow } from '../../shared/sales-orders.ts';
import { t } from '../ui/texts.ts';
import type { SelectionAction } from '../ui/use-list-selection.ts';
import type { OrderListWork } from './use-order-list-work.ts';

type Rows = readonly SalesOrderRow[];

/** What the bar above the list and its context menu offer for a selection; nothing while something is being done. */
export function orderListActions(work: OrderListWork): readonly SelectionAction<SalesOrderRow>[] {
  const isFree = work.progress === null;
  const hasInvoice = (rows: Rows) => isFree && rows.some(({ invoiceNo }) => invoiceNo !== null);
  const action = (
    id: keyof typeof labels,
    run: (rows: Rows) => void,
    more: Partial<SelectionAction<SalesOrderRow>> = {},
  ): SelectionAction<SalesOrderRow> => ({ id, label: t(labels[id]), isPossible: () => isFree, run, ...more });
  const invoices = (rows: Rows) => rows.filter(({ invoiceNo }) => invoiceNo !== null).map(({ id }) => id);
  return [
    action('deliveryNotes', (rows) => work.printDeliveryNotes(rows, 'printer')),
    action('pickingLists', (rows) => work.printPickingLists(rows, 'lists')),
    action('combinedList', (rows) => work.printPickingLists(rows, 'combined'), under),
    action('markPicked', work.markPicked),
    action('invoice', work.invoice),
    action('invoices', (rows) => work.printInvoices(invoices(rows), 'printer'), { ...under, isPossible: hasInvoice }),
    action('deliveryNotesAsPdf', (rows) => work.printDeliveryNotes(rows, 'pdf'), under),
    action('invoicesAsPdf', (rows) => work.printInvoices(invoices(rows), 'pdf'), { ...under, isPossible: hasInvoice }),
    action('cancel', work.cancel, under),
  ];
}

const under = { isUnderMore: true } as const;

const labels = {
  deliveryNotes: 'order-list:action.deliveryNotes',
  pickingLists: 'order-list:action.pickingLists',
  markPicked: 'order-list:action.markPicked',
  invoice: 'order-list:action.invoice',
  combinedList: 'order-list:action.combinedList',
  invoices: 'order-list:action.invoices',
  deliveryNotesAsPdf: 'order-list:action.deliveryNotesAsPdf',
  invoicesAsPdf: 'order-list:action.invoicesAsPdf',
  cancel: 'order-list:action.cancel',
} as const;
