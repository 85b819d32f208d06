import { makeStyles, tokens } from '@fluentui/react-components';
import { type WebsiteView, websiteSettings } from '../../shared/settings.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { checkBy, looksLikeAddress } from '../ui/parse.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { MailCheck } from './mail-check.tsx';
import { MailLimitFields } from './mail-limits.tsx';
import { MailServerSettings } from './mail-server-settings.tsx';
import { ReturnBox } from './return-box.tsx';
import { TestMail } from './test-mail.tsx';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({ lead: { margin: 0, color: tokens.colorNeutralForeground2 } });

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

function checkAddress(text: string): string | null {
  return text.trim() === '' || looksLikeAddress(text.trim()) ? null : t('settings:notAnAddress');
}

const checkSelectors = checkBy(websiteSettings.shape.dkimSelectors, t('mail-server:check.notSelectors'));

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
      <MailServerSettings website={website} edit={edit} />
      <SectionTitle>{t('mail-server:limits.title')}</SectionTitle>
      <p className={styles.lead}>{t('mail-server:limits.lead')}</p>
      <MailLimitFields website={website} edit={edit} />
      <SectionTitle>{t('mail-server:check.title')}</SectionTitle>
      <p className={styles.lead}>{t('mail-server:check.lead')}</p>
      <SavedField
        label={t('mail-server:check.selectors')}
        hint={t('mail-server:check.selectorsHint')}
        value={website.dkimSelectors}
        check={checkSelectors}
        isCheckedWhileTyping
        save={(dkimSelectors) => edit({ dkimSelectors })}
      />
      <MailCheck websiteId={website.id} />
      <SectionTitle>{t('mail-server:test.title')}</SectionTitle>
      <p className={styles.lead}>{t('mail-server:test.lead')}</p>
      <TestMail websiteId={website.id} sender={website.senderAddress} />
      <ReturnBox website={website} edit={edit} />
    </div>
  );
}
