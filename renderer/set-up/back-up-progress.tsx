import { MessageBar, MessageBarBody, makeStyles, ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { formatCount } from '../ui/format.ts';
import { t } from '../ui/texts.ts';
import type { BackUpProgress } from './use-back-up.ts';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  body: { display: 'flex', flexDirection: 'column', gap: '4px', width: '100%' },
});

/** A backup that is done before one could read this shows nothing. */
const shownAfterMs = 500;

/** How far a long backup is. */
export function BackUpProgressBar({ progress }: { readonly progress: BackUpProgress | null }) {
  const styles = useStyles();
  const isRunning = progress !== null;
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isRunning) return setIsLong(false);
    const timer = setTimeout(() => setIsLong(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, [isRunning]);
  if (progress === null || !isLong) return null;
  const { done, of } = progress;
  const isCopied = done >= of;
  const percent = `${formatCount(Math.floor((100 * done) / of))} %`;
  return (
    <MessageBar intent="info" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {t('set-up:backup.running')}:{' '}
        {isCopied ? t('set-up:backup.checking') : t('set-up:backup.progress', { percent })}
        <ProgressBar aria-label={t('set-up:backup.running')} {...(isCopied ? {} : { value: done / of })} />
      </MessageBarBody>
    </MessageBar>
  );
}
