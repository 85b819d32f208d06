import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import type { CompanyGuard, OlderCompanyDecision } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { HeardSinceDialog } from './heard-since-dialog.tsx';

const questions = {
  'note-as-is': 'noteQuestion',
  'as-on-my-page': 'asOnMyPageQuestion',
  'file-is-right': 'trustQuestion',
} as const satisfies Record<OlderCompanyDecision, string>;

/** A restored backup: why nothing is mailed, what customers have heard since, and the decisions about the next run. */
export function OlderCompanyBanner() {
  const guard = useRead(['websiteData', 'guard'], () => api.websiteData.guard.query());
  const [isShown, setIsShown] = useState(false);
  const ask = useQuestion();
  const decide = useCommand((decision: OlderCompanyDecision) =>
    api.websiteData.decideAboutOlderCompany.mutate({ decision }),
  );
  const stop = guard.data;
  if (stop?.kind !== 'older' && stop?.kind !== 'age-unknown') return null;
  const askAndDecide = async (decision: OlderCompanyDecision) => {
    const question = questions[decision];
    const isConfirmed = await ask({
      title: t(`set-up:older.${question}.title`),
      text: t(`set-up:older.${question}.text`),
      confirm: t(`set-up:older.${question}.confirm`),
      leave: t('set-up:older.leave'),
    });
    if (isConfirmed) decide.mutate(decision);
  };
  const choice = (decision: OlderCompanyDecision, label: string) => (
    <Button size="small" disabled={decide.isPending} onClick={() => void askAndDecide(decision)}>
      {label}
    </Button>
  );
  const isOlder = stop.kind === 'older';
  return (
    <>
      {decide.error ? <FailureMessage error={decide.error} onDismiss={decide.reset} /> : null}
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{t(isOlder ? 'set-up:older.title' : 'set-up:older.unknownTitle')}</MessageBarTitle>{' '}
          {reasonOf(stop)} {t('set-up:older.waits')}
        </MessageBarBody>
        <MessageBarActions>
          {isOlder ? (
            <Button size="small" onClick={() => setIsShown(true)}>
              {t('set-up:older.heard')}
            </Button>
          ) : null}
          {choice('note-as-is', t('set-up:older.note'))}
          {isOlder ? choice('as-on-my-page', t('set-up:older.asOnMyPage')) : null}
          {choice('file-is-right', t('set-up:older.trust'))}
        </MessageBarActions>
      </MessageBar>
      {isShown ? <HeardSinceDialog onClose={() => setIsShown(false)} /> : null}
    </>
  );
}

function reasonOf(guard: Extract<CompanyGuard, { kind: 'older' | 'age-unknown' }>): string {
  if (guard.kind === 'age-unknown') return t('set-up:older.unknownText');
  if (guard.lastRunAt !== null) {
    return t('set-up:older.byRun', { at: formatInstant(guard.lastRunAt, new Date()) });
  }
  return t('set-up:older.bySite', { websites: guard.websitesAhead.join(', ') });
}
