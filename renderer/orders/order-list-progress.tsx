import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '12px', minHeight: '32px' },
  words: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  bar: { flexGrow: 1, minWidth: '48px' },
});

/** Waiting is shown only when it lasts. */
const shownAfterMs = 400;

/** How far the work on a selection is. */
export function OrderListProgress({ words, onStop }: { readonly words: string; readonly onStop: (() => void) | null }) {
  const styles = useStyles();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <div className={styles.row}>
      <span className={styles.words} role="status">
        {words}
      </span>
      <ProgressBar className={styles.bar} aria-label={t('order-list:progress.label')} />
      {onStop ? (
        <Button size="small" onClick={onStop}>
          {t('order-list:progress.stop')}
        </Button>
      ) : null}
    </div>
  );
}
