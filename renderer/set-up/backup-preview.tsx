import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatCount, formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { formatFileSize } from './file-size.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '24px', rowGap: '4px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

/** What is in a backup, before it is restored. */
export function BackupPreviewView({ path }: { readonly path: string }) {
  const styles = useStyles();
  const preview = useRead(['companies', 'lookAtBackup', path], () => api.companies.lookAtBackup.query({ path }));
  const { data } = preview;
  if (preview.error) return <FailureMessage error={preview.error} />;
  if (data === undefined || data.path !== path) return <Spinner size="small" />;
  const when = (at: string | null) => (at === null ? t('set-up:backup.never') : formatInstant(at, new Date()));
  const rows = [
    [t('set-up:backup.company'), data.companyName],
    [t('set-up:backup.orders'), formatCount(data.orders)],
    [t('set-up:backup.lastRun'), when(data.lastRunAt)],
    [t('set-up:backup.newestChange'), when(data.newestChangeAt)],
    [t('set-up:backup.size'), formatFileSize(data.sizeBytes)],
  ] as const;
  return (
    <section aria-label={t('set-up:backup.preview')}>
      <SectionTitle>{t('set-up:backup.preview')}</SectionTitle>
      <dl className={styles.list}>
        {rows.map(([term, value]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
