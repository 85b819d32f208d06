import { makeStyles, tokens } from '@fluentui/react-components';
import { type OrderCount, type OrderFilter, orderFilters, type SalesOrderRow } from '../../shared/sales-orders.ts';
import { useCounts } from '../frame/counts.ts';
import { Chips } from '../ui/chips.tsx';
import { ColumnArrangement } from '../ui/column-arrangement.tsx';
import type { ColumnLayout } from '../ui/column-layout.ts';
import type { ListColumn } from '../ui/list-table.tsx';
import { t } from '../ui/texts.ts';
import { orderColumnDefaults } from './order-columns.tsx';
import { OrderFilterPanel, type WebsiteName } from './order-filter-panel.tsx';
import { OrderSetFilters } from './order-set-filters.tsx';
import type { useOrderList } from './use-order-list.ts';

type Props = {
  readonly list: ReturnType<typeof useOrderList>;
  readonly websites: readonly WebsiteName[];
  readonly columns: readonly ListColumn<SalesOrderRow>[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
};

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px' },
  side: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '4px' },
  count: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    marginRight: '4px',
  },
});

/** Chips, filters and columns above the list. */
export function OrderListBar({ list, websites, columns, layout, onLayout }: Props) {
  const styles = useStyles();
  const { filters, setFilters } = list;
  const counts = useCounts();
  const counted: Partial<Record<OrderFilter, number | undefined>> = {
    'to-pick': counts?.toPick,
    'to-ship': counts?.toShip,
    'waiting-for-goods': counts?.waitingForGoods,
    'needs-attention': counts?.needsAttention,
  };
  return (
    <>
      <div className={styles.row}>
        <Chips
          label={t('common:list.show')}
          chips={orderFilters.map((id) => ({ id, label: t(`orders:filter.${id}`), count: counted[id] }))}
          chosen={filters.filter}
          onChoose={(filter) => setFilters({ ...filters, filter })}
        />
        <div className={styles.side}>
          <span className={styles.count} role="status">
            {list.count === undefined ? '' : wordCount(list.count)}
          </span>
          <OrderFilterPanel filters={filters} websites={websites} onChange={setFilters} />
          <ColumnArrangement columns={columns} defaults={orderColumnDefaults} layout={layout} onChange={onLayout} />
        </div>
      </div>
      <OrderSetFilters filters={filters} websites={websites} onChange={setFilters} />
    </>
  );
}

function wordCount({ orders, isMore }: OrderCount): string {
  return isMore ? t('order-list:countMore', { count: orders }) : t('order-list:count', { count: orders });
}
