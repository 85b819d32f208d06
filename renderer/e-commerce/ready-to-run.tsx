import {
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Overview, PreviewRow } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { errorTextFor } from '../ui/error-texts.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { NotToldNowLine } from './not-told-now-line.tsx';
import { langOf } from './website-data-words.ts';

const useStyles = makeStyles({
  lead: { color: tokens.colorNeutralForeground2, margin: 0 },
  sentences: { margin: 0, padding: 0, listStyleType: 'none', whiteSpace: 'normal' },
  filtered: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** What the next run would do, before it is started: who is told what, who is not and why, and what is missing. */
export function ReadyToRun() {
  const styles = useStyles();
  const overview = useRead(['websiteData', 'overview'], () => api.websiteData.overview.query());
  const preview = useRead(['websiteData', 'preview'], () => api.websiteData.preview.query());
  if (preview.error && !preview.data)
    return <FailureState error={preview.error} onRetry={() => void preview.refetch()} />;
  const told = preview.data?.filter((row) => row.notTold === null) ?? [];
  const notTold = preview.data?.filter((row) => row.notTold !== null) ?? [];
  return (
    <>
      <p className={styles.lead}>{t('e-commerce:ready.lead')}</p>
      {overview.data ? <Warnings overview={overview.data} /> : null}
      {preview.data &&
      overview.data &&
      overview.data.websites.length > 0 &&
      told.length === 0 &&
      notTold.length === 0 ? (
        <EmptyState title={t('e-commerce:ready.nothing.title')} text={t('e-commerce:ready.nothing.text')} />
      ) : null}
      {told.length > 0 ? (
        <section className={styles.section} aria-label={t('e-commerce:ready.told')}>
          <SectionTitle>{t('e-commerce:ready.toldCount', { count: told.length })}</SectionTitle>
          <PreviewTable label={t('e-commerce:ready.told')} rows={told} />
        </section>
      ) : null}
      {notTold.length > 0 ? (
        <section className={styles.section} aria-label={t('e-commerce:ready.notTold')}>
          <SectionTitle>{t('e-commerce:ready.notTold')}</SectionTitle>
          <PreviewTable label={t('e-commerce:ready.notTold')} rows={notTold} />
        </section>
      ) : null}
    </>
  );
}

function PreviewTable({ label, rows }: { readonly label: string; readonly rows: readonly PreviewRow[] }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const columns: readonly SmallColumn<PreviewRow>[] = [
    { id: 'customer', header: t('e-commerce:columns.customer'), cell: (row) => row.customerName },
    {
      id: 'orders',
      header: t('e-commerce:columns.order'),
      cell: (row) =>
        row.orders.map((order) => (
          <div key={order.orderId}>
            <Link as="button" onClick={() => open({ page: 'order', orderId: order.orderId })}>
              {order.webOrderNo}
            </Link>
          </div>
        )),
    },
    {
      id: 'sentences',
      header: t('e-commerce:ready.news'),
      width: 'wide',
      cell: (row) => (
        <ul className={styles.sentences}>
          {row.orders.flatMap((order) => [
            ...order.sentences.map((sentence) => (
              <li key={`${order.orderId} ${sentence}`} lang={langOf(row.language)}>
                {sentence}
              </li>
            )),
            ...order.filtered.map((change) => (
              <li key={`${order.orderId} ${change.text}`} className={styles.filtered}>
                <NotToldNowLine change={change} language={row.language} />
              </li>
            )),
          ])}
        </ul>
      ),
    },
    {
      id: 'how',
      header: rows[0]?.notTold === null ? t('e-commerce:ready.goesTo') : t('e-commerce:columns.whyNot'),
      cell: (row) => (row.notTold === null ? row.address : t(`e-commerce:notTold.${row.notTold}`)),
    },
  ];
  return (
    <SmallTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.websiteName} ${row.contactId} ${row.orders.map((order) => order.orderId).join(' ')}`}
      rowLabel={(row) => row.customerName}
    />
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
