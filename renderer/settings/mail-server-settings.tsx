import { makeStyles, tokens } from '@fluentui/react-components';
import { mailPresetIds, settingsOfPreset } from '../../shared/mail-presets.ts';
import type { MailSecrets } from '../../shared/mail-sign-in.ts';
import { type WebsiteView, websiteSettings } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SavedNumber } from '../ui/saved-number.tsx';
import { t } from '../ui/texts.ts';
import { MailOauthSettings } from './mail-oauth-settings.tsx';
import { SecretField } from './secret-field.tsx';
import { securityChoices } from './setting-choices.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  port: { width: '112px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const presetChoices = mailPresetIds.map((value) => ({ value, label: t(`mail-server:providers.${value}`) }));
const authChoices = (['password', 'oauth2'] as const).map((value) => ({
  value,
  label: t(`mail-server:auth.${value}`),
}));

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** The server that mails are handed over to, and how they log in there. */
export function MailServerSettings({ website, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  const { id: websiteId } = website;
  const kept = useRead(['mailSettings', 'secrets', websiteId], () => api.mailSettings.secrets.query({ websiteId }));
  return (
    <>
      <SavedChoice
        label={t('mail-server:provider')}
        hint={t('mail-server:providerHint')}
        value={website.smtpPreset}
        choices={presetChoices}
        save={(preset) => edit(settingsOfPreset(preset))}
      />
      {website.smtpPreset === 'domeneshop' ? <p className={styles.note}>{t('mail-server:personalMailOnly')}</p> : null}
      <div className={form.row}>
        <SavedField
          label={t('settings:mail.host')}
          className={form.grow}
          placeholder="smtp.example.com"
          value={website.smtpHost}
          save={(smtpHost) => edit({ smtpHost })}
        />
        <SavedNumber
          label={t('settings:mail.port')}
          className={styles.port}
          value={website.smtpPort}
          range={websiteSettings.shape.smtpPort}
          save={(smtpPort) => edit({ smtpPort })}
        />
      </div>
      <SavedChoice
        label={t('settings:mail.security')}
        value={website.smtpSecurity}
        choices={securityChoices}
        save={(smtpSecurity) => edit({ smtpSecurity })}
      />
      <SavedChoice
        label={t('mail-server:auth.label')}
        value={website.smtpAuth}
        choices={authChoices}
        save={(smtpAuth) => edit({ smtpAuth })}
      />
      <Login website={website} edit={edit} kept={kept.error ? null : kept.data} />
    </>
  );
}

type LoginProps = Props & {
  /** Null when the keychain cannot be asked, undefined while it is. */
  readonly kept: MailSecrets | null | undefined;
};

function Login({ website, edit, kept }: LoginProps) {
  const form = useFormStyles();
  const { id: websiteId } = website;
  const setPassword = useCommand((password: string) => api.mailSettings.setPassword.mutate({ websiteId, password }));
  const user = (
    <SavedField
      label={t('settings:mail.user')}
      className={form.grow}
      value={website.smtpUser}
      save={(smtpUser) => edit({ smtpUser })}
    />
  );
  if (website.smtpAuth === 'oauth2') {
    return (
      <>
        <div className={form.row}>{user}</div>
        <MailOauthSettings website={website} edit={edit} kept={kept} />
      </>
    );
  }
  return (
    <div className={form.row}>
      {user}
      <SecretField
        label={t('settings:mail.password')}
        hint={t('settings:mail.passwordHint')}
        className={form.grow}
        isStored={kept === null ? null : kept?.hasPassword}
        save={(password) => setPassword.mutateAsync(password)}
      />
    </div>
  );
}
