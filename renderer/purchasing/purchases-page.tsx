import { Button } from '@fluentui/react-components';
import { type PurchaseStatus, purchaseStatuses } from '../../shared/order.ts';
import type { PurchaseRow } from '../../shared/purchasing.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { formatDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { purchaseStatusTones, purchaseStatusWords } from './purchase-words.ts';

const columns: readonly ListColumn<PurchaseRow>[] = [
  { id: 'purchaseNo', header: 'No.', width: '72px', cell: (row) => row.purchaseNo },
  { id: 'supplier', header: 'Supplier', width: 'minmax(200px, 2fr)', cell: (row) => row.supplierName },
  {
    id: 'status',
    header: 'Status',
    width: '136px',
    cell: (row) => <StatusWord word={purchaseStatusWords[row.status]} tone={purchaseStatusTones[row.status]} />,
  },
  { id: 'orderDate', header: 'Ordered', width: '112px', cell: (row) => formatDate(row.orderDate) },
  { id: 'deliveryDate', header: 'Delivery date', width: '112px', cell: (row) => formatDate(row.deliveryDate) },
  { id: 'lines', header: 'Lines', width: '64px', align: 'end', cell: (row) => row.lineCount },
  {
    id: 'notReceived',
    header: 'Not received',
    width: '104px',
    align: 'end',
    cell: (row) => `${row.notReceivedPercent} %`,
  },
];

type Filter = 'all' | PurchaseStatus;

/** View - Purchase - Purchase orders. */
export function PurchasesPage() {
  const { open } = useNavigation();
  const [filter, setFilter] = useRemembered<Filter>('purchases filter', 'all');
  const [typed, setTyped] = useRemembered('purchases search', '');
  const search = useSearchText(typed);
  const purchases = usePages(['purchasing', 'list', filter, search], (cursor: number | null) =>
    api.purchasing.list.query({ search, cursor, ...(filter === 'all' ? {} : { status: filter }) }),
  );
  const filters: readonly Filter[] = ['all', ...purchaseStatuses];
  return (
    <Page
      title="Purchase orders"
      actions={
        <>
          <SearchField
            label="Search purchase orders"
            placeholder="Number, supplier, product"
            value={typed}
            onChange={setTyped}
          />
          <Button onClick={() => open({ page: 'new-purchase' })}>New purchase order</Button>
        </>
      }
      below={
        <Chips
          label="Show"
          chips={filters.map((id) => ({ id, label: id === 'all' ? 'All' : purchaseStatusWords[id] }))}
          chosen={filter}
          onChoose={setFilter}
        />
      }
    >
      <ListTable
        label="Purchase orders"
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => `Purchase order ${row.purchaseNo}, ${row.supplierName}`}
        onOpen={(row) => open({ page: 'purchase', purchaseOrderId: row.id })}
        onRetry={purchases.retry}
        empty={
          search === '' && filter === 'all'
            ? {
                title: 'No purchase orders yet',
                text: 'A purchase order says what is on its way from a supplier, and when.',
              }
            : { title: 'No purchase orders here', text: 'Choose All, or search for something else.' }
        }
        {...purchases}
      />
    </Page>
  );
}
