import { makeStyles, tokens } from '@fluentui/react-components';
import { type WebsiteView, websiteSettings } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SavedNumber } from '../ui/saved-number.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { ConnectionTest } from './connection-test.tsx';
import { SecretField } from './secret-field.tsx';
import { returnSecurityChoices } from './setting-choices.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  section: { display: 'contents' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  port: { width: '112px' },
});

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** Mails that come back: the IMAP box in which a run looks for them. Without a server there is none, and no more is asked. */
export function ReturnBox({ website, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={t('settings:returnBox.title')}>
      <SectionTitle>{t('settings:returnBox.title')}</SectionTitle>
      <p className={styles.lead}>{t('settings:returnBox.lead')}</p>
      <div className={form.row}>
        <SavedField
          label={t('settings:returnBox.host')}
          className={form.grow}
          placeholder={t('settings:returnBox.none')}
          value={website.returnHost}
          save={(returnHost) => edit({ returnHost })}
        />
        <SavedNumber
          label={t('settings:returnBox.port')}
          className={styles.port}
          value={website.returnPort}
          range={websiteSettings.shape.returnPort}
          save={(returnPort) => edit({ returnPort })}
        />
      </div>
      {website.returnHost === '' ? null : <Access website={website} edit={edit} />}
    </section>
  );
}

function Access({ website, edit }: Props) {
  const form = useFormStyles();
  const { id: websiteId } = website;
  const hasPassword = useRead(['returnBox', 'hasPassword', websiteId], () =>
    api.returnBox.hasPassword.query({ websiteId }),
  );
  const setPassword = useCommand((password: string) => api.returnBox.setPassword.mutate({ websiteId, password }));
  return (
    <>
      <div className={form.row}>
        <SavedChoice
          label={t('settings:returnBox.security')}
          value={website.returnSecurity}
          choices={returnSecurityChoices}
          save={(returnSecurity) => edit({ returnSecurity })}
        />
        <SavedField
          label={t('settings:returnBox.folder')}
          className={form.grow}
          placeholder={t('settings:returnBox.inbox')}
          value={website.returnFolder}
          save={(returnFolder) => edit({ returnFolder })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label={t('settings:returnBox.user')}
          className={form.grow}
          value={website.returnUser}
          save={(returnUser) => edit({ returnUser })}
        />
        <SecretField
          label={t('settings:returnBox.password')}
          hint={t('settings:mail.passwordHint')}
          className={form.grow}
          isStored={hasPassword.error ? null : hasPassword.data}
          save={(password) => setPassword.mutateAsync(password)}
        />
      </div>
      <ConnectionTest
        label={t('settings:returnBox.test')}
        test={() => api.returnBox.testConnection.mutate({ websiteId })}
        success={t('settings:returnBox.connected')}
      />
    </>
  );
}
