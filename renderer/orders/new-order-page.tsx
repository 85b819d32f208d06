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
    <Page title="New sales order" onBack={back}>
      <div className={form.form}>
        {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
        <ContactChoice
          label="Customer"
          kind="customers"
          value={customer?.name ?? ''}
          hint="Lines are added next. Orders typed in here are never told about by e-mail; only webshop orders are."
          problem={isMissing ? 'Choose the customer.' : null}
          onChoose={setCustomer}
        />
        <div className={styles.actions}>
          <Button appearance="primary" disabled={create.isPending} onClick={onCreate}>
            Create order
          </Button>
          <Button onClick={back}>Cancel</Button>
        </div>
      </div>
    </Page>
  );
}
