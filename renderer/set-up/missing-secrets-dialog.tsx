import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { assertNever } from '../../shared/errors.ts';
import type { WebsiteView } from '../../shared/settings.ts';
import type { MissingSecrets } from '../../shared/website-data.ts';
import { MailSignIn } from '../settings/mail-sign-in.tsx';
import { SecretField } from '../settings/secret-field.tsx';
import { api } from '../ui/api.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { useWebsite } from './use-website.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '16px', paddingBottom: '8px' },
  lead: { margin: 0 },
});

type MissingAtWebsite = MissingSecrets['websites'][number];

/**
 * Asks once, when a company is opened, for exactly what the keychain of this computer lacks. What is missing then stays
 * listed while it is entered; a company whose set-up goes on is asked in its steps.
 */
export function MissingSecretsDialog() {
  const [atOpening, setAtOpening] = useState<readonly MissingAtWebsite[] | 'closed' | null>(null);
  const missing = useRead(['websiteData', 'missingSecrets'], () => api.websiteData.missingSecrets.query());
  if (missing.data !== undefined && atOpening === null) setAtOpening(missing.data.websites);
  if (atOpening === null || atOpening === 'closed' || atOpening.length === 0) return null;
  const isLeft = (missing.data?.websites.length ?? 0) > 0;
  return <SecretsDialog websites={atOpening} isLeft={isLeft} onClose={() => setAtOpening('closed')} />;
}

type Props = {
  readonly websites: readonly MissingAtWebsite[];
  readonly isLeft: boolean;
  readonly onClose: () => void;
};

function SecretsDialog({ websites, isLeft, onClose }: Props) {
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('set-up:secrets.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.lead}>{t('set-up:secrets.lead')}</p>
            {websites.flatMap((website) =>
              website.missing.map((what) => (
                <MissingSecret key={`${website.websiteId} ${what}`} websiteId={website.websiteId} what={what} />
              )),
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance={isLeft ? 'secondary' : 'primary'} onClick={onClose}>
              {isLeft ? t('set-up:secrets.later') : t('set-up:secrets.done')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type SecretProps = { readonly websiteId: number; readonly what: MissingAtWebsite['missing'][number] };

function MissingSecret({ websiteId, what }: SecretProps) {
  const { website } = useWebsite(websiteId);
  const [isStored, setIsStored] = useState(false);
  const store = useCommand(async (secret: string) => {
    if (what === 'website-key') await api.websites.setKey.mutate({ websiteId, key: secret });
    else if (what === 'mail-password') await api.mailSettings.setPassword.mutate({ websiteId, password: secret });
    else await api.returnBox.setPassword.mutate({ websiteId, password: secret });
    setIsStored(true);
  });
  if (website === undefined) return null;
  if (what === 'mail-sign-in') return <MissingSignIn website={website} />;
  return <SecretField {...wordsFor(what, website)} isStored={isStored} save={(secret) => store.mutateAsync(secret)} />;
}

function wordsFor(
  what: Exclude<SecretProps['what'], 'mail-sign-in'>,
  website: WebsiteView,
): { readonly label: string; readonly hint: string } {
  switch (what) {
    case 'website-key':
      return { label: t('set-up:secrets.key', { website: website.name }), hint: t('set-up:secrets.keyHint') };
    case 'mail-password':
      return {
        label: t('set-up:secrets.password', { website: website.name }),
        hint: t('set-up:secrets.passwordHint', { user: website.smtpUser, host: website.smtpHost }),
      };
    case 'return-box-password':
      return {
        label: t('set-up:secrets.boxPassword', { website: website.name }),
        hint: t('set-up:secrets.passwordHint', { user: website.returnUser, host: website.returnHost }),
      };
    default:
      return assertNever(what, 'secret');
  }
}

function MissingSignIn({ website }: { readonly website: WebsiteView }) {
  const styles = useStyles();
  const { id: websiteId } = website;
  const kept = useRead(['mailSettings', 'secrets', websiteId], () => api.mailSettings.secrets.query({ websiteId }));
  return (
    <div>
      <p className={styles.lead}>
        {t('set-up:secrets.signIn', { website: website.name, user: website.smtpUser, host: website.smtpHost })}
      </p>
      <MailSignIn websiteId={websiteId} isSignedIn={kept.error ? null : kept.data?.isSignedIn} />
    </div>
  );
}
