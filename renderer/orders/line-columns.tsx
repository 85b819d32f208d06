import type { LineEdit, OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import { EditCell } from '../ui/edit-cell.tsx';
import { dayOf, formatAmount, formatDate, formatQuantity } from '../ui/format.ts';
import { parseAmount, parseDate, parseQuantity } from '../ui/parse.ts';
import type { SmallColumn } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { NotedCell } from './noted-cell.tsx';
import { useTypedEdit } from './typed-edit.ts';
import type { EditOrder } from './use-order-edit.ts';

type LineColumn = SmallColumn<OrderLineView>;
type Change = Omit<LineEdit, 'lineId'>;

/** A column that can be edited: how the text reads, what is wrong with it, and what it changes. */
type Editable = {
  readonly id: string;
  readonly label: (product: string) => string;
  readonly text: (line: OrderLineView) => string;
  readonly isOpen: (line: OrderLineView) => boolean;
  readonly check: (text: string, line: OrderLineView) => string | null;
  readonly change: (text: string) => Change | null;
  readonly isNumber?: boolean;
  readonly placeholder?: (line: OrderLineView) => string;
  /** Shown when one points at it: what the cell may be too narrow for. */
  readonly hint?: (line: OrderLineView) => string;
};

/** The columns of the product lines; what the order's status allows can be edited in place. */
export function useLineColumns(order: OrderView, edit: EditOrder): readonly LineColumn[] {
  const typing = useTypedEdit();
  const cellOf = (editable: Editable) => (line: OrderLineView) => {
    if (!editable.isOpen(line)) return editable.text(line) || editable.placeholder?.(line) || '';
    const editOf = (text: string) => {
      const change = editable.check(text, line) === null ? editable.change(text) : null;
      return change === null ? null : { lines: [{ lineId: line.id, ...change }] };
    };
    return (
      <EditCell
        label={editable.label(line.description)}
        column={editable.id}
        isNumber={editable.isNumber ?? false}
        value={editable.text(line)}
        check={(text) => editable.check(text, line)}
        onTyping={typing(editOf)}
        save={async (text) => {
          const change = editOf(text);
          if (change !== null) await edit(change);
        }}
        {...(editable.hint === undefined ? {} : { hint: editable.hint(line) })}
        {...(editable.placeholder === undefined ? {} : { placeholder: editable.placeholder(line) })}
      />
    );
  };
  const isContentOpen = (line: OrderLineView) => order.work.editContents && !line.isRemoved;
  const isDeliveryOpen = (line: OrderLineView) => order.work.editDelivery && !line.isRemoved;
  return [
    {
      id: 'description',
      header: t('orders:lines.description'),
      width: 'wide',
      cell: withNote(cellOf({ ...description, isOpen: isContentOpen }), isContentOpen, (line) => line.productNo),
    },
    numberColumn('ordered', '52px', cellOf({ ...ordered, isOpen: isContentOpen })),
    numberColumn(
      'toBeDelivered',
      '68px',
      cellOf({ ...toBeDelivered, isOpen: (line) => isDeliveryOpen(line) && line.remainingMilli > 0 }),
    ),
    numberColumn('delivered', undefined, (line) => formatQuantity(line.deliveredMilli)),
    numberColumn('inStock', undefined, (line) => (line.isStockItem ? formatQuantity(line.stockMilli) : '–')),
    {
      id: 'date',
      header: t('orders:lines.date'),
      width: '106px',
      cell: withNote(cellOf({ ...deliveryDate(dayOf(new Date())), isOpen: isDeliveryOpen }), isDeliveryOpen, dateFrom),
    },
    numberColumn('price', '80px', cellOf({ ...price(order.currency), isOpen: isContentOpen })),
    numberColumn('vatPercent', '44px', cellOf({ ...vat, isOpen: isContentOpen })),
    numberColumn('amount', undefined, (line) => formatAmount(line.amountMinor, order.currency)),
  ];
}

/** A cell with something small below it: what belongs to the line, but is not edited here. */
function withNote(
  cell: LineColumn['cell'],
  isOpen: Editable['isOpen'],
  note: (line: OrderLineView) => string,
): LineColumn['cell'] {
  return (line) => (
    <NotedCell note={note(line)} isField={isOpen(line)}>
      {cell(line)}
    </NotedCell>
  );
}

type NumberColumnName = 'ordered' | 'toBeDelivered' | 'delivered' | 'inStock' | 'price' | 'vatPercent' | 'amount';

function numberColumn(id: NumberColumnName, width: string | undefined, cell: LineColumn['cell']): LineColumn {
  const header = id === 'vatPercent' ? t('order-window:lines.vatPercent') : t(`orders:lines.${id}`);
  return { id, header, align: 'end', cell, ...(width === undefined ? {} : { width }) };
}

type Column = Omit<Editable, 'isOpen'>;

const description: Column = {
  id: 'description',
  label: (product) => t('order-window:lines.descriptionOf', { product }),
  text: (line) => line.description,
  hint: (line) => line.description,
  check: (text) => (text.trim() === '' ? t('order-window:lines.descriptionMissing') : null),
  change: (text) => ({ description: text.trim() }),
};

const ordered: Column = {
  id: 'ordered',
  isNumber: true,
  label: (product) => t('orders:lines.orderedOf', { product }),
  text: (line) => formatQuantity(line.orderedMilli),
  check: checkQuantity,
  change: (text) => quantity(text, (orderedMilli) => ({ orderedMilli })),
};

const toBeDelivered: Column = {
  id: 'to-be-delivered',
  isNumber: true,
  label: (product) => t('orders:lines.toBeDeliveredOf', { product }),
  text: (line) => formatQuantity(line.toBeDeliveredMilli),
  check: (text, line) => {
    const milli = parseQuantity(text);
    if (milli === null || milli <= line.remainingMilli) return checkQuantity(text);
    return t('orders:lines.tooMany', { quantity: formatQuantity(line.remainingMilli) });
  },
  change: (text) => quantity(text, (toBeDeliveredMilli) => ({ toBeDeliveredMilli })),
};

const price = (currency: string): Column => ({
  id: 'price',
  isNumber: true,
  label: (product) => t('order-window:lines.priceOf', { product }),
  text: (line) => formatAmount(line.unitPriceMinor, currency),
  check: (text) =>
    parseAmount(text, currency) === null
      ? t('orders:freight.notAnAmount', { example: formatAmount(79_50, currency) })
      : null,
  change: (text) => {
    const unitPriceMinor = parseAmount(text, currency);
    return unitPriceMinor === null ? null : { unitPriceMinor };
  },
});

const vat: Column = {
  id: 'vat',
  isNumber: true,
  label: (product) => t('order-window:lines.vatOf', { product }),
  text: (line) => formatQuantity(line.vatPermille * 100),
  check: (text) => (readVat(text) === null ? t('order-window:lines.notAPercentage') : null),
  change: (text) => {
    const vatPermille = readVat(text);
    return vatPermille === null ? null : { vatPermille };
  },
};

function deliveryDate(today: string): Column {
  return {
    id: 'date',
    label: (product) => t('orders:lines.dateOf', { product }),
    text: (line) => (line.deliveryDate === null ? '' : formatDate(line.deliveryDate)),
    placeholder: (line) => (line.effectiveDate === null ? '' : formatDate(line.effectiveDate)),
    check: (text) =>
      text.trim() === '' || parseDate(text, today) !== null
        ? null
        : t('orders:lines.notADate', { example: formatDate('2026-12-14') }),
    change: (text) => ({ deliveryDate: text.trim() === '' ? null : parseDate(text, today) }),
  };
}

/** Per mille of a percentage as people type it, `25` or `12.5`; null for none. */
function readVat(text: string): number | null {
  const milli = parseQuantity(text.replace('%', '').trim());
  if (milli === null || milli % 100 !== 0 || milli > 100_000) return null;
  return milli / 100;
}

function checkQuantity(text: string): string | null {
  return parseQuantity(text) === null ? t('common:wrong.quantity', { example: formatQuantity(500) }) : null;
}

function quantity(text: string, change: (milli: number) => Change): Change | null {
  const milli = parseQuantity(text);
  return milli === null ? null : change(milli);
}

/** Which of the dates the customer is told to expect, in words. */
function dateFrom({ isRemoved, dateSource, purchaseNo }: OrderLineView): string {
  if (isRemoved || dateSource === 'none') return '';
  if (dateSource === 'linked-purchase' && purchaseNo !== null) {
    return t('order-window:dateFrom.purchaseNo', { purchaseNo });
  }
  return t(`order-window:dateFrom.${dateSource}`);
}
