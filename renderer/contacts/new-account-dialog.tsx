import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ContactView } from '../../shared/contacts.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { cannotRead, looksLikeAddress } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
});

/** Gives a contact an account on a website; the website invites the customer to choose a password. */
export function NewAccountDialog({
  contact,
  onClose,
}: {
  readonly contact: ContactView;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const websites = useRead(['settings', 'websites'], () => api.settings.websites.query());
  const free =
    websites.data?.filter((site) => contact.accounts.every((account) => account.websiteId !== site.id)) ?? [];
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [email, setEmail] = useState(contact.email);
  const [isTried, setIsTried] = useState(false);
  const add = useCommand((input: { websiteId: number; email: string }) =>
    api.contacts.addAccount.mutate({ ...input, contactId: contact.id }),
  );
  const websiteId = chosenId ?? free[0]?.id;
  const isWrong = !looksLikeAddress(email.trim());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isWrong || websiteId === undefined) return;
    add.mutate({ websiteId, email }, { onSuccess: onClose });
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <form onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>{t('contacts:account.addOnWebsite')}</DialogTitle>
            <DialogContent className={styles.content}>
              {add.error ? <FailureMessage error={add.error} /> : null}
              {free.length === 0 && websites.data ? t('contacts:account.everywhere') : null}
              {free.length > 0 ? (
                <>
                  <Field label={t('contacts:account.website')}>
                    <Select
                      value={String(websiteId ?? '')}
                      onChange={(_event, { value }) => setChosenId(Number(value))}
                    >
                      {free.map((site) => (
                        <option key={site.id} value={site.id}>
                          {site.name}
                        </option>
                      ))}
                    </Select>
                  </Field>
                  <Field
                    label={t('contacts:account.userName')}
                    hint={t('contacts:account.invitation')}
                    validationMessage={isTried && isWrong ? cannotRead.address : null}
                  >
                    <Input type="email" value={email} onChange={(_event, { value }) => setEmail(value)} />
                  </Field>
                </>
              ) : null}
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={free.length === 0 || add.isPending}>
                {t('contacts:account.add')}
              </Button>
              <Button onClick={onClose}>{t('common:button.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
