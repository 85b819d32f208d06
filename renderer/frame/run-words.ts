import type { Overview } from '../../shared/website-data.ts';
import { countOf, formatInstant } from '../ui/format.ts';

/** The words beside the Get Website Data button: when it last ran and how many customers would be told now. */
export function lastRunText(overview: Overview, now: Date): string {
  if (overview.isRunning) return 'running';
  const told =
    overview.toBeTold === 0 ? 'nobody would be told' : `${countOf(overview.toBeTold, 'customer')} would be told`;
  const at = overview.lastRun?.finishedAt;
  return at ? `last run ${formatInstant(at, now)} – ${told}` : `never run – ${told}`;
}

/** How new My page is, for the status bar. */
export function myPageText(overview: Overview, now: Date): string {
  const at = overview.lastRun?.finishedAt;
  if (overview.toBePublished > 0) return `My page: ${countOf(overview.toBePublished, 'order')} to be published`;
  return at ? `My page: up to date ${formatInstant(at, now)}` : 'My page: nothing published yet';
}

/** What in the status bar asks for a person; null when nothing does. */
export function needsDecisionText(overview: Overview): string | null {
  const { uncertain } = overview;
  return uncertain === 0 ? null : `${countOf(uncertain, 'mail')} ${uncertain === 1 ? 'needs' : 'need'} a decision`;
}
