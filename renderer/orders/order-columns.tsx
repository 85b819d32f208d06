import { GlobeRegular, WarningRegular } from '@fluentui/react-icons';
import type { SalesOrderRow } from '../../shared/sales-orders.ts';
import { dayOf, formatMoney, formatQuantity, formatShortDate } from '../ui/format.ts';
import type { ListColumn } from '../ui/list-table.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { statusTones, statusWords } from './order-words.ts';

/** The columns of the list of sales orders. */
export const orderColumns: readonly ListColumn<SalesOrderRow>[] = [
  { id: 'orderNo', header: 'No.', width: '56px', cell: (row) => row.orderNo },
  {
    id: 'webOrderNo',
    header: 'Web no.',
    width: '104px',
    cell: (row) =>
      row.isWebOrder ? (
        <>
          <GlobeRegular aria-label="Webshop order" style={{ verticalAlign: '-2px', marginRight: 6 }} />
          {row.webOrderNo}
        </>
      ) : null,
  },
  { id: 'customer', header: 'Customer', width: 'minmax(140px, 2fr)', cell: (row) => row.customerName },
  {
    id: 'status',
    header: 'Status',
    width: 'minmax(144px, 1fr)',
    cell: (row) => (
      <>
        <StatusWord word={statusWords[row.status]} tone={statusTones[row.status]} />
        {row.needsAttention ? (
          <WarningRegular aria-label="Needs attention" style={{ verticalAlign: '-2px', marginLeft: 8 }} />
        ) : null}
      </>
    ),
  },
  {
    id: 'toDeliver',
    header: 'To deliver',
    width: '80px',
    align: 'end',
    cell: (row) => `${formatQuantity(row.toBeDeliveredMilli)} of ${formatQuantity(row.orderedMilli)}`,
  },
  {
    id: 'expected',
    header: 'Expected',
    width: '80px',
    cell: (row) => formatShortDate(row.expectedDate, dayOf(new Date())),
  },
  { id: 'shippingNos', header: 'Shipping no.', width: 'minmax(104px, 1fr)', cell: (row) => row.shippingNos.join(', ') },
  {
    id: 'orderDate',
    header: 'Ordered',
    width: '80px',
    cell: (row) => formatShortDate(row.orderDate, dayOf(new Date())),
  },
  {
    id: 'total',
    header: 'Total',
    width: '120px',
    align: 'end',
    cell: (row) => formatMoney(row.totalMinor, row.currency),
  },
];
