import { Button, Link } from '@fluentui/react-components';
import { DeleteRegular, DismissRegular } from '@fluentui/react-icons';
import type { PurchaseLineView, PurchaseView } from '../../shared/purchasing.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { EditCell } from '../ui/edit-cell.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { dayOf, formatDate, formatQuantity } from '../ui/format.ts';
import { parseDate, parseQuantity } from '../ui/parse.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import type { EditPurchase } from './purchase-page.tsx';

type Props = {
  readonly purchase: PurchaseView;
  readonly edit: EditPurchase;
  /** What orders wait for changed; of these products. */
  readonly onConcerned: (productIds: readonly number[]) => void;
};

/** The lines of a purchase order, with the dates that customers who wait are told (rule 6). */
export function PurchaseLines({ purchase, edit, onConcerned }: Props) {
  const { open } = useNavigation();
  const cancelLine = useCancelLine(purchase, onConcerned);
  if (purchase.lines.length === 0) {
    return <EmptyState title={t('purchasing:lines.none')} text={t('purchasing:lines.chooseFirst')} />;
  }
  return (
    <>
      {cancelLine.error ? <FailureMessage error={cancelLine.error} onDismiss={cancelLine.reset} /> : null}
      <SmallTable
        label={t('purchasing:lines.title')}
        columns={[
          ...columnsFor(purchase, edit, (orderId) => open({ page: 'order', orderId })),
          ...(purchase.status === 'transferred' ? [cancelColumn(cancelLine.mutate)] : []),
        ]}
        rows={purchase.lines}
        rowKey={(line) => line.id}
        rowLabel={(line) => line.productName}
        isQuiet={(line) => line.orderedMilli === 0}
      />
    </>
  );
}

/** What has not come of one line will not come. */
function useCancelLine(purchase: PurchaseView, onConcerned: Props['onConcerned']) {
  const ask = useQuestion();
  return useCommand(async (line: PurchaseLineView) => {
    const quantity = formatQuantity(line.orderedMilli - line.receivedMilli);
    const isConfirmed = await ask({
      title: t('purchasing:question.cancelLine', { product: line.productName }),
      text: t('purchasing:question.lineNotToCome', { quantity, unit: line.unit }),
      confirm: t('purchasing:question.confirmCancelLine'),
      leave: t('purchasing:question.keepLine'),
    });
    if (!isConfirmed) return;
    await api.purchasing.cancelRest.mutate({
      purchaseOrderId: purchase.id,
      purchaseVersion: purchase.version,
      purchaseLineIds: [line.id],
    });
    onConcerned([line.productId]);
  });
}

function cancelColumn(onCancel: (line: PurchaseLineView) => void): SmallColumn<PurchaseLineView> {
  return {
    id: 'cancel',
    header: '',
    width: '36px',
    cell: (line) =>
      line.receivedMilli < line.orderedMilli ? (
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          title={t('purchasing:lines.doesNotCome')}
          aria-label={t('purchasing:lines.cancelOf', { product: line.productName })}
          onClick={() => onCancel(line)}
        />
      ) : null,
  };
}

function checkDate(text: string, today: string): string | null {
  if (text.trim() === '' || parseDate(text, today) !== null) return null;
  return t('purchasing:lines.notADate', { example: formatDate('2026-12-14') });
}

function columnsFor(
  purchase: PurchaseView,
  edit: EditPurchase,
  openOrder: (orderId: number) => void,
): readonly SmallColumn<PurchaseLineView>[] {
  const isDraft = purchase.status === 'draft';
  const isOpen = isDraft || purchase.status === 'transferred';
  const today = dayOf(new Date());
  return [
    { id: 'productNo', header: t('purchasing:lines.productNo'), cell: (line) => line.productNo },
    { id: 'name', header: t('purchasing:lines.name'), width: 'wide', cell: (line) => line.productName },
    {
      id: 'ordered',
      header: t('purchasing:lines.ordered'),
      align: 'end',
      width: '96px',
      cell: (line) =>
        isDraft ? (
          <EditCell
            label={t('purchasing:lines.orderedOf', { product: line.productName })}
            column="ordered"
            isNumber
            value={formatQuantity(line.orderedMilli)}
            check={(text) => ((parseQuantity(text) ?? 0) > 0 ? null : t('purchasing:lines.notAQuantity'))}
            save={(text) => edit({ lines: [{ purchaseLineId: line.id, orderedMilli: parseQuantity(text) ?? 0 }] })}
          />
        ) : (
          formatQuantity(line.orderedMilli)
        ),
    },
    {
      id: 'received',
      header: t('purchasing:lines.received'),
      align: 'end',
      cell: (line) => formatQuantity(line.receivedMilli),
    },
    {
      id: 'date',
      header: t('purchasing:lines.date'),
      width: '128px',
      cell: (line) =>
        isOpen ? (
          <EditCell
            label={t('purchasing:lines.dateOf', { product: line.productName })}
            column="date"
            value={line.deliveryDate === null ? '' : formatDate(line.deliveryDate)}
            placeholder={purchase.deliveryDate === null ? '' : formatDate(purchase.deliveryDate)}
            check={(text) => checkDate(text, today)}
            save={(text) =>
              edit({
                lines: [{ purchaseLineId: line.id, deliveryDate: text.trim() === '' ? null : parseDate(text, today) }],
              })
            }
          />
        ) : (
          formatDate(line.deliveryDate)
        ),
    },
    {
      id: 'reservedFor',
      header: t('purchasing:lines.reservedFor'),
      cell: (line) =>
        line.reservedFor.map((order) => (
          <div key={order.lineId}>
            <Link as="button" onClick={() => openOrder(order.orderId)}>
              {order.orderNo} {order.customerName}
            </Link>
          </div>
        )),
    },
    ...(isDraft
      ? [
          {
            id: 'remove',
            header: '',
            width: '36px',
            cell: (line: PurchaseLineView) => (
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                aria-label={t('purchasing:lines.takeOff', { product: line.productName })}
                onClick={() => void edit({ lines: [{ purchaseLineId: line.id, remove: true }] })}
              />
            ),
          },
        ]
      : []),
  ];
}
