import { makeStyles, tokens } from '@fluentui/react-components';
import type { Concerned } from '../../shared/purchasing.ts';
import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  line: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/**
 * After a date, a receipt or a stock count was saved: which webshop customers it concerns, judged as the next Get Website Data
 * would. Empty while nothing was saved and where no order waits.
 */
export function ConcernedLine({ productIds }: { readonly productIds: readonly number[] }) {
  const styles = useStyles();
  const concerned = useRead(
    ['website-data', 'concerned', ...productIds],
    () => api.websiteData.concerned.query({ productIds: [...productIds] }),
    { enabled: productIds.length > 0 },
  );
  const text = productIds.length > 0 && concerned.data ? concernedText(concerned.data) : '';
  return (
    <p className={styles.line} role="status">
      {text}
    </p>
  );
}

/** The sentences, the ones that matter most first. */
export function concernedText({ waiting, told, silent, silentRules, filtered, notTold }: Concerned): string {
  if (waiting === 0) return '';
  const sentences: string[] = [t('warehouse:concerned.wait', { count: waiting })];
  if (told > 0) sentences.push(t('warehouse:concerned.told', { count: told }));
  if (silent > 0) {
    sentences.push(t('warehouse:concerned.silent', { count: silent, rules: silentRules.join(', ') }));
  }
  if (filtered > 0) sentences.push(t('warehouse:concerned.filtered', { count: filtered }));
  if (notTold > 0) sentences.push(t('warehouse:concerned.notTold', { count: notTold }));
  if (told + silent + filtered + notTold === 0) sentences.push(t('warehouse:concerned.noNews'));
  return sentences.join(' ');
}
