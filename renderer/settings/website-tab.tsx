import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { SecretField } from './secret-field.tsx';
import { approvalChoices, passwordModeChoices } from './setting-choices.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  colour: { width: '160px' },
});

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

function checkUrl(text: string): string | null {
  return text.trim() === '' || /^https?:\/\/\S+$/i.test(text.trim())
    ? null
    : 'Enter an address that begins with https://.';
}

/** Website: where it answers, its key, and how customers log in. */
export function WebsiteTab({ website, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <SavedField
        label="Name"
        hint="Customers read it in mails and on My page."
        value={website.name}
        check={(text) => (text.trim() === '' ? 'The name cannot be empty.' : null)}
        save={(name) => edit({ name })}
      />
      <SavedField
        label="Address of the webshop"
        type="url"
        placeholder="https://"
        value={website.url}
        check={checkUrl}
        save={(url) => edit({ url })}
      />
      <Connection website={website} edit={edit} />
      <Protection website={website} edit={edit} />
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
      <SectionTitle>Connection</SectionTitle>
      <SavedField
        label="Address of My page"
        type="url"
        placeholder="https://"
        hint="Orders are fetched from it and order histories are published to it."
        value={website.myPageUrl}
        check={checkUrl}
        save={(myPageUrl) => edit({ myPageUrl })}
      />
      <SecretField
        label="Key of the website"
        hint="My page shows it to its owner. Kept in the keychain of this computer, nowhere else."
        isStored={connections.data?.find((each) => each.id === websiteId)?.hasKey}
        save={(key) => setKey.mutateAsync(key)}
      />
      <div className={form.row}>
        <ConnectionTest
          test={() => api.websites.testConnection.mutate({ websiteId })}
          success="The website answered and knows this company."
        />
      </div>
    </>
  );
}

function Protection({ website, edit }: Props) {
  const styles = useStyles();
  const form = useFormStyles();
  return (
    <>
      <SectionTitle>Password settings</SectionTitle>
      <p className={styles.lead}>These take effect with View – E-Commerce – Update Website.</p>
      <SavedChoice
        label="Password protection"
        value={website.passwordMode}
        choices={passwordModeChoices}
        save={(passwordMode) => edit({ passwordMode })}
      />
      <SavedChoice
        label="Approval of new users"
        value={website.approval}
        choices={approvalChoices}
        save={(approval) => edit({ approval })}
      />
      <div className={form.row}>
        <SavedField
          label="Order history"
          className={form.share}
          hint="How far back My page goes."
          unit="months"
          isNumber
          value={String(website.historyMonths)}
          check={(text) =>
            /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 240 ? null : 'Between 1 and 240 months.'
          }
          save={(text) => edit({ historyMonths: Number(text) })}
        />
        <SavedField
          label="Colour"
          hint="Of mails and My page, such as #0f6cbd."
          className={styles.colour}
          value={website.colour}
          check={(text) => (/^#[0-9a-f]{6}$/i.test(text.trim()) ? null : 'Six digits after #, such as #0f6cbd.')}
          save={(colour) => edit({ colour: colour.trim() })}
        />
      </div>
      <SavedCheck
        label="Go directly to update"
        hint="At the end of Get Website Data, Update Website is done too, so that the webshop’s stock is right."
        value={website.directUpdate}
        save={(directUpdate) => edit({ directUpdate })}
      />
    </>
  );
}
