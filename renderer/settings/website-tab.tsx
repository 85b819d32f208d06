import { makeStyles, tokens } from '@fluentui/react-components';
import { type WebsiteView, websiteSettings } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { checkBy } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SavedNumber } from '../ui/saved-number.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { ConnectionTest } from './connection-test.tsx';
import { SecretField } from './secret-field.tsx';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

const checkUrl = checkBy(websiteSettings.shape.url, t('settings:website.notAUrl'));

/** Website: where it answers, its key, and how My page looks. */
export function WebsiteTab({ website, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <SavedField
        label={t('settings:website.name')}
        hint={t('settings:website.nameHint')}
        value={website.name}
        check={(text) => (text.trim() === '' ? t('settings:nameMissing') : null)}
        save={(name) => edit({ name })}
      />
      <SavedField
        label={t('settings:website.url')}
        type="url"
        placeholder="https://"
        value={website.url}
        check={checkUrl}
        save={(url) => edit({ url })}
      />
      <Connection website={website} edit={edit} />
      <Shown website={website} edit={edit} />
      <Papers website={website} edit={edit} />
    </div>
  );
}

function Connection({ website, edit }: Props) {
  const form = useFormStyles();
  const { id: websiteId } = website;
  const connections = useRead(['websites', 'list'], () => api.websites.list.query());
  const setKey = useCommand((key: string) => api.websites.setKey.mutate({ websiteId, key }));
  return (
    <>
      <SectionTitle>{t('settings:website.connection')}</SectionTitle>
      <SavedField
        label={t('settings:website.myPageUrl')}
        type="url"
        placeholder="https://"
        hint={t('settings:website.myPageUrlHint')}
        value={website.myPageUrl}
        check={checkUrl}
        save={(myPageUrl) => edit({ myPageUrl })}
      />
      <SecretField
        label={t('settings:website.key')}
        hint={t('settings:website.keyHint')}
        isStored={connections.data?.find((each) => each.id === websiteId)?.hasKey}
        save={(key) => setKey.mutateAsync(key)}
      />
      <div className={form.row}>
        <ConnectionTest
          test={() => api.websites.testConnection.mutate({ websiteId })}
          success={t('settings:website.connected')}
        />
      </div>
    </>
  );
}

function Papers({ website, edit }: Props) {
  const styles = useStyles();
  return (
    <>
      <SectionTitle>{t('settings:website.papers')}</SectionTitle>
      <p className={styles.lead}>{t('settings:website.papersLead')}</p>
      <SavedCheck
        label={t('settings:website.publishesDeliveryNotes')}
        value={website.publishesDeliveryNotes}
        save={(publishesDeliveryNotes) => edit({ publishesDeliveryNotes })}
      />
      <SavedCheck
        label={t('settings:website.publishesInvoices')}
        value={website.publishesInvoices}
        save={(publishesInvoices) => edit({ publishesInvoices })}
      />
    </>
  );
}

function Shown({ website, edit }: Props) {
  const form = useFormStyles();
  return (
    <>
      <SectionTitle>{t('settings:website.shown')}</SectionTitle>
      <div className={form.row}>
        <SavedNumber
          label={t('settings:website.history')}
          className={form.share}
          hint={t('settings:website.historyHint')}
          unit={t('settings:website.months')}
          value={website.historyMonths}
          range={websiteSettings.shape.historyMonths}
          save={(historyMonths) => edit({ historyMonths })}
        />
      </div>
      <SavedCheck
        label={t('settings:website.directUpdate')}
        hint={t('settings:website.directUpdateHint')}
        value={website.directUpdate}
        save={(directUpdate) => edit({ directUpdate })}
      />
    </>
  );
}
