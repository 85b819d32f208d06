import type { NotToldNow } from '../../shared/website-data.ts';
import { t } from '../ui/texts.ts';
import { filterClause, langOf } from './website-data-words.ts';

type Props = { readonly change: NotToldNow; readonly language: string };

/** A change that an option of its rule leaves unsaid: why in the program's language, the sentence in the customer's. */
export function NotToldNowLine({ change, language }: Props) {
  return (
    <>
      {t('e-commerce:strip.filtered', { why: filterClause(change.why) })}{' '}
      <span lang={langOf(language)}>{change.text}</span>
    </>
  );
}
