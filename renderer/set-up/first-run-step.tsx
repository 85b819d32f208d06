import { Button, MessageBar, MessageBarBody, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { SetUpState } from '../../shared/set-up.ts';
import { useRun } from '../e-commerce/run-context.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { StepLead } from './step-lead.tsx';
import { stepNames } from './use-set-up.ts';

const useStyles = makeStyles({
  content: { padding: '8px 16px 16px 16px', maxWidth: '640px', display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  figures: { display: 'flex', gap: '8px', flexWrap: 'wrap', margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Step First run: what Get Website Data will do, in numbers, and the way into it. */
export function FirstRunStep({ state }: { readonly state: SetUpState }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const { start } = useRun();
  const overview = useRead(['websiteData', 'overview'], () => api.websiteData.overview.query());
  const notReady = state.left.filter((step) => step === 'website' || step === 'mail');
  const toBeTold = overview.data?.toBeTold;
  const noted = t('set-up:firstRun.noted', { count: state.counts.ordersNoted });
  return (
    <>
      <StepLead title={t('set-up:step.first-run')} text={t('set-up:firstRun.lead')} />
      <div className={styles.content}>
        <ul className={styles.list}>
          {(['fetches', 'notes', 'tells', 'publishes'] as const).map((what) => (
            <li key={what}>{t(`set-up:firstRun.${what}`)}</li>
          ))}
        </ul>
        {overview.error ? <FailureMessage error={overview.error} /> : null}
        {toBeTold === undefined ? null : (
          <div role="status">
            <Subtitle1 as="p" className={styles.figures}>
              {t('set-up:firstRun.told', { count: toBeTold })}, {noted}
            </Subtitle1>
          </div>
        )}
        {state.left.includes('first-run') ? <p className={styles.note}>{t('set-up:firstRun.waitingOnSite')}</p> : null}
        {notReady.length > 0 ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('set-up:firstRun.notReady', { steps: stepNames(notReady) })}</MessageBarBody>
          </MessageBar>
        ) : null}
        <LastRun />
        <div>
          <Button
            appearance="primary"
            onClick={() => {
              start();
              open({ page: 'website-data' });
            }}
          >
            {state.left.includes('first-run') ? t('set-up:firstRun.start') : t('set-up:firstRun.again')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** What the last run did, once there is one. */
function LastRun() {
  const styles = useStyles();
  const overview = useRead(['websiteData', 'overview'], () => api.websiteData.overview.query());
  const run = overview.data?.lastRun;
  if (!run?.finishedAt) return null;
  const sum = (key: 'accepted' | 'imported') => run.websites.reduce((total, website) => total + website[key], 0);
  return (
    <p className={styles.note}>
      {t('set-up:firstRun.last', {
        at: formatInstant(run.finishedAt, new Date()),
        told: t('set-up:firstRun.wereTold', { count: sum('accepted') }),
        noted: t('set-up:firstRun.noted', { count: sum('imported') }),
      })}
    </p>
  );
}
