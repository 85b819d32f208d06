import type { NotReceivedRow } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { formatDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { WarehouseTabs } from './warehouse-tabs.tsx';

const columns: readonly ListColumn<NotReceivedRow>[] = [
  { id: 'purchaseNo', header: t('warehouse:purchases.purchaseNo'), width: '72px', cell: (row) => row.purchaseNo },
  {
    id: 'supplier',
    header: t('warehouse:purchases.supplier'),
    width: 'minmax(200px, 2fr)',
    cell: (row) => row.supplierName,
  },
  {
    id: 'orderDate',
    header: t('warehouse:purchases.orderDate'),
    width: '112px',
    cell: (row) => formatDate(row.orderDate),
  },
  {
    id: 'deliveryDate',
    header: t('warehouse:purchases.deliveryDate'),
    width: '112px',
    cell: (row) => formatDate(row.deliveryDate),
  },
  {
    id: 'notReceived',
    header: t('warehouse:purchases.notReceived'),
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
    <Page title={t('warehouse:title')} below={<WarehouseTabs chosen="purchases-not-received" />}>
      <ListTable
        label={t('warehouse:list.purchases-not-received')}
        columns={columns}
        rows={purchases.data ?? none}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('warehouse:purchases.row', { purchaseNo: row.purchaseNo, supplier: row.supplierName })}
        onOpen={(row) => open({ page: 'purchase', purchaseOrderId: row.id })}
        isLoading={purchases.isPending}
        error={purchases.error}
        onRetry={() => void purchases.refetch()}
        empty={{
          title: t('warehouse:purchases.none'),
          text: t('warehouse:purchases.appearHere'),
        }}
      />
    </Page>
  );
}
