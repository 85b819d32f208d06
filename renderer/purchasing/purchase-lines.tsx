import { Button, Link } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { PurchaseLineView, PurchaseView } from '../../shared/purchasing.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { EditCell } from '../ui/edit-cell.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { dayOf, formatDate, formatQuantity } from '../ui/format.ts';
import { parseDate, parseQuantity } from '../ui/parse.ts';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import type { EditPurchase } from './purchase-page.tsx';

type Props = { readonly purchase: PurchaseView; readonly edit: EditPurchase };

/** The lines of a purchase order, with the dates that customers who wait are told (rule 6). */
export function PurchaseLines({ purchase, edit }: Props) {
  const { open } = useNavigation();
  if (purchase.lines.length === 0) {
    return <EmptyState title={t('purchasing:lines.none')} text={t('purchasing:lines.chooseFirst')} />;
  }
  return (
    <SmallTable
      label={t('purchasing:lines.title')}
      columns={columnsFor(purchase, edit, (orderId) => open({ page: 'order', orderId }))}
      rows={purchase.lines}
      rowKey={(line) => line.id}
      rowLabel={(line) => line.productName}
    />
  );
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
