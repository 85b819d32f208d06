import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { Page } from '../ui/page.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({ actions: { display: 'flex', gap: '8px' } });

/** New - Contact. */
export function NewContactPage() {
  const form = useFormStyles();
  const styles = useStyles();
  const { open, back } = useNavigation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [isSupplier, setIsSupplier] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const create = useCommand((input: { name: string; email: string; isSupplier: boolean }) =>
    api.contacts.create.mutate(input),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return;
    create.mutate({ name, email, isSupplier }, { onSuccess: ({ contactId }) => open({ page: 'contact', contactId }) });
  };
  return (
    <Page title={t('contacts:new.title')} onBack={back}>
      <form className={form.form} onSubmit={onSubmit}>
        {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
        <Field label={t('contacts:field.name')} validationMessage={isMissing ? t('contacts:new.nameMissing') : null}>
          <Input value={name} onChange={(_event, { value }) => setName(value)} autoFocus />
        </Field>
        <Field label={t('contacts:field.email')}>
          <Input type="email" value={email} onChange={(_event, { value }) => setEmail(value)} />
        </Field>
        <Checkbox
          label={t('contacts:field.supplier')}
          checked={isSupplier}
          onChange={(_event, { checked }) => setIsSupplier(checked === true)}
        />
        <div className={styles.actions}>
          <Button appearance="primary" type="submit" disabled={create.isPending}>
            {t('contacts:new.create')}
          </Button>
          <Button onClick={back}>{t('common:button.cancel')}</Button>
        </div>
      </form>
    </Page>
  );
}
