import { makeStyles, ProgressBar, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { formatCount, formatTimeLeft } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { RunState, StepProgress, WebsiteProgress } from './run-progress.ts';

const useStyles = makeStyles({
  website: { display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  step: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(200px, 280px) 160px 1fr 160px',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { fontSize: '20px', display: 'flex' },
  toCome: { color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  count: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  left: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The steps of a run as a vertical list, with counts that move. */
export function RunSteps({ run }: { readonly run: Extract<RunState, { kind: 'running' }> }) {
  if (run.websites.length === 0)
    return <Spinner size="small" labelPosition="after" label={t('e-commerce:steps.starting')} />;
  return run.websites.map((website) => (
    <Website key={website.websiteName} website={website} isNamed={run.websites.length > 1} />
  ));
}

function Website({ website, isNamed }: { readonly website: WebsiteProgress; readonly isNamed: boolean }) {
  const styles = useStyles();
  return (
    <section className={styles.website} aria-label={website.websiteName}>
      {isNamed ? <SectionTitle>{website.websiteName}</SectionTitle> : null}
      <ol className={styles.list} aria-label={t('e-commerce:steps.label')} aria-live="polite">
        {website.steps.map((step) => (
          <Step key={step.step} progress={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ progress }: { readonly progress: StepProgress }) {
  const styles = useStyles();
  const { step, state, done, of, etaMs } = progress;
  const name = t(`e-commerce:step.${step}.name`);
  const isCounting = state === 'running' && of !== null && of > 0;
  return (
    <li className={styles.step} aria-current={state === 'running' ? 'step' : undefined}>
      <StepIcon state={state} />
      <span className={state === 'to-come' ? styles.toCome : undefined}>{name}</span>
      <span className={styles.count}>
        {state === 'to-come'
          ? ''
          : isCounting
            ? t(`e-commerce:step.${step}.soFar`, { done: formatCount(done), count: of })
            : t(`e-commerce:step.${step}.done`, { count: done })}
      </span>
      {isCounting ? <ProgressBar value={done / of} thickness="medium" aria-label={name} /> : <span />}
      <span className={styles.left}>
        {state === 'failed'
          ? t('e-commerce:steps.seeReport')
          : state === 'running' && etaMs !== null
            ? formatTimeLeft(etaMs)
            : ''}
      </span>
    </li>
  );
}

function StepIcon({ state }: { readonly state: StepProgress['state'] }) {
  const styles = useStyles();
  if (state === 'running') return <Spinner size="extra-tiny" aria-label={t('e-commerce:steps.underWay')} />;
  const [icon, color, label] = {
    'to-come': [<CircleRegular key="icon" />, styles.toCome, t('e-commerce:steps.toCome')] as const,
    done: [<CheckmarkCircleRegular key="icon" />, styles.done, t('e-commerce:steps.done')] as const,
    failed: [<ErrorCircleRegular key="icon" />, styles.failed, t('e-commerce:steps.failed')] as const,
  }[state];
  return (
    <span className={`${styles.icon} ${color}`} role="img" aria-label={label}>
      {icon}
    </span>
  );
}
