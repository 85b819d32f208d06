import { Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import type { PreparedDeliveryNote } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { formatQuantity } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { parseQuantity } from '../ui/parse.ts';
import { PrintButton } from '../ui/print-button.tsx';
import { QuantityCell } from '../ui/quantity-cell.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import type { PrintHow } from '../ui/use-printing.ts';
import { usePreparedNote } from './use-paper.ts';

const useStyles = makeStyles({
  body: { padding: '8px', display: 'flex', flexDirection: 'column', gap: '12px', overflowY: 'auto' },
  note: { margin: 0, padding: '0 8px', color: tokens.colorNeutralForeground2 },
});

/** Deliver products: the lines of one order with the column Delivered, and Print and update warehouse. */
export function DeliverPage({ orderId }: { readonly orderId: number }) {
  const { back } = useNavigation();
  const query = useRead(['orders', 'get', orderId], () => api.orders.get.query({ orderId }));
  const order = query.data?.id === orderId ? query.data : undefined;
  if (order) return <Deliver key={order.version} order={order} />;
  return (
    <Page title={t('warehouse:deliver.title')} onBack={back}>
      {query.error ? (
        <FailureState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Spinner label={t('warehouse:deliver.reading')} />
      )}
    </Page>
  );
}

/** What stands in Delivered at first: what is to be delivered. */
function firstQuantities(lines: readonly OrderLineView[]): Readonly<Record<number, string>> {
  return Object.fromEntries(lines.map((line) => [line.id, formatQuantity(line.toBeDeliveredMilli)]));
}

function Deliver({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const { back, open } = useNavigation();
  const lines = order.lines.filter((line) => !line.isRemoved && line.remainingMilli > 0);
  const [typed, setTyped] = useState(() => firstQuantities(lines));
  const problems = lines.map((line) => problemOf(typed[line.id] ?? '', line.remainingMilli));
  const { deliver, confirmNote } = useDeliver(order, lines, typed);
  const failed = [deliver, confirmNote].find((command) => command.error);
  return (
    <Page
      title={t('warehouse:deliver.titleOf', { orderNo: order.orderNo })}
      onBack={back}
      subtitle={
        <Link as="button" onClick={() => open({ page: 'order', orderId: order.id })}>
          {order.customerName}
        </Link>
      }
      actions={
        <PrintButton
          label={t('warehouse:deliver.print')}
          appearance="primary"
          isDisabled={
            !order.work.deliver ||
            lines.length === 0 ||
            problems.some((problem) => problem !== null) ||
            deliver.isPending
          }
          onPrint={(how) => deliver.mutate(how)}
        />
      }
      below={failed ? <FailureMessage error={failed.error} onDismiss={failed.reset} /> : null}
    >
      <div className={styles.body}>
        {lines.length === 0 ? <p className={styles.note}>{t('warehouse:deliver.allDelivered')}</p> : null}
        <SmallTable
          label={t('warehouse:deliver.title')}
          columns={columnsFor(typed, (lineId, text) => setTyped((before) => ({ ...before, [lineId]: text })))}
          rows={lines}
          rowKey={(line) => line.id}
          rowLabel={(line) => line.description}
        />
        <p className={styles.note}>{t('warehouse:deliver.note')}</p>
      </div>
    </Page>
  );
}

function useDeliver(order: OrderView, lines: readonly OrderLineView[], typed: Readonly<Record<number, string>>) {
  const printNote = usePreparedNote();
  const { open } = useNavigation();
  const confirmNote = useCommand(async ({ note, how }: { note: PreparedDeliveryNote; how: PrintHow }) => {
    await printNote(order.id, note, how);
    open({ page: 'orders-not-delivered' });
  });
  const deliver = useCommand(async (how: PrintHow) => {
    const note = await api.warehouse.deliverProducts.mutate({
      orderId: order.id,
      orderVersion: order.version,
      lines: lines.map((line) => ({ lineId: line.id, quantityMilli: parseQuantity(typed[line.id] ?? '') ?? 0 })),
    });
    confirmNote.mutate({ note, how });
  });
  return { deliver, confirmNote };
}

function problemOf(text: string, remainingMilli: number): string | null {
  const milli = parseQuantity(text);
  if (milli === null) return t('common:wrong.quantity', { example: formatQuantity(500) });
  return milli > remainingMilli ? t('warehouse:deliver.tooMany', { quantity: formatQuantity(remainingMilli) }) : null;
}

function columnsFor(
  typed: Readonly<Record<number, string>>,
  onType: (lineId: number, text: string) => void,
): readonly SmallColumn<OrderLineView>[] {
  return [
    { id: 'productNo', header: t('warehouse:deliver.productNo'), cell: (line) => line.productNo },
    { id: 'description', header: t('warehouse:deliver.description'), width: 'wide', cell: (line) => line.description },
    {
      id: 'ordered',
      header: t('warehouse:deliver.ordered'),
      align: 'end',
      cell: (line) => formatQuantity(line.orderedMilli),
    },
    {
      id: 'before',
      header: t('warehouse:deliver.before'),
      align: 'end',
      cell: (line) => formatQuantity(line.deliveredMilli),
    },
    {
      id: 'stock',
      header: t('warehouse:deliver.inStock'),
      align: 'end',
      cell: (line) => (line.isStockItem ? formatQuantity(line.stockMilli) : '–'),
    },
    {
      id: 'delivered',
      header: t('warehouse:deliver.delivered'),
      width: '112px',
      align: 'end',
      cell: (line) => (
        <QuantityCell
          label={t('warehouse:deliver.deliveredOf', { product: line.description })}
          column="delivered"
          text={typed[line.id] ?? ''}
          problem={problemOf(typed[line.id] ?? '', line.remainingMilli)}
          onChange={(text) => onType(line.id, text)}
        />
      ),
    },
  ];
}
