import type { FactKey, Facts, RuleSettings } from '../../../shared/change.ts';
import type { WriteTx } from '../db/database.ts';
import { filteringRules } from '../rules/filter-of.ts';
import { differingFacts, type FilteredChange } from '../rules/find-changes.ts';
import { readLedger, writeLedger } from './ledger-store.ts';
import { moveSilently } from './move-ledger.ts';
import { findChangesOf, type PlannedOrder } from './plan-mails.ts';
import {
  deleteDoNotTell,
  listPassedOver,
  lookAgainOn,
  markToCheck,
  moveDayToLookAgain,
  notePassedOver,
  type PassedOver,
  removeOrderToCheck,
  standingMails,
} from './planning-store.ts';
import { readPresentOrder } from './present-order-store.ts';

/**
 * A run has judged an order that differs from its ledger: what it leaves unsaid is noted, and where nothing else differs runs
 * leave the order alone until something can have become of it (domain.md 9.2).
 *
 * @param differing the facts that differ once the run has moved what is silent
 */
export function settlePassedOver(tx: WriteTx, planned: PlannedOrder, differing: readonly FactKey[]): void {
  const passedOver = factsOf(planned.filtered);
  const { facts } = planned.order;
  notePassedOver(tx, planned.read.orderId, valuesOf(facts, passedOver));
  if (differing.every((fact) => passedOver.has(fact))) lookAgainOn(tx, planned.read, firstDay(planned.filtered));
}

/**
 * The rules of a website were changed: what the old ones left unsaid and the new ones would not, counts as known from now on, so
 * that loosening an option, or switching its rule off and on, never tells old news (domain.md 9.2). Runs in the transaction
 * that stores the settings.
 *
 * Old news is what a run has passed over and what has not changed since. What no run has judged yet is judged by the rules as
 * they are then, so that an option tried out and taken back between two runs swallows nothing.
 */
export function noteUnfiltered(
  tx: WriteTx,
  website: {
    readonly websiteId: number;
    readonly before: RuleSettings;
    readonly after: RuleSettings;
    readonly today: string;
  },
): void {
  if (!mayUnfilter(website.before, website.after)) return;
  for (const passed of listPassedOver(tx, website.websiteId)) unfilterOrder(tx, passed, website);
}

/** Whether a rule that left something unsaid is off now or has other options. */
function mayUnfilter(before: RuleSettings, after: RuleSettings): boolean {
  return filteringRules(before.options).some(
    (rule) =>
      before[rule] && (!after[rule] || JSON.stringify(before.options[rule]) !== JSON.stringify(after.options[rule])),
  );
}

function unfilterOrder(
  tx: WriteTx,
  passed: PassedOver,
  { before, after, today }: { readonly before: RuleSettings; readonly after: RuleSettings; readonly today: string },
): void {
  const order = readPresentOrder(tx, passed.orderId);
  const ledger = readLedger(tx, passed.orderId);
  if (order === undefined || ledger === undefined) return;
  const stillFiltered = findChangesOf(order, ledger, { rules: after, today }).filtered;
  const staysUnsaid = factsOf(stillFiltered);
  const freed = findChangesOf(order, ledger, { rules: before, today })
    .filtered.map(({ change }) => change.moves.map((move) => move.fact))
    .filter((facts) => facts.every((fact) => passed.facts[fact] === (order.facts[fact] ?? null)))
    .flat()
    .filter((fact) => !staysUnsaid.has(fact));
  const moved = moveSilently(ledger, freed, order.facts);
  if (freed.length > 0) {
    writeLedger(tx, moved);
    deleteDoNotTell(tx, passed.orderId, freed);
  }
  const differing = differingFacts(moved.baseline, order.facts);
  if (differing.some((fact) => !staysUnsaid.has(fact)) || standingMails(tx, passed.orderId).length > 0) {
    // Something may speak by now, such as a date whose day came, or a mail that waits has nothing left to tell
    markToCheck(tx, passed.orderId);
  } else if (differing.length === 0) removeOrderToCheck(tx, passed);
  else moveDayToLookAgain(tx, passed, firstDay(stillFiltered));
}

function factsOf(filtered: readonly FilteredChange[]): ReadonlySet<FactKey> {
  return new Set(filtered.flatMap(({ change }) => change.moves.map((move) => move.fact)));
}

/** `null` for what is not there any more, as in a move. */
function valuesOf(facts: Facts, named: ReadonlySet<FactKey>): Facts {
  return Object.fromEntries([...named].sort().map((fact) => [fact, facts[fact] ?? null]));
}

/** The first day on which time alone makes one of them speak. */
function firstDay(filtered: readonly FilteredChange[]): string | null {
  return filtered.flatMap(({ speaksFrom }) => speaksFrom ?? []).sort()[0] ?? null;
}
