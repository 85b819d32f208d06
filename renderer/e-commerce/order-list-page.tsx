import { makeStyles } from '@fluentui/react-components';
import type { RunReport, WebsiteReport } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { formatInstant } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { SaveCsvButton } from '../ui/save-csv-button.tsx';
import { t } from '../ui/texts.ts';
import { runListRows } from './report-csv.ts';
import { RunReportView } from './run-report-view.tsx';
import { SaveReportButton } from './save-report-button.tsx';

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

/** With its day, today's too: this is a list by date. */
const at = (run: RunReport) => formatInstant(run.startedAt, new Date(0));

const columns: readonly ListColumn<RunReport>[] = [
  { id: 'startedAt', header: t('e-commerce:orderList.date'), width: '152px', cell: at },
  { id: 'who', header: t('e-commerce:orderList.who'), width: 'minmax(120px, 1fr)', cell: (run) => run.who },
  {
    id: 'orders',
    header: t('e-commerce:orderList.orders'),
    width: '120px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.fetchedOrders),
  },
  {
    id: 'registrations',
    header: t('e-commerce:orderList.registrations'),
    width: '112px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.fetchedRegistrations + site.fetchedOthers),
  },
  {
    id: 'accepted',
    header: t('e-commerce:orderList.accepted'),
    width: '120px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.accepted),
  },
  {
    id: 'notAccepted',
    header: t('e-commerce:orderList.notAccepted'),
    width: '112px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.waiting + site.refused + site.uncertain + site.held),
  },
  {
    id: 'published',
    header: t('e-commerce:orderList.published'),
    width: '128px',
    align: 'end',
    cell: (run) => sumOf(run, (site) => site.published),
  },
  {
    id: 'end',
    header: t('e-commerce:orderList.ended'),
    width: '112px',
    cell: (run) =>
      run.finishedAt === null ? t('e-commerce:orderList.interrupted') : t('e-commerce:orderList.finished'),
  },
];

const none: readonly RunReport[] = [];
const mostRuns = 500;

/** Show order list: what every run fetched and told. */
export function OrderListPage({ runId }: { readonly runId?: number }) {
  const { open, back } = useNavigation();
  const styles = useStyles();
  const runs = useRead(['websiteData', 'runs'], () => api.websiteData.runs.query({ limit: mostRuns }));
  const shown = runs.data?.find((run) => run.runId === runId);
  if (runId !== undefined) {
    return (
      <Page
        title={shown ? t('e-commerce:orderList.runTitle', { at: at(shown) }) : t('e-commerce:websiteData.title')}
        onBack={back}
        actions={shown ? <SaveReportButton runId={shown.runId} startedAt={shown.startedAt} /> : null}
      >
        <div className={styles.report}>
          <RunReportView runId={runId} />
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={t('e-commerce:orderList.title')}
      actions={
        <SaveCsvButton
          title={t('e-commerce:orderList.title')}
          rows={async () => runListRows(runs.data ?? none)}
          isDisabled={(runs.data ?? none).length === 0}
        />
      }
    >
      <ListTable
        label={t('e-commerce:orderList.label')}
        columns={columns}
        rows={runs.data ?? none}
        rowKey={(run) => run.runId}
        rowLabel={(run) => t('e-commerce:orderList.rowLabel', { at: at(run) })}
        onOpen={(run) => open({ page: 'order-list', runId: run.runId })}
        isLoading={runs.isPending}
        error={runs.error}
        onRetry={() => void runs.refetch()}
        empty={{
          title: t('e-commerce:orderList.empty.title'),
          text: t('e-commerce:orderList.empty.text'),
        }}
      />
    </Page>
  );
}
