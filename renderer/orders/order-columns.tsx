import { CheckmarkRegular, GlobeRegular, WarningRegular } from '@fluentui/react-icons';
import type { SalesOrderRow } from '../../shared/sales-orders.ts';
import type { ColumnDefaults } from '../ui/column-layout.ts';
import { dayOf, formatMoney, formatQuantity, formatShortDate } from '../ui/format.ts';
import type { ListColumn } from '../ui/list-table.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { KnowsCell } from './knows-cell.tsx';
import type { WebsiteName } from './order-filter-panel.tsx';
import { statusTones } from './order-words.ts';

type Column = ListColumn<SalesOrderRow>;

const shortDate = (date: string | null) => formatShortDate(date, dayOf(new Date()));

const customer: Column = {
  id: 'customer',
  header: t('orders:column.customer'),
  width: 'minmax(136px, 2fr)',
  isSortable: true,
  cell: (row) => row.customerName,
};

function numberColumns(websites: readonly WebsiteName[]): readonly Column[] {
  return [
    {
      id: 'orderNo',
      header: t('orders:column.orderNo'),
      width: '72px',
      isSortable: true,
      cell: (row) => row.orderNo,
    },
    {
      id: 'webOrderNo',
      header: t('orders:column.webOrderNo'),
      width: '108px',
      isSortable: true,
      cell: (row) => (row.isWebOrder ? <WebOrderNo webOrderNo={row.webOrderNo} /> : null),
    },
    {
      id: 'website',
      header: t('order-list:column.website'),
      width: 'minmax(104px, 1fr)',
      cell: (row) => websites.find(({ id }) => id === row.websiteId)?.name,
    },
  ];
}

function WebOrderNo({ webOrderNo }: { readonly webOrderNo: string }) {
  return (
    <>
      <GlobeRegular aria-label={t('orders:column.webshopOrder')} style={{ verticalAlign: '-2px', marginRight: 6 }} />
      {webOrderNo}
    </>
  );
}

const stateColumns: readonly Column[] = [
  {
    id: 'status',
    header: t('orders:column.status'),
    width: 'minmax(136px, 1fr)',
    isSortable: true,
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
    width: '80px',
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
    width: '96px',
    isSortable: true,
    cell: (row) => shortDate(row.expectedDate),
  },
  {
    id: 'knows',
    header: t('order-list:column.knows'),
    width: 'minmax(152px, 2fr)',
    cell: (row) => <KnowsCell orderId={row.id} />,
  },
  {
    id: 'shippingNos',
    header: t('orders:column.shippingNos'),
    width: 'minmax(112px, 1fr)',
    cell: (row) => row.shippingNos.join(', '),
  },
];

const registerColumns: readonly Column[] = [
  {
    id: 'orderDate',
    header: t('orders:column.orderDate'),
    width: '92px',
    isSortable: true,
    cell: (row) => shortDate(row.orderDate),
  },
  {
    id: 'deliveryDate',
    header: t('order-list:column.deliveryDate'),
    width: '116px',
    isSortable: true,
    cell: (row) => shortDate(row.deliveryDate),
  },
  { id: 'invoiceNo', header: t('order-list:column.invoiceNo'), width: '88px', cell: (row) => row.invoiceNo },
  {
    id: 'picked',
    header: t('order-list:column.picked'),
    width: '56px',
    cell: (row) => (row.picked ? <CheckmarkRegular aria-label={t('order-list:column.picked')} /> : null),
  },
  {
    id: 'total',
    header: t('orders:column.total'),
    width: '116px',
    align: 'end',
    isSortable: true,
    cell: (row) => formatMoney(row.totalMinor, row.currency),
  },
];

/** The columns of the list of sales orders, in the order they have at first; `websites` are named in theirs. */
export function orderColumns(websites: readonly WebsiteName[]): readonly Column[] {
  return [...numberColumns(websites), customer, ...stateColumns, ...registerColumns];
}

/** At first: what fits beside the navigation on a 1366 pixel screen. */
export const orderColumnDefaults: ColumnDefaults = {
  ids: orderColumns([]).map(({ id }) => id),
  hidden: ['website', 'shippingNos', 'orderDate', 'deliveryDate', 'invoiceNo', 'picked'],
};
