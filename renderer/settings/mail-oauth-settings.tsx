import type { MailSecrets } from '../../shared/mail-sign-in.ts';
import { oauthProviders, type WebsiteView, websiteSettings } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { checkBy } from '../ui/parse.ts';
import { useCommand } from '../ui/queries.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { t } from '../ui/texts.ts';
import { MailSignIn } from './mail-sign-in.tsx';
import { SecretField } from './secret-field.tsx';
import type { EditWebsite } from './website-settings-page.tsx';

const providerChoices = oauthProviders.map((value) => ({ value, label: t(`mail-server:signIn.providers.${value}`) }));

const checkTenant = checkBy(websiteSettings.shape.oauthTenant, t('mail-server:signIn.notATenant'));
const checkUrl = checkBy(websiteSettings.shape.oauthTokenUrl, t('settings:website.notAUrl'));

type Props = {
  readonly website: WebsiteView;
  readonly edit: EditWebsite;
  readonly kept: MailSecrets | null | undefined;
};

/** Signing in at the provider instead of a password: the shop's own app there, and the sign-in itself. */
export function MailOauthSettings({ website, edit, kept }: Props) {
  const form = useFormStyles();
  const { id: websiteId } = website;
  const setClientSecret = useCommand((clientSecret: string) =>
    api.mailSettings.setClientSecret.mutate({ websiteId, clientSecret }),
  );
  return (
    <>
      <SavedChoice
        label={t('mail-server:signIn.provider')}
        value={website.oauthProvider}
        choices={providerChoices}
        save={(oauthProvider) => edit({ oauthProvider })}
      />
      {website.oauthProvider === 'microsoft' ? (
        <SavedField
          label={t('mail-server:signIn.tenant')}
          hint={t('mail-server:signIn.tenantHint')}
          value={website.oauthTenant}
          check={checkTenant}
          isCheckedWhileTyping
          save={(oauthTenant) => edit({ oauthTenant })}
        />
      ) : null}
      {website.oauthProvider === 'other' ? <OtherProvider website={website} edit={edit} /> : null}
      <div className={form.row}>
        <SavedField
          label={t('mail-server:signIn.clientId')}
          hint={t('mail-server:signIn.clientIdHint')}
          className={form.grow}
          value={website.oauthClientId}
          save={(oauthClientId) => edit({ oauthClientId })}
        />
        <SecretField
          label={t('mail-server:signIn.clientSecret')}
          hint={t('mail-server:signIn.clientSecretHint')}
          className={form.grow}
          isStored={kept === null ? null : kept?.hasClientSecret}
          save={(clientSecret) => setClientSecret.mutateAsync(clientSecret)}
        />
      </div>
      <MailSignIn websiteId={websiteId} isSignedIn={kept === null ? null : kept?.isSignedIn} />
    </>
  );
}

function OtherProvider({ website, edit }: Omit<Props, 'kept'>) {
  return (
    <>
      <SavedField
        label={t('mail-server:signIn.authorizeUrl')}
        type="url"
        value={website.oauthAuthorizeUrl}
        check={checkUrl}
        save={(oauthAuthorizeUrl) => edit({ oauthAuthorizeUrl })}
      />
      <SavedField
        label={t('mail-server:signIn.tokenUrl')}
        type="url"
        value={website.oauthTokenUrl}
        check={checkUrl}
        save={(oauthTokenUrl) => edit({ oauthTokenUrl })}
      />
      <SavedField
        label={t('mail-server:signIn.scope')}
        value={website.oauthScope}
        save={(oauthScope) => edit({ oauthScope })}
      />
    </>
  );
}
