import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { NotDeliveredRow, ScannedThing } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { OrderListProgress } from '../orders/order-list-progress.tsx';
import { OrderListResult } from '../orders/order-list-result.tsx';
import { statusTones } from '../orders/order-words.ts';
import { type OrderListWork, useOrderListWork } from '../orders/use-order-list-work.ts';
import { api } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { focusList } from '../ui/focus-list.ts';
import { dayOf, formatQuantity, formatShortDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { type ScanCue, ScanField } from '../ui/scan-field.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { type SelectionAction, useListSelection } from '../ui/use-list-selection.ts';
import { nameOf, placeOf, severalCue, unknownCue } from './scan-cues.ts';
import { WaitingProducts } from './waiting-products.tsx';
import { WarehouseTabs } from './warehouse-tabs.tsx';

const columns: readonly ListColumn<NotDeliveredRow>[] = [
  { id: 'orderNo', header: t('warehouse:orders.orderNo'), width: '56px', cell: (row) => row.orderNo },
  { id: 'webOrderNo', header: t('warehouse:orders.webOrderNo'), width: '112px', cell: (row) => row.webOrderNo },
  {
    id: 'customer',
    header: t('warehouse:orders.customer'),
    width: 'minmax(140px, 2fr)',
    cell: (row) => row.customerName,
  },
  {
    id: 'status',
    header: t('warehouse:orders.status'),
    width: 'minmax(150px, 1fr)',
    cell: (row) => <StatusWord word={t(`orders:status.${row.status}`)} tone={statusTones[row.status]} />,
  },
  {
    id: 'toBeDelivered',
    header: t('warehouse:orders.toBeDelivered'),
    width: '96px',
    align: 'end',
    cell: (row) =>
      t('warehouse:orders.partOf', {
        part: formatQuantity(row.toBeDeliveredMilli),
        whole: formatQuantity(row.remainingMilli),
      }),
  },
  {
    id: 'stock',
    header: t('warehouse:orders.stock'),
    width: '124px',
    cell: (row) =>
      row.isInStock ? (
        <StatusWord word={t('warehouse:orders.inStock')} tone="done" />
      ) : (
        <StatusWord word={t('warehouse:orders.notAllInStock')} tone="waiting" />
      ),
  },
  {
    id: 'expected',
    header: t('warehouse:orders.expected'),
    width: '92px',
    cell: (row) => formatShortDate(row.expectedDate, dayOf(new Date())),
  },
  {
    id: 'picked',
    header: t('warehouse:orders.picked'),
    width: '48px',
    cell: (row) => (row.picked ? t('common:word.yes') : ''),
  },
  {
    id: 'orderDate',
    header: t('warehouse:orders.orderDate'),
    width: '92px',
    cell: (row) => formatShortDate(row.orderDate, dayOf(new Date())),
  },
];

type By = 'order' | 'product';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px 16px', flexWrap: 'wrap' },
  // It takes what is left of the row, so that the words beside it do not move it.
  scan: { flexGrow: 1, flexBasis: '280px', minWidth: 0 },
});

/** View - Warehouse - Warehouse, list Orders, not delivered: by order or by product, and where a scanned paper leads. */
export function OrdersNotDeliveredPage() {
  const styles = useStyles();
  const [typed, setTyped] = useRemembered('not delivered search', '');
  const [by, setBy] = useRemembered<By>('not delivered by', 'order');
  const [onlyInStock, setOnlyInStock] = useRemembered('not delivered in stock', false);
  const [productId, setProductId] = useRemembered<number | null>('not delivered product', null);
  const search = useSearchText(typed);
  const work = useOrderListWork('not delivered');
  const scan = useListScan((product) => {
    setBy('product');
    setOnlyInStock(false);
    setTyped(product.productNo);
    setProductId(product.productId);
  });
  return (
    <Page
      title={t('warehouse:title')}
      actions={
        <SearchField
          label={t(by === 'order' ? 'warehouse:orders.search' : 'warehouse:products.search')}
          placeholder={t(by === 'order' ? 'warehouse:orders.searchIn' : 'warehouse:products.searchIn')}
          value={typed}
          onChange={setTyped}
        />
      }
      below={
        <>
          <WarehouseTabs chosen="orders-not-delivered" />
          <div className={styles.row}>
            <Chips
              label={t('common:list.show')}
              chips={(['order', 'product'] as const).map((id) => ({ id, label: t(`warehouse:by.${id}`) }))}
              chosen={by}
              onChoose={setBy}
            />
            <Checkbox
              label={t('warehouse:by.onlyInStock')}
              checked={onlyInStock}
              onChange={(_event, { checked }) => setOnlyInStock(checked === true)}
            />
            <div className={styles.scan}>
              <ScanField label={t('warehouse:scan.label')} placeholder={t('warehouse:scan.what')} onScan={scan} />
            </div>
          </div>
          {by === 'order' ? <PaperOutcome work={work} /> : null}
        </>
      }
    >
      {by === 'order' ? (
        <WaitingOrderList search={search} onlyInStock={onlyInStock} work={work} />
      ) : (
        <WaitingProducts search={search} onlyInStock={onlyInStock} productId={productId} onChoose={setProductId} />
      )}
    </Page>
  );
}

/** A scanned order opens its Deliver page, a product shows who waits for it, a purchase order opens. */
function useListScan(onProduct: (product: Extract<ScannedThing, { kind: 'product' }>) => void) {
  const { open } = useNavigation();
  const follow = (thing: ScannedThing) => (thing.kind === 'product' ? onProduct(thing) : open(placeOf(thing)));
  return async (text: string): Promise<ScanCue | null> => {
    const found = await api.warehouse.findByScan.query({ text });
    if (found.kind === 'unknown') return unknownCue(text);
    if (found.kind === 'several') return severalCue(text, found.found, follow);
    if (found.kind === 'order' && !found.isOpen) {
      const choices = [{ label: t('warehouse:scan.openOther'), onChoose: () => open(placeOf(found)) }];
      return { tone: 'wrong', text: t('warehouse:scan.nothingLeft', { what: nameOf(found) }), choices };
    }
    follow(found);
    return null;
  };
}

/** The papers of a selection, as the list of sales orders prints them. */
function paperActions(work: OrderListWork): readonly SelectionAction<NotDeliveredRow>[] {
  const isPossible = () => work.progress === null;
  return [
    {
      id: 'pickingLists',
      label: t('order-list:action.pickingLists'),
      isPossible,
      run: (rows) => work.printPickingLists(rows, 'lists'),
    },
    {
      id: 'combinedList',
      label: t('order-list:action.combinedList'),
      isPossible,
      run: (rows) => work.printPickingLists(rows, 'combined'),
    },
    {
      id: 'deliveryNotes',
      label: t('order-list:action.deliveryNotes'),
      isPossible,
      run: (rows) => work.printDeliveryNotes(rows, 'printer'),
    },
    {
      id: 'deliveryNotesAsPdf',
      label: t('order-list:action.deliveryNotesAsPdf'),
      isUnderMore: true,
      isPossible,
      run: (rows) => work.printDeliveryNotes(rows, 'pdf'),
    },
  ];
}

/** How far printing a selection is, and what came of it. */
function PaperOutcome({ work }: { readonly work: OrderListWork }) {
  const dismiss = () => {
    work.dismiss();
    focusList(document.querySelector('main'));
  };
  return (
    <>
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
  );
}

type ListProps = { readonly search: string; readonly onlyInStock: boolean; readonly work: OrderListWork };

function WaitingOrderList({ search, onlyInStock, work }: ListProps) {
  const selection = useListSelection('not delivered');
  const { open } = useNavigation();
  const orders = usePages(['warehouse', 'ordersNotDelivered', search, onlyInStock], (cursor: number | null) =>
    api.warehouse.ordersNotDelivered.query({ search, onlyInStock, cursor }),
  );
  const nothingLeft = { title: t('warehouse:orders.none'), text: t('warehouse:orders.appearHere') };
  const nothingInStock = { title: t('warehouse:by.noneInStock'), text: t('warehouse:by.showAll') };
  return (
    <ListTable
      label={t('warehouse:list.orders-not-delivered')}
      columns={columns}
      selection={selection}
      actions={paperActions(work)}
      rowKey={(row) => row.id}
      rowLabel={(row) => t('warehouse:orders.row', { orderNo: row.orderNo, customer: row.customerName })}
      onOpen={(row) => open({ page: 'deliver', orderId: row.id })}
      onRetry={orders.retry}
      empty={
        search === ''
          ? onlyInStock
            ? nothingInStock
            : nothingLeft
          : { title: t('common:list.nothingFoundFor', { search }), text: t('warehouse:orders.foundBy') }
      }
      {...orders}
    />
  );
}
