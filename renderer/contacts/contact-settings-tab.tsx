import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactView } from '../../shared/contacts.ts';
import { languageFor, languages } from '../../shared/language.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { languageName } from '../ui/language-name.ts';
import { useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { useSaveFile } from '../ui/use-save-file.ts';
import type { EditContact } from './contact-page.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';
import { WebsiteAccount } from './website-account.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
});

/** The built-in languages, those that a website added, and the contact's own, whatever it is. */
function useLanguageChoices(own: string | null) {
  const offered = useRead(['mailTexts', 'offered'], () => api.mailTexts.offered.query());
  const codes = new Set([...languages, ...(offered.data ?? []), ...(own === null ? [] : [languageFor(own) ?? own])]);
  return [
    { value: '', label: t('contacts:customer.asOnWebsite') },
    ...[...codes].map((value) => ({ value, label: languageName(value) })),
  ];
}

/** Settings - Customer and Settings - Website account. */
export function ContactSettingsTab({ contact, edit }: { readonly contact: ContactView; readonly edit: EditContact }) {
  const form = useFormStyles();
  const languageChoices = useLanguageChoices(contact.language);
  const language = contact.language === null ? '' : (languageFor(contact.language) ?? contact.language);
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
      <Mails contact={contact} />
    </div>
  );
}

/** All that the customer was told, to take along. */
function Mails({ contact }: { readonly contact: ContactView }) {
  const styles = useStyles();
  const title = t('e-commerce:mailLog.ofCustomer');
  const kind = { name: t('e-commerce:mailLog.zip'), extensions: ['zip'] };
  const file = useSaveFile(title, kind, () => api.mails.exportOfCustomer.query({ contactId: contact.id }));
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <p className={styles.quiet}>{t('e-commerce:mailLog.ofCustomerHint')}</p>
      <div>
        <Button disabledFocusable={file.isPending} onClick={file.save}>
          {t('e-commerce:mailLog.exportOfCustomer')}
        </Button>
      </div>
    </>
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
        <WebsiteAccount key={account.id} account={account} />
      ))}
      <div>
        <Button onClick={() => setIsAdding(true)}>{t('contacts:account.addOnWebsite')}</Button>
      </div>
      {isAdding ? <NewAccountDialog contact={contact} onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}
