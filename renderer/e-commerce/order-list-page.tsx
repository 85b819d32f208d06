import { makeStyles } from '@fluentui/react-components';
import type { RunReport, WebsiteReport } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { formatInstant } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { RunReportView } from './run-report-view.tsx';

const useStyles = makeStyles({
  report: {
    overflowY: 'auto',
    padding: '16px',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    maxWidth: '1040px',
  },
});

function sumOf(run: RunReport, of: (website: WebsiteReport) => number): number {
  return run.websites.reduce((sum, website) => sum + of(website), 0);
}

const columns: readonly ListColumn<RunReport>[] = [
  { id: 'startedAt', header: 'Date', width: '152px', cell: (run) => formatInstant(run.startedAt, new Date()) },
  { id: 'who', header: 'Started by', width: 'minmax(120px, 1fr)', cell: (run) => run.who },
  {
    id: 'orders',
    header: 'Orders fetched',
    width: '120px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.fetchedOrders),
  },
  {
    id: 'registrations',
    header: 'Registrations',
    width: '112px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.fetchedRegistrations + site.fetchedOthers),
  },
  {
    id: 'accepted',
    header: 'Mails accepted',
    width: '120px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.accepted),
  },
  {
    id: 'notAccepted',
    header: 'Not accepted',
    width: '112px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.waiting + site.refused + site.uncertain + site.held),
  },
  {
    id: 'published',
    header: 'Orders published',
    width: '128px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.published),
  },
  { id: 'end', header: 'Ended', width: '112px', cell: (run) => (run.finishedAt === null ? 'Interrupted' : 'Finished') },
];

const none: readonly RunReport[] = [];

/** Show order list: what every run fetched and told. */
export function OrderListPage({ runId }: { readonly runId?: number }) {
  const { open, back } = useNavigation();
  const styles = useStyles();
  const runs = useRead(['websiteData', 'runs'], () => api.websiteData.runs.query());
  const shown = runs.data?.find((run) => run.runId === runId);
  if (runId !== undefined) {
    return (
      <Page title={`Get Website Data${shown ? `, ${formatInstant(shown.startedAt, new Date())}` : ''}`} onBack={back}>
        <div className={styles.report}>
          <RunReportView runId={runId} />
        </div>
      </Page>
    );
  }
  return (
    <Page title="Show order list">
      <ListTable
        label="Runs of Get Website Data"
        columns={columns}
        rows={runs.data ?? none}
        rowKey={(run) => run.runId}
        rowLabel={(run) => `Run of ${formatInstant(run.startedAt, new Date())}`}
        onOpen={(run) => open({ page: 'order-list', runId: run.runId })}
        isLoading={runs.isPending}
        error={runs.error}
        onRetry={() => void runs.refetch()}
        empty={{
          title: 'Never run yet',
          text: 'Every Get Website Data leaves a line here: what it fetched and whom it told.',
        }}
      />
    </Page>
  );
}
