import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type CheckResult, type CheckStep, checkSteps } from '../../shared/mail-check.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { findingText, stepsToLookAt, verdictTones } from './mail-check-words.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  list: { listStyleType: 'none', margin: 0, padding: 0, width: '100%' },
  step: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'start',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  toCome: { color: tokens.colorNeutralForeground3 },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  next: { margin: '4px 0 0', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  record: {
    margin: '4px 0 0',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '& code': { fontFamily: tokens.fontFamilyMonospace },
  },
  outcome: { width: '100%' },
});

type Check =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly results: readonly CheckResult[] }
  | { readonly kind: 'done'; readonly results: readonly CheckResult[] }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The check of the mail settings: every step as it is done, in plain words, with what to do next. */
export function MailCheck({ websiteId }: { readonly websiteId: number }) {
  const styles = useStyles();
  const { check, start } = useCheck(websiteId);
  const isRunning = check.kind === 'running';
  return (
    <div className={styles.whole}>
      <Button disabledFocusable={isRunning} icon={isRunning ? <Spinner size="extra-tiny" /> : null} onClick={start}>
        {check.kind === 'done' ? t('mail-server:check.again') : t('mail-server:check.start')}
      </Button>
      {check.kind === 'failed' ? <FailureMessage error={check.error} /> : null}
      {check.kind === 'running' || check.kind === 'done' ? <Results check={check} /> : null}
    </div>
  );
}

function Results({ check }: { readonly check: Extract<Check, { kind: 'running' | 'done' }> }) {
  const styles = useStyles();
  const { kind, results } = check;
  const underWay = kind === 'running' ? checkSteps.find((step) => !results.some((each) => each.step === step)) : null;
  return (
    <>
      <Outcome check={check} />
      <ol className={styles.list} aria-label={t('mail-server:check.results')}>
        {checkSteps.map((step) => (
          <Step
            key={step}
            step={step}
            result={results.find((each) => each.step === step)}
            isUnderWay={step === underWay}
          />
        ))}
      </ol>
    </>
  );
}

/** Stands above the steps from the beginning, so that they do not move when the end is told. */
function Outcome({ check: { kind, results } }: { readonly check: Extract<Check, { kind: 'running' | 'done' }> }) {
  const styles = useStyles();
  const count = stepsToLookAt(results);
  const intent = kind === 'running' ? 'info' : count === 0 ? 'success' : 'warning';
  return (
    <MessageBar intent={intent} role="status" className={styles.outcome}>
      <MessageBarBody>
        {kind === 'running'
          ? t('mail-server:check.underWay')
          : count === 0
            ? t('mail-server:check.allWell')
            : t('mail-server:check.someToLookAt', { count })}
      </MessageBarBody>
    </MessageBar>
  );
}

type StepProps = {
  readonly step: CheckStep;
  readonly result: CheckResult | undefined;
  readonly isUnderWay: boolean;
};

function Step({ step, result, isUnderWay }: StepProps) {
  const styles = useStyles();
  const name = t(`mail-server:check.step.${step}`);
  if (result === undefined) {
    return (
      <li className={styles.step} aria-current={isUnderWay ? 'step' : undefined}>
        <span>{isUnderWay ? <Spinner size="extra-tiny" aria-hidden /> : null}</span>
        <span className={styles.toCome}>{name}</span>
      </li>
    );
  }
  const { what, next } = findingText(result);
  const { record } = result.facts;
  return (
    <li className={styles.step}>
      <StatusWord word={t(`mail-server:check.verdict.${result.verdict}`)} tone={verdictTones[result.verdict]} />
      <div>
        <div className={styles.name}>{name}</div>
        <p className={styles.text}>{what}</p>
        {next === null ? null : <p className={styles.next}>{next}</p>}
        {record === undefined ? null : (
          <p className={styles.record}>
            {t('mail-server:check.publishes')} <code>{record}</code>
          </p>
        )}
      </div>
    </li>
  );
}

function useCheck(websiteId: number) {
  const [check, setCheck] = useState<Check>({ kind: 'idle' });
  const listening = useRef<{ unsubscribe(): void } | null>(null);
  useEffect(() => () => listening.current?.unsubscribe(), []);
  const start = () => {
    setCheck({ kind: 'running', results: [] });
    listening.current = api.mailSettings.check.subscribe(
      { websiteId },
      {
        onData: (result) =>
          setCheck((before) =>
            before.kind === 'running' ? { ...before, results: [...before.results, result] } : before,
          ),
        onError: (error) => setCheck({ kind: 'failed', error }),
        onComplete: () => setCheck((before) => (before.kind === 'running' ? { ...before, kind: 'done' } : before)),
      },
    );
  };
  return { check, start };
}
