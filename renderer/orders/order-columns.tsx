import { GlobeRegular, WarningRegular } from '@fluentui/react-icons';
import type { SalesOrderRow } from '../../shared/sales-orders.ts';
import { dayOf, formatMoney, formatQuantity, formatShortDate } from '../ui/format.ts';
import type { ListColumn } from '../ui/list-table.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { statusTones } from './order-words.ts';

/** The columns of the list of sales orders. */
export const orderColumns: readonly ListColumn<SalesOrderRow>[] = [
  { id: 'orderNo', header: t('orders:column.orderNo'), width: '56px', cell: (row) => row.orderNo },
  {
    id: 'webOrderNo',
    header: t('orders:column.webOrderNo'),
    width: '104px',
    cell: (row) =>
      row.isWebOrder ? (
        <>
          <GlobeRegular
            aria-label={t('orders:column.webshopOrder')}
            style={{ verticalAlign: '-2px', marginRight: 6 }}
          />
          {row.webOrderNo}
        </>
      ) : null,
  },
  { id: 'customer', header: t('orders:column.customer'), width: 'minmax(140px, 2fr)', cell: (row) => row.customerName },
  {
    id: 'status',
    header: t('orders:column.status'),
    width: 'minmax(144px, 1fr)',
    cell: (row) => (
      <>
        <StatusWord word={t(`orders:status.${row.status}`)} tone={statusTones[row.status]} />
        {row.needsAttention ? (
          <WarningRegular
            aria-label={t('orders:filter.needs-attention')}
            style={{ verticalAlign: '-2px', marginLeft: 8 }}
          />
        ) : null}
      </>
    ),
  },
  {
    id: 'toDeliver',
    header: t('orders:column.toDeliver'),
    width: '72px',
    align: 'end',
    cell: (row) =>
      t('orders:column.partOf', {
        part: formatQuantity(row.toBeDeliveredMilli),
        whole: formatQuantity(row.orderedMilli),
      }),
  },
  {
    id: 'expected',
    header: t('orders:column.expected'),
    width: '88px',
    cell: (row) => formatShortDate(row.expectedDate, dayOf(new Date())),
  },
  {
    id: 'shippingNos',
    header: t('orders:column.shippingNos'),
    width: 'minmax(104px, 1fr)',
    cell: (row) => row.shippingNos.join(', '),
  },
  {
    id: 'orderDate',
    header: t('orders:column.orderDate'),
    width: '88px',
    cell: (row) => formatShortDate(row.orderDate, dayOf(new Date())),
  },
  {
    id: 'total',
    header: t('orders:column.total'),
    width: '112px',
    align: 'end',
    cell: (row) => formatMoney(row.totalMinor, row.currency),
  },
];
