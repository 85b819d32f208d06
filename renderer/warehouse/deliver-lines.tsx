import type { OrderLineView } from '../../shared/sales-orders.ts';
import { formatQuantity } from '../ui/format.ts';
import { parseQuantity } from '../ui/parse.ts';
import { QuantityCell } from '../ui/quantity-cell.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';

type Props = {
  readonly lines: readonly OrderLineView[];
  readonly typed: Readonly<Record<number, string>>;
  readonly onType: (lineId: number, text: string) => void;
};

/** Why a quantity cannot be delivered, or null. */
export function problemOf(text: string, remainingMilli: number): string | null {
  const milli = parseQuantity(text);
  if (milli === null) return t('common:wrong.quantity', { example: formatQuantity(500) });
  return milli > remainingMilli ? t('warehouse:deliver.tooMany', { quantity: formatQuantity(remainingMilli) }) : null;
}

/** The lines of Deliver products, with the column Delivered. */
export function DeliverLines({ lines, typed, onType }: Props) {
  return (
    <SmallTable
      label={t('warehouse:deliver.title')}
      columns={columnsFor(typed, onType)}
      rows={lines}
      rowKey={(line) => line.id}
      rowLabel={(line) => line.description}
    />
  );
}

function columnsFor(typed: Props['typed'], onType: Props['onType']): readonly SmallColumn<OrderLineView>[] {
  return [
    { id: 'productNo', header: t('warehouse:deliver.productNo'), cell: (line) => line.productNo },
    { id: 'description', header: t('warehouse:deliver.description'), width: 'wide', cell: (line) => line.description },
    {
      id: 'ordered',
      header: t('warehouse:deliver.ordered'),
      align: 'end',
      cell: (line) => formatQuantity(line.orderedMilli),
    },
    {
      id: 'before',
      header: t('warehouse:deliver.before'),
      align: 'end',
      cell: (line) => formatQuantity(line.deliveredMilli),
    },
    {
      id: 'stock',
      header: t('warehouse:deliver.inStock'),
      align: 'end',
      cell: (line) => (line.isStockItem ? formatQuantity(line.stockMilli) : '–'),
    },
    {
      id: 'toBeDelivered',
      header: t('warehouse:deliver.toBeDelivered'),
      align: 'end',
      cell: (line) => formatQuantity(line.toBeDeliveredMilli),
    },
    {
      id: 'delivered',
      header: t('warehouse:deliver.delivered'),
      width: '112px',
      align: 'end',
      cell: (line) => (
        <QuantityCell
          label={t('warehouse:deliver.deliveredOf', { product: line.description })}
          column="delivered"
          text={typed[line.id] ?? ''}
          problem={problemOf(typed[line.id] ?? '', line.remainingMilli)}
          onChange={(text) => onType(line.id, text)}
        />
      ),
    },
  ];
}
