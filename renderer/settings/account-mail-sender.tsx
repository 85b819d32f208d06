import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { looksLikeAddress } from '../ui/parse.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({ lead: { margin: 0, color: tokens.colorNeutralForeground2 } });

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

function checkAddress(text: string): string | null {
  return text.trim() === '' || looksLikeAddress(text.trim()) ? null : t('settings:notAnAddress');
}

/** Sender of mails with registration information; Receive a copy of this e-mail. */
export function AccountMailSender({ website, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  return (
    <>
      <SectionTitle>{t('settings:passwords.sender')}</SectionTitle>
      <p className={styles.lead}>{t('settings:passwords.senderLead')}</p>
      <div className={form.row}>
        <SavedField
          label={t('settings:passwords.senderName')}
          className={form.grow}
          placeholder={t('settings:passwords.asForMails')}
          value={website.accountSenderName}
          save={(accountSenderName) => edit({ accountSenderName })}
        />
        <SavedField
          label={t('settings:passwords.senderAddress')}
          type="email"
          className={form.grow}
          placeholder={t('settings:passwords.ownSender')}
          value={website.accountSenderAddress}
          check={checkAddress}
          save={(accountSenderAddress) => edit({ accountSenderAddress })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label={t('settings:passwords.replyTo')}
          type="email"
          className={form.grow}
          placeholder={t('settings:passwords.asForMails')}
          value={website.accountReplyTo}
          check={checkAddress}
          save={(accountReplyTo) => edit({ accountReplyTo })}
        />
        <SavedField
          label={t('settings:passwords.copyTo')}
          hint={t('settings:passwords.copyToHint')}
          type="email"
          className={form.grow}
          placeholder={t('settings:mail.noCopies')}
          value={website.accountCopyTo}
          check={checkAddress}
          save={(accountCopyTo) => edit({ accountCopyTo })}
        />
      </div>
    </>
  );
}
