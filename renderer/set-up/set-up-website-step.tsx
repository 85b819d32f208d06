import { Button } from '@fluentui/react-components';
import { useCompany } from '../frame/company-context.tsx';
import { WebsiteTab } from '../settings/website-tab.tsx';
import { api } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { StepLead } from './step-lead.tsx';
import { useWebsite } from './use-website.ts';

/** Step Website: name, addresses and key of the first webshop. */
export function SetUpWebsiteStep({ websiteId }: { readonly websiteId: number | null }) {
  const company = useCompany();
  const create = useCommand(() => api.settings.createWebsite.mutate({ name: company.name }));
  return (
    <>
      <StepLead title={t('set-up:step.website')} text={t('set-up:website.lead')} />
      {create.error ? <FailureMessage error={create.error} /> : null}
      {websiteId === null ? (
        <EmptyState
          title={t('settings:website.none')}
          text={t('set-up:website.addLead')}
          action={
            <Button appearance="primary" disabled={create.isPending} onClick={() => create.mutate(undefined)}>
              {t('set-up:website.add')}
            </Button>
          }
        />
      ) : (
        <Fields websiteId={websiteId} />
      )}
    </>
  );
}

function Fields({ websiteId }: { readonly websiteId: number }) {
  const { website, error, retry, edit } = useWebsite(websiteId);
  if (website) return <WebsiteTab website={website} edit={edit} />;
  return error ? <FailureState error={error} onRetry={retry} /> : <Waiting label={t('settings:reading')} />;
}
