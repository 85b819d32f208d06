import { Button, Checkbox, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactView, ErasePreview } from '../../shared/contacts.ts';
import { api } from '../ui/api.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { formatDate } from '../ui/format.ts';
import { useNotices } from '../ui/notices.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';

const useStyles = makeStyles({
  part: { margin: 0 },
  list: { margin: '4px 0 0 0', paddingLeft: '20px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Opens the dialog that erases this customer. */
export function EraseButton({ contact }: { readonly contact: ContactView }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('contacts:erase.action')}</Button>
      {isOpen ? <EraseDialog contact={contact} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

/** Says on the card of an erased customer since when it says nobody. */
export function ErasedNote({ erasedAt }: { readonly erasedAt: string }) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t('contacts:erase.erasedNote', { date: formatDate(erasedAt.slice(0, 10)) })}</MessageBarBody>
    </MessageBar>
  );
}

function EraseDialog({ contact, onClose }: { readonly contact: ContactView; readonly onClose: () => void }) {
  const [isSure, setIsSure] = useState(false);
  const { notify } = useNotices();
  const read = useRead(['contacts', 'erase', contact.id], () =>
    api.contacts.previewErase.query({ contactId: contact.id }),
  );
  const command = useCommand(() => api.contacts.erase.mutate({ contactId: contact.id }));
  const preview = read.isPlaceholderData ? undefined : read.data;
  const isFree = preview !== undefined && preview.underWay.length === 0;
  const erase = () =>
    command.mutate(undefined, {
      onSuccess: () => {
        notify(t('contacts:erase.done'));
        onClose();
      },
    });
  return (
    <FormDialog
      title={t('contacts:erase.title', { name: contact.name })}
      submit={t('contacts:erase.submit')}
      canSubmit={isFree && isSure && !command.isPending}
      onSubmit={erase}
      onClose={onClose}
      error={command.error ?? read.error}
      isWide
    >
      {preview ? (
        <>
          {isFree ? null : <UnderWay preview={preview} />}
          <Effects preview={preview} />
          {isFree ? (
            <Checkbox
              label={t('contacts:erase.forGood')}
              checked={isSure}
              onChange={(_event, { checked }) => setIsSure(checked === true)}
            />
          ) : null}
        </>
      ) : read.error ? null : (
        <Waiting label={t('contacts:reading')} />
      )}
    </FormDialog>
  );
}

const mostNamed = 5;

function UnderWay({ preview: { underWay } }: { readonly preview: ErasePreview }) {
  const named = underWay.slice(0, mostNamed).join(', ');
  const more = underWay.length - mostNamed;
  const orders = more > 0 ? t('contacts:merge.ordersAndMore', { orders: named, count: more }) : named;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('contacts:erase.underWay', { orders })}</MessageBarBody>
    </MessageBar>
  );
}

/** What goes, what stays, and what this cannot reach. */
function Effects({ preview }: { readonly preview: ErasePreview }) {
  const styles = useStyles();
  const { orders, enquiries, mails, waitingMails, accounts, erasedName } = preview;
  return (
    <>
      <div>
        <p className={styles.part}>{t('contacts:erase.goes')}</p>
        <ul className={styles.list}>
          <li>{t('contacts:erase.goesContact', { erasedName })}</li>
          <li>{t('contacts:erase.goesOrders', { orders, enquiries, mails })}</li>
          {waitingMails > 0 ? <li>{t('contacts:erase.goesWaiting', { count: waitingMails })}</li> : null}
          {accounts > 0 ? <li>{t('contacts:erase.goesAccounts')}</li> : null}
        </ul>
      </div>
      <div>
        <p className={styles.part}>{t('contacts:erase.stays')}</p>
        <ul className={styles.list}>
          <li>{t('contacts:erase.staysAmounts')}</li>
          <li>{t('contacts:erase.staysElsewhere')}</li>
        </ul>
      </div>
    </>
  );
}
