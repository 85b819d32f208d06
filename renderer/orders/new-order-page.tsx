import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ContactChoice } from '../contacts/contact-choice.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { Page } from '../ui/page.tsx';
import { useCommand } from '../ui/queries.ts';
import type { FoundRow } from '../ui/search-choice.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px' } });

/** New - Sales order: an order typed in by staff. Such orders never mail. */
export function NewOrderPage() {
  const form = useFormStyles();
  const styles = useStyles();
  const { open, back } = useNavigation();
  const [customer, setCustomer] = useState<FoundRow | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const create = useCommand((contactId: number) => api.orders.create.mutate({ contactId }));
  const onCreate = () => {
    setIsMissing(customer === null);
    if (customer) create.mutate(customer.id, { onSuccess: ({ orderId }) => open({ page: 'order', orderId }) });
  };
  return (
    <Page title={t('orders:new.title')} onBack={back}>
      <div className={form.form}>
        {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
        <ContactChoice
          label={t('orders:new.customer')}
          kind="customers"
          value={customer?.name ?? ''}
          hint={t('orders:new.customerHint')}
          problem={isMissing ? t('orders:new.customerMissing') : null}
          onChoose={setCustomer}
        />
        <div className={styles.actions}>
          <Button appearance="primary" disabled={create.isPending} onClick={onCreate}>
            {t('orders:new.create')}
          </Button>
          <Button onClick={back}>{t('common:button.cancel')}</Button>
        </div>
      </div>
    </Page>
  );
}
