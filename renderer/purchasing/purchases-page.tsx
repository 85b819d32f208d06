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
import { t } from '../ui/texts.ts';
import { purchaseStatusTones } from './purchase-words.ts';

const columns: readonly ListColumn<PurchaseRow>[] = [
  { id: 'purchaseNo', header: t('purchasing:list.purchaseNo'), width: '72px', cell: (row) => row.purchaseNo },
  {
    id: 'supplier',
    header: t('purchasing:list.supplier'),
    width: 'minmax(200px, 2fr)',
    cell: (row) => row.supplierName,
  },
  {
    id: 'status',
    header: t('purchasing:list.status'),
    width: '136px',
    cell: (row) => <StatusWord word={t(`purchasing:status.${row.status}`)} tone={purchaseStatusTones[row.status]} />,
  },
  { id: 'orderDate', header: t('purchasing:list.orderDate'), width: '112px', cell: (row) => formatDate(row.orderDate) },
  {
    id: 'deliveryDate',
    header: t('purchasing:list.deliveryDate'),
    width: '112px',
    cell: (row) => formatDate(row.deliveryDate),
  },
  { id: 'lines', header: t('purchasing:list.lines'), width: '64px', align: 'end', cell: (row) => row.lineCount },
  {
    id: 'notReceived',
    header: t('purchasing:list.notReceived'),
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
      title={t('purchasing:list.title')}
      actions={
        <>
          <SearchField
            label={t('purchasing:list.search')}
            placeholder={t('purchasing:list.searchIn')}
            value={typed}
            onChange={setTyped}
          />
          <Button onClick={() => open({ page: 'purchase-missing' })}>{t('purchasing:list.missing')}</Button>
          <Button onClick={() => open({ page: 'new-purchase' })}>{t('purchasing:list.new')}</Button>
        </>
      }
      below={
        <Chips
          label={t('common:list.show')}
          chips={filters.map((id) => ({
            id,
            label: t(id === 'all' ? 'purchasing:list.all' : `purchasing:status.${id}`),
          }))}
          chosen={filter}
          onChoose={setFilter}
        />
      }
    >
      <ListTable
        label={t('purchasing:list.title')}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('purchasing:list.row', { purchaseNo: row.purchaseNo, supplier: row.supplierName })}
        onOpen={(row) => open({ page: 'purchase', purchaseOrderId: row.id })}
        onRetry={purchases.retry}
        empty={
          search === '' && filter === 'all'
            ? {
                title: t('purchasing:list.none'),
                text: t('purchasing:list.purpose'),
                action: <Button onClick={() => open({ page: 'new-purchase' })}>{t('purchasing:list.new')}</Button>,
              }
            : { title: t('purchasing:list.noneHere'), text: t('purchasing:list.chooseAll') }
        }
        {...purchases}
      />
    </Page>
  );
}
