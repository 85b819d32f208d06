import { Button } from '@fluentui/react-components';
import { MailTab } from '../settings/mail-tab.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureState } from '../ui/failure-message.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { StepLead } from './step-lead.tsx';
import { useWebsite } from './use-website.ts';

type Props = { readonly websiteId: number | null; readonly toWebsite: () => void };

/** Step E-mail: sender and mail server, with the servers of common providers. */
export function SetUpMailStep({ websiteId, toWebsite }: Props) {
  return (
    <>
      <StepLead title={t('set-up:step.mail')} text={t('set-up:mail.lead')} />
      {websiteId === null ? (
        <EmptyState
          title={t('set-up:mail.needsWebsite')}
          text={t('set-up:mail.needsWebsiteText')}
          action={<Button onClick={toWebsite}>{t('set-up:mail.toWebsite')}</Button>}
        />
      ) : (
        <Fields websiteId={websiteId} />
      )}
    </>
  );
}

function Fields({ websiteId }: { readonly websiteId: number }) {
  const { website, error, retry, edit } = useWebsite(websiteId);
  if (!website) {
    return error ? <FailureState error={error} onRetry={retry} /> : <Waiting label={t('settings:reading')} />;
  }
  return <MailTab website={website} edit={edit} />;
}
