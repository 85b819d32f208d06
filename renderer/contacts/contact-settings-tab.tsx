import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type AccountStatus,
  accountStatuses,
  type ContactView,
  type WebsiteAccountView,
} from '../../shared/contacts.ts';
import { languages } from '../../shared/language.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { cannotRead, looksLikeAddress } from '../ui/parse.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { EditContact } from './contact-page.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  account: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
});

const languageChoices = [
  { value: '', label: t('contacts:customer.asOnWebsite') },
  ...languages.map((value) => ({ value, label: t(`settings:language.${value}`) })),
] as const;

/** Settings - Customer and Settings - Website account. */
export function ContactSettingsTab({ contact, edit }: { readonly contact: ContactView; readonly edit: EditContact }) {
  const form = useFormStyles();
  const language = languageChoices.find((choice) => choice.value === contact.language)?.value ?? '';
  return (
    <div className={form.form}>
      <SectionTitle>{t('contacts:customer.title')}</SectionTitle>
      <SavedCheck
        label={t('contacts:field.orderStatusMails')}
        hint={contact.customerOptedOut ? t('contacts:customer.mailsOptedOut') : t('contacts:customer.mailsOff')}
        value={contact.orderStatusMails && !contact.customerOptedOut}
        isDisabled={contact.customerOptedOut}
        save={(orderStatusMails) => edit({ orderStatusMails })}
      />
      <SavedChoice
        label={t('contacts:customer.language')}
        hint={t('contacts:customer.languageHint')}
        className={form.narrow}
        value={language}
        choices={languageChoices}
        save={(value) => edit({ language: value === '' ? null : value })}
      />
      <Accounts contact={contact} />
    </div>
  );
}

function Accounts({ contact }: { readonly contact: ContactView }) {
  const styles = useStyles();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <SectionTitle>{t('contacts:account.title')}</SectionTitle>
      {contact.accounts.length === 0 ? <p className={styles.quiet}>{t('contacts:account.none')}</p> : null}
      {contact.accounts.map((account) => (
        <Account key={account.id} account={account} />
      ))}
      {contact.accounts.some((account) => account.isToBePublished) ? (
        <MessageBar intent="info">
          <MessageBarBody>{t('contacts:account.takesEffect')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div>
        <Button onClick={() => setIsAdding(true)}>{t('contacts:account.addOnWebsite')}</Button>
      </div>
      {isAdding ? <NewAccountDialog contact={contact} onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}

function Account({ account }: { readonly account: WebsiteAccountView }) {
  const styles = useStyles();
  const form = useFormStyles();
  const command = useCommand((input: { email?: string; status?: AccountStatus }) =>
    api.contacts.editAccount.mutate({ ...input, accountId: account.id }),
  );
  const ask = useQuestion();
  const confirmStatus = async (status: AccountStatus) =>
    status !== 'declined' ||
    ask({
      title: t('contacts:account.declineTitle', { email: account.email }),
      text: t('contacts:account.declineText', { website: account.websiteName }),
      confirm: t('contacts:account.decline'),
      leave: t('contacts:account.keep'),
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame; the name is enough here
    <div
      className={styles.account}
      role="group"
      aria-label={t('contacts:account.on', { website: account.websiteName })}
    >
      <SavedField
        label={t('contacts:account.userNameOn', { website: account.websiteName })}
        type="email"
        className={form.grow}
        value={account.email}
        check={(text) => (looksLikeAddress(text.trim()) ? null : cannotRead.address)}
        save={(email) => command.mutateAsync({ email })}
      />
      <SavedChoice
        label={t('contacts:account.status')}
        value={account.status}
        choices={accountStatuses.map((value) => ({ value, label: t(`contacts:account.statuses.${value}`) }))}
        confirm={confirmStatus}
        save={(status) => command.mutateAsync({ status })}
      />
    </div>
  );
}
