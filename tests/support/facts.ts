import type { Known, OrderUnderRules } from '../../main/engine/rules/find-changes.ts';
import type { Facts, RuleSettings } from '../../shared/change.ts';
import { noFilters, type RuleOptions } from '../../shared/rule-options.ts';

const on = { 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true };
const off = { 1: false, 2: false, 3: false, 4: false, 5: false, 6: false, 7: false };
export const allRules: RuleSettings = { ...on, options: noFilters };
export const noRules: RuleSettings = { ...off, options: noFilters };

/** All rules on, of which these leave something unsaid. */
export function filteredBy(options: Partial<RuleOptions>): RuleSettings {
  return { ...on, options: { ...noFilters, ...options } };
}

export function only(...rules: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[]): RuleSettings {
  return { ...noRules, ...Object.fromEntries(rules.map((rule) => [rule, true])) };
}

/** An order of three rain jackets (line 7), nothing done yet. */
export const untouched: Facts = {
  status: 'order',
  picked: false,
  originalNotes: 0,
  'line/7/toBeDelivered': 3000,
  'line/7/delivered': 0,
  'line/7/date': '2026-03-14',
  'line/7/inStock': false,
};

export const jacketOrder: OrderUnderRules = {
  lines: new Map([
    [
      7,
      {
        description: 'Rain jacket L',
        unit: 'pcs',
        orderedMilli: 3000,
        remainingMilli: 3000,
        isRemoved: false,
        isInHand: false,
      },
    ],
  ]),
  orderNumbers: new Map([
    [20, 'W-8841 / rest 1'],
    [30, 'W-8841 / credit 1'],
  ]),
  isFullyCredited: false,
  today: '2026-03-03',
  trackingUrlFor: () => null,
};

export function knowing(baseline: Facts = untouched, told: Known['told'] = {}): Known {
  return { baseline, told };
}
