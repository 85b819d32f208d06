import { Button, makeStyles } from '@fluentui/react-components';
import { type OrderFilter, orderFilters } from '../../shared/sales-orders.ts';
import { useCounts } from '../frame/counts.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { ColumnChoice, useHiddenColumns } from '../ui/column-choice.tsx';
import type { EmptyText } from '../ui/empty-state.tsx';
import { ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { t } from '../ui/texts.ts';
import { orderColumns } from './order-columns.tsx';

const useStyles = makeStyles({ filters: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' } });

/** View - Sales/Invoicing - Order registration: the list of sales orders. */
export function OrdersPage({ filter: firstFilter = 'all' }: { readonly filter?: OrderFilter }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const counts = useCounts();
  const [filter, setFilter] = useRemembered<OrderFilter>('orders filter', firstFilter);
  const [typed, setTyped] = useRemembered('orders search', '');
  const search = useSearchText(typed);
  const [hidden, setHidden] = useHiddenColumns('orders');
  const orders = usePages(['orders', 'list', filter, search], (cursor: string | null) =>
    api.orders.list.query({ filter, search, cursor }),
  );
  const counted: Partial<Record<OrderFilter, number | undefined>> = {
    'to-pick': counts?.toPick,
    'to-ship': counts?.toShip,
    'waiting-for-goods': counts?.waitingForGoods,
    'needs-attention': counts?.needsAttention,
  };
  return (
    <Page
      title={t('orders:list.title')}
      actions={
        <SearchField
          label={t('orders:list.search')}
          placeholder={t('orders:list.searchIn')}
          value={typed}
          onChange={setTyped}
        />
      }
      below={
        <div className={styles.filters}>
          <Chips
            label={t('common:list.show')}
            chips={orderFilters.map((id) => ({ id, label: t(`orders:filter.${id}`), count: counted[id] }))}
            chosen={filter}
            onChoose={setFilter}
          />
          <ColumnChoice columns={orderColumns} hidden={hidden} onChange={setHidden} />
        </div>
      }
    >
      <ListTable
        label={t('orders:list.title')}
        columns={orderColumns}
        hiddenColumns={hidden}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('orders:list.row', { orderNo: row.orderNo, customer: row.customerName })}
        onOpen={(row) => open({ page: 'order', orderId: row.id })}
        onRetry={orders.retry}
        empty={emptyTextFor(search, filter, () => open({ page: 'website-data' }))}
        {...orders}
      />
    </Page>
  );
}

function emptyTextFor(search: string, filter: OrderFilter, getWebsiteData: () => void): EmptyText {
  if (search !== '')
    return {
      title: t('common:list.nothingFoundFor', { search }),
      text: t('orders:list.foundBy'),
    };
  if (filter !== 'all')
    return {
      title: t('orders:list.noneHere'),
      text: t('orders:list.appearHere', { filter: t(`orders:filter.${filter}`) }),
    };
  return {
    title: t('orders:list.none'),
    text: t('orders:list.comeIn'),
    action: (
      <Button appearance="primary" onClick={getWebsiteData}>
        {t('orders:list.getWebsiteData')}
      </Button>
    ),
  };
}
