import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import { ReservationDialog } from '../purchasing/reservation-dialog.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatMoney } from '../ui/format.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { AddLine } from './add-line.tsx';
import { useLineColumns } from './line-columns.tsx';
import { LineMenu } from './line-menu.tsx';
import { sentences } from './order-questions.ts';
import type { EditOrder } from './use-order-edit.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 8px 16px 8px' },
  totals: {
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    columnGap: '24px',
    rowGap: '4px',
    alignSelf: 'flex-end',
    padding: '0 8px',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
  },
  sum: { fontWeight: tokens.fontWeightSemibold },
});

type Props = { readonly order: OrderView; readonly edit: EditOrder };

/** Product lines: what was ordered, what the next delivery covers, and when the rest is expected. */
export function ProductLinesTab({ order, edit }: Props) {
  const styles = useStyles();
  const whole = useRef<HTMLDivElement>(null);
  const [reserving, setReserving] = useState<OrderLineView | null>(null);
  const takeOff = useTakeOff(order, edit);
  const columns = useLineColumns(order, edit);
  const menu: SmallColumn<OrderLineView> = {
    id: 'menu',
    header: '',
    width: '36px',
    cell: (line) => (
      <LineMenu order={order} line={line} onReserve={() => setReserving(line)} onTakeOff={() => takeOff.mutate(line)} />
    ),
  };
  const focusNewLine = () => {
    const quantities = whole.current?.querySelectorAll<HTMLInputElement>('input[data-edit-column="ordered"]') ?? [];
    [...quantities].at(-1)?.focus();
  };
  return (
    <div ref={whole} className={styles.whole}>
      {takeOff.error ? <FailureMessage error={takeOff.error} onDismiss={takeOff.reset} /> : null}
      <SmallTable
        label={t('orders:lines.title')}
        columns={[...columns, menu]}
        rows={order.lines}
        rowKey={(line) => line.id}
        rowLabel={(line) => line.description}
        isQuiet={(line) => line.isRemoved}
        isTopAligned
      />
      {order.work.editContents ? <AddLine edit={edit} onAdded={focusNewLine} /> : null}
      <Totals order={order} />
      {reserving === null ? null : (
        <ReservationDialog orderId={order.id} line={reserving} onClose={() => setReserving(null)} />
      )}
    </div>
  );
}

function useTakeOff(order: OrderView, edit: EditOrder) {
  const ask = useQuestion();
  return useCommand(async (line: OrderLineView) => {
    const isConfirmed = await ask({
      title: t('orders:question.takeOff', { product: line.description }),
      text: sentences(t('orders:question.lineStays'), order.isWebOrder && t('orders:question.customerToldByRule5')),
      confirm: t('orders:question.confirmTakeOff'),
      leave: t('orders:question.keepLine'),
    });
    if (isConfirmed) await edit({ lines: [{ lineId: line.id, remove: true }] });
  });
}

function Totals({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const { currency, totals } = order;
  return (
    <div className={styles.totals}>
      {order.freightMinor === 0 ? null : (
        <>
          <span>{t('orders:lines.freight')}</span>
          <span>{formatMoney(order.freightMinor, currency)}</span>
        </>
      )}
      <span>{t('orders:lines.net')}</span>
      <span>{formatMoney(totals.netMinor, currency)}</span>
      <span>{t('orders:lines.vat')}</span>
      <span>{formatMoney(totals.vatMinor, currency)}</span>
      <span className={styles.sum}>{t('orders:lines.total')}</span>
      <span className={styles.sum}>{formatMoney(totals.totalMinor, currency)}</span>
    </div>
  );
}
