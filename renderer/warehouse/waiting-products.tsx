import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { WaitingOrderRow, WaitingProductRow } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { dayOf, formatQuantity, formatShortDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { narrowWindow } from '../ui/narrow.ts';
import { usePages, useRead } from '../ui/queries.ts';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  both: { display: 'flex', flexGrow: 1, minHeight: 0, [narrowWindow]: { flexDirection: 'column' } },
  list: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '64%',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
  },
  pane: {
    flexBasis: '36%',
    minWidth: 0,
    overflowY: 'auto',
    padding: '8px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrowWindow]: { borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  title: { margin: '4px 8px 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, margin: '4px 8px' },
});

const columns: readonly ListColumn<WaitingProductRow>[] = [
  { id: 'productNo', header: t('warehouse:products.productNo'), width: '88px', cell: (row) => row.productNo },
  { id: 'name', header: t('warehouse:products.name'), width: 'minmax(128px, 2fr)', cell: (row) => row.name },
  {
    id: 'waiting',
    header: t('warehouse:products.waiting'),
    width: '60px',
    align: 'end',
    cell: (row) => formatQuantity(row.waitingMilli),
  },
  {
    id: 'stock',
    header: t('warehouse:products.inStock'),
    width: '64px',
    align: 'end',
    cell: (row) => (row.isStockItem ? formatQuantity(row.stockMilli) : '–'),
  },
  {
    id: 'onPurchase',
    header: t('warehouse:products.onPurchase'),
    width: '88px',
    align: 'end',
    cell: (row) => formatQuantity(row.onPurchaseMilli),
  },
  {
    id: 'expected',
    header: t('warehouse:products.expected'),
    width: '92px',
    cell: (row) => formatShortDate(row.nextExpected, dayOf(new Date())),
  },
];

type Props = {
  readonly search: string;
  readonly onlyInStock: boolean;
  readonly productId: number | null;
  readonly onChoose: (productId: number) => void;
};

/** Orders, not delivered, by product: what is waited for, and beside it the orders that wait for the one chosen. */
export function WaitingProducts({ search, onlyInStock, productId, onChoose }: Props) {
  const styles = useStyles();
  const products = usePages(['warehouse', 'waitingProducts', search, onlyInStock], (cursor: number | null) =>
    api.warehouse.waitingProducts.query({ search, onlyInStock, cursor }),
  );
  const isFiltered = search !== '' || onlyInStock;
  const chosen = products.rows.find((row) => row.productId === productId);
  return (
    <div className={styles.both}>
      <div className={styles.list}>
        <ListTable
          label={t('warehouse:products.title')}
          columns={columns}
          rowKey={(row) => row.productId}
          rowLabel={(row) => t('warehouse:products.row', { productNo: row.productNo, name: row.name })}
          selectedKey={productId}
          onOpen={(row) => onChoose(row.productId)}
          onRetry={products.retry}
          empty={
            isFiltered
              ? { title: t('warehouse:products.noneHere'), text: t('warehouse:products.foundBy') }
              : { title: t('warehouse:orders.none'), text: t('warehouse:products.appearHere') }
          }
          {...products}
        />
      </div>
      {products.rows.length === 0 ? null : (
        <section className={styles.pane} aria-label={t('warehouse:products.orders')}>
          {chosen ? (
            <WaitingOrders product={chosen} />
          ) : (
            <p className={styles.quiet}>{t('warehouse:products.choose')}</p>
          )}
        </section>
      )}
    </div>
  );
}

function WaitingOrders({ product }: { readonly product: WaitingProductRow }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const { productId } = product;
  const orders = useRead(['warehouse', 'ordersWaitingFor', productId], () =>
    api.warehouse.ordersWaitingFor.query({ productId }),
  );
  if (orders.error) return <FailureState error={orders.error} onRetry={() => void orders.refetch()} />;
  return (
    <>
      <h2 className={styles.title}>
        {product.name}{' '}
        <Link as="button" onClick={() => open({ page: 'product', productId })}>
          {t('warehouse:products.openProduct')}
        </Link>
      </h2>
      <SmallTable
        label={t('warehouse:products.orders')}
        columns={orderColumns(
          (orderId) => open({ page: 'order', orderId }),
          (orderId) => open({ page: 'deliver', orderId }),
        )}
        rows={orders.data ?? []}
        rowKey={(row) => row.lineId}
        rowLabel={(row) => t('warehouse:orders.row', { orderNo: row.orderNo, customer: row.customerName })}
      />
    </>
  );
}

function orderColumns(
  onOpen: (orderId: number) => void,
  onDeliver: (orderId: number) => void,
): readonly SmallColumn<WaitingOrderRow>[] {
  return [
    {
      id: 'orderNo',
      header: t('warehouse:orders.orderNo'),
      cell: (row) => (
        <Link as="button" onClick={() => onOpen(row.orderId)}>
          {row.orderNo}
        </Link>
      ),
    },
    { id: 'customer', header: t('warehouse:orders.customer'), width: 'wide', cell: (row) => row.customerName },
    {
      id: 'orderDate',
      header: t('warehouse:orders.orderDate'),
      cell: (row) => formatShortDate(row.orderDate, dayOf(new Date())),
    },
    {
      id: 'waiting',
      header: t('warehouse:products.waiting'),
      align: 'end',
      cell: (row) => formatQuantity(row.remainingMilli),
    },
    {
      id: 'deliver',
      header: '',
      cell: (row) => (
        <Button
          size="small"
          aria-label={t('warehouse:orders.row', { orderNo: row.orderNo, customer: row.customerName })}
          onClick={() => onDeliver(row.orderId)}
        >
          {t('warehouse:products.deliver')}
        </Button>
      ),
    },
  ];
}
