import {
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Overview } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { errorTextFor } from '../ui/error-texts.ts';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { RunPreview } from './run-preview.tsx';
import { StoppedRuns } from './stopped-runs.tsx';

const useStyles = makeStyles({
  lead: { color: tokens.colorNeutralForeground2, margin: 0 },
});

/** What the next run would do, before it is started: what is missing, where it stopped, and the preview. */
export function ReadyToRun() {
  const styles = useStyles();
  const overview = useRead(['websiteData', 'overview'], () => api.websiteData.overview.query());
  return (
    <>
      <p className={styles.lead}>{t('e-commerce:ready.lead')}</p>
      <StoppedRuns />
      {overview.data ? <Warnings overview={overview.data} /> : null}
      {overview.data?.websites.length === 0 ? null : <RunPreview />}
    </>
  );
}

const keychainText = errorTextFor('keychain-unavailable');

function Warnings({ overview }: { readonly overview: Overview }) {
  const { open } = useNavigation();
  const secrets = useRead(['websiteData', 'missingSecrets'], () => api.websiteData.missingSecrets.query());
  const missingOf = (website: Overview['websites'][number]) => [
    ...website.missing,
    ...(secrets.data?.websites.find((entry) => entry.websiteId === website.id)?.missing ?? []),
  ];
  const incomplete = overview.websites
    .map((website) => ({ ...website, missing: missingOf(website) }))
    .filter((website) => website.missing.length > 0);
  return (
    <>
      {secrets.data?.isKeychainThere === false && overview.websites.length > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{keychainText.what}</MessageBarTitle> {t('e-commerce:ready.noKeychain')}{' '}
            {keychainText.next}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {overview.websites.length === 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('e-commerce:ready.noWebsite.title')}</MessageBarTitle>{' '}
            {t('e-commerce:ready.noWebsite.text')}
          </MessageBarBody>
          <MessageBarActions>
            <Link as="button" onClick={() => open({ page: 'website-settings' })}>
              {t('e-commerce:websiteData.websiteSettings')}
            </Link>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {incomplete.map((website) => (
        <MessageBar key={website.id} intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('e-commerce:ready.incomplete.title', { website: website.name })}</MessageBarTitle>{' '}
            {t('e-commerce:ready.incomplete.text', {
              missing: website.missing.map((missing) => t(`e-commerce:missing.${missing}`)).join(', '),
            })}
          </MessageBarBody>
          <MessageBarActions>
            <Link as="button" onClick={() => open({ page: 'website-settings', websiteId: website.id })}>
              {t('e-commerce:websiteData.websiteSettings')}
            </Link>
          </MessageBarActions>
        </MessageBar>
      ))}
      {overview.waitingEnquiries > 0 ? (
        <MessageBar intent="info">
          <MessageBarBody>
            <MessageBarTitle>
              {t('e-commerce:ready.enquiries.title', { count: overview.waitingEnquiries })}
            </MessageBarTitle>{' '}
            {t('e-commerce:ready.enquiries.text', { count: overview.waitingEnquiries })}
          </MessageBarBody>
          <MessageBarActions>
            <Link as="button" onClick={() => open({ page: 'comparison' })}>
              {t('e-commerce:websiteData.compareEnquiries')}
            </Link>
          </MessageBarActions>
        </MessageBar>
      ) : null}
    </>
  );
}
