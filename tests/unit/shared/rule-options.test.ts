import { expect, it } from 'vitest';
import { editRuleOptions, mostToleranceDays } from '../../../shared/rule-options.ts';
import { editWebsiteInput } from '../../../shared/settings.ts';

it.each([
  ['a tolerance below nothing', { 6: { toleranceDays: -1 } }],
  ['one longer than anybody means', { 6: { toleranceDays: mostToleranceDays + 1 } }],
  ['half a day', { 6: { toleranceDays: 1.5 } }],
  ['a direction that does not exist', { 6: { direction: 'sideways' } }],
  ['a status that nobody is told', { 1: { silentStatuses: ['quotation'] } }],
  ['an unknown part of a line', { 5: { speaksOf: 'nothing' } }],
  ['a word for yes', { 7: { onlyWholeLine: 'yes' } }],
])('%s is no option', (_name, ruleOptions) => {
  expect(editWebsiteInput.safeParse({ websiteId: 1, ruleOptions }).success).toBe(false);
});

it('what is left out is not filled in: it stays as it is stored', () => {
  expect(editRuleOptions.parse({ 6: { direction: 'later' } })).toEqual({ 6: { direction: 'later' } });
});
