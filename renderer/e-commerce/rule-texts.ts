import { ruleNumbers } from '../../shared/change.ts';
import { t } from '../ui/texts.ts';

/** The seven check boxes of Customer communication, with what exactly makes each of them speak (domain.md 2.1, 9.7). */
export const ruleTexts = ruleNumbers.map((number) => ({
  number,
  label: t(`e-commerce:rule.no${number}.label`),
  hint: t(`e-commerce:rule.no${number}.hint`),
}));
