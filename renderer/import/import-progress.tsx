import { Button, makeStyles, ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { t } from '../ui/texts.ts';
import type { ImportWork } from './use-import.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '480px', alignItems: 'flex-start' },
  line: { display: 'flex', justifyContent: 'space-between', width: '100%', fontVariantNumeric: 'tabular-nums' },
});

const shownAfterMs = 300;

/** How far the work is, once it lasts. */
export function ImportProgressView({ work, onCancel }: { readonly work: ImportWork; readonly onCancel: () => void }) {
  const styles = useStyles();
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLasting(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLasting) return null;
  const share = work.of === 0 ? 1 : work.done / work.of;
  return (
    <div className={styles.whole} aria-live="polite">
      <div className={styles.line}>
        <span>{t(`import:progress.${work.phase}`)}</span>
        <span>{t('import:progress.percent', { percent: Math.floor(share * 100) })}</span>
      </div>
      <ProgressBar value={share} thickness="large" aria-label={t(`import:progress.${work.phase}`)} />
      <Button autoFocus onClick={onCancel}>
        {t('common:button.cancel')}
      </Button>
    </div>
  );
}
