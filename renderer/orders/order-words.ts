import type { OrderStatus } from '../../shared/order.ts';
import type { LogRow } from '../../shared/sales-orders.ts';
import { orders as english } from '../texts/en/orders.ts';
import { formatAmount, formatDate, formatQuantity } from '../ui/format.ts';
import type { Tone } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';

/** The statuses of domain.md 4.2. */
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

/** The log's words that have texts; English has the text of every key. */
function isKnown<Words extends object>(words: Words, word: string): word is string & keyof Words {
  return Object.hasOwn(words, word);
}

type Edit = { readonly what: string; readonly lineId?: number; readonly from?: unknown; readonly to?: unknown };

/** Descriptions of an order's lines, by line id. */
export type LineNames = ReadonlyMap<number, string>;

function editValue(what: string, value: unknown, currency: string): string {
  if (value === null || value === undefined || value === '') return t('orders:edit.none');
  if (what.endsWith('_milli') && typeof value === 'number') return formatQuantity(value);
  if (what.startsWith('line-') && typeof value === 'number') return formatQuantity(value);
  if (what.endsWith('_minor') && typeof value === 'number') return formatAmount(value, currency);
  if (what === 'delivery_date') return formatDate(String(value));
  const word = String(value);
  return what === 'status' && isKnown(english.status, word) ? t(`orders:status.${word}`) : word;
}

const flags = ['picked', 'ready_for_invoicing', 'process_complete'];

/** One edit of the log in words: `To be delivered 3 → 2`, `Picked on`. Amounts are in the order's currency. */
export function wordEdit(edit: Edit, currency: string): string {
  const worded = (value: unknown) => editValue(edit.what, value, currency);
  const { what, from, to } = edit;
  const name = isKnown(english.edited, what) ? t(`orders:edited.${what}`) : what.replaceAll(/[-_]/g, ' ');
  if (flags.includes(what)) return t(to ? 'orders:edit.on' : 'orders:edit.off', { name });
  if (from === undefined && to === undefined) return name;
  if (from === undefined || to === undefined) return t('orders:edit.value', { name, value: worded(from ?? to) });
  return t('orders:edit.fromTo', { name, from: worded(from), to: worded(to) });
}

const decisions = ['it-arrived', 'tell-anew', 'try-again'] as const;

/** Numbers of papers and what was decided, as the log keeps them. */
function wordDetails({ details }: LogRow): readonly string[] {
  const { noteNo, invoiceNo, creditNoteNo, orderNo, decision } = details;
  const number = [noteNo, creditNoteNo, invoiceNo, orderNo].find(
    (each) => typeof each === 'string' || typeof each === 'number',
  );
  const decided = decisions.find((each) => each === decision);
  return [
    ...(number === undefined ? [] : [String(number)]),
    ...(decided === undefined ? [] : [t(`order-window:decision.${decided}`)]),
  ];
}

function wordDelivered({ details }: LogRow, names: LineNames): readonly string[] {
  const lines = Array.isArray(details.lines) ? (details.lines as readonly DeliveredLine[]) : [];
  return lines.map(({ lineId, quantityMilli }) => `${names.get(lineId) ?? ''} ${formatQuantity(quantityMilli)}`.trim());
}

type DeliveredLine = { readonly lineId: number; readonly quantityMilli: number };

function wordEditOfLine(edit: Edit, names: LineNames, currency: string): string {
  const name = edit.lineId === undefined ? undefined : names.get(edit.lineId);
  return name === undefined ? wordEdit(edit, currency) : `${name}, ${wordEdit(edit, currency)}`;
}

/** What was done, in words, with what it changed. */
export function wordLogRow(
  row: LogRow,
  names: LineNames,
  currency: string,
): { readonly what: string; readonly changes: readonly string[] } {
  const what = isKnown(english.log, row.what)
    ? t(`orders:log.${row.what}`)
    : row.what.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
  const changes = Array.isArray(row.details.changes) ? (row.details.changes as readonly Edit[]) : [];
  const reason =
    typeof row.details.reason === 'string' ? [t('orders:edit.reason', { reason: row.details.reason })] : [];
  const edits = changes.map((edit) => wordEditOfLine(edit, names, currency));
  return { what, changes: [...edits, ...wordDetails(row), ...wordDelivered(row, names), ...reason] };
}
