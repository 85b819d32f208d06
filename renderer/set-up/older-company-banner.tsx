import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CompanyGuard, OlderCompanyDecision } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';

/** A restored backup: why nothing is mailed, and the two decisions about the next run. */
export function OlderCompanyBanner() {
  const guard = useRead(['websiteData', 'guard'], () => api.websiteData.guard.query());
  const ask = useQuestion();
  const decide = useCommand((decision: OlderCompanyDecision) =>
    api.websiteData.decideAboutOlderCompany.mutate({ decision }),
  );
  if (guard.data?.kind !== 'older') return null;
  const askAndDecide = async (decision: OlderCompanyDecision, question: 'noteQuestion' | 'trustQuestion') => {
    const isConfirmed = await ask({
      title: t(`set-up:older.${question}.title`),
      text: t(`set-up:older.${question}.text`),
      confirm: t(`set-up:older.${question}.confirm`),
      leave: t('set-up:older.leave'),
    });
    if (isConfirmed) decide.mutate(decision);
  };
  return (
    <>
      {decide.error ? <FailureMessage error={decide.error} onDismiss={decide.reset} /> : null}
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{t('set-up:older.title')}</MessageBarTitle> {reasonOf(guard.data)} {t('set-up:older.waits')}
        </MessageBarBody>
        <MessageBarActions>
          <Button
            size="small"
            disabled={decide.isPending}
            onClick={() => void askAndDecide('note-as-is', 'noteQuestion')}
          >
            {t('set-up:older.note')}
          </Button>
          <Button
            size="small"
            disabled={decide.isPending}
            onClick={() => void askAndDecide('file-is-right', 'trustQuestion')}
          >
            {t('set-up:older.trust')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </>
  );
}

function reasonOf(guard: Extract<CompanyGuard, { kind: 'older' }>): string {
  if (guard.lastRunAt !== null) {
    return t('set-up:older.byRun', { at: formatInstant(guard.lastRunAt, new Date()) });
  }
  return t('set-up:older.bySite', { websites: guard.websitesAhead.join(', ') });
}
