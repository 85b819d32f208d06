import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { Page } from '../ui/page.tsx';
import { useCommand } from '../ui/queries.ts';

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
    <Page title="New contact" onBack={back}>
      <form className={form.form} onSubmit={onSubmit}>
        {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
        <Field label="Name" validationMessage={isMissing ? 'Enter the name of the person or company.' : null}>
          <Input value={name} onChange={(_event, { value }) => setName(value)} autoFocus />
        </Field>
        <Field label="E-mail">
          <Input type="email" value={email} onChange={(_event, { value }) => setEmail(value)} />
        </Field>
        <Checkbox
          label="Supplier"
          checked={isSupplier}
          onChange={(_event, { checked }) => setIsSupplier(checked === true)}
        />
        <div className={styles.actions}>
          <Button appearance="primary" type="submit" disabled={create.isPending}>
            Create contact
          </Button>
          <Button onClick={back}>Cancel</Button>
        </div>
      </form>
    </Page>
  );
}
