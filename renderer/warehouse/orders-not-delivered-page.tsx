import type { NotDeliveredRow } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { statusTones } from '../orders/order-words.ts';
import { api } from '../ui/api.ts';
import { dayOf, formatQuantity, formatShortDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { WarehouseTabs } from './warehouse-tabs.tsx';

const columns: readonly ListColumn<NotDeliveredRow>[] = [
  { id: 'orderNo', header: t('warehouse:orders.orderNo'), width: '56px', cell: (row) => row.orderNo },
  { id: 'webOrderNo', header: t('warehouse:orders.webOrderNo'), width: '112px', cell: (row) => row.webOrderNo },
  {
    id: 'customer',
    header: t('warehouse:orders.customer'),
    width: 'minmax(140px, 2fr)',
    cell: (row) => row.customerName,
  },
  {
    id: 'status',
    header: t('warehouse:orders.status'),
    width: 'minmax(150px, 1fr)',
    cell: (row) => <StatusWord word={t(`orders:status.${row.status}`)} tone={statusTones[row.status]} />,
  },
  {
    id: 'toBeDelivered',
    header: t('warehouse:orders.toBeDelivered'),
    width: '96px',
    align: 'end',
    cell: (row) =>
      t('warehouse:orders.partOf', {
        part: formatQuantity(row.toBeDeliveredMilli),
        whole: formatQuantity(row.remainingMilli),
      }),
  },
  {
    id: 'stock',
    header: t('warehouse:orders.stock'),
    width: '124px',
    cell: (row) =>
      row.isInStock ? (
        <StatusWord word={t('warehouse:orders.inStock')} tone="done" />
      ) : (
        <StatusWord word={t('warehouse:orders.notAllInStock')} tone="waiting" />
      ),
  },
  {
    id: 'expected',
    header: t('warehouse:orders.expected'),
    width: '92px',
    cell: (row) => formatShortDate(row.expectedDate, dayOf(new Date())),
  },
  {
    id: 'picked',
    header: t('warehouse:orders.picked'),
    width: '48px',
    cell: (row) => (row.picked ? t('common:word.yes') : ''),
  },
  {
    id: 'orderDate',
    header: t('warehouse:orders.orderDate'),
    width: '92px',
    cell: (row) => formatShortDate(row.orderDate, dayOf(new Date())),
  },
];

/** View - Warehouse - Warehouse, list Orders, not delivered. */
export function OrdersNotDeliveredPage() {
  const { open } = useNavigation();
  const [typed, setTyped] = useRemembered('not delivered search', '');
  const search = useSearchText(typed);
  const orders = usePages(['warehouse', 'ordersNotDelivered', search], (cursor: number | null) =>
    api.warehouse.ordersNotDelivered.query({ search, cursor }),
  );
  return (
    <Page
      title={t('warehouse:title')}
      actions={
        <SearchField
          label={t('warehouse:orders.search')}
          placeholder={t('warehouse:orders.searchIn')}
          value={typed}
          onChange={setTyped}
        />
      }
      below={<WarehouseTabs chosen="orders-not-delivered" />}
    >
      <ListTable
        label={t('warehouse:list.orders-not-delivered')}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('warehouse:orders.row', { orderNo: row.orderNo, customer: row.customerName })}
        onOpen={(row) => open({ page: 'deliver', orderId: row.id })}
        onRetry={orders.retry}
        empty={
          search === ''
            ? {
                title: t('warehouse:orders.none'),
                text: t('warehouse:orders.appearHere'),
              }
            : { title: t('common:list.nothingFoundFor', { search }), text: t('warehouse:orders.foundBy') }
        }
        {...orders}
      />
    </Page>
  );
}
