import { Field, Input, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChangeProductsInput, ProductChange, ProductRow } from '../../shared/products.ts';
import { ContactChoice } from '../contacts/contact-choice.tsx';
import { api } from '../ui/api.ts';
import { DateField } from '../ui/date-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { vatPermilleOf } from './vat.ts';

const fields = ['expectedDeliveryDate', 'onWeb', 'vatPermille', 'unit', 'supplierId'] as const;
type FieldName = (typeof fields)[number];

type Props = {
  readonly products: readonly ProductRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** The same change for the products that are selected. */
export function ChangeProductsDialog({ products, onClose, onDone }: Props) {
  const [field, setField] = useState<FieldName>('expectedDeliveryDate');
  const [change, setChange] = useState<ProductChange | null>({ expectedDeliveryDate: null });
  const { notify } = useNotices();
  const productIds = products.map(({ id }) => id);
  const command = useCommand((input: ChangeProductsInput) => api.products.change.mutate(input));
  const apply = (wanted: ProductChange) =>
    command.mutate(
      { productIds, change: wanted },
      {
        onSuccess: ({ changed, unchanged }) => {
          onDone();
          const text = t('products:change.changed', { count: changed });
          notify(unchanged === 0 ? text : `${text} ${t('common:change.unchanged', { count: unchanged })}`);
        },
      },
    );
  return (
    <FormDialog
      title={t('products:change.title', { count: products.length })}
      submit={t('products:change.submit', { count: products.length })}
      canSubmit={change !== null && !command.isPending}
      onSubmit={() => change && apply(change)}
      onClose={onClose}
      error={command.error}
    >
      <Field label={t('common:change.field')}>
        <Select
          value={field}
          onChange={(_event, { value }) => {
            const next = fields.find((each) => each === value) ?? 'expectedDeliveryDate';
            setField(next);
            setChange(firstChange(next));
          }}
        >
          {fields.map((each) => (
            <option key={each} value={each}>
              {t(`products:change.field.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <NewValue key={field} field={field} change={change} onChange={setChange} />
      <Consequence field={field} productIds={productIds} />
    </FormDialog>
  );
}

function firstChange(field: FieldName): ProductChange | null {
  if (field === 'expectedDeliveryDate') return { expectedDeliveryDate: null };
  return field === 'onWeb' ? { onWeb: true } : null;
}

type ValueProps = {
  readonly field: FieldName;
  readonly change: ProductChange | null;
  readonly onChange: (change: ProductChange | null) => void;
};

function NewValue({ field, change, onChange }: ValueProps) {
  const [text, setText] = useState('');
  const label = t('common:change.value');
  if (field === 'expectedDeliveryDate') {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Enter takes the date that was typed; the form would be sent with the one before
      <div onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
        <DateField
          label={label}
          hint={t('products:change.dateHint')}
          value={change?.expectedDeliveryDate ?? null}
          save={async (expectedDeliveryDate) => onChange({ expectedDeliveryDate })}
        />
      </div>
    );
  }
  if (field === 'onWeb') {
    return (
      <Field label={label}>
        <Select defaultValue="yes" onChange={(_event, { value }) => onChange({ onWeb: value === 'yes' })}>
          <option value="yes">{t('common:word.yes')}</option>
          <option value="no">{t('common:word.no')}</option>
        </Select>
      </Field>
    );
  }
  if (field === 'supplierId') {
    return (
      <ContactChoice
        label={label}
        kind="suppliers"
        value={text}
        onChoose={(supplier) => {
          setText(supplier.name);
          onChange({ supplierId: supplier.id });
        }}
      />
    );
  }
  const isWrongVat = field === 'vatPermille' && text !== '' && vatPermilleOf(text) === null;
  return (
    <Field label={label} validationMessage={isWrongVat ? t('products:field.wrongVat') : null}>
      <Input
        value={text}
        contentAfter={field === 'vatPermille' ? '%' : null}
        onChange={(_event, { value }) => {
          setText(value);
          onChange(field === 'unit' ? unitChange(value) : vatChange(value));
        }}
      />
    </Field>
  );
}

function unitChange(text: string): ProductChange | null {
  return text.trim() === '' ? null : { unit: text.trim() };
}

function vatChange(text: string): ProductChange | null {
  const vatPermille = vatPermilleOf(text);
  return vatPermille === null ? null : { vatPermille };
}

/** Whom the next Get Website Data can tell of the change. */
function Consequence({ field, productIds }: { readonly field: FieldName; readonly productIds: readonly number[] }) {
  const isDate = field === 'expectedDeliveryDate';
  const reach = useRead(
    ['products', 'dateChangeReach', productIds],
    () => api.products.dateChangeReach.query({ productIds: [...productIds] }),
    { enabled: isDate },
  );
  if (isDate && reach.data === undefined) return null;
  const customers = isDate ? (reach.data?.customers ?? 0) : 0;
  const text =
    customers > 0
      ? t('products:change.told', { count: customers })
      : t(isDate ? 'products:change.nobodyWaits' : `products:change.effect.${field}`);
  return (
    <MessageBar intent={customers > 0 ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
