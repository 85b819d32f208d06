import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { OrderView, ShipmentView } from '../../shared/sales-orders.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { shell } from '../ui/bridge.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { formatAmount } from '../ui/format.ts';
import { parseAmount } from '../ui/parse.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { NewShipment } from './new-shipment.tsx';
import { useTypedEdit } from './typed-edit.ts';
import { useCarrierNames } from './use-carriers.ts';
import type { EditOrder } from './use-order-edit.ts';

const useStyles = makeStyles({
  shipments: { display: 'flex', flexDirection: 'column', gap: '12px' },
  tracking: { fontSize: tokens.fontSizeBase200, margin: 0, color: tokens.colorNeutralForeground2 },
  small: { fontSize: 'inherit' },
  trailing: { width: '108px', flexShrink: 0, whiteSpace: 'nowrap' },
  none: { color: tokens.colorNeutralForeground2 },
});

type Props = { readonly order: OrderView; readonly edit: EditOrder };

/** Freight: carrier and Shipping no. of every parcel, and what the freight costs. */
export function FreightTab({ order, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  const { open } = useNavigation();
  return (
    <div className={form.form}>
      <SectionTitle>{t('orders:freight.title')}</SectionTitle>
      <div className={styles.shipments}>
        {order.shipments.map((shipment) => (
          <Shipment key={shipment.id} shipment={shipment} order={order} edit={edit} />
        ))}
        {order.shipments.length === 0 && !order.work.editShipments ? (
          <span className={styles.none}>{t('orders:freight.none')}</span>
        ) : null}
        {order.work.editShipments ? (
          <NewShipment
            edit={edit}
            isFirst={order.shipments.length === 0}
            carrierBefore={order.shipments.at(-1)?.carrier ?? ''}
          />
        ) : null}
      </div>
      <p className={styles.tracking}>
        {t('order-window:freight.carriersLead')}{' '}
        <Link as="button" className={styles.small} onClick={() => open({ page: 'company-settings', tab: 'freight' })}>
          {t('order-window:freight.editCarriers')}
        </Link>
      </p>
      <SavedField
        label={t('orders:freight.cost')}
        unit={order.currency}
        isNumber
        className={form.narrow}
        value={formatAmount(order.freightMinor, order.currency)}
        check={(text) => checkAmount(text, order.currency)}
        save={(text) => edit({ freightMinor: parseAmount(text, order.currency) ?? 0 })}
        isDisabled={!order.work.editContents}
      />
    </div>
  );
}

function checkAmount(text: string, currency: string): string | null {
  if (parseAmount(text, currency) !== null) return null;
  return t('orders:freight.notAnAmount', { example: formatAmount(79_50, currency) });
}

type ShipmentProps = Props & { readonly shipment: ShipmentView };

function Shipment({ shipment, order, edit }: ShipmentProps) {
  const form = useFormStyles();
  const styles = useStyles();
  const { id, carrier, shippingNo, trackingUrl } = shipment;
  const typing = useTypedEdit();
  const carriers = useCarrierNames();
  const isDisabled = !order.work.editShipments;
  return (
    <div className={form.row}>
      <SavedField
        label={t('orders:freight.carrier')}
        className={form.share}
        value={carrier}
        isDisabled={isDisabled}
        choices={carriers}
        onTyping={typing((text) => ({ shipments: [{ id, carrier: text, shippingNo }] }))}
        save={(text) => edit({ shipments: [{ id, carrier: text, shippingNo }] })}
      />
      <SavedField
        label={t('orders:freight.shippingNo')}
        className={form.grow}
        value={shippingNo}
        isDisabled={isDisabled}
        onTyping={typing((text) => ({ shipments: [{ id, carrier, shippingNo: text }] }))}
        save={(text) => edit({ shipments: [{ id, carrier, shippingNo: text }] })}
        {...(trackingUrl === null ? { hint: t('order-window:freight.noTracking') } : { hint: trackingUrl })}
        after={
          trackingUrl ? (
            <Link
              as="button"
              aria-label={t('order-window:freight.trackParcel', { shippingNo })}
              onClick={() => void shell.openInBrowser(trackingUrl)}
            >
              {t('orders:freight.track')}
            </Link>
          ) : null
        }
      />
      <div className={mergeClasses(form.besideField, styles.trailing)}>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={t('orders:freight.remove', { shippingNo })}
          disabled={isDisabled}
          onClick={() => void edit({ shipments: [{ id, carrier, shippingNo: '' }] })}
        />
      </div>
    </div>
  );
}
