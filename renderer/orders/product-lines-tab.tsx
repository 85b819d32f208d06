import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import { ProductChoice } from '../products/product-choice.tsx';
import { EditCell } from '../ui/edit-cell.tsx';
import { dayOf, formatAmount, formatDate, formatMoney, formatQuantity } from '../ui/format.ts';
import { parseDate, parseQuantity } from '../ui/parse.ts';
import { useQuestion } from '../ui/question.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { dateSourceWords } from './order-words.ts';
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
        label="Product lines"
        columns={columns}
        rows={order.lines}
        rowKey={(line) => line.id}
        rowLabel={(line) => line.description}
        isQuiet={(line) => line.isRemoved}
      />
      {order.work.editContents ? (
        <div className={styles.add}>
          <ProductChoice
            label="Add a product"
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
      title: `Take ${line.description} off the order?`,
      text: order.isWebOrder
        ? 'The line stays in the history. The customer is told with the next Get Website Data if rule 5 is on.'
        : 'The line stays in the history.',
      confirm: 'Take the line off',
      leave: 'Keep the line',
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
          aria-label={`Take off ${line.description}`}
          onClick={() => void remove(line)}
        />
      ),
  };
  return [...lineColumns(order, edit), ...(order.work.editContents ? [removal] : [])];
}

function lineColumns(order: OrderView, edit: EditOrder): readonly SmallColumn<OrderLineView>[] {
  const today = dayOf(new Date());
  return [
    { id: 'productNo', header: 'Product no.', cell: (line) => line.productNo },
    { id: 'description', header: 'Description', width: 'wide', cell: (line) => line.description },
    {
      id: 'ordered',
      header: 'Qty.',
      align: 'end',
      width: '64px',
      cell: (line) =>
        order.work.editContents && !line.isRemoved ? (
          <EditCell
            label={`Qty., ${line.description}`}
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
      header: 'To be delivered',
      align: 'end',
      width: '92px',
      cell: (line) =>
        order.work.editDelivery && !line.isRemoved && line.remainingMilli > 0 ? (
          <EditCell
            label={`To be delivered, ${line.description}`}
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
    { id: 'delivered', header: 'Delivered', align: 'end', cell: (line) => formatQuantity(line.deliveredMilli) },
    {
      id: 'stock',
      header: 'In stock',
      align: 'end',
      cell: (line) => (line.isStockItem ? formatQuantity(line.stockMilli) : '–'),
    },
    {
      id: 'date',
      header: 'Delivery date',
      width: '112px',
      cell: (line) =>
        order.work.editDelivery && !line.isRemoved ? (
          <EditCell
            label={`Delivery date, ${line.description}`}
            column="date"
            value={line.deliveryDate === null ? '' : formatDate(line.deliveryDate)}
            placeholder={line.effectiveDate === null ? '' : formatDate(line.effectiveDate)}
            hint={line.deliveryDate === null ? dateSourceWords[line.dateSource] : ''}
            check={(text) => (text.trim() === '' || parseDate(text, today) ? null : 'Type a date such as 14 Dec 2026.')}
            save={(text) =>
              edit({ lines: [{ lineId: line.id, deliveryDate: text.trim() === '' ? null : parseDate(text, today) }] })
            }
          />
        ) : (
          formatDate(line.effectiveDate)
        ),
    },
    { id: 'price', header: 'Price', align: 'end', cell: (line) => formatAmount(line.unitPriceMinor) },
    { id: 'amount', header: 'Amount', align: 'end', cell: (line) => formatAmount(line.amountMinor) },
  ];
}

function checkQuantity(text: string): string | null {
  return parseQuantity(text) === null ? 'Enter a quantity such as 2 or 0.5.' : null;
}

function checkToBeDelivered(text: string, line: OrderLineView): string | null {
  const milli = parseQuantity(text);
  if (milli === null) return checkQuantity(text);
  return milli > line.remainingMilli ? `At most ${formatQuantity(line.remainingMilli)} remain on this line.` : null;
}

function Totals({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const { currency, totals } = order;
  return (
    <div className={styles.totals}>
      {order.freightMinor === 0 ? null : (
        <>
          <span>Freight</span>
          <span>{formatMoney(order.freightMinor, currency)}</span>
        </>
      )}
      <span>Without VAT</span>
      <span>{formatMoney(totals.netMinor, currency)}</span>
      <span>VAT</span>
      <span>{formatMoney(totals.vatMinor, currency)}</span>
      <span className={styles.sum}>Total</span>
      <span className={styles.sum}>{formatMoney(totals.totalMinor, currency)}</span>
    </div>
  );
}
