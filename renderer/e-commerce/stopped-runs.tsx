import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { DecideStopInput, StoppedRun } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { useRun } from './run-context.tsx';
import { stopWords } from './stop-words.ts';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap' } });

/** Runs that stopped before their first mail: why, and what staff can decide. */
export function StoppedRuns() {
  const stopped = useRead(['websiteData', 'stoppedRuns'], () => api.websiteData.stoppedRuns.query());
  return stopped.data?.map((run) => <Stopped key={run.websiteId} run={run} />);
}

function Stopped({ run }: { readonly run: StoppedRun }) {
  const styles = useStyles();
  const { start } = useRun();
  const [isAsked, setIsAsked] = useState(false);
  const { websiteId, stop, waiting, decision } = run;
  const decide = useCommand((input: DecideStopInput) => api.websiteData.decideAboutStop.mutate(input));
  return (
    <>
      {decide.error && !isAsked ? <FailureMessage error={decide.error} onDismiss={decide.reset} /> : null}
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{t('e-commerce:stop.title', { website: run.websiteName })}</MessageBarTitle>{' '}
          {stopWords(stop)} {t('e-commerce:stop.waiting', { count: waiting })} {nextWords(decision)}
        </MessageBarBody>
        {decision === null ? (
          <MessageBarActions>
            <Button
              className={styles.button}
              disabled={decide.isPending}
              onClick={() => decide.mutate({ websiteId, decision: 'tell-them' }, { onSuccess: start })}
            >
              {t('e-commerce:stop.tellThem')}
            </Button>
            {stop.kind === 'preview' ? null : (
              <Button className={styles.button} disabled={decide.isPending} onClick={() => setIsAsked(true)}>
                {t('e-commerce:stop.tellNobody')}
              </Button>
            )}
          </MessageBarActions>
        ) : null}
      </MessageBar>
      {isAsked ? (
        <TellNobody
          error={decide.error}
          isPending={decide.isPending}
          onClose={() => setIsAsked(false)}
          onReason={(reason) =>
            decide.mutate({ websiteId, decision: 'tell-nobody', reason }, { onSuccess: () => setIsAsked(false) })
          }
        />
      ) : null}
    </>
  );
}

function nextWords(decision: StoppedRun['decision']): string {
  if (decision === null) return t('e-commerce:stop.next');
  return decision === 'tell-them' ? t('e-commerce:stop.willTell') : t('e-commerce:stop.willTellNobody');
}

type TellNobodyProps = {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

function TellNobody({ error, isPending, onClose, onReason }: TellNobodyProps) {
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('e-commerce:stop.tellNobodyTitle')}
      submit={t('e-commerce:stop.tellNobodyConfirm')}
      canSubmit={reason.trim() !== '' && !isPending}
      onSubmit={() => onReason(reason.trim())}
      onClose={onClose}
      error={error}
    >
      {t('e-commerce:stop.tellNobodyText')}
      <Field label={t('e-commerce:hold.reasonField')}>
        <Input value={reason} maxLength={500} onChange={(_event, { value }) => setReason(value)} autoFocus />
      </Field>
    </FormDialog>
  );
}
