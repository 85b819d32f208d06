import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { languageNames } from '../../shared/language.ts';
import type { OrderView } from '../../shared/sales-orders.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { DateField } from '../ui/date-field.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { formatInstant } from '../ui/format.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import type { EditOrder } from './use-order-edit.ts';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '16px', rowGap: '8px', margin: 0 },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

const languageWords: Readonly<Record<string, string>> = languageNames;

type Props = { readonly order: OrderView; readonly edit: EditOrder };

/** Miscellaneous: the order's flags and dates, and where it came from. */
export function MiscellaneousTab({ order, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <div className={form.checks}>
        <SavedCheck
          label="Picked"
          value={order.picked}
          isDisabled={!order.work.editPicked}
          save={(picked) => edit({ picked })}
        />
        <SavedCheck
          label="Ready for invoicing"
          value={order.readyForInvoicing}
          isDisabled={!order.work.editContents}
          save={(readyForInvoicing) => edit({ readyForInvoicing })}
        />
        <SavedCheck
          label="Process complete"
          value={order.processComplete}
          isDisabled={!order.work.editDelivery}
          save={(processComplete) => edit({ processComplete })}
        />
      </div>
      <DateField
        label="Delivery date of the order"
        hint="Holds for lines without a date of their own or of their product."
        className={form.narrow}
        value={order.deliveryDate}
        isDisabled={!order.work.editDelivery}
        save={(deliveryDate) => edit({ deliveryDate })}
      />
      <Origin order={order} />
    </div>
  );
}

function Origin({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const { parentOrderId, creditedOrderId } = order;
  const address = [order.addressLine1, order.addressLine2, `${order.postcode} ${order.city}`.trim(), order.country]
    .filter((line) => line !== '')
    .join(', ');
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ['Webshop order', order.isWebOrder ? `Yes, from ${order.websiteName ?? 'a website'}` : 'No'],
    ...(order.isWebOrder
      ? ([
          ['Web order no.', order.webOrderNo],
          ['Ordering e-mail', order.orderingEmail || 'none'],
          ['Language', languageWords[order.language ?? ''] ?? order.language ?? 'that of the customer'],
        ] as const)
      : []),
    [
      'Customer',
      <Link key="customer" as="button" onClick={() => open({ page: 'contact', contactId: order.contactId })}>
        {order.customerName}
      </Link>,
    ],
    ['Address', address || 'none'],
    ...(order.invoiceNo === null
      ? []
      : ([['Invoice', `${order.invoiceNo}, ${formatInstant(order.invoicedAt, new Date())}`]] as const)),
    ...(parentOrderId === null
      ? []
      : ([
          [
            'Back order of',
            <Link key="parent" as="button" onClick={() => open({ page: 'order', orderId: parentOrderId })}>
              Show the order it stems from
            </Link>,
          ],
        ] as const)),
    ...(creditedOrderId === null
      ? []
      : ([
          [
            'Credits',
            <Link key="credited" as="button" onClick={() => open({ page: 'order', orderId: creditedOrderId })}>
              Show the credited order
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
