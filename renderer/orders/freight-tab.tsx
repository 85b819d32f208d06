import { Button, Field, Input, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { OrderView, ShipmentView } from '../../shared/sales-orders.ts';
import { shell } from '../ui/bridge.ts';
import { errorTextOf } from '../ui/failure.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { formatAmount } from '../ui/format.ts';
import { parseAmount } from '../ui/parse.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { EditOrder } from './use-order-edit.ts';

const useStyles = makeStyles({
  shipments: { display: 'flex', flexDirection: 'column', gap: '12px' },
  input: { minWidth: 0 },
  trailing: { width: '108px', flexShrink: 0, whiteSpace: 'nowrap' },
  none: { color: tokens.colorNeutralForeground2 },
});

type Props = { readonly order: OrderView; readonly edit: EditOrder };

/** Freight: carrier and Shipping no. of every parcel, and what the freight costs. */
export function FreightTab({ order, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
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
        {order.work.editShipments ? <NewShipment edit={edit} isFirst={order.shipments.length === 0} /> : null}
      </div>
      <SavedField
        label={t('orders:freight.cost')}
        unit={order.currency}
        isNumber
        className={form.narrow}
        value={formatAmount(order.freightMinor)}
        check={checkAmount}
        save={(text) => edit({ freightMinor: parseAmount(text) ?? 0 })}
        isDisabled={!order.work.editContents}
      />
    </div>
  );
}

function checkAmount(text: string): string | null {
  return parseAmount(text) === null ? t('orders:freight.notAnAmount', { example: formatAmount(79_50) }) : null;
}

type ShipmentProps = Props & { readonly shipment: ShipmentView };

function Shipment({ shipment, order, edit }: ShipmentProps) {
  const form = useFormStyles();
  const styles = useStyles();
  const { id, carrier, shippingNo, trackingUrl } = shipment;
  const isDisabled = !order.work.editShipments;
  return (
    <div className={form.row}>
      <SavedField
        label={t('orders:freight.carrier')}
        className={form.share}
        value={carrier}
        isDisabled={isDisabled}
        save={(text) => edit({ shipments: [{ id, carrier: text, shippingNo }] })}
      />
      <SavedField
        label={t('orders:freight.shippingNo')}
        className={form.grow}
        value={shippingNo}
        isDisabled={isDisabled}
        save={(text) => edit({ shipments: [{ id, carrier, shippingNo: text }] })}
        after={
          trackingUrl ? (
            <Link as="button" onClick={() => void shell.openInBrowser(trackingUrl)}>
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

/** The empty pair of fields for one more parcel. It is stored when one leaves them with a number entered. */
function NewShipment({ edit, isFirst }: { readonly edit: EditOrder; readonly isFirst: boolean }) {
  const form = useFormStyles();
  const styles = useStyles();
  const [carrier, setCarrier] = useState('');
  const [shippingNo, setShippingNo] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isAdding = useRef(false);
  const add = async () => {
    if (shippingNo.trim() === '' || isAdding.current) return;
    isAdding.current = true;
    try {
      await edit({ shipments: [{ id: null, carrier, shippingNo }] });
      setShippingNo('');
      setProblem(null);
    } catch (error) {
      const words = errorTextOf(error);
      setProblem(t('common:saved.notSaved', { what: words.what, next: words.next }));
    } finally {
      isAdding.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void add();
  };
  return (
    <div className={form.row}>
      <Field label={t(isFirst ? 'orders:freight.carrier' : 'orders:freight.anotherCarrier')} className={form.share}>
        <Input
          className={styles.input}
          value={carrier}
          onChange={(_event, { value }) => setCarrier(value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Field
        label={t(isFirst ? 'orders:freight.shippingNo' : 'orders:freight.anotherShippingNo')}
        className={form.grow}
        validationState={problem ? 'error' : 'none'}
        validationMessage={problem}
      >
        <Input
          className={styles.input}
          value={shippingNo}
          onChange={(_event, { value }) => setShippingNo(value)}
          onBlur={() => void add()}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div className={mergeClasses(form.besideField, styles.trailing)}>
        <Button icon={<AddRegular />} disabled={shippingNo.trim() === ''} onClick={() => void add()}>
          {t('orders:freight.add')}
        </Button>
      </div>
    </div>
  );
}
