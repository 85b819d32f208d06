import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import { ProductChoice } from '../products/product-choice.tsx';
import { EditCell } from '../ui/edit-cell.tsx';
import { dayOf, formatAmount, formatDate, formatMoney, formatQuantity } from '../ui/format.ts';
import { parseDate, parseQuantity } from '../ui/parse.ts';
import { useQuestion } from '../ui/question.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
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
  add: { maxWidth: '420px', padding: '0 8px' },
});

type Props = { readonly order: OrderView; readonly edit: EditOrder };

/** Product lines: what was ordered, what the next delivery covers, and when the rest is expected. */
export function ProductLinesTab({ order, edit }: Props) {
  const styles = useStyles();
  const columns = useLineColumns(order, edit);
  return (
    <div className={styles.whole}>
      <SmallTable
        label={t('orders:lines.title')}
        columns={columns}
        rows={order.lines}
        rowKey={(line) => line.id}
        rowLabel={(line) => line.description}
        isQuiet={(line) => line.isRemoved}
      />
      {order.work.editContents ? (
        <div className={styles.add}>
          <ProductChoice
            label={t('orders:lines.add')}
            onChoose={(product) =>
              void edit({ newLines: [{ productId: product.id, orderedMilli: 1000, deliveryDate: null }] })
            }
          />
        </div>
      ) : null}
      <Totals order={order} />
    </div>
  );
}

function useLineColumns(order: OrderView, edit: EditOrder): readonly SmallColumn<OrderLineView>[] {
  const ask = useQuestion();
  const remove = async (line: OrderLineView) => {
    const isConfirmed = await ask({
      title: t('orders:question.takeOff', { product: line.description }),
      text: sentences(t('orders:question.lineStays'), order.isWebOrder && t('orders:question.customerToldByRule5')),
      confirm: t('orders:question.confirmTakeOff'),
      leave: t('orders:question.keepLine'),
    });
    if (isConfirmed) await edit({ lines: [{ lineId: line.id, remove: true }] });
  };
  const removal: SmallColumn<OrderLineView> = {
    id: 'remove',
    header: '',
    width: '36px',
    cell: (line) =>
      line.isRemoved || line.deliveredMilli > 0 ? null : (
        <Button
          appearance="subtle"
          size="small"
          icon={<DeleteRegular />}
          aria-label={t('orders:lines.takeOff', { product: line.description })}
          onClick={() => void remove(line)}
        />
      ),
  };
  return [...lineColumns(order, edit), ...(order.work.editContents ? [removal] : [])];
}

function lineColumns(order: OrderView, edit: EditOrder): readonly SmallColumn<OrderLineView>[] {
  const today = dayOf(new Date());
  return [
    { id: 'productNo', header: t('orders:lines.productNo'), cell: (line) => line.productNo },
    { id: 'description', header: t('orders:lines.description'), width: 'wide', cell: (line) => line.description },
    {
      id: 'ordered',
      header: t('orders:lines.ordered'),
      align: 'end',
      width: '64px',
      cell: (line) =>
        order.work.editContents && !line.isRemoved ? (
          <EditCell
            label={t('orders:lines.orderedOf', { product: line.description })}
            column="ordered"
            isNumber
            value={formatQuantity(line.orderedMilli)}
            check={checkQuantity}
            save={(text) => edit({ lines: [{ lineId: line.id, orderedMilli: parseQuantity(text) ?? 0 }] })}
          />
        ) : (
          formatQuantity(line.orderedMilli)
        ),
    },
    {
      id: 'toBeDelivered',
      header: t('orders:lines.toBeDelivered'),
      align: 'end',
      width: '92px',
      cell: (line) =>
        order.work.editDelivery && !line.isRemoved && line.remainingMilli > 0 ? (
          <EditCell
            label={t('orders:lines.toBeDeliveredOf', { product: line.description })}
            column="to-be-delivered"
            isNumber
            value={formatQuantity(line.toBeDeliveredMilli)}
            check={(text) => checkToBeDelivered(text, line)}
            save={(text) => edit({ lines: [{ lineId: line.id, toBeDeliveredMilli: parseQuantity(text) ?? 0 }] })}
          />
        ) : (
          formatQuantity(line.toBeDeliveredMilli)
        ),
    },
    {
      id: 'delivered',
      header: t('orders:lines.delivered'),
      align: 'end',
      cell: (line) => formatQuantity(line.deliveredMilli),
    },
    {
      id: 'stock',
      header: t('orders:lines.inStock'),
      align: 'end',
      cell: (line) => (line.isStockItem ? formatQuantity(line.stockMilli) : '–'),
    },
    {
      id: 'date',
      header: t('orders:lines.date'),
      width: '112px',
      cell: (line) =>
        order.work.editDelivery && !line.isRemoved ? (
          <EditCell
            label={t('orders:lines.dateOf', { product: line.description })}
            column="date"
            value={line.deliveryDate === null ? '' : formatDate(line.deliveryDate)}
            placeholder={line.effectiveDate === null ? '' : formatDate(line.effectiveDate)}
            hint={line.deliveryDate === null ? sourceOfDate(line) : ''}
            check={(text) => checkDate(text, today)}
            save={(text) =>
              edit({ lines: [{ lineId: line.id, deliveryDate: text.trim() === '' ? null : parseDate(text, today) }] })
            }
          />
        ) : (
          formatDate(line.effectiveDate)
        ),
    },
    { id: 'price', header: t('orders:lines.price'), align: 'end', cell: (line) => formatAmount(line.unitPriceMinor) },
    { id: 'amount', header: t('orders:lines.amount'), align: 'end', cell: (line) => formatAmount(line.amountMinor) },
  ];
}

function checkQuantity(text: string): string | null {
  return parseQuantity(text) === null ? t('common:wrong.quantity', { example: formatQuantity(500) }) : null;
}

function checkDate(text: string, today: string): string | null {
  if (text.trim() === '' || parseDate(text, today) !== null) return null;
  return t('orders:lines.notADate', { example: formatDate('2026-12-14') });
}

function sourceOfDate({ dateSource }: OrderLineView): string {
  return dateSource === 'none' ? '' : t(`orders:dateSource.${dateSource}`);
}

function checkToBeDelivered(text: string, line: OrderLineView): string | null {
  const milli = parseQuantity(text);
  if (milli === null) return checkQuantity(text);
  return milli > line.remainingMilli
    ? t('orders:lines.tooMany', { quantity: formatQuantity(line.remainingMilli) })
    : null;
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
