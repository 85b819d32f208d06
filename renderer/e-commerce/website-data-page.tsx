import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { MailDecisions } from './mail-decisions.tsx';
import { ReadyToRun } from './ready-to-run.tsx';
import { useRun } from './run-context.tsx';
import { RunReportView } from './run-report-view.tsx';
import { RunSteps } from './run-steps.tsx';
import { SaveReportButton } from './save-report-button.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '16px',
    flexGrow: 1,
  },
  // A report is read; the preview is a list, which takes the room there is
  narrow: { maxWidth: '1040px' },
  outer: { overflowY: 'auto', flexGrow: 1, display: 'flex', flexDirection: 'column' },
});

/** View - E-Commerce - Get Website Data: what the next run would do, the run itself, and its report, in one place. */
export function WebsiteDataPage() {
  const styles = useStyles();
  const { run, putAway } = useRun();
  // Who comes back after more work wants to see what the next run tells; the old report stays under Show order list.
  const cameBackTo = useRef(run.kind === 'finished' ? run.report.runId : null);
  const overview = useRead(['websiteData', 'overview'], () => api.websiteData.overview.query());
  const hasNews = (overview.data?.toBeTold ?? 0) > 0;
  useEffect(() => {
    if (cameBackTo.current !== null && hasNews && run.kind === 'finished') putAway();
    if (run.kind !== 'finished') cameBackTo.current = null;
  }, [hasNews, run.kind, putAway]);
  const isReady = run.kind === 'idle' || run.kind === 'failed';
  return (
    <Page title={t('e-commerce:websiteData.title')} actions={<Actions />}>
      <div className={styles.outer}>
        <div className={mergeClasses(styles.body, !isReady && styles.narrow)}>
          {run.kind === 'failed' ? <FailureMessage error={run.error} /> : null}
          {run.kind === 'running' ? <RunSteps run={run} /> : null}
          {run.kind === 'finished' ? <RunReportView runId={run.report.runId} /> : null}
          {run.kind === 'running' ? null : <MailDecisions />}
          {isReady ? <ReadyToRun /> : null}
        </div>
      </div>
    </Page>
  );
}

function Actions() {
  const { run, start, cancel, putAway } = useRun();
  const { open } = useNavigation();
  const overview = useRead(['websiteData', 'overview'], () => api.websiteData.overview.query());
  const hasNoWebsite = overview.data?.websites.length === 0;
  if (run.kind === 'running') {
    return (
      <Button disabled={run.isCancelling} onClick={cancel}>
        {run.isCancelling ? t('e-commerce:websiteData.isCancelling') : t('e-commerce:websiteData.cancelSending')}
      </Button>
    );
  }
  const isWaiting = run.kind === 'finished' && run.report.websites.some((website) => website.waitingEnquiries > 0);
  return (
    <>
      <Button onClick={() => open({ page: 'order-list' })}>{t('e-commerce:websiteData.showOrderList')}</Button>
      {run.kind === 'finished' ? <SaveReportButton runId={run.report.runId} startedAt={run.report.startedAt} /> : null}
      {isWaiting ? (
        <Button appearance="primary" onClick={() => open({ page: 'comparison' })}>
          {t('e-commerce:websiteData.compareEnquiries')}
        </Button>
      ) : null}
      {run.kind === 'finished' ? (
        <Button appearance={isWaiting ? 'secondary' : 'primary'} onClick={putAway} autoFocus>
          {t('e-commerce:websiteData.finish')}
        </Button>
      ) : (
        <Button appearance={hasNoWebsite ? 'secondary' : 'primary'} onClick={start} autoFocus>
          {t('e-commerce:websiteData.start')}
        </Button>
      )}
    </>
  );
}
