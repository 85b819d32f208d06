import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { UpdateWebsiteButton } from '../e-commerce/update-website-button.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedRadio } from '../ui/saved-radio.tsx';
import { t } from '../ui/texts.ts';
import { AccountMailSender } from './account-mail-sender.tsx';
import { AccountMailTexts } from './account-mail-texts.tsx';
import { approvalChoices, passwordModeChoices } from './setting-choices.ts';
import type { EditWebsite } from './website-settings-page.tsx';

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** Password settings: who can register and log in, and what My page mails about it (domain.md 3.2). */
export function PasswordTab({ website, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <MessageBar intent="info">
        <MessageBarBody>{t('settings:passwords.takesEffect')}</MessageBarBody>
        <MessageBarActions>
          <UpdateWebsiteButton />
        </MessageBarActions>
      </MessageBar>
      <Protection website={website} edit={edit} />
      <MailsAnswer answer={website.accountMailsAnswer} />
      <AccountMailSender website={website} edit={edit} />
      <AccountMailTexts key={website.id} website={website} />
    </div>
  );
}

function Protection({ website, edit }: Props) {
  const isProtected = website.passwordMode !== 'none';
  const canRegister = isProtected && website.approval !== 'closed';
  return (
    <>
      <SavedRadio
        label={t('settings:passwords.protection')}
        value={website.passwordMode}
        choices={passwordModeChoices}
        save={(passwordMode) => edit({ passwordMode })}
      />
      <SavedRadio
        label={t('settings:passwords.approval')}
        {...(isProtected ? {} : { hint: t('settings:passwords.notProtected') })}
        value={website.approval}
        choices={approvalChoices}
        isDisabled={!isProtected}
        save={(approval) => edit({ approval })}
      />
      <SavedCheck
        label={t('settings:passwords.showsRegisterLink')}
        hint={canRegister ? t('settings:passwords.showsRegisterLinkHint') : t('settings:passwords.noRegistration')}
        value={website.showsRegisterLink && canRegister}
        isDisabled={!canRegister}
        save={(showsRegisterLink) => edit({ showsRegisterLink })}
      />
    </>
  );
}

/** What the website said the last time that needs somebody to know or do something. */
function MailsAnswer({ answer }: { readonly answer: WebsiteView['accountMailsAnswer'] }) {
  if (answer !== 'no-mail-server' && answer !== 'not-known') return null;
  return (
    <MessageBar intent={answer === 'no-mail-server' ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`settings:passwords.answer.${answer}.title`)}</MessageBarTitle>{' '}
        {t(`settings:passwords.answer.${answer}.text`)}
      </MessageBarBody>
    </MessageBar>
  );
}
