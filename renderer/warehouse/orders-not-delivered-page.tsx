import type { NotDeliveredRow } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { statusTones, statusWords } from '../orders/order-words.ts';
import { api } from '../ui/api.ts';
import { dayOf, formatQuantity, formatShortDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { WarehouseTabs } from './warehouse-tabs.tsx';

const columns: readonly ListColumn<NotDeliveredRow>[] = [
  { id: 'orderNo', header: 'No.', width: '56px', cell: (row) => row.orderNo },
  { id: 'webOrderNo', header: 'Web no.', width: '112px', cell: (row) => row.webOrderNo },
  { id: 'customer', header: 'Customer', width: 'minmax(140px, 2fr)', cell: (row) => row.customerName },
  {
    id: 'status',
    header: 'Status',
    width: 'minmax(150px, 1fr)',
    cell: (row) => <StatusWord word={statusWords[row.status]} tone={statusTones[row.status]} />,
  },
  {
    id: 'toBeDelivered',
    header: 'To be delivered',
    width: '96px',
    align: 'end',
    cell: (row) => `${formatQuantity(row.toBeDeliveredMilli)} of ${formatQuantity(row.remainingMilli)}`,
  },
  {
    id: 'stock',
    header: 'Stock',
    width: '124px',
    cell: (row) =>
      row.isInStock ? (
        <StatusWord word="In stock" tone="done" />
      ) : (
        <StatusWord word="Not all in stock" tone="waiting" />
      ),
  },
  {
    id: 'expected',
    header: 'Expected',
    width: '64px',
    cell: (row) => formatShortDate(row.expectedDate, dayOf(new Date())),
  },
  { id: 'picked', header: 'Picked', width: '48px', cell: (row) => (row.picked ? 'Yes' : '') },
  {
    id: 'orderDate',
    header: 'Ordered',
    width: '72px',
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
      title="Warehouse"
      actions={
        <SearchField label="Search orders" placeholder="Number, customer, product" value={typed} onChange={setTyped} />
      }
      below={<WarehouseTabs chosen="orders-not-delivered" />}
    >
      <ListTable
        label="Orders, not delivered"
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => `Deliver order ${row.orderNo}, ${row.customerName}`}
        onOpen={(row) => open({ page: 'deliver', orderId: row.id })}
        onRetry={orders.retry}
        empty={
          search === ''
            ? {
                title: 'Everything is delivered',
                text: 'Orders with something left to deliver appear here, oldest first.',
              }
            : { title: `Nothing found for “${search}”`, text: 'Orders are found by number, customer and product.' }
        }
        {...orders}
      />
    </Page>
  );
}
