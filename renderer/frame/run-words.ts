import type { Overview } from '../../shared/website-data.ts';
import { formatInstant } from '../ui/format.ts';
import { t } from '../ui/texts.ts';

/** The words beside the Get Website Data button: when it last ran and how many customers would be told now. */
export function lastRunText(overview: Overview, now: Date): string {
  if (overview.isRunning) return t('frame:run.running');
  const { toBeTold: count } = overview;
  const told = count === 0 ? t('frame:run.nobodyTold') : t('frame:run.told', { count });
  const at = overview.lastRun?.finishedAt;
  return at ? t('frame:run.last', { at: formatInstant(at, now), told }) : t('frame:run.never', { told });
}

/** How new My page is, for the status bar. */
export function myPageText(overview: Overview, now: Date): string {
  const at = overview.lastRun?.finishedAt;
  if (overview.toBePublished > 0) return t('frame:myPage.toBePublished', { count: overview.toBePublished });
  return at ? t('frame:myPage.upToDate', { at: formatInstant(at, now) }) : t('frame:myPage.nothingPublished');
}

/** What in the status bar asks for a person; null when nothing does. */
export function needsDecisionText(overview: Overview): string | null {
  const { uncertain: count } = overview;
  return count === 0 ? null : t('frame:mails.needDecision', { count });
}
