import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { Completion } from '../ui/completed-field.tsx';
import { t } from '../ui/texts.ts';
import { inBraces } from './text-fault.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, margin: 0, fontSize: tokens.fontSizeBase200 },
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '12px', margin: '4px 0 0 0' },
  meaning: { margin: 0 },
});

/** Every placeholder of a text with its meaning. */
export function PlaceholderList({ placeholders }: { readonly placeholders: readonly Completion[] }) {
  const styles = useStyles();
  return (
    <div className={styles.quiet}>
      {t('settings:texts.placeholders')}
      <dl className={styles.list}>
        {placeholders.map(({ name, meaning }) => (
          <Fragment key={name}>
            <dt>
              <code>{inBraces(name)}</code>
            </dt>
            <dd className={styles.meaning}>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}
