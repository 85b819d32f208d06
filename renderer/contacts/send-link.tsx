import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { WebsiteAccountView } from '../../shared/contacts.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: 0 },
});

/** Send link to choose a password: My page mails it, and decides between an invitation and a new password. */
export function SendLink({ account }: { readonly account: WebsiteAccountView }) {
  const styles = useStyles();
  const send = useCommand(() => api.accountMails.sendPasswordMail.mutate({ accountId: account.id }));
  const obstacle = obstacleOf(account);
  const last = account.passwordMail;
  return (
    <div className={styles.whole}>
      <Button
        disabled={obstacle !== null || send.isPending}
        icon={send.isPending ? <Spinner size="extra-tiny" /> : null}
        onClick={() => send.mutate()}
      >
        {t('contacts:account.sendLink')}
      </Button>
      <p className={styles.quiet}>{obstacle ?? t('contacts:account.linkGoes', { email: account.email })}</p>
      {last === null ? null : (
        <p className={styles.quiet}>
          {t(`contacts:account.linkAsked.${last.mail}`, { at: formatInstant(last.at, new Date()), to: last.to })}
        </p>
      )}
      {obstacle === null && account.accountMailsAnswer === 'no-mail-server' && !send.error ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('contacts:account.linkNoMailServer')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {send.data ? (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>{t(`contacts:account.linkSent.${send.data.mail}`, { to: send.data.to })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {send.error ? <FailureMessage error={send.error} onDismiss={send.reset} /> : null}
    </div>
  );
}

/** Why no link can be sent to the account as it stands here, or null. The website has the last word. */
function obstacleOf({ status, unpublished }: WebsiteAccountView): string | null {
  if (status !== 'approved') return t('contacts:account.linkNotApproved');
  return unpublished === null || unpublished === 'details' ? null : t('contacts:account.linkNotPublished');
}
