import { expect, test } from 'vitest';
import { optionsInShort } from '../../../../renderer/settings/rule-option-words.ts';
import { noFilters, type RuleOptions, type RuleWithOptions } from '../../../../shared/rule-options.ts';

test.each<[RuleWithOptions, Partial<RuleOptions>, string]>([
  [1, {}, 'everything is told'],
  [1, { 1: { silentStatuses: ['cancelled', 'invoice'] } }, 'not told: Invoiced, Cancelled'],
  [5, { 5: { speaksOf: 'deliveries' } }, 'deliveries only'],
  [6, { 6: { toleranceDays: 2, direction: 'any' } }, 'from 3 days'],
  [6, { 6: { toleranceDays: 0, direction: 'later' } }, 'only to a later date'],
  [6, { 6: { toleranceDays: 6, direction: 'earlier' } }, 'only to an earlier date, from 7 days'],
  [7, { 7: { onlyWholeLine: true } }, 'only when the whole line is in stock'],
])('the fold of rule %i says in short what is left unsaid', (rule, options, inShort) => {
  expect(optionsInShort(rule, { ...noFilters, ...options })).toBe(inShort);
});
