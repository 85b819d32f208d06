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

/** New - Purchase order. */
export function NewPurchasePage() {
  const form = useFormStyles();
  const styles = useStyles();
  const { open, back } = useNavigation();
  const [supplier, setSupplier] = useState<FoundRow | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const create = useCommand((supplierId: number) => api.purchasing.create.mutate({ supplierId }));
  const onCreate = () => {
    setIsMissing(supplier === null);
    if (supplier)
      create.mutate(supplier.id, { onSuccess: ({ purchaseOrderId }) => open({ page: 'purchase', purchaseOrderId }) });
  };
  return (
    <Page title={t('purchasing:new.title')} onBack={back}>
      <div className={form.form}>
        {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
        <ContactChoice
          label={t('purchasing:new.supplier')}
          kind="suppliers"
          value={supplier?.name ?? ''}
          hint={t('purchasing:new.supplierHint')}
          problem={isMissing ? t('purchasing:new.supplierMissing') : null}
          onChoose={setSupplier}
        />
        <div className={styles.actions}>
          <Button appearance="primary" disabled={create.isPending} onClick={onCreate}>
            {t('purchasing:new.create')}
          </Button>
          <Button onClick={back}>{t('common:button.cancel')}</Button>
        </div>
      </div>
    </Page>
  );
}
