import {
  dateDirections,
  quantityNews,
  type RuleOptions,
  type RuleWithOptions,
  spokenStatuses,
} from '../../shared/rule-options.ts';
import { withSmallFirst } from '../e-commerce/website-data-words.ts';
import { t } from '../ui/texts.ts';

export const quantityNewsChoices = quantityNews.map((value) => ({
  value,
  label: t(`settings:communication.options.quantityNews.${value}`),
}));

export const directionChoices = dateDirections.map((value) => ({
  value,
  label: t(`settings:communication.options.directions.${value}`),
}));

export const statusChoices = spokenStatuses.map((value) => ({ value, label: t(`e-commerce:spokenStatus.${value}`) }));

/** What the options of a rule say, in the few words that stand on the fold. */
export function optionsInShort(rule: RuleWithOptions, options: RuleOptions): string {
  const words = wordsOf(rule, options);
  return words.length === 0 ? t('settings:communication.options.all') : words.join(', ');
}

function wordsOf(rule: RuleWithOptions, options: RuleOptions): readonly string[] {
  switch (rule) {
    case 1: {
      const silent = statusChoices.filter(({ value }) => options[1].silentStatuses.includes(value));
      const statuses = silent.map(({ label }) => label).join(', ');
      return silent.length === 0 ? [] : [t('settings:communication.options.silentStatuses', { statuses })];
    }
    case 5: {
      const { speaksOf } = options[5];
      return speaksOf === 'both' ? [] : [withSmallFirst(t(`settings:communication.options.quantityNews.${speaksOf}`))];
    }
    case 6: {
      const { direction, toleranceDays } = options[6];
      return [
        ...(direction === 'any' ? [] : [withSmallFirst(t(`settings:communication.options.directions.${direction}`))]),
        ...(toleranceDays === 0 ? [] : [t('settings:communication.options.fromDays', { from: toleranceDays + 1 })]),
      ];
    }
    case 7:
      return options[7].onlyWholeLine ? [withSmallFirst(t('settings:communication.options.wholeLine'))] : [];
  }
}
