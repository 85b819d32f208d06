import type { Change } from '../../../shared/change.ts';
import {
  type FilterReason,
  noFilters,
  type RuleOptions,
  type RuleWithOptions,
  rulesWithOptions,
  spokenAs,
} from '../../../shared/rule-options.ts';
import { dayAfter, daysBetween } from './calendar-days.ts';

/** What an option of a rule leaves unsaid for now. */
export type Filter = {
  readonly why: FilterReason;
  /** The day from which the passing of time alone makes it speak; null: no day does. */
  readonly speaksFrom: string | null;
};

type UnderFilter = {
  readonly today: string;
  readonly lines: ReadonlyMap<number, { readonly isInHand: boolean }>;
};

/**
 * Whether an option of its rule leaves a change unsaid for now; null: it speaks (domain.md 9.2). An option decides over a change
 * as a whole and never cuts it: what speaks is told in full.
 */
export function filterOf(change: Change, options: RuleOptions, order: UnderFilter): Filter | null {
  switch (change.kind) {
    case 'status':
      return isSilentStatus(spokenAs(change.to), options);
    case 'credited':
      return isSilentStatus('credited', options);
    case 'line-quantity':
      return filterOfQuantity(change, options[5]);
    case 'expected-date':
      return filterOfDate(change, options[6], order.today);
    case 'back-in-stock':
      return options[7].onlyWholeLine && order.lines.get(change.lineId)?.isInHand !== true
        ? forNow({ kind: 'not-whole-line' })
        : null;
    default:
      return null;
  }
}

/** Rules of which the options leave something unsaid. */
export function filteringRules(options: RuleOptions): readonly RuleWithOptions[] {
  return rulesWithOptions.filter((rule) => JSON.stringify(options[rule]) !== JSON.stringify(noFilters[rule]));
}

const forNow = (why: FilterReason, speaksFrom: string | null = null): Filter => ({ why, speaksFrom });

function isSilentStatus(status: ReturnType<typeof spokenAs>, options: RuleOptions): Filter | null {
  if (status === null || !options[1].silentStatuses.includes(status)) return null;
  return forNow({ kind: 'status-silent', status });
}

/** A line taken off always speaks: the customer waits for something that will not come. */
function filterOfQuantity(
  change: Extract<Change, { kind: 'line-quantity' }>,
  { speaksOf }: RuleOptions[5],
): Filter | null {
  if (change.isRemoved) return null;
  if (speaksOf === 'deliveries' && change.delivered === null) return forNow({ kind: 'only-deliveries' });
  if (speaksOf === 'next-delivery' && change.toBeDelivered === null) return forNow({ kind: 'only-next-delivery' });
  return null;
}

/**
 * Days and direction judge a move from one date to another, from what the customer was told, so that small moves add up. A
 * first date and a date that no longer holds always speak: neither is so many days, nor later or earlier.
 *
 * A date that has passed ("delayed") is the later the more time passes: the goods can come today at the earliest. So what was
 * left unsaid is told once the date that the customer knows lies too far back, and it is never told as earlier.
 */
function filterOfDate(
  { from, to, isDelayed }: Extract<Change, { kind: 'expected-date' }>,
  { toleranceDays, direction }: RuleOptions[6],
  today: string,
): Filter | null {
  if (from === null || to === null) return null;
  const days = daysBetween(from, isDelayed ? today : to);
  const passesOn = laterOf(dayAfter(to, 1), dayAfter(from, toleranceDays + 1));
  if (direction === 'earlier' && (isDelayed || days > 0)) return forNow({ kind: 'only-earlier' });
  if (direction === 'later' && days <= 0) return forNow({ kind: 'only-later' }, passesOn);
  if (toleranceDays === 0 || Math.abs(days) > toleranceDays) return null;
  const why: FilterReason = { kind: 'few-days', days: Math.abs(days), toldFromDays: toleranceDays + 1 };
  return forNow(why, direction === 'earlier' ? null : passesOn);
}

const laterOf = (one: string, other: string) => (one > other ? one : other);
