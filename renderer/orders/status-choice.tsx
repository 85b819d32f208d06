import type { OrderView } from '../../shared/sales-orders.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { t } from '../ui/texts.ts';
import type { EditOrder } from './use-order-edit.ts';

const typedIn = ['quotation', 'order-basis', 'order', 'batch-order'] as const;

/** What an order that is not processed yet is: a quotation becomes an order here. Others have come to their status by work. */
export function StatusChoice({ order, edit }: { readonly order: OrderView; readonly edit: EditOrder }) {
  const form = useFormStyles();
  const status = typedIn.find((each) => each === order.status);
  if (status === undefined) return null;
  return (
    <SavedChoice
      label={t('orders:column.status')}
      className={form.narrow}
      value={status}
      choices={typedIn.map((value) => ({ value, label: t(`orders:status.${value}`) }))}
      save={(next) => edit({ status: next })}
    />
  );
}
