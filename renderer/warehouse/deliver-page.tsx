import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import type { PreparedDeliveryNote } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { ScanField } from '../ui/scan-field.tsx';
import { t } from '../ui/texts.ts';
import type { PrintHow } from '../ui/use-printing.ts';
import { Waiting } from '../ui/waiting.tsx';
import { DeliverLines, problemOf } from './deliver-lines.tsx';
import { useCountedScan } from './use-counted-scan.ts';
import { usePreparedNote } from './use-paper.ts';
import { useTypedQuantities } from './use-typed-quantities.ts';

const useStyles = makeStyles({
  body: { padding: '8px', display: 'flex', flexDirection: 'column', gap: '12px', overflowY: 'auto' },
  scan: { padding: '0 8px' },
  note: { margin: 0, padding: '0 8px', color: tokens.colorNeutralForeground2 },
});

/** Deliver products: the lines of one order with the column Delivered, and Print and update warehouse. */
export function DeliverPage({ orderId }: { readonly orderId: number }) {
  const { back } = useNavigation();
  const query = useRead(['orders', 'get', orderId], () => api.orders.get.query({ orderId }));
  const order = query.data?.id === orderId ? query.data : undefined;
  if (order) return <Deliver key={order.id} order={order} />;
  return (
    <Page title={t('warehouse:deliver.title')} onBack={back}>
      {query.error ? (
        <FailureState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting label={t('warehouse:deliver.reading')} />
      )}
    </Page>
  );
}

function Deliver({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const { back, open } = useNavigation();
  const lines = order.lines.filter((line) => !line.isRemoved && line.remainingMilli > 0);
  const { quantities, scan } = useScannedDelivery(order, lines);
  const hasProblem = lines.some((line) => problemOf(quantities.texts[line.id] ?? '', line.remainingMilli) !== null);
  const { deliver, confirmNote } = useDeliver(order, lines, quantities);
  const failed = [deliver, confirmNote].find((command) => command.error);
  const isDone = lines.length === 0;
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
          isDisabled={!order.work.deliver || isDone || hasProblem || deliver.isPending}
          onPrint={(how) => deliver.mutate(how)}
        />
      }
      below={failed ? <FailureMessage error={failed.error} onDismiss={failed.reset} /> : null}
    >
      <div className={styles.body}>
        <div className={styles.scan}>
          <ScanField label={t('warehouse:deliver.scan')} placeholder={t('warehouse:deliver.scanWhat')} onScan={scan} />
        </div>
        {isDone ? <p className={styles.note}>{t('warehouse:deliver.allDelivered')}</p> : null}
        <DeliverLines lines={lines} typed={quantities.texts} onType={quantities.type} />
        <p className={styles.note}>
          {quantities.isCounting ? (
            <>
              {t('warehouse:deliver.counting')}{' '}
              <Link as="button" onClick={quantities.fillIn}>
                {t('warehouse:deliver.fillIn')}
              </Link>
            </>
          ) : (
            t('warehouse:deliver.note')
          )}
        </p>
      </div>
    </Page>
  );
}

function useScannedDelivery(order: OrderView, lines: readonly OrderLineView[]) {
  const toScan = lines.map((line) => ({
    id: line.id,
    firstMilli: line.toBeDeliveredMilli,
    isScannable: line.isStockItem,
  }));
  const quantities = useTypedQuantities(toScan);
  const latest = useRef(quantities);
  latest.current = quantities;
  const scan = useCountedScan({
    lines: () =>
      lines.map((line, index) => ({
        lineId: line.id,
        productId: line.productId,
        productNo: line.productNo,
        countedMilli: latest.current.countedMilli(toScan[index] ?? { id: line.id, firstMilli: 0, isScannable: true }),
        mostMilli: line.toBeDeliveredMilli,
      })),
    nameOfLine: (lineId) => lines.find(({ id }) => id === lineId)?.description ?? '',
    count: (lineId, milli) => latest.current.count(lineId, milli),
    isOther: ({ kind, id }) => !(kind === 'order' && id === order.id),
  });
  return { quantities, scan };
}

type Quantities = Pick<ReturnType<typeof useTypedQuantities>, 'milliOf' | 'fillIn'>;

function useDeliver(order: OrderView, lines: readonly OrderLineView[], { milliOf, fillIn }: Quantities) {
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
      lines: lines.map((line) => ({ lineId: line.id, quantityMilli: milliOf(line.id) })),
    });
    // Delivered: what is left begins with what is expected of it
    fillIn();
    confirmNote.mutate({ note, how });
  });
  return { deliver, confirmNote };
}
