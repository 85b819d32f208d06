import type { NotReceivedRow } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { formatDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { WarehouseTabs } from './warehouse-tabs.tsx';

const columns: readonly ListColumn<NotReceivedRow>[] = [
  { id: 'purchaseNo', header: 'No.', width: '72px', cell: (row) => row.purchaseNo },
  { id: 'supplier', header: 'Supplier', width: 'minmax(200px, 2fr)', cell: (row) => row.supplierName },
  { id: 'orderDate', header: 'Ordered', width: '112px', cell: (row) => formatDate(row.orderDate) },
  { id: 'deliveryDate', header: 'Delivery date', width: '112px', cell: (row) => formatDate(row.deliveryDate) },
  {
    id: 'notReceived',
    header: 'Not received',
    width: '104px',
    align: 'end',
    cell: (row) => `${row.notReceivedPercent} %`,
  },
];

const none: readonly NotReceivedRow[] = [];

/** View - Warehouse - Warehouse, list Purchases, not received. */
export function PurchasesNotReceivedPage() {
  const { open } = useNavigation();
  const purchases = useRead(['warehouse', 'purchasesNotReceived'], () => api.warehouse.purchasesNotReceived.query());
  return (
    <Page title="Warehouse" below={<WarehouseTabs chosen="purchases-not-received" />}>
      <ListTable
        label="Purchases, not received"
        columns={columns}
        rows={purchases.data ?? none}
        rowKey={(row) => row.id}
        rowLabel={(row) => `Purchase order ${row.purchaseNo}, ${row.supplierName}`}
        onOpen={(row) => open({ page: 'purchase', purchaseOrderId: row.id })}
        isLoading={purchases.isPending}
        error={purchases.error}
        onRetry={() => void purchases.refetch()}
        empty={{
          title: 'Everything is received',
          text: 'Purchase orders that were transferred to purchased appear here until all of it has come.',
        }}
      />
    </Page>
  );
}
