import { MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { type AccountStatus, accountStatuses, type WebsiteAccountView } from '../../shared/contacts.ts';
import { UpdateWebsiteButton } from '../e-commerce/update-website-button.tsx';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { cannotRead, looksLikeAddress } from '../ui/parse.ts';
import { useCommand } from '../ui/queries.ts';
import { type Question, useQuestion } from '../ui/question.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { t } from '../ui/texts.ts';
import { SendLink } from './send-link.tsx';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px' },
  fields: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
});

/** One account: user name, status, what the website has not taken yet, and the link to choose a password. */
export function WebsiteAccount({ account }: { readonly account: WebsiteAccountView }) {
  const styles = useStyles();
  const form = useFormStyles();
  const command = useCommand((input: { email?: string; status?: AccountStatus }) =>
    api.contacts.editAccount.mutate({ ...input, accountId: account.id }),
  );
  const ask = useQuestion();
  const confirmStatus = async (status: AccountStatus) => {
    const question = questionOf(account, status);
    return question === null || ask(question);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame; the name is enough here
    <div className={styles.whole} role="group" aria-label={t('contacts:account.on', { website: account.websiteName })}>
      <div className={styles.fields}>
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
      <Unpublished account={account} />
      <SendLink account={account} />
    </div>
  );
}

/** Who was let in and is shut out is asked about; letting in can be taken back before the customer hears of it. */
function questionOf({ email, websiteName: website }: WebsiteAccountView, status: AccountStatus): Question | null {
  const leave = t('contacts:account.keep');
  switch (status) {
    case 'approved':
      return null;
    case 'pending':
      return {
        title: t('contacts:account.pendingTitle', { email }),
        text: t('contacts:account.pendingText', { website }),
        confirm: t('contacts:account.setPending'),
        leave,
      };
    case 'declined':
      return {
        title: t('contacts:account.declineTitle', { email }),
        text: t('contacts:account.declineText', { website }),
        confirm: t('contacts:account.decline'),
        leave,
      };
  }
}

function Unpublished({ account }: { readonly account: WebsiteAccountView }) {
  if (account.unpublished === null) return null;
  const sentences = [
    t(`contacts:account.unpublished.${account.unpublished}`),
    t('contacts:account.takesEffect'),
    mailedText(account),
  ];
  return (
    <MessageBar intent="info">
      <MessageBarBody>{sentences.filter(Boolean).join(' ')}</MessageBarBody>
      <MessageBarActions>
        <UpdateWebsiteButton />
      </MessageBarActions>
    </MessageBar>
  );
}

/** What My page mails the customer once it hears of the account; empty for nothing, or nothing that is known here. */
function mailedText({ status, siteStatus, accountMailsAnswer }: WebsiteAccountView): string {
  if (accountMailsAnswer === 'not-known' || status === siteStatus) return '';
  if (siteStatus === null) return status === 'approved' ? t('contacts:account.mailedInvitation') : '';
  return t('contacts:account.mailedStatus');
}
