import type { OrderStatus } from '../../shared/order.ts';
import type { LogRow, OrderFilter, OrderLineView } from '../../shared/sales-orders.ts';
import { formatDate, formatQuantity } from '../ui/format.ts';
import type { Tone } from '../ui/status-word.tsx';

/** The statuses of domain.md 4.2, as staff read them. */
export const statusWords: Readonly<Record<OrderStatus, string>> = {
  quotation: 'Quotation',
  'order-basis': 'Order basis',
  order: 'Order',
  'batch-order': 'Batch order',
  'back-order': 'Back order',
  'invoice-not-delivered': 'Invoice, not delivered',
  invoice: 'Invoice',
  'unissued-credit-note': 'Unissued credit note',
  'credit-note': 'Credit note',
  'lost-sale': 'Lost sale',
  cancelled: 'Cancelled',
};

export const statusTones: Readonly<Record<OrderStatus, Tone>> = {
  quotation: 'quiet',
  'order-basis': 'quiet',
  order: 'active',
  'batch-order': 'active',
  'back-order': 'waiting',
  'invoice-not-delivered': 'waiting',
  invoice: 'done',
  'unissued-credit-note': 'quiet',
  'credit-note': 'quiet',
  'lost-sale': 'quiet',
  cancelled: 'quiet',
};

export const filterWords: Readonly<Record<OrderFilter, string>> = {
  all: 'All',
  'to-pick': 'To pick',
  'to-ship': 'To ship',
  'waiting-for-goods': 'Waiting for goods',
  'needs-attention': 'Needs attention',
};

/** Which of the dates a line's expected date is, in words. */
export const dateSourceWords: Readonly<Record<OrderLineView['dateSource'], string>> = {
  line: 'the line’s own date',
  product: 'from the product',
  order: 'from the order',
  'linked-purchase': 'from its purchase order',
  'open-purchase': 'from the next purchase order',
  none: '',
};

const logWords: Readonly<Record<string, string>> = {
  'order-made': 'Order made',
  'order-imported': 'Imported from the website',
  'order-edited': 'Changed',
  'order-cancelled': 'Cancelled',
  'order-invoiced': 'Invoiced',
  'order-credited': 'Credited',
  'back-order-made': 'Back order made',
  'delivery-note-printed': 'Delivery note printed',
  'delivery-note-copied': 'Copy of a delivery note printed',
  'picking-list-printed': 'Picking list printed',
  'products-delivered': 'Products delivered',
  'not-to-be-told': 'Kept from the customer',
  'to-be-told-after-all': 'To be told after all',
  'mail-decided': 'Decided about a mail',
  'purchase-reserved': 'Reserved on a purchase order',
  'enquiry-imported': 'Imported from the website',
};

const editWords: Readonly<Record<string, string>> = {
  status: 'Status',
  picked: 'Picked',
  ready_for_invoicing: 'Ready for invoicing',
  process_complete: 'Process complete',
  delivery_date: 'Delivery date',
  freight_minor: 'Freight',
  text: 'Text',
  ordered_milli: 'Qty.',
  to_be_delivered_milli: 'To be delivered',
  description: 'Description',
  unit_price_minor: 'Price',
  vat_permille: 'VAT',
  'line-added': 'Line added',
  'line-removed': 'Line removed',
  'shipment-added': 'Shipping no. added',
  'shipment-changed': 'Shipping no. changed',
  'shipment-removed': 'Shipping no. removed',
};

type Edit = { readonly what: string; readonly from?: unknown; readonly to?: unknown };

function editValue(what: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (what.endsWith('_milli') && typeof value === 'number') return formatQuantity(value);
  if (what.startsWith('line-') && typeof value === 'number') return formatQuantity(value);
  if (what.endsWith('_minor') && typeof value === 'number') return (value / 100).toFixed(2);
  if (what === 'delivery_date') return formatDate(String(value));
  if (what === 'status') return statusWords[value as OrderStatus] ?? String(value);
  return String(value);
}

const flags = ['picked', 'ready_for_invoicing', 'process_complete'];

/** One edit of the log in words: `To be delivered 3 → 2`, `Picked on`. */
export function wordEdit(edit: Edit): string {
  const name = editWords[edit.what] ?? edit.what.replaceAll(/[-_]/g, ' ');
  if (flags.includes(edit.what)) return `${name} ${edit.to ? 'on' : 'off'}`;
  if (edit.from === undefined && edit.to === undefined) return name;
  if (edit.from === undefined) return `${name}: ${editValue(edit.what, edit.to)}`;
  if (edit.to === undefined) return `${name}: ${editValue(edit.what, edit.from)}`;
  return `${name} ${editValue(edit.what, edit.from)} → ${editValue(edit.what, edit.to)}`;
}

/** What was done, in words, with what it changed. */
export function wordLogRow(row: LogRow): { readonly what: string; readonly changes: readonly string[] } {
  const what = logWords[row.what] ?? row.what.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
  const changes = Array.isArray(row.details.changes) ? (row.details.changes as readonly Edit[]) : [];
  const reason = typeof row.details.reason === 'string' ? [`Reason: ${row.details.reason}`] : [];
  return { what, changes: [...changes.map(wordEdit), ...reason] };
}
