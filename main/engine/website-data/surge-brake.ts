import type { RunStop, SurgeCause } from '../../../shared/website-data.ts';

/** From when on a run is held for a mistake until staff have looked (Website Settings). */
export type SurgeLimits = {
  readonly surgeMails: number;
  readonly surgeTimes: number;
  readonly surgeCauseOrders: number;
  readonly surgeCausePercent: number;
};

/** One change of one order with what may have made it. */
export type CausedChange = {
  readonly orderId: number;
  readonly causes: readonly SurgeCause[];
  /** By how many days it moved an expected date; null for any other change, and for a date that came or went. */
  readonly days: number | null;
};

export type SurgeQuestion = {
  readonly planned: number;
  /** The most mails that one of the last runs handed over. */
  readonly largestBefore: number;
  /** Webshop orders of the website under way. */
  readonly openOrders: number;
  readonly changes: readonly CausedChange[];
  readonly limits: SurgeLimits;
  /** What staff have looked at and want told. */
  readonly goAhead: { readonly planned: number; readonly causes: readonly string[] } | null;
};

/** A surge may grow by so much between the look at it and the run that tells it. */
const mayGrowPercent = 10;

export function causeKey({ kind, id }: SurgeCause): string {
  return `${kind}:${id}`;
}

/**
 * Why a run must stop before its first mail, or null. A single mistake (a purchase's date, a product, an import) concerns many
 * orders in one way, and a mistake in the program or its settings makes many mails: both are seen before a customer is.
 */
export function surgeOf(question: SurgeQuestion): RunStop | null {
  return causeSurge(question) ?? mailSurge(question);
}

function mailSurge({ planned, largestBefore, limits, goAhead }: SurgeQuestion): RunStop | null {
  const most = Math.max(limits.surgeMails, limits.surgeTimes * largestBefore);
  const allowed = Math.max(most, grown(goAhead?.planned ?? 0));
  return planned > allowed ? { kind: 'many-mails', planned, most, largestBefore } : null;
}

function grown(planned: number): number {
  return Math.floor((planned * (100 + mayGrowPercent)) / 100);
}

type Tally = { readonly cause: SurgeCause; readonly orders: Set<number>; readonly changes: CausedChange[] };

/** Keys of all causes that stop a run, for staff to let them through together. */
export function surgingCauses(question: Pick<SurgeQuestion, 'changes' | 'openOrders' | 'limits'>): readonly string[] {
  return surging({ ...question, goAhead: null }).map(({ cause }) => causeKey(cause));
}

function causeSurge(question: SurgeQuestion): RunStop | null {
  // The one that explains most; of two that explain the same, the nearer one: a purchase before its product
  const [worst] = surging(question).sort(
    (a, b) => b.orders.size - a.orders.size || nearness(a.cause) - nearness(b.cause),
  );
  if (worst === undefined) return null;
  const { cause, orders, changes } = worst;
  return {
    kind: 'one-cause',
    cause,
    orders: orders.size,
    openOrders: question.openOrders,
    changes: changes.length,
    days: sameDays(changes),
  };
}

type Surging = Pick<SurgeQuestion, 'changes' | 'openOrders' | 'limits' | 'goAhead'>;

function surging({ changes, openOrders, limits, goAhead }: Surging): Tally[] {
  const seen = new Set(goAhead?.causes ?? []);
  const tallies = new Map<string, Tally>();
  for (const change of changes) {
    for (const cause of change.causes) {
      const key = causeKey(cause);
      if (seen.has(key)) continue;
      const tally = tallies.get(key) ?? { cause, orders: new Set(), changes: [] };
      tally.orders.add(change.orderId);
      tally.changes.push(change);
      tallies.set(key, tally);
    }
  }
  return [...tallies.values()].filter(
    ({ orders }) =>
      orders.size >= limits.surgeCauseOrders && orders.size * 100 >= limits.surgeCausePercent * openOrders,
  );
}

function nearness({ kind }: SurgeCause): number {
  return ['import', 'purchase', 'product'].indexOf(kind);
}

function sameDays(changes: readonly CausedChange[]): number | null {
  const [first] = changes;
  const days = first?.days ?? null;
  return changes.every((change) => change.days === days) ? days : null;
}
