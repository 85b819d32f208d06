import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { OrderFilter } from '../../shared/sales-orders.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { readLayout, shownColumns, writeLayout } from '../ui/column-layout.ts';
import type { EmptyText } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { focusList } from '../ui/focus-list.ts';
import { ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { SearchField } from '../ui/search-field.tsx';
import { t } from '../ui/texts.ts';
import { useListSelection } from '../ui/use-list-selection.ts';
import { useStored } from '../ui/use-stored.ts';
import { orderColumnDefaults, orderColumns } from './order-columns.tsx';
import { orderListActions } from './order-list-actions.ts';
import { OrderListBar } from './order-list-bar.tsx';
import { noFilters, setFilters } from './order-list-filters.ts';
import { OrderListProgress } from './order-list-progress.tsx';
import { OrderListResult } from './order-list-result.tsx';
import { useOrderList } from './use-order-list.ts';
import { useOrderListWork } from './use-order-list-work.ts';

const useStyles = makeStyles({ note: { flexShrink: 0 } });

/** View - Sales/Invoicing - Order registration: the list of sales orders. */
export function OrdersPage({ filter = 'all' }: { readonly filter?: OrderFilter }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const list = useOrderList(filter);
  const work = useOrderListWork();
  const selection = useListSelection('orders');
  const websites = useRead(['settings', 'websites'], () => api.settings.websites.query()).data;
  const columns = useMemo(() => orderColumns(websites ?? []), [websites]);
  const [storedLayout, storeLayout] = useStored('columns.orders');
  const layout = useMemo(() => readLayout(storedLayout, orderColumnDefaults), [storedLayout]);
  const shown = useMemo(() => shownColumns(columns, layout), [columns, layout]);
  const dismiss = () => {
    work.dismiss();
    focusList(document.querySelector('main'));
  };
  return (
    <Page
      title={t('orders:list.title')}
      actions={
        <SearchField
          label={t('orders:list.search')}
          placeholder={t('orders:list.searchIn')}
          value={list.typed}
          onChange={list.setTyped}
        />
      }
      below={
        <>
          <OrderListBar
            list={list}
            websites={websites ?? []}
            columns={columns}
            layout={layout}
            onLayout={(next) => storeLayout(writeLayout(next))}
          />
          {list.isCut && list.search !== '' ? (
            <MessageBar className={styles.note} layout="multiline">
              <MessageBarBody>{t('order-list:isCut')}</MessageBarBody>
            </MessageBar>
          ) : null}
          {work.error ? <FailureMessage error={work.error} onDismiss={dismiss} /> : null}
          {work.progress === null ? null : <OrderListProgress words={work.progress} onStop={work.stop} />}
          {work.result === null ? null : (
            <OrderListResult
              result={work.result}
              onPrintInvoices={(orderIds) => work.printInvoices(orderIds, 'printer')}
              onDismiss={dismiss}
            />
          )}
        </>
      }
    >
      <ListTable
        label={t('orders:list.title')}
        columns={shown}
        selection={selection}
        actions={orderListActions(work)}
        sort={list.sort}
        onSort={list.setSort}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('orders:list.row', { orderNo: row.orderNo, customer: row.customerName })}
        onOpen={(row) => open({ page: 'order', orderId: row.id })}
        onRetry={list.orders.retry}
        empty={emptyTextFor(list, () => open({ page: 'website-data' }))}
        {...list.orders}
      />
    </Page>
  );
}

type List = ReturnType<typeof useOrderList>;

/** Why there are no rows, and the next step: there the filters are told from an empty register. */
function emptyTextFor({ search, filters, setFilters: change }: List, getWebsiteData: () => void): EmptyText {
  const hasSet = setFilters(filters).length > 0;
  const clear = <Button onClick={() => change(noFilters)}>{t('order-list:filter.clear')}</Button>;
  if (search !== '')
    return {
      title: t('common:list.nothingFoundFor', { search }),
      text: hasSet || filters.filter !== 'all' ? t('order-list:filter.nothingFoundText') : t('orders:list.foundBy'),
      ...(hasSet || filters.filter !== 'all' ? { action: clear } : {}),
    };
  if (hasSet)
    return { title: t('order-list:filter.noneMatch'), text: t('order-list:filter.noneMatchText'), action: clear };
  if (filters.filter !== 'all')
    return {
      title: t('orders:list.noneHere'),
      text: t('orders:list.appearHere', { filter: t(`orders:filter.${filters.filter}`) }),
    };
  return {
    title: t('orders:list.none'),
    text: t('orders:list.comeIn'),
    action: <Button onClick={getWebsiteData}>{t('orders:list.getWebsiteData')}</Button>,
  };
}
