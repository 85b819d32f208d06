import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { Page } from '../ui/page.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px' } });

/** New - Product. */
export function NewProductPage() {
  const form = useFormStyles();
  const styles = useStyles();
  const { open, back } = useNavigation();
  const [productNo, setProductNo] = useState('');
  const [name, setName] = useState('');
  const [barCode, setBarCode] = useState('');
  const [isTried, setIsTried] = useState(false);
  const create = useCommand((input: { productNo: string; name: string; barCode: string }) =>
    api.products.create.mutate(input),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (productNo.trim() === '' || name.trim() === '') return;
    create.mutate({ productNo, name, barCode }, { onSuccess: ({ productId }) => open({ page: 'product', productId }) });
  };
  const missing = (text: string, what: string) => (isTried && text.trim() === '' ? what : null);
  return (
    <Page title={t('products:new.title')} onBack={back}>
      <form className={form.form} onSubmit={onSubmit}>
        {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
        <Field
          label={t('products:field.productNo')}
          validationMessage={missing(productNo, t('products:new.productNoMissing'))}
        >
          <Input value={productNo} onChange={(_event, { value }) => setProductNo(value)} autoFocus />
        </Field>
        <Field label={t('products:field.name')} validationMessage={missing(name, t('products:new.nameMissing'))}>
          <Input value={name} onChange={(_event, { value }) => setName(value)} />
        </Field>
        <Field label={t('products:field.barCode')} hint={t('products:field.barCodeHint')}>
          <Input
            value={barCode}
            onChange={(_event, { value }) => setBarCode(value)}
            // A scanner ends with Enter, which would create the product halfway through
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </Field>
        <div className={styles.actions}>
          <Button appearance="primary" type="submit" disabled={create.isPending}>
            {t('products:new.create')}
          </Button>
          <Button onClick={back}>{t('common:button.cancel')}</Button>
        </div>
      </form>
    </Page>
  );
}
