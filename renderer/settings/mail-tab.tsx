import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { looksLikeAddress } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { ConnectionTest } from './connection-test.tsx';
import { ReturnBox } from './return-box.tsx';
import { SecretField } from './secret-field.tsx';
import { securityChoices } from './setting-choices.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  port: { width: '112px' },
});

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

function checkAddress(text: string): string | null {
  return text.trim() === '' || looksLikeAddress(text.trim()) ? null : t('settings:notAnAddress');
}

/** E-mail (SMTP): who mails come from, and the server they are handed over to. */
export function MailTab({ website, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  return (
    <div className={form.form}>
      <SectionTitle>{t('settings:mail.sender')}</SectionTitle>
      <div className={form.row}>
        <SavedField
          label={t('settings:mail.senderName')}
          className={form.grow}
          value={website.senderName}
          save={(senderName) => edit({ senderName })}
        />
        <SavedField
          label={t('settings:mail.senderAddress')}
          type="email"
          className={form.grow}
          value={website.senderAddress}
          check={checkAddress}
          save={(senderAddress) => edit({ senderAddress })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label={t('settings:mail.replyTo')}
          type="email"
          className={form.grow}
          placeholder={t('settings:mail.replyToSender')}
          value={website.replyTo}
          check={checkAddress}
          save={(replyTo) => edit({ replyTo })}
        />
        <SavedField
          label={t('settings:mail.copyTo')}
          type="email"
          className={form.grow}
          placeholder={t('settings:mail.noCopies')}
          value={website.copyTo}
          check={checkAddress}
          save={(copyTo) => edit({ copyTo })}
        />
      </div>
      <SectionTitle>{t('settings:mail.server')}</SectionTitle>
      <p className={styles.lead}>{t('settings:mail.serverLead')}</p>
      <Server website={website} edit={edit} />
      <ReturnBox website={website} edit={edit} />
    </div>
  );
}

function Server({ website, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  const { id: websiteId } = website;
  const hasPassword = useRead(['mailSettings', 'hasPassword', websiteId], () =>
    api.mailSettings.hasPassword.query({ websiteId }),
  );
  const setPassword = useCommand((password: string) => api.mailSettings.setPassword.mutate({ websiteId, password }));
  return (
    <>
      <div className={form.row}>
        <SavedField
          label={t('settings:mail.host')}
          className={form.grow}
          placeholder="smtp.example.com"
          value={website.smtpHost}
          save={(smtpHost) => edit({ smtpHost })}
        />
        <SavedField
          label={t('settings:mail.port')}
          isNumber
          className={styles.port}
          value={String(website.smtpPort)}
          check={(text) =>
            /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536 ? null : t('settings:mail.notAPort')
          }
          save={(text) => edit({ smtpPort: Number(text) })}
        />
      </div>
      <SavedChoice
        label={t('settings:mail.security')}
        value={website.smtpSecurity}
        choices={securityChoices}
        save={(smtpSecurity) => edit({ smtpSecurity })}
      />
      <div className={form.row}>
        <SavedField
          label={t('settings:mail.user')}
          className={form.grow}
          value={website.smtpUser}
          save={(smtpUser) => edit({ smtpUser })}
        />
        <SecretField
          label={t('settings:mail.password')}
          hint={t('settings:mail.passwordHint')}
          className={form.grow}
          isStored={hasPassword.error ? null : hasPassword.data}
          save={(password) => setPassword.mutateAsync(password)}
        />
      </div>
      <ConnectionTest
        test={() => api.mailSettings.testConnection.mutate({ websiteId })}
        success={t('settings:mail.connected')}
      />
    </>
  );
}
