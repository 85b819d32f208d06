import type { OrderView } from '../../shared/sales-orders.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { t } from '../ui/texts.ts';
import type { EditOrder } from './use-order-edit.ts';

/** Text: what stands on the order's printouts besides the lines. */
export function TextTab({ order, edit }: { readonly order: OrderView; readonly edit: EditOrder }) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <SavedField
        label={t('orders:text.label')}
        hint={t('orders:text.hint')}
        rows={8}
        value={order.text}
        save={(text) => edit({ text })}
        isDisabled={order.status === 'cancelled' || order.status === 'lost-sale' || order.status === 'credit-note'}
      />
    </div>
  );
}
