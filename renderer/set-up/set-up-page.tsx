import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type SetUpState, type SetUpStep, setUpSteps } from '../../shared/set-up.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { CompanyTab } from '../settings/company-tab.tsx';
import { FailureState } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';
import { t } from '../ui/texts.ts';
import { FirstRunStep } from './first-run-step.tsx';
import { ImportStep } from './import-step.tsx';
import { SetUpMailStep } from './set-up-mail-step.tsx';
import { SetUpWebsiteStep } from './set-up-website-step.tsx';
import { StepLead } from './step-lead.tsx';
import { useSetUp } from './use-set-up.ts';

const useStyles = makeStyles({
  columns: { display: 'flex', flexGrow: 1, minHeight: 0 },
  steps: {
    width: '200px',
    flexShrink: 0,
    padding: '12px 8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
  },
  step: { justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular, minWidth: 0 },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  content: { flexGrow: 1, minWidth: 0, overflowY: 'auto' },
  done: { color: tokens.colorPaletteGreenForeground1 },
});

/** File - Set-up: from an empty company to its first run, resumed at the first step that is left. */
export function SetUpPage() {
  const setUp = useSetUp();
  if (setUp.data) return <Steps state={setUp.data} />;
  return (
    <Page title={t('set-up:title')}>
      {setUp.error ? <FailureState error={setUp.error} onRetry={() => void setUp.refetch()} /> : <Spinner />}
    </Page>
  );
}

function Steps({ state }: { readonly state: SetUpState }) {
  const { open } = useNavigation();
  // A step that is done stays open until the person goes on
  const [step, setStep] = useState<SetUpStep>(state.left[0] ?? 'first-run');
  const next = setUpSteps[setUpSteps.indexOf(step) + 1];
  return (
    <Page
      title={t('set-up:title')}
      actions={
        <>
          <Button onClick={() => open({ page: 'orders' })}>{t('set-up:later')}</Button>
          {next === undefined ? null : (
            <Button appearance="primary" onClick={() => setStep(next)}>
              {t('set-up:next')}
            </Button>
          )}
        </>
      }
    >
      <Columns state={state} step={step} choose={setStep} />
    </Page>
  );
}

type ColumnsProps = {
  readonly state: SetUpState;
  readonly step: SetUpStep;
  readonly choose: (step: SetUpStep) => void;
};

function Columns({ state, step, choose }: ColumnsProps) {
  const styles = useStyles();
  return (
    <div className={styles.columns}>
      <nav className={styles.steps} aria-label={t('set-up:steps')}>
        {setUpSteps.map((each) => (
          <Button
            key={each}
            appearance="subtle"
            className={mergeClasses(styles.step, each === step && styles.chosen)}
            aria-current={each === step ? 'step' : undefined}
            aria-label={`${t(`set-up:step.${each}`)}, ${stateOf(each, state)}`}
            icon={state.left.includes(each) ? <Circle20Regular /> : <CheckmarkCircle20Filled className={styles.done} />}
            onClick={() => choose(each)}
          >
            {t(`set-up:step.${each}`)}
          </Button>
        ))}
      </nav>
      <div key={step} className={styles.content}>
        <Step state={state} step={step} choose={choose} />
      </div>
    </div>
  );
}

function stateOf(step: SetUpStep, state: SetUpState): string {
  if (state.left.includes(step)) return t('set-up:left');
  const { products, contacts, ordersNoted } = state.counts;
  const isSkipped = step === 'import' && products + contacts + ordersNoted === 0;
  return isSkipped ? t('set-up:skipped') : t('set-up:done');
}

function Step({ state, step, choose }: ColumnsProps) {
  switch (step) {
    case 'company':
      return (
        <>
          <StepLead title={t('set-up:step.company')} text={t('set-up:company.lead')} />
          <CompanyTab />
        </>
      );
    case 'website':
      return <SetUpWebsiteStep websiteId={state.websiteId} />;
    case 'mail':
      return <SetUpMailStep websiteId={state.websiteId} toWebsite={() => choose('website')} />;
    case 'import':
      return <ImportStep state={state} onDone={() => choose('first-run')} />;
    case 'first-run':
      return <FirstRunStep state={state} />;
  }
}
