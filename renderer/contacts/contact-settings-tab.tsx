import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type AccountStatus,
  accountStatuses,
  type ContactView,
  type WebsiteAccountView,
} from '../../shared/contacts.ts';
import { languageNames, languages } from '../../shared/language.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { looksLikeAddress } from '../ui/parse.ts';
import { useCommand } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import type { EditContact } from './contact-page.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  account: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
});

const languageChoices = [
  { value: '', label: 'As on the website' },
  ...languages.map((value) => ({ value, label: languageNames[value] })),
] as const;

const accountStatusWords: Readonly<Record<AccountStatus, string>> = {
  approved: 'Approved',
  pending: 'Pending approval',
  declined: 'Declined',
};

/** Settings - Customer and Settings - Website account. */
export function ContactSettingsTab({ contact, edit }: { readonly contact: ContactView; readonly edit: EditContact }) {
  const form = useFormStyles();
  const language = languageChoices.find((choice) => choice.value === contact.language)?.value ?? '';
  return (
    <div className={form.form}>
      <SectionTitle>Customer</SectionTitle>
      <SavedCheck
        label="Order status e-mails"
        hint={
          contact.customerOptedOut
            ? 'The customer chose No on My page or in a mail; only the customer can take that back.'
            : 'Off: no order status e-mail goes to this customer. My page is kept up to date all the same.'
        }
        value={contact.orderStatusMails && !contact.customerOptedOut}
        isDisabled={contact.customerOptedOut}
        save={(orderStatusMails) => edit({ orderStatusMails })}
      />
      <SavedChoice
        label="Language"
        hint="Of mails, delivery notes and My page, for new orders."
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
      <SectionTitle>Website account</SectionTitle>
      {contact.accounts.length === 0 ? (
        <p className={styles.quiet}>
          No account. With an approved account the customer sees orders on My page; most customers register there
          themselves.
        </p>
      ) : null}
      {contact.accounts.map((account) => (
        <Account key={account.id} account={account} />
      ))}
      {contact.accounts.some((account) => account.isToBePublished) ? (
        <MessageBar intent="info">
          <MessageBarBody>
            The change takes effect on the website with View – E-Commerce – Update Website.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div>
        <Button onClick={() => setIsAdding(true)}>Add website account</Button>
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
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame; the name is enough here
    <div className={styles.account} role="group" aria-label={`Account on ${account.websiteName}`}>
      <SavedField
        label={`E-mail (user name) on ${account.websiteName}`}
        type="email"
        className={form.grow}
        value={account.email}
        check={(text) => (looksLikeAddress(text.trim()) ? null : 'Enter an address such as kari@shop.example.')}
        save={(email) => command.mutateAsync({ email })}
      />
      <SavedChoice
        label="Account status"
        value={account.status}
        choices={accountStatuses.map((value) => ({ value, label: accountStatusWords[value] }))}
        save={(status) => command.mutateAsync({ status })}
      />
    </div>
  );
}
