import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { looksLikeAddress } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { SecretField } from './secret-field.tsx';
import { securityChoices } from './setting-choices.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  port: { width: '112px' },
});

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

function checkAddress(text: string): string | null {
  return text.trim() === '' || looksLikeAddress(text.trim()) ? null : 'Enter an address such as post@shop.example.';
}

/** E-mail (SMTP): who mails come from, and the server they are handed over to. */
export function MailTab({ website, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  return (
    <div className={form.form}>
      <SectionTitle>Sender</SectionTitle>
      <div className={form.row}>
        <SavedField
          label="Sender name"
          className={form.grow}
          value={website.senderName}
          save={(senderName) => edit({ senderName })}
        />
        <SavedField
          label="Sender address"
          type="email"
          className={form.grow}
          value={website.senderAddress}
          check={checkAddress}
          save={(senderAddress) => edit({ senderAddress })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label="Answers go to"
          type="email"
          className={form.grow}
          placeholder="The sender address"
          value={website.replyTo}
          check={checkAddress}
          save={(replyTo) => edit({ replyTo })}
        />
        <SavedField
          label="Copy to the shop"
          type="email"
          className={form.grow}
          placeholder="No copies"
          value={website.copyTo}
          check={checkAddress}
          save={(copyTo) => edit({ copyTo })}
        />
      </div>
      <SectionTitle>Mail server</SectionTitle>
      <p className={styles.lead}>Your mail provider tells server, port and security under the word SMTP.</p>
      <Server website={website} edit={edit} />
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
          label="Server"
          className={form.grow}
          placeholder="smtp.example.com"
          value={website.smtpHost}
          save={(smtpHost) => edit({ smtpHost })}
        />
        <SavedField
          label="Port"
          isNumber
          className={styles.port}
          value={String(website.smtpPort)}
          check={(text) =>
            /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536 ? null : 'A number up to 65535.'
          }
          save={(text) => edit({ smtpPort: Number(text) })}
        />
      </div>
      <SavedChoice
        label="Security"
        value={website.smtpSecurity}
        choices={securityChoices}
        save={(smtpSecurity) => edit({ smtpSecurity })}
      />
      <div className={form.row}>
        <SavedField
          label="User name"
          className={form.grow}
          value={website.smtpUser}
          save={(smtpUser) => edit({ smtpUser })}
        />
        <SecretField
          label="Password"
          hint="Kept in the keychain of this computer, nowhere else."
          className={form.grow}
          isStored={hasPassword.error ? null : hasPassword.data}
          save={(password) => setPassword.mutateAsync(password)}
        />
      </div>
      <ConnectionTest
        test={() => api.mailSettings.testConnection.mutate({ websiteId })}
        success="The mail server answered and accepted the login. No mail was handed over."
      />
    </>
  );
}
