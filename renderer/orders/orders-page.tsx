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
import { orderColumns } from './order-columns.tsx';
import { filterWords } from './order-words.ts';

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
  const orders = usePages(['orders', 'list', filter, search], (cursor: number | null) =>
    api.orders.list.query({ filter, search, cursor }),
  );
  const countOf: Partial<Record<OrderFilter, number | undefined>> = {
    'to-pick': counts?.toPick,
    'to-ship': counts?.toShip,
    'waiting-for-goods': counts?.waitingForGoods,
    'needs-attention': counts?.needsAttention,
  };
  return (
    <Page
      title="Sales orders"
      actions={
        <SearchField
          label="Search sales orders"
          placeholder="Number, customer, product, shipping no."
          value={typed}
          onChange={setTyped}
        />
      }
      below={
        <div className={styles.filters}>
          <Chips
            label="Show"
            chips={orderFilters.map((id) => ({ id, label: filterWords[id], count: countOf[id] }))}
            chosen={filter}
            onChoose={setFilter}
          />
          <ColumnChoice columns={orderColumns} hidden={hidden} onChange={setHidden} />
        </div>
      }
    >
      <ListTable
        label="Sales orders"
        columns={orderColumns}
        hiddenColumns={hidden}
        rowKey={(row) => row.id}
        rowLabel={(row) => `Order ${row.orderNo}, ${row.customerName}`}
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
      title: `Nothing found for “${search}”`,
      text: 'Orders are found by number, web order no., customer, product and shipping no.',
    };
  if (filter !== 'all')
    return {
      title: 'No orders here right now',
      text: `Orders appear under ${filterWords[filter]} by themselves when it is their turn.`,
    };
  return {
    title: 'No orders yet',
    text: 'Orders of the webshop come in with Get Website Data. Orders by telephone or e-mail are typed in with New – Sales order.',
    action: (
      <Button appearance="primary" onClick={getWebsiteData}>
        Get Website Data
      </Button>
    ),
  };
}
