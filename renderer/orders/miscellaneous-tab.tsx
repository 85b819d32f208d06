import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { languages } from '../../shared/language.ts';
import type { OrderView } from '../../shared/sales-orders.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { DateField } from '../ui/date-field.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { formatInstant } from '../ui/format.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { t } from '../ui/texts.ts';
import { useFlagHints } from './flag-hints.ts';
import { StatusChoice } from './status-choice.tsx';
import { useTellTyped } from './typed-edit.ts';
import type { EditOrder } from './use-order-edit.ts';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '16px', rowGap: '8px', margin: 0 },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

type Props = { readonly order: OrderView; readonly edit: EditOrder };

/** Miscellaneous: the order's flags and dates, and where it came from. */
export function MiscellaneousTab({ order, edit }: Props) {
  const form = useFormStyles();
  const tell = useTellTyped();
  const hints = useFlagHints(order);
  return (
    <div className={form.form}>
      <StatusChoice order={order} edit={edit} />
      <div className={form.checks}>
        <SavedCheck
          label={t('orders:miscellaneous.picked')}
          value={order.picked}
          isDisabled={!order.work.editPicked}
          hint={hints.picked}
          save={(picked) => edit({ picked })}
        />
        <SavedCheck
          label={t('orders:miscellaneous.readyForInvoicing')}
          value={order.readyForInvoicing}
          isDisabled={!order.work.editContents}
          hint={hints.readyForInvoicing}
          save={(readyForInvoicing) => edit({ readyForInvoicing })}
        />
        <SavedCheck
          label={t('orders:miscellaneous.processComplete')}
          value={order.processComplete}
          isDisabled={!order.work.editDelivery}
          hint={hints.processComplete}
          save={(processComplete) => edit({ processComplete })}
        />
      </div>
      <DateField
        label={t('orders:miscellaneous.deliveryDate')}
        hint={t('orders:miscellaneous.deliveryDateHint')}
        className={form.narrow}
        value={order.deliveryDate}
        isDisabled={!order.work.editDelivery}
        onTyping={(deliveryDate) => tell(deliveryDate === undefined ? null : { deliveryDate })}
        save={(deliveryDate) => edit({ deliveryDate })}
      />
      <Origin order={order} />
    </div>
  );
}

function languageOf({ language }: OrderView): string {
  if (language === null) return t('orders:miscellaneous.languageOfCustomer');
  const worded = languages.find((known) => known === language);
  return worded === undefined ? language : t(`common:language.${worded}`);
}

function whetherFromWebsite({ isWebOrder, websiteName }: OrderView): string {
  if (!isWebOrder) return t('common:word.no');
  return websiteName === null
    ? t('orders:miscellaneous.fromAWebsite')
    : t('orders:miscellaneous.fromWebsite', { website: websiteName });
}

function Origin({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const { parentOrderId, creditedOrderId } = order;
  const address = [order.addressLine1, order.addressLine2, `${order.postcode} ${order.city}`.trim(), order.country]
    .filter((line) => line !== '')
    .join(', ');
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('orders:miscellaneous.webshopOrder'), whetherFromWebsite(order)],
    ...(order.isWebOrder
      ? ([
          [t('orders:miscellaneous.webOrderNo'), order.webOrderNo],
          [t('orders:miscellaneous.orderingEmail'), order.orderingEmail || t('orders:miscellaneous.none')],
          [t('orders:miscellaneous.language'), languageOf(order)],
        ] as const)
      : []),
    [
      t('orders:miscellaneous.customer'),
      <Link key="customer" as="button" onClick={() => open({ page: 'contact', contactId: order.contactId })}>
        {order.customerName}
      </Link>,
    ],
    [t('orders:miscellaneous.address'), address || t('orders:miscellaneous.none')],
    ...(order.invoiceNo === null
      ? []
      : ([
          [
            t('orders:miscellaneous.invoice'),
            t('orders:miscellaneous.invoiceAt', {
              invoiceNo: order.invoiceNo,
              at: formatInstant(order.invoicedAt, new Date()),
            }),
          ],
        ] as const)),
    ...(parentOrderId === null
      ? []
      : ([
          [
            t('orders:miscellaneous.backOrderOf'),
            <Link key="parent" as="button" onClick={() => open({ page: 'order', orderId: parentOrderId })}>
              {t('orders:miscellaneous.showParent')}
            </Link>,
          ],
        ] as const)),
    ...(creditedOrderId === null
      ? []
      : ([
          [
            t('orders:miscellaneous.credits'),
            <Link key="credited" as="button" onClick={() => open({ page: 'order', orderId: creditedOrderId })}>
              {t('orders:miscellaneous.showCredited')}
            </Link>,
          ],
        ] as const)),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
