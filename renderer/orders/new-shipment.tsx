import { Button, Field, Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Choices } from '../ui/choices.tsx';
import { errorTextOf } from '../ui/failure.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { t } from '../ui/texts.ts';
import { useTellTyped } from './typed-edit.ts';
import { useCarrierNames } from './use-carriers.ts';
import type { EditOrder } from './use-order-edit.ts';

const useStyles = makeStyles({
  input: { minWidth: 0, '& input': { minWidth: 0 } },
  trailing: { width: '108px', flexShrink: 0, whiteSpace: 'nowrap' },
});

type Props = {
  readonly edit: EditOrder;
  readonly isFirst: boolean;
  /** Of the parcel before: several parcels of an order mostly go the same way. */
  readonly carrierBefore: string;
};

/** The empty pair of fields for one more parcel. It is stored when one leaves them with a number entered. */
export function NewShipment({ edit, isFirst, carrierBefore }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  const carriersId = useId();
  const carriers = useCarrierNames();
  const tellTyped = useTellTyped();
  const [typedCarrier, setTypedCarrier] = useState<string | null>(null);
  const [shippingNo, setShippingNo] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isAdding = useRef(false);
  const carrier = typedCarrier ?? carrierBefore;
  const tell = (next: { readonly carrier: string; readonly shippingNo: string }) =>
    tellTyped(next.shippingNo.trim() === '' ? null : { shipments: [{ id: null, ...next }] });
  const add = async () => {
    if (shippingNo.trim() === '' || isAdding.current) return;
    isAdding.current = true;
    try {
      await edit({ shipments: [{ id: null, carrier, shippingNo }] });
      setShippingNo('');
      setTypedCarrier(null);
      setProblem(null);
      tellTyped(null);
    } catch (error) {
      setProblem(t('common:saved.notSaved', errorTextOf(error)));
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
          list={carriersId}
          value={carrier}
          onChange={(_event, { value }) => {
            setTypedCarrier(value);
            tell({ carrier: value, shippingNo });
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Choices id={carriersId} texts={carriers} />
      <Field
        label={t(isFirst ? 'orders:freight.shippingNo' : 'orders:freight.anotherShippingNo')}
        className={form.grow}
        validationState={problem ? 'error' : 'none'}
        validationMessage={problem}
      >
        <Input
          className={styles.input}
          value={shippingNo}
          onChange={(_event, { value }) => {
            setShippingNo(value);
            tell({ carrier, shippingNo: value });
          }}
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
