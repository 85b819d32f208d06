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
import { countOf } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { missingWords, notToldWords } from './website-data-words.ts';

const useStyles = makeStyles({
  lead: { color: tokens.colorNeutralForeground2, margin: 0 },
  sentences: { margin: 0, padding: 0, listStyleType: 'none', whiteSpace: 'normal' },
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
      <p className={styles.lead}>
        Start fetches new orders and registrations, tells every customer whose order changed, once, and brings My page
        up to date.
      </p>
      {overview.data ? <Warnings overview={overview.data} /> : null}
      {preview.data && told.length === 0 && notTold.length === 0 ? (
        <EmptyState
          title="No customer has news at the moment"
          text="Start looks for new orders on the website all the same, and brings My page up to date."
        />
      ) : null}
      {told.length > 0 ? (
        <section className={styles.section} aria-label="Would be told now">
          <SectionTitle>{countOf(told.length, 'customer')} would be told now</SectionTitle>
          <PreviewTable label="Would be told now" rows={told} />
        </section>
      ) : null}
      {notTold.length > 0 ? (
        <section className={styles.section} aria-label="Not told, and why">
          <SectionTitle>Not told, and why</SectionTitle>
          <PreviewTable label="Not told, and why" rows={notTold} />
        </section>
      ) : null}
    </>
  );
}

function PreviewTable({ label, rows }: { readonly label: string; readonly rows: readonly PreviewRow[] }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const columns: readonly SmallColumn<PreviewRow>[] = [
    { id: 'customer', header: 'Customer', cell: (row) => row.customerName },
    {
      id: 'orders',
      header: 'Order',
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
      header: 'News',
      width: 'wide',
      cell: (row) => (
        <ul className={styles.sentences}>
          {row.orders.flatMap((order) =>
            order.sentences.map((sentence) => <li key={`${order.orderId} ${sentence}`}>{sentence}</li>),
          )}
        </ul>
      ),
    },
    {
      id: 'how',
      header: rows[0]?.notTold === null ? 'Goes to' : 'Why not',
      cell: (row) => (row.notTold === null ? row.address : notToldWords[row.notTold]),
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
            <MessageBarTitle>{keychainText.what}</MessageBarTitle> Without it no mail is handed over and My page stays
            as it is; nothing is lost, the next run does it. {keychainText.next}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {overview.websites.length === 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>No website is set up yet.</MessageBarTitle>
            Enter where the webshop answers and how mails go out.
          </MessageBarBody>
          <MessageBarActions>
            <Link as="button" onClick={() => open({ page: 'website-settings' })}>
              Website Settings
            </Link>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {incomplete.map((website) => (
        <MessageBar key={website.id} intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{website.name} is not complete.</MessageBarTitle>
            Missing: {website.missing.map((missing) => missingWords[missing]).join(', ')}. Start does everything that
            can be done without; the rest waits.
          </MessageBarBody>
          <MessageBarActions>
            <Link as="button" onClick={() => open({ page: 'website-settings', websiteId: website.id })}>
              Website Settings
            </Link>
          </MessageBarActions>
        </MessageBar>
      ))}
      {overview.waitingEnquiries > 0 ? (
        <MessageBar intent="info">
          <MessageBarBody>
            <MessageBarTitle>
              {countOf(overview.waitingEnquiries, 'enquiry', 'enquiries')} in the comparison list.
            </MessageBarTitle>
            They wait for a decision and hold back nothing else.
          </MessageBarBody>
          <MessageBarActions>
            <Link as="button" onClick={() => open({ page: 'comparison' })}>
              Compare enquiries
            </Link>
          </MessageBarActions>
        </MessageBar>
      ) : null}
    </>
  );
}
