import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { BackupFile } from '../../shared/companies.ts';
import { formatDate, formatInstant } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { formatFileSize } from './file-size.ts';

const useStyles = makeStyles({
  list: { border: `1px solid ${tokens.colorNeutralStroke2}` },
  long: { maxHeight: '200px', overflowY: 'auto' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** More than these scroll. */
const shownAtOnce = 5;

type Props = {
  readonly backups: readonly BackupFile[];
  readonly chosen: string | null;
  readonly choose: (path: string) => void;
};

/** The backups that lie beside a company, newest first, with when they were made and how large they are. */
export function BackupList({ backups, chosen, choose }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={t('set-up:backup.choose')}>
      <SectionTitle>{t('set-up:backup.choose')}</SectionTitle>
      {backups.length === 0 ? <p className={styles.none}>{t('set-up:backup.none')}</p> : null}
      <RadioGroup
        aria-label={t('set-up:backup.choose')}
        className={mergeClasses(styles.list, backups.length > shownAtOnce && styles.long)}
        hidden={backups.length === 0}
        value={chosen ?? ''}
        onChange={(_event, { value }) => choose(value)}
      >
        {backups.map((backup) => (
          <Radio
            key={backup.path}
            value={backup.path}
            label={
              <>
                {/^\d{4}-\d{2}-\d{2}$/.test(backup.name) ? formatDate(backup.name) : backup.name}{' '}
                <span className={styles.note}>
                  {formatInstant(backup.madeAt, new Date())}, {formatFileSize(backup.sizeBytes)}
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </section>
  );
}
