import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { Page } from '../ui/page.tsx';
import { useCommand } from '../ui/queries.ts';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px' } });

/** New - Product. */
export function NewProductPage() {
  const form = useFormStyles();
  const styles = useStyles();
  const { open, back } = useNavigation();
  const [productNo, setProductNo] = useState('');
  const [name, setName] = useState('');
  const [isTried, setIsTried] = useState(false);
  const create = useCommand((input: { productNo: string; name: string }) => api.products.create.mutate(input));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (productNo.trim() === '' || name.trim() === '') return;
    create.mutate({ productNo, name }, { onSuccess: ({ productId }) => open({ page: 'product', productId }) });
  };
  const missing = (text: string, what: string) => (isTried && text.trim() === '' ? what : null);
  return (
    <Page title="New product" onBack={back}>
      <form className={form.form} onSubmit={onSubmit}>
        {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
        <Field label="Product no." validationMessage={missing(productNo, 'Enter a product no.')}>
          <Input value={productNo} onChange={(_event, { value }) => setProductNo(value)} autoFocus />
        </Field>
        <Field label="Name" validationMessage={missing(name, 'Enter a name.')}>
          <Input value={name} onChange={(_event, { value }) => setName(value)} />
        </Field>
        <div className={styles.actions}>
          <Button appearance="primary" type="submit" disabled={create.isPending}>
            Create product
          </Button>
          <Button onClick={back}>Cancel</Button>
        </div>
      </form>
    </Page>
  );
}
